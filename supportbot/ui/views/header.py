"""The head of the window: who answers, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.theme import GAP_2
from supportbot.ui.views.controls import IconButton
from supportbot.ui.views.lettering import Lettering, Text
from supportbot.ui.views.panels import Logo
from supportbot.ui.views.policy import let_height_follow_width

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.ui.look import Look


# In a header narrower than this (at 100 %) the name would be cut short.
_ROOM_FOR_LOGO = 210
_MARGINS = 16, GAP_2, 12, GAP_2 + 1
_SPACING = 10
_BESIDE_DOT = 5


class Header(QWidget):
    """Logo, name, badge, and two menus.

    Signals:
        conversations_requested: The list of conversations.
        options_requested: Everything else.
    """

    conversations_requested = Signal()
    options_requested = Signal()

    def __init__(self, look: Look, name: str, logo: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.conversations = IconButton(look, "menu", self.tr("Conversations"))
        self.options = IconButton(look, "more", self.tr("Options"))
        self.conversations.clicked.connect(self.conversations_requested)
        self.options.clicked.connect(self.options_requested)
        self.name = Text(look, "name", text=name, wrap=False)
        self.badge = Text(look, "fine", "muted")
        self._dot = _Dot(look)
        badge = QHBoxLayout()
        badge.setSpacing(_BESIDE_DOT)
        badge.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        badge.addWidget(self.badge, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addLayout(badge)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        near, above, far, below = _MARGINS
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sides = (far, near) if mirrored else (near, far)
        layout.setContentsMargins(sides[0], above, sides[1], below)
        layout.setSpacing(_SPACING)
        layout.addWidget(self.conversations)
        self._logo = Logo(look, logo, name)
        layout.addWidget(self._logo)
        layout.addLayout(words, 1)
        layout.addWidget(self.options)
        let_height_follow_width(self)
        self.show_writes(writes=True)
        look.changed.connect(self._on_look_changed)

    def show_writes(self, *, writes: bool) -> None:
        """Whether answers can be written here, or only those be shown that were checked beforehand."""
        self._dot.set_colour("good" if writes else "muted")
        if writes:
            self._badges = self.tr("Answers on this computer"), self.tr("On this computer")
        else:
            self._badges = self.tr("Checked answers only"), self.tr("Checked answers only")
        self.badge.setToolTip(self._badges[0])
        self.badge.setAccessibleName(self._badges[0])
        self._on_look_changed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(
            QRectF(0, self.height() - 1, self.width(), 1), self._look.colour("line")
        )

    def _make_room(self) -> None:
        """Large words in a narrow window need the room of the logo."""
        whole, short = self._badges
        room = self.width() - _MARGINS[0] - _MARGINS[2] - self._dot.sizeHint().width() - _BESIDE_DOT
        for button in (self.conversations, self.options):
            room -= button.sizeHint().width() + _SPACING
        logo = self._logo.sizeHint().width() + _SPACING
        holds_logo = self._width(short) <= room - logo
        self._logo.setVisible(holds_logo and self.width() >= self._look.px(_ROOM_FOR_LOGO))
        said = whole if self._width(whole) <= room - logo * holds_logo else short
        if self.badge.text() != said:
            self.badge.setText(said)

    def _width(self, words: str) -> float:
        return Lettering(words, self._look.font("fine"), self._look.line_height("fine")).width + 1

    def _on_look_changed(self) -> None:
        self._make_room()
        self.setMinimumHeight(self._look.px(56))
        self.updateGeometry()
        self.update()


class _Dot(QWidget):
    """As high as a line of the words beside it, so that it stands at their first one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._colour = "good"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colour(self, colour: str) -> None:
        """Use another colour token."""
        self._colour = colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(6), self._look.line_height("fine"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._colour))
        size = self.width()
        painter.drawEllipse(QRectF(0, (self.height() - size) / 2, size, size))
