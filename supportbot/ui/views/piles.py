"""Hundreds of widgets in a column: only those near to what is seen are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from supportbot.ui.views.arrange import Arrangement

_MOST_IN_A_PILE = 10


class Pile(Arrangement):
    """Children one below the other, as wide as it is, that come one by one.

    A box layout would ask all of them anew whenever one comes, and each for several widths.
    """

    _known: tuple[int, list[QRect]] = (-1, [])  # the places at a width, until something changes
    resting = False  # hidden because it is far from what is seen; it keeps its room

    def rest(self, resting: bool) -> None:
        """Hide it, as long as it is far from what is seen, or show it again."""
        if resting is not self.resting:
            self.resting = resting
            self.setVisible(not resting)

    def ask_anew(self) -> None:
        """Something changed that nobody tells it of, for layouts sleep while they are not shown."""
        for item in self.items:
            if (layout := item.layout()) is not None:
                layout.activate()
        self._known = (-1, [])

    @override
    def places(self, width: int) -> list[QRect]:
        if self._known[0] == width:
            return self._known[1]
        found: list[QRect] = []
        top = 0
        for item in self.items:
            height = item.heightForWidth(width)
            found.append(QRect(0, top, width, height))
            top += height + self.gap
        self._known = width, found
        return found

    @override
    def add(self, child: QWidget, at: int | None = None) -> None:
        self._known = (-1, [])
        super().add(child, at)
        self._known = (-1, [])

    def forget(self) -> None:
        """Place the children no more: they are taken apart."""
        self.items.clear()
        self._known = (-1, [])

    @override
    def event(self, event: QEvent) -> bool:
        """Ask again when a child changed; what changed while it was not seen, nobody told."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._known = (-1, [])
        if event.type() == QEvent.Type.Show:
            self.updateGeometry()
            self.arrange()
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Piles(Pile):
    """Hundreds of children one below the other, in piles: one that comes moves those of its pile, and the others as wholes."""

    def put(self, child: QWidget, *, above: bool = False) -> None:
        """Put a child below the others, or above them."""
        pile = (self.piles[0] if above else self.piles[-1]) if self.items else None
        if pile is None or len(pile.items) >= _MOST_IN_A_PILE:
            pile = Pile(self.gap)
            self.add(pile, 0 if above else None)
        pile.add(child, 0 if above else None)

    @property
    def piles(self) -> list[Pile]:
        """They, from top to bottom."""
        return [pile for pile in self.items if isinstance(pile, Pile)]

    def lay_out(self) -> None:
        """Place now what came at either end or changed there, and not when the event loop comes to it."""
        for widget in (*self.piles[:1], *self.piles[1:][-1:], self):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.LayoutRequest))

    def show_near(self, top: int, bottom: int) -> None:
        """Show what stands between two heights and a screen around it; the rest need not be shown, moved or hidden.

        Tab finds what rests all the same (``supportbot.ui.views.focus``), and where the keyboard is nothing is hidden.
        """
        around, focus = bottom - top, QApplication.focusWidget()
        for pile, place in zip(self.piles, self.places(self.width()), strict=True):
            far = place.bottom() < top - around or place.top() > bottom + around
            pile.rest(far and not (focus is not None and pile.isAncestorOf(focus)))

    @override
    def ask_anew(self) -> None:
        for pile in self.piles:
            pile.ask_anew()
        super().ask_anew()

    @override
    def forget(self) -> None:
        for pile in self.piles:
            pile.forget()
        super().forget()


def is_away(widget: QWidget) -> bool:
    """Whether a widget is hidden, and does not only rest until somebody comes to it."""
    return widget.isHidden() and not (isinstance(widget, Pile) and widget.resting)


def wake(widget: QWidget) -> None:
    """Show what a widget stands in, if it rests."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, Pile):
            parent.rest(False)
        parent = parent.parentWidget()
