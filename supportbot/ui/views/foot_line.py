"""A few words and a link at the two ends of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from typing_extensions import override

from supportbot.ui.theme import GAP_2
from supportbot.ui.views.arrange import Arrangement, height_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.views.controls import Button
    from supportbot.ui.views.lettering import Text


class FootLine(Arrangement):
    """Words, and a link at the other end; where there is no room for both, they begin below each other.

    The words keep the room that the link has around its own, so that all of them stand in line.
    """

    def __init__(self, note: Text, link: Button, parent: QWidget | None = None) -> None:
        self._note, self._link = note, link
        super().__init__(GAP_2, (note, link), parent)

    @override
    def places(self, width: int) -> list[QRect]:
        inset = self._link.inset
        note, link = self._note.sizeHint(), self._link.sizeHint()
        if inset + note.width() + self.gap + link.width() <= width:
            high = max(note.height(), link.height())
            return [
                QRect(inset, (high - note.height()) // 2, note.width(), note.height()),
                QRect(
                    width - link.width(), (high - link.height()) // 2, link.width(), link.height()
                ),
            ]
        words = min(note.width(), width - inset)
        wide = min(link.width(), width)
        above = height_at(self._note, words)
        return [QRect(inset, 0, words, above), QRect(0, above, wide, height_at(self._link, wide))]
