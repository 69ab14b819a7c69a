"""Buttons side by side, never wider than they are in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from supportbot.ui.theme import BUTTONS_WIDTH
from supportbot.ui.views.arrange import Shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look


class ButtonRow(Shared):
    """Buttons that share a line, at its beginning where it is long.

    Args:
        look: The theme in force.
        children: In reading order.
        grows: Which of them takes what is left.
    """

    def __init__(
        self,
        look: Look,
        children: Iterable[QWidget] = (),
        grows: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self._look = look
        self.grows = grows
        super().__init__(2, children, parent)

    def holds(self, children: Iterable[QWidget], width: int) -> bool:
        """Whether these stand on one line when there is this much room."""
        wishes = [child.sizeHint().width() for child in children]
        return sum(wishes) + self.gap * (len(wishes) - 1) <= self._room(width)

    @override
    def places(self, width: int) -> list[QRect]:
        return super().places(self._room(width))

    def _room(self, width: int) -> int:
        return min(width, self._look.px(BUTTONS_WIDTH))
