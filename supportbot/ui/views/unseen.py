"""What is hidden, made ready before somebody wants to see it: laid out, its letters found and drawn once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QListView, QWidget


def lay_out_unseen(widget: QWidget) -> None:
    """Lay out a hidden widget, and all that is in it, as it will be when it is seen."""
    widget.grab(QRect(0, 0, 1, 1))


def draw_rows_unseen(rows: QListView) -> Iterator[None]:
    """Draw each row that will be seen first, where nobody sees it."""
    model, delegate = rows.model(), rows.itemDelegate()
    option = QStyleOptionViewItem()
    option.direction = rows.layoutDirection()
    room = rows.viewport().height()
    for at in range(model.rowCount()):
        index = model.index(at, 0)
        high = delegate.sizeHint(option, index).height()
        option.rect = QRect(0, 0, rows.viewport().width(), high)
        picture = QPixmap(option.rect.size())
        painter = QPainter(picture)
        delegate.paint(painter, option, index)
        painter.end()
        yield
        room -= high
        if room <= 0 or at + 1 >= model.rowCount():
            return
