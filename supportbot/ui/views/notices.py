"""Notices one below the other, as wide as what stands below them; without any they take no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from supportbot.ui.theme import COLUMN_WIDTH, GAP_2, GAP_3, GAP_4
from supportbot.ui.views.cards import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from supportbot.ui.look import Look


class Notices(QVBoxLayout):
    """What is said until it is put away.

    Args:
        look: The theme in force.
        below: Room below them, where what follows is no heading with room of its own.
    """

    def __init__(self, look: Look, below: int = 0) -> None:
        super().__init__()
        self._look = look
        self._below = below
        self._side = GAP_4
        self.setSpacing(GAP_2)
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
        self.addWidget(notice)
        notice.show()
        self._arrange()
        return notice

    def clear(self) -> None:
        """Take all away."""
        for notice in self._said():
            self.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self._arrange()

    def fit(self, width: int) -> None:
        """Stand over a column in a page of that width."""
        self._side = max(GAP_4, (width - COLUMN_WIDTH) // 2)
        self._arrange()

    def _said(self) -> Iterator[Notice]:
        items = [self.itemAt(at) for at in range(self.count())]
        for item in items:
            widget = item.widget() if item is not None else None
            if isinstance(widget, Notice):
                yield widget

    def _arrange(self) -> None:
        shown = any(not notice.isHidden() for notice in self._said())
        above, below = (GAP_3, self._below) if shown else (0, 0)
        self.setContentsMargins(self._side, above, self._side, below)
