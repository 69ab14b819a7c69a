"""Two small arrangements Qt lacks: children that flow into lines, and children that share or stack.

Both answer ``heightForWidth`` honestly, which is what keeps a column from jumping.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Arrangement(QWidget):
    """A widget that places its children itself.

    Args:
        gap: Space between children, in pixels.
        children: In reading order.
    """

    def __init__(self, gap: int, children: Iterable[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gap = gap
        self.items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in children:
            self.add(child)

    def add(self, child: QWidget) -> None:
        """Put a child at the end."""
        child.setParent(self)
        self.items.append(child)
        child.show()
        self.updateGeometry()

    def places(self, width: int) -> list[QRect]:
        """Where each child stands when there is this much room, as if read from left to right."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self.places(width)), default=0)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() for item in self.items) + self.gap * max(len(self.items) - 1, 0)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        widest = max((item.minimumSizeHint().width() for item in self.items), default=0)
        return QSize(widest, max((item.sizeHint().height() for item in self.items), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Place the children now."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item, place in zip(self.items, self.places(self.width()), strict=True):
            if mirrored:
                place.moveLeft(self.width() - place.left() - place.width())
            item.setGeometry(place)

    def event(self, event):  # type: ignore[no-untyped-def]
        """Place the children again when one of them changed its size."""
        if event.type() == event.Type.LayoutRequest:
            self.updateGeometry()
            self.arrange()
        return super().event(event)


class Flow(Arrangement):
    """Children in lines, as words in a text."""

    def places(self, width: int) -> list[QRect]:
        found: list[QRect] = []
        left = top = tallest = 0
        for item in self.items:
            wish = item.sizeHint()
            size = QSize(min(wish.width(), width), wish.height())
            if left and left + size.width() > width:
                left, top, tallest = 0, top + tallest + self.gap, 0
            found.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + self.gap
            tallest = max(tallest, size.height())
        return found


class Shared(Arrangement):
    """Children side by side, the one at ``grows`` taking what is left; stacked where they do not fit."""

    grows = 0

    def places(self, width: int) -> list[QRect]:
        wishes = [item.sizeHint() for item in self.items]
        spare = width - sum(w.width() for w in wishes) - self.gap * max(len(wishes) - 1, 0)
        found: list[QRect] = []
        left = top = 0
        for index, wish in enumerate(wishes):
            if spare < 0:
                found.append(QRect(0, top, width, wish.height()))
                top += wish.height() + self.gap
                continue
            wide = wish.width() + (spare if index == self.grows else 0)
            found.append(QRect(left, 0, wide, wish.height()))
            left += wide + self.gap
        return found
