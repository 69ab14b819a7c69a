"""Where Tab goes: in the order of reading, and round and round.

Qt's own order is that in which widgets were made, which puts an answer behind the footer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def tab_within(panel: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next stop of ``panel``; whether there is one."""
    stops = [
        child
        for child in _as_read(panel)
        if child.isVisibleTo(panel)
        and child.isEnabled()
        and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    if not stops:
        return False
    current = QApplication.focusWidget()
    at = stops.index(current) if current in stops else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop = stops[(at + (1 if forward else -1)) % len(stops)]
    stop.setFocus(reason)
    bring_into_view(stop)
    return True


def bring_into_view(stop: QWidget) -> None:
    """Scroll to a widget; Qt does so only where Tab stays inside one area that scrolls."""
    parent = stop.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(stop)
        parent = parent.parentWidget()


def _as_read(widget: QWidget) -> Iterator[QWidget]:
    """What is in a widget as it is laid out; what no layout holds comes after."""
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout is not None else []
    others = [one for one in widget.children() if isinstance(one, QWidget) and one not in laid_out]
    for child in (*laid_out, *others):
        if not child.isWindow():
            yield child
            yield from _as_read(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
