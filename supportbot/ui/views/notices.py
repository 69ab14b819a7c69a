"""Notices one below the other, as wide as what stands below them; without any they take no room.

Of a low window they take a part only, and scroll in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportbot.ui.theme import COLUMN_WIDTH, GAP_2, GAP_3, GAP_4
from supportbot.ui.views.cards import Notice
from supportbot.ui.views.edge import Edge
from supportbot.ui.views.fitting import Fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QStackedWidget

    from supportbot.ui.look import Look


_MOST = 0.5  # of the page they stand over


class Notices(Fitting):
    """What is said until it is put away.

    Args:
        look: The theme in force.
        pages: What they stand over; where it or they go on behind their edge, a line says so.
        below: Room below them.
    """

    def __init__(self, look: Look, pages: QStackedWidget, below: int) -> None:
        super().__init__(look)
        self._look = look
        self._below = below
        self._side = GAP_4
        self.column.setSpacing(GAP_2)
        Edge(look, self, pages)
        self._arrange()

    def say(
        self, text: str, action: str = "", done: Callable[[], None] | None = None
    ) -> Notice | None:
        """Say something; not twice. The new notice, if it is one.

        Args:
            text: One sentence, or two.
            action: What stands on its button; none without.
            done: What the button does.
        """
        for notice in self._said():
            if notice.text.text() == text:
                notice.show()
                self._arrange()
                return None
        notice = Notice(self._look, text, action)
        if done is not None:
            notice.action_requested.connect(done)
        notice.closed.connect(self._arrange)
        self.column.addWidget(notice)
        notice.show()
        self._arrange()
        return notice

    def clear(self) -> None:
        """Take all away."""
        for notice in self._said():
            self.column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self._arrange()

    def fit(self, page: QSize) -> None:
        """Stand over a column in a page of that size."""
        width = page.width()
        self.setMaximumHeight(int(page.height() * _MOST))
        self._side = max(GAP_4, (width - COLUMN_WIDTH) // 2)
        self._arrange()

    def _said(self) -> Iterator[Notice]:
        items = [self.column.itemAt(at) for at in range(self.column.count())]
        for item in items:
            widget = item.widget() if item is not None else None
            if isinstance(widget, Notice):
                yield widget

    def _arrange(self) -> None:
        shown = any(not notice.isHidden() for notice in self._said())
        above, below = (GAP_3, self._below) if shown else (0, 0)
        self.column.setContentsMargins(self._side, above, self._side, below)
        self.setVisible(shown)
        self.updateGeometry()
