"""Two things one above the other, of which the upper one gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStackedWidget

    from supportbot.ui.look import Look

_LINE = 1
_LEAST = 16  # of a page: below that the line would be a second one under the header's


class Yielding(QWidget):
    """Pages that scroll, and below them what comes first: it has the height it takes, if there is as much.

    Where a page goes on behind it, a line says so. A box layout would take room from whatever is tallest, also where that cannot scroll.
    """

    def __init__(self, look: Look, above: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._above = above
        self._below: QWidget | None = None
        self.setMinimumHeight(1)
        above.setParent(self)
        above.show()

    def put_below(self, widget: QWidget) -> None:
        """Have this below, while it is not hidden."""
        self._below = widget
        widget.setParent(self)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        """Place them again when one of them changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._above.currentWidget()
        goes_on = isinstance(page, QScrollArea) and page.verticalScrollBar().maximum() > 0
        if goes_on and _LEAST < self._above.height() < self.height():
            QPainter(self).fillRect(
                0, self._above.height(), self.width(), _LINE, self._look.colour("line")
            )

    def _arrange(self) -> None:
        wide, high = self.width(), self.height()
        taken = 0
        if self._below is not None and not self._below.isHidden():
            taken = min(self._below.heightForWidth(wide), high)
            self._below.setGeometry(0, high - taken, wide, taken)
            taken = min(taken + _LINE, high)
        self._above.setGeometry(0, 0, wide, high - taken)
        self.update()
