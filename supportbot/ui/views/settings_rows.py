"""Rows of the settings, and the cards and pages they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.theme import COLUMN_WIDTH, GAP_1, GAP_2, GAP_3, GAP_4, HALO, RADIUS_CARD
from supportbot.ui.views.arrange import Arrangement
from supportbot.ui.views.controls import Control
from supportbot.ui.views.lettering import Lettering, Text
from supportbot.ui.views.overlay_bar import OverlayBar
from supportbot.ui.views.panels import Icon, Panel
from supportbot.ui.views.policy import let_height_follow_width

if TYPE_CHECKING:
    from supportbot.ui.look import Look

_SIDE = 14
_BESIDE_CHEVRON = 5 / 16  # of the icon is empty at its end
_LEAST_WORDS = 170  # beside a control; with less room the control stands below


class SettingRow(Arrangement):
    """A title, a sentence about it, and perhaps a control: beside them, or below where there is no room.

    Args:
        look: The theme in force.
        title: What it is.
        detail: A sentence; may be empty.
        control: What changes it.
        wide: Whether the control always stands below, over the whole width.

    Attributes:
        lined: Whether a line parts it from the row above.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        detail: str = "",
        control: QWidget | None = None,
        *,
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(GAP_3, parent=parent)
        self.lined = False
        self._look = look
        self._wide = wide
        self.title = Text(look, "body", text=title)
        self.detail = Text(look, "small", "muted", detail)
        if not detail:  # shown before it has a parent, it would be a window
            self.detail.hide()
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.title)
        said = QHBoxLayout()
        said.setSpacing(GAP_1)
        self._tick = Icon(look, "check", 16, "good")
        self._tick.hide()
        said.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.detail, 1)
        words.addLayout(said)
        self.control = control
        self.add(self._words)
        if control is not None:
            self.add(control)
            if detail and not control.accessibleDescription():
                control.setAccessibleDescription(detail)
        look.changed.connect(self.updateGeometry)

    def set_detail(self, text: str) -> None:
        """Say something else about it."""
        self.detail.setText(text)
        self.detail.setVisible(bool(text))
        if self.control is not None:
            self.control.setAccessibleDescription(text)
        self.updateGeometry()

    def set_ticked(self, *, ticked: bool) -> None:
        """Whether a tick stands before what is said."""
        self._tick.setVisible(ticked)
        self.updateGeometry()

    @override
    def places(self, width: int) -> list[QRect]:
        pad = self._look.px(10)
        room = width - 2 * _SIDE
        if self.control is None:
            return [QRect(_SIDE, pad, room, self._high(room))]
        wish = self.control.sizeHint()
        beside = room - wish.width() - self.gap
        if self._wide or beside < self._look.px(_LEAST_WORDS):
            words = self._high(room)
            # A wide one has its ground under its whole width; others keep room for their ring.
            wide = room if self._wide else min(wish.width(), room + 2 * HALO)
            tall = self.control.hasHeightForWidth()
            high = self.control.heightForWidth(wide) if tall else wish.height()
            left = _SIDE if self._wide else _SIDE - HALO
            below = QRect(left, pad + words + self._look.px(6), wide, high)
            return [QRect(_SIDE, pad, room, words), below]
        words = self._high(beside)
        high = max(words, wish.height())
        outdent = HALO if isinstance(self.control, Control) else 0  # what is seen ends at the edge
        return [
            QRect(_SIDE, pad + (high - words) // 2, beside, words),
            QRect(
                width - _SIDE + outdent - wish.width(),
                pad + (high - wish.height()) // 2,
                wish.width(),
                wish.height(),
            ),
        ]

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + self._look.px(10)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.lined:
            line = self._look.colour("line")
            QPainter(self).fillRect(_SIDE, 0, self.width() - 2 * _SIDE, 1, line)

    def _high(self, width: int) -> int:
        layout = self._words.layout()
        return layout.heightForWidth(width) if layout is not None else 0


class ShortFactRow(SettingRow):
    """Something that is only read and short: its name, and beside it what it is."""

    def __init__(self, look: Look, title: str, value: str, text: str = "") -> None:
        super().__init__(look, title, text, Text(look, "small", "muted", value, wrap=False))


class FactRow(SettingRow):
    """Something that is only read: its name, and below it what it is."""

    def __init__(self, look: Look, title: str, value: str = "") -> None:
        super().__init__(look, title, value)

    def show_value(self, value: str) -> None:
        """Say what it is; a row that has nothing to say is not there."""
        self.set_detail(value)
        self.setVisible(bool(value))


class LinkRow(Control):
    """Something that leads on: its name, a line about it, and a chevron; all of it is the button.

    Attributes:
        lined: Whether a line parts it from the row above.
    """

    radius = RADIUS_CARD - 2

    def __init__(self, look: Look, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, parent=parent)
        self.lined = False
        self._detail = detail
        self.setAccessibleDescription(detail)
        let_height_follow_width(self, wide=True)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        words = sum(one.height for one in self._words(width))
        return int(words) + 2 * self.look.px(8) + 2 * self.halo

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(280), self.heightForWidth(self.look.px(280)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(40))

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        if self.lined:
            line = QRectF(_SIDE, 0, self.width() - 2 * _SIDE, 1)
            painter.fillRect(line, self.look.colour("line"))
        if self.lit:
            self.ground(painter, body, self.look.colour("hover"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = self.look.px(16)
        top = body.top() + self.look.px(8)
        left = _SIDE + (side + GAP_2 if mirrored else 0)
        for words, ink in zip(self._words(self.width()), ("text", "muted"), strict=True):
            words.paint(painter, left, top, self.look.colour(ink))
            top += words.height
        if mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        right = self.width() - _SIDE + side * _BESIDE_CHEVRON
        place = QRectF(right - side, body.center().y() - side / 2, side, side)
        paint_icon(painter, "chevron", place, self.look.colour("muted"))

    def _words(self, width: int) -> tuple[Lettering, Lettering]:
        room = width - 2 * _SIDE - self.look.px(16) - GAP_2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        title, detail = (
            Lettering(
                text, self.look.font(role), self.look.line_height(role), room, mirrored=mirrored
            )
            for text, role in ((self.text(), "body"), (self._detail, "small"))
        )
        return title, detail


class Group(QWidget):
    """A card of rows, with what they are about above it."""

    def __init__(self, look: Look, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Panel(look, "surface", "line")
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(1, 2, 1, 2)
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        if title:
            layout.addWidget(Text(look, "label", "muted", title))
        layout.addWidget(self._card)
        let_height_follow_width(self)

    def add(self, row: QWidget) -> None:
        """Put a row at the end, under a line if it is not the first."""
        if isinstance(row, SettingRow | LinkRow):
            row.lined = self._rows.count() > 0
        self._rows.addWidget(row)

    def clear(self) -> None:
        """Take all rows out."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class Pane(QScrollArea):
    """A page of groups that scrolls; its column is as wide as text may be."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setSpacing(GAP_4)
        self._column.addStretch(1)
        self.setWidget(self._inner)
        for ground in (self.viewport(), self._inner):
            ground.setAutoFillBackground(False)
        self._bar = OverlayBar(look, self)

    def put(self, widget: QWidget) -> None:
        """Put something at the end of the column."""
        self._column.insertWidget(self._column.count() - 1, widget)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(GAP_4, (event.size().width() - COLUMN_WIDTH) // 2)
        self._column.setContentsMargins(side, GAP_4, side, GAP_4)
        super().resizeEvent(event)
