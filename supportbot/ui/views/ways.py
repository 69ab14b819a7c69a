"""A few choices in one line; where there is no room for that, a button that says what is chosen and lists them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from typing_extensions import override

from supportbot.ui.theme import HALO
from supportbot.ui.views.arrange import fold
from supportbot.ui.views.choosing import ChoiceButton, Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.choices import Option
    from supportbot.ui.look import Look


class FoldingSegments(Segments):
    """Segments that never take more than a line; they keep the room for a ring that fields keep, too.

    Attributes:
        list: The button that stands in their place.
    """

    def __init__(
        self, look: Look, name: str, options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        self._options = options  # asked for while the rest is built
        self.list = ChoiceButton(look, name)
        super().__init__(look, name, options, parent)
        self.setContentsMargins(HALO, 0, HALO, 0)
        self.list.setParent(self)
        self.list.hide()
        self.list.chosen.connect(self._on_listed)
        self.chosen.connect(lambda value: self.list.show_value(self._options, value))

    @override
    def show_value(self, value: object) -> None:
        super().show_value(value)
        self.list.show_value(self._options, value)

    @override
    def places(self, width: int) -> list[QRect]:
        if self._fits_in(width):
            return [one.translated(HALO, 0) for one in super().places(width - 2 * HALO)]
        high = self.list.sizeHint().height()
        return [QRect(0, 0, width, high) for _ in self.items]

    @override
    def minimumSizeHint(self) -> QSize:
        listed = self.list.minimumSizeHint()
        # How high it is at a width, it says itself: a list is higher than segments, and not always there.
        return QSize(listed.width(), min(listed.height(), super().minimumSizeHint().height()))

    @override
    def arrange(self) -> None:
        self._fold(folded=not self._fits_in(self.width()))
        super().arrange()
        self.list.setGeometry(0, 0, self.width(), self.list.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.list.isHidden():
            super().paintEvent(event)

    def _fits_in(self, width: int) -> bool:
        return (
            max(item.sizeHint().width() for item in self.items) * len(self.items)
            <= width - 2 * HALO
        )

    def _fold(self, *, folded: bool) -> None:
        if fold(self.list, self.items, folded=folded):
            stop = self.list if folded else self.items[0]
            stop.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_listed(self, value: object) -> None:
        self.show_value(value)
        self.chosen.emit(value)
