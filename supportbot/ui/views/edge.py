"""The edge of what stands above a page: a line, while something goes on behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStackedWidget

    from supportbot.ui.look import Look

_LINE = 1


class Edge(QWidget):
    """A line at the foot of a scroll area, drawn over it: as wide as it, and hidden while nothing is cut there.

    Args:
        look: The theme in force.
        area: What stands above; it may go on below the line.
        pages: What stands below; the page that is shown may go on above the line.
    """

    def __init__(self, look: Look, area: QAbstractScrollArea, pages: QStackedWidget) -> None:
        super().__init__(area)
        self._look = look
        self._area = area
        self._pages = pages
        self._heard: set[QAbstractScrollArea] = set()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hear(area)
        pages.currentChanged.connect(self._on_page_changed)
        area.installEventFilter(self)
        look.changed.connect(self.update)
        self._on_page_changed()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self.setGeometry(0, self._area.height() - _LINE, self._area.width(), _LINE)
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.colour("line"))

    def _on_page_changed(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, QAbstractScrollArea):
            self._hear(page)
        self._settle()

    def _hear(self, area: QAbstractScrollArea) -> None:
        """Follow how far it is scrolled; once."""
        if area not in self._heard:
            self._heard.add(area)
            bar = area.verticalScrollBar()
            bar.valueChanged.connect(self._settle)
            bar.rangeChanged.connect(self._settle)

    def _settle(self) -> None:
        above, page = self._area.verticalScrollBar(), self._pages.currentWidget()
        cut = above.value() < above.maximum()
        if isinstance(page, QAbstractScrollArea):
            bar = page.verticalScrollBar()
            cut = cut or bar.value() > bar.minimum()
        self.setVisible(cut)
