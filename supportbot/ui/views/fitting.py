"""Areas that scroll only where they have to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.views.overlay_bar import OverlayBar
from supportbot.ui.views.policy import let_height_follow_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from supportbot.ui.look import Look


class Fitting(QScrollArea):
    """A column that wants to be as high as what stands in it, and scrolls in less.

    Attributes:
        column: Where things are put in.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self.viewport(), self._inner):
            ground.setAutoFillBackground(False)
        self._bar = OverlayBar(look, self)
        let_height_follow_width(self)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self.column.totalHeightForWidth(width)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the layout around it what changed inside; Qt does not."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        return self.column.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.column.totalMinimumSize().width(), 0)


class Footed(QWidget):
    """A column and its feet, which stay in sight while the column scrolls.

    Where that would leave less than ``least`` of the column, the last foot becomes its end and scrolls with it, and
    then the others do.

    Args:
        look: The theme in force.
        feet: What matters most comes first.
        side: Room beside and below them.
        above: Room above the first.
        between: Room between them.

    Attributes:
        column: Where things are put in.
        least: How much of the column has to be seen above the feet.
    """

    def __init__(
        self, look: Look, feet: Sequence[QWidget], *, side: int, above: int, between: int
    ) -> None:
        super().__init__()
        self._look = look
        self._feet = feet
        self._side, self._above, self._between = side, above, between
        self.least = 0
        self._scroll = Fitting(look)
        self._scroll.setParent(self)
        self._scroll.column.setContentsMargins(0, 0, 0, 0)
        self._scroll.column.setSpacing(0)
        self.column = QVBoxLayout()
        self._end = QVBoxLayout()
        self._end.setSpacing(between)
        self._scroll.column.addLayout(self.column)
        self._scroll.column.addLayout(self._end)
        for foot in feet:
            foot.setParent(self)
        let_height_follow_width(self)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self.column.totalHeightForWidth(width) + self._taken(width, len(self._feet))

    @override
    def sizeHint(self) -> QSize:
        wishes = [foot.sizeHint().width() + 2 * self._side for foot in self._feet]
        wide = max(self.column.totalSizeHint().width(), *wishes)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        wishes = [foot.minimumSizeHint().width() + 2 * self._side for foot in self._feet]
        return QSize(max(self.column.totalMinimumSize().width(), *wishes), 0)

    @override
    def event(self, event: QEvent) -> bool:
        """Place all again when one of them changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        seen = self._scroll.height()
        if seen < self.height() and self._scroll.verticalScrollBar().maximum() > 0:
            QPainter(self).fillRect(0, seen, self.width(), 1, self._look.colour("line"))

    def _taken(self, width: int, count: int) -> int:
        """How high so many feet are together, with the room around them."""
        highs = [foot.heightForWidth(width - 2 * self._side) for foot in self._shown(count)]
        gaps = self._above + self._between * (len(highs) - 1) if highs else 0
        return sum(highs) + gaps + self._side

    def _shown(self, count: int) -> list[QWidget]:
        return [foot for foot in self._feet[:count] if not foot.isHidden()]

    def _arrange(self) -> None:
        wide, high = self.width(), self.height()
        least = min(self.least, self.column.totalHeightForWidth(wide))
        held = len(self._feet)
        while held and high - self._taken(wide, held) < least:
            held -= 1
        for at, foot in enumerate(self._feet):
            self._hold(foot, held=at < held)
        kept = self._shown(held)
        loose = len(self._shown(len(self._feet))) > len(kept)
        self._end.setContentsMargins(
            self._side, self._above if loose else 0, self._side, 0 if kept else self._side
        )
        top = high - self._taken(wide, held) if kept else high
        self._scroll.setGeometry(0, 0, wide, top)
        top += self._above
        for foot in kept:
            tall = foot.heightForWidth(wide - 2 * self._side)
            foot.setGeometry(self._side, top, wide - 2 * self._side, tall)
            top += tall + self._between
        self.update()

    def _hold(self, foot: QWidget, *, held: bool) -> None:
        if held is (foot.parentWidget() is self):
            return
        hidden, focused = foot.isHidden(), self.window().focusWidget()
        had = focused is not None and foot.isAncestorOf(focused)
        if held:
            self._end.removeWidget(foot)
            foot.setParent(self)
        else:
            self._end.insertWidget(self._end.count() if foot is self._feet[-1] else 0, foot)
        foot.setHidden(hidden)
        if had and focused is not None:
            focused.setFocus()
