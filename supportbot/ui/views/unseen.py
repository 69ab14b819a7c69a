"""What is hidden, made ready before somebody wants to see it: laid out, its letters found and drawn once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter, QPixmap, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QListView, QWidget

    from supportbot.ui.look import Look

# The roles of type that customers' words stand in, and a letter of each script that one of their systems' fonts lends.
_ROLES = ("body", "entry", "fine")
_LETTERS = "課かカ한ع"


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


def find_letters_unseen(look: Look) -> Iterator[None]:
    """Have the fonts of other scripts found, as words and as hits, one each time the next is asked for."""
    for role in _ROLES:
        plain, hit = look.font(role), look.font(role)
        hit.setWeight(QFont.Weight.DemiBold)
        for font in (plain, hit):
            for letter in _LETTERS:
                layout = QTextLayout(letter, font)
                layout.beginLayout()
                layout.createLine()
                layout.endLayout()
                yield
