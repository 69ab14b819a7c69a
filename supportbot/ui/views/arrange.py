"""Small arrangements Qt lacks: children that flow into lines, and that share or stack.

All answer ``heightForWidth`` honestly, which is what keeps a column from jumping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from supportbot.ui.views.policy import let_height_follow_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent


def height_at(widget: QWidget, width: int) -> int:
    """How high a widget is when it gets this width: one that gets less than it wishes may need more lines."""
    wish = widget.sizeHint()
    if wish.width() <= width:
        return wish.height()
    return max(wish.height(), widget.heightForWidth(width))


class Arrangement(QWidget):
    """A widget that places its children itself.

    Args:
        gap: Space between children, in pixels.
        children: In reading order.
    """

    def __init__(
        self, gap: int, children: Iterable[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.gap = gap
        self.items: list[QWidget] = []
        let_height_follow_width(self)
        for child in children:
            self.add(child)

    def add(self, child: QWidget, at: int | None = None) -> None:
        """Put a child before the one at ``at``, or at the end."""
        child.setParent(self)
        self.items.insert(len(self.items) if at is None else at, child)
        child.show()
        self.updateGeometry()

    def set_shown(self, shown: Mapping[QWidget, bool]) -> None:
        """Take children in or out; those that are out take no room."""
        kept = [child for child, wanted in shown.items() if wanted]
        for child, wanted in shown.items():
            child.setVisible(wanted)
        self.items = kept
        self.setVisible(bool(kept))
        self.updateGeometry()
        self.arrange()

    def places(self, width: int) -> list[QRect]:
        """Where each child stands when there is this much room, as if read from left to right."""
        raise NotImplementedError

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self.places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() for item in self.items) + self.gap * max(
            len(self.items) - 1, 0
        )
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((item.minimumSizeHint().width() for item in self.items), default=0)
        return QSize(widest, max((item.sizeHint().height() for item in self.items), default=0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Place the children now."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item, place in zip(self.items, self.places(self.width()), strict=True):
            if mirrored:
                place.moveLeft(self.width() - place.left() - place.width())
            item.setGeometry(place)

    @override
    def event(self, event: QEvent) -> bool:
        """Place the children again when one of them changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.arrange()
        return super().event(event)


class Flow(Arrangement):
    """Children in lines, as words in a text; in a line they stand at one height."""

    @override
    def places(self, width: int) -> list[QRect]:
        lines: list[list[QRect]] = []
        for item in self.items:
            wish = item.sizeHint()
            size = QSize(min(wish.width(), width), wish.height())
            if wish.width() > width and item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(width))
            left = lines[-1][-1].right() + 1 + self.gap if lines else 0
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append(QRect(left, 0, size.width(), size.height()))
        top = 0
        for line in lines:
            tallest = max(place.height() for place in line)
            for place in line:
                place.moveTop(top + (tallest - place.height()) // 2)
            top += tallest + self.gap
        return [place for line in lines for place in line]


class Shared(Arrangement):
    """Children in lines that are filled: the one at ``grows`` takes what is left, or all share it."""

    grows = 0

    @override
    def places(self, width: int) -> list[QRect]:
        found: list[QRect] = []
        top = 0
        for line in self._lines(width):
            wishes = [min(self.items[index].sizeHint().width(), width) for index in line]
            highs = [
                height_at(self.items[index], wish) for index, wish in zip(line, wishes, strict=True)
            ]
            tallest = max(highs)
            spare = width - sum(wishes) - self.gap * (len(line) - 1)
            left = 0
            for index, wish, high in zip(line, wishes, highs, strict=True):
                share = (
                    spare // len(line) if self.grows not in line else spare * (index == self.grows)
                )
                found.append(QRect(left, top + (tallest - high) // 2, wish + share, high))
                left += wish + share + self.gap
            top += tallest + self.gap
        return found

    def _lines(self, width: int) -> list[list[int]]:
        lines: list[list[int]] = []
        used = 0
        for index, item in enumerate(self.items):
            wish = item.sizeHint().width()
            if lines and used + self.gap + wish <= width:
                lines[-1].append(index)
                used += self.gap + wish
            else:
                lines.append([index])
                used = wish
        return lines


def fold(listed: QWidget, items: Sequence[QWidget], *, folded: bool) -> bool:
    """Show a list in the place of what it lists, or that again; whether the keyboard was there and wants a place."""
    if folded is not listed.isHidden():
        return False
    held = any(one.hasFocus() for one in (listed, *items))
    listed.setVisible(folded)
    for item in items:
        item.setVisible(not folded)
    return held
