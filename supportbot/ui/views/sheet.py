"""A sheet over the window: what is behind it waits. Two small ones stand here, questions and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.roles import Role
from supportbot.ui.shortcuts import Keys
from supportbot.ui.theme import COLUMN_WIDTH, GAP_4, HALO, RADIUS_SHEET
from supportbot.ui.views.arrange import Shared
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.focus import tab_within
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.scrolling import scroll_by_key

if TYPE_CHECKING:
    from supportbot.ui.look import Look

_TOP_GAP = 88
_SHADOW = 18


class Sheet(QWidget):
    """Covers its parent, dims it, and holds the focus until it is closed.

    Args:
        look: The theme in force.
        title: What it is about; its accessible name too.
        tall: Whether it takes all the height it may have, or only what it needs.

    Signals:
        closed: It went away.
    """

    accessible_role = Role.Dialog
    closed = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget, *, tall: bool = False) -> None:
        super().__init__(parent)
        self.look = look
        self._tall = tall
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self.panel = QWidget(self)
        self.close_button = IconButton(look, "close", self.tr("Close"), icon_size=18)
        self.close_button.setToolTip(Keys.CLOSE.after(self.close_button.accessibleName()))
        self.close_button.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.addWidget(Text(look, "heading", text=title), 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._inner = QWidget()
        self.stack = QVBoxLayout(self._inner)
        self.stack.setContentsMargins(HALO, 0, HALO, 0)
        self.stack.setSpacing(10)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self._scroll.viewport(), self._inner):
            ground.setAutoFillBackground(False)
        layout = QVBoxLayout(self.panel)
        layout.setContentsMargins(18 - HALO, 18, 18 - HALO, 16)
        layout.setSpacing(10)
        row = QHBoxLayout()
        row.setContentsMargins(HALO, 0, 0, 0)
        row.addLayout(head)
        layout.addLayout(row)
        layout.addWidget(self._scroll, 1)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(8)
        layout.addLayout(self.foot)
        parent.installEventFilter(self)
        look.changed.connect(self._on_look_changed)

    def present(self, first: QWidget | None = None) -> None:
        """Come up and take the focus."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        (first or self.panel).setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Go away and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        tab_within(self.panel, forward=forward)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif not scroll_by_key(self._scroll.verticalScrollBar(), event):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self.look.theme.colours.scrim))
        body = QRectF(self.panel.geometry())
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW):
            painter.setBrush(QColor(0, 0, 0, 2))
            spread = _SHADOW - step
            painter.drawRoundedRect(
                body.adjusted(-spread, -spread, spread, spread),
                RADIUS_SHEET + spread,
                RADIUS_SHEET + spread,
            )
        path = QPainterPath()
        path.addRoundedRect(body, RADIUS_SHEET, RADIUS_SHEET)
        if not self._floats():
            path.setFillRule(Qt.FillRule.WindingFill)
            path.addRect(body.adjusted(0, RADIUS_SHEET, 0, 0))
        painter.fillPath(path, self.look.colour("background"))

    def _floats(self) -> bool:
        return self.width() > COLUMN_WIDTH + 2 * GAP_4

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(self.width(), COLUMN_WIDTH - 120) if self._floats() else self.width()
        room = self.height() - (2 * GAP_4 if self._floats() else GAP_4)
        wanted = self._wanted_height(width)
        if self._tall:
            wanted = max(wanted, self.height() - _TOP_GAP)
            wanted = min(wanted, 640) if self._floats() else wanted
        height = min(wanted, room)
        top = (self.height() - height) // 2 if self._floats() else self.height() - height
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    def _wanted_height(self, width: int) -> int:
        layout = self.panel.layout()
        if layout is None:
            return 0
        inner_width = width - 2 * (18 - HALO)
        inner = (
            self.stack.heightForWidth(inner_width)
            if self.stack.hasHeightForWidth()
            else self.stack.sizeHint().height()
        )
        head = max(self.look.px(32), self.look.line_height("heading"))
        foot = (
            self.foot.heightForWidth(inner_width)
            if self.foot.hasHeightForWidth()
            else self.foot.sizeHint().height()
        )
        return 18 + head + 10 + inner + 10 + max(foot, 0) + 16

    def _on_look_changed(self) -> None:
        self._place()


class Confirm(Sheet):
    """A question with two answers.

    Signals:
        confirmed: The customer means it.
    """

    confirmed = Signal()

    def __init__(self, look: Look, title: str, text: str, action: str, parent: QWidget) -> None:
        super().__init__(look, title, parent)
        self.stack.addWidget(Text(look, "body", "muted", text))
        self.setAccessibleDescription(text)
        self.cancel = Button(look, self.tr("Cancel"))
        self.cancel.clicked.connect(self.dismiss)
        self.action = Button(look, action, kind="primary")
        self.action.clicked.connect(self._on_confirmed)
        buttons = Shared(2, (self.cancel, self.action))
        buttons.grows = 1
        self.foot.addWidget(buttons)

    def _on_confirmed(self) -> None:
        self.dismiss()
        self.confirmed.emit()


class Words(Sheet):
    """Something to read."""

    def __init__(
        self, look: Look, title: str, paragraphs: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(look, title, parent)
        for paragraph in paragraphs:
            self.stack.addWidget(Text(look, "small", "muted", paragraph))
        self.setAccessibleDescription("\n".join(paragraphs))
        self.stack.addStretch(1)
