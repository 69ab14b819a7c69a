"""The names of pages: tabs side by side, or a button that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from typing_extensions import override

from supportbot.ui.choices import Option
from supportbot.ui.theme import GAP_1, GAP_2, HALO
from supportbot.ui.views.arrange import Arrangement, fold
from supportbot.ui.views.choosing import ChoiceButton, OneOf, centred_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look


class Tab(OneOf):
    """The name of a page; a line stands under the one that is shown."""

    radius = 6

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.font("button")).horizontalAdvance(self.text())
        return QSize(
            int(words + 0.999) + 2 * self.look.px(9) + 2 * self.halo,
            self.look.px(34) + 2 * self.halo,
        )

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        chosen = self.isChecked()
        ink = self.look.colour("text" if chosen or self.lit else "muted")
        centred_words(self, painter, body, "button" if chosen else "entry", ink)
        if chosen:
            high = self.look.px(2)
            painter.fillRect(  # on the line below all of them
                QRectF(body.left() + 4, self.height() - high, body.width() - 8, high),
                self.look.colour("accent"),
            )


class Tabs(Arrangement):
    """Names of pages in one line; where that is too long, a button that says which is shown and lists them all.

    Args:
        look: The theme in force.
        name: What they are pages of.
        titles: In reading order.

    Attributes:
        side: Where the words below it begin, from the side.
        list: The button.

    Signals:
        chosen: Which page, counted from 0.
    """

    chosen = Signal(int)

    def __init__(
        self, look: Look, name: str, titles: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, parent=parent)
        self._look = look
        self.side = 0
        self._options = [Option(at, title) for at, title in enumerate(titles)]
        self.list = ChoiceButton(look, name, self)
        self.list.hide()
        self.list.chosen.connect(self.show_page)
        for at, title in enumerate(titles):
            tab = Tab(look, title)
            tab.toggled.connect(lambda on, at=at: self._on_chosen(at) if on else None)
            self.add(tab)

    def show_page(self, at: int) -> None:
        """Have this page's name chosen."""
        tab = self.items[at]
        if isinstance(tab, Tab):
            tab.setChecked(True)

    def focus_page(self, at: int) -> None:
        """Have the keyboard at this page's name."""
        stop = self.items[at] if self.list.isHidden() else self.list
        stop.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def places(self, width: int) -> list[QRect]:
        left = self._start()
        found = []
        for item in self.items:
            wish = item.sizeHint()
            found.append(QRect(left, 0, wish.width(), wish.height()))
            left += wish.width()
        return found

    @override
    def heightForWidth(self, width: int) -> int:
        if self._fits_in(width):
            return super().heightForWidth(width)
        return self.list.sizeHint().height() + GAP_2

    @override
    def minimumSizeHint(self) -> QSize:
        return self.list.minimumSizeHint()

    @override
    def arrange(self) -> None:
        self._fold(folded=not self._fits_in(self.width()))
        super().arrange()
        inset = max(self.side - self.list.halo, 0)
        wide = self.width() - 2 * inset
        self.list.setGeometry(inset, 0, wide, self.list.sizeHint().height())

    def _start(self) -> int:
        """Where the first tab begins, so that its words stand in line with those below."""
        return max(self.side - self._look.px(9) - HALO, GAP_1)

    def _fits_in(self, width: int) -> bool:
        wished = sum(item.sizeHint().width() for item in self.items)
        return 2 * self._start() + wished <= width

    def _fold(self, *, folded: bool) -> None:
        if fold(self.list, self.items, folded=folded):
            self.focus_page(next((at for at, one in enumerate(self.items) if _is_on(one)), 0))

    def _on_chosen(self, at: int) -> None:
        self.list.show_value(self._options, at)
        self.chosen.emit(at)


def _is_on(tab: QWidget) -> bool:
    return isinstance(tab, Tab) and tab.isChecked()
