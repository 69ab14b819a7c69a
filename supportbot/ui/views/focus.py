"""Where Tab goes: in the order of reading, and round and round.

Qt's own order is that in which widgets were made, which puts an answer behind the footer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from supportbot.ui.views.arrange import Arrangement
from supportbot.ui.views.piles import is_away, wake

if TYPE_CHECKING:
    from collections.abc import Iterator


def tab_within(panel: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next stop of ``panel``; whether there is one."""
    current = QApplication.focusWidget()
    if current is None or not panel.isAncestorOf(current):
        current = panel
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    for one in _round(panel, current, forward=forward):
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            wake(one)
            one.setFocus(reason)
            bring_into_view(one)
            return True
    return False


def bring_into_view(stop: QWidget) -> None:
    """Scroll to a widget; Qt does so only where Tab stays inside one area that scrolls."""
    parent = stop.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(stop)
        parent = parent.parentWidget()


def _round(panel: QWidget, start: QWidget, *, forward: bool) -> Iterator[QWidget]:
    """What is seen in a panel from ``start`` on, once round; no more is looked at than is asked for."""
    at = one = start
    while one is not panel:  # where a part of it was hidden, from there on
        at = one if is_away(one) else at
        one = _parent(one)
    if forward and (at is panel or not is_away(at)):
        yield from _inside(at, forward=True)
    while at is not panel:
        parent = _parent(at)
        siblings = _ordered(parent, forward=forward)
        for sibling in siblings[siblings.index(at) + 1 :]:
            yield from _whole(sibling, forward=forward)
        if not forward and parent is not panel:
            yield parent
        at = parent
    yield from _inside(panel, forward=forward)


def _parent(widget: QWidget) -> QWidget:
    """The parent of what is in a panel, and therefore has one."""
    return cast("QWidget", widget.parentWidget())


def _whole(widget: QWidget, *, forward: bool) -> Iterator[QWidget]:
    """A widget and what is in it, if it is seen."""
    if is_away(widget):
        return
    if forward:
        yield widget
    yield from _inside(widget, forward=forward)
    if not forward:
        yield widget


def _inside(widget: QWidget, *, forward: bool) -> Iterator[QWidget]:
    for child in _ordered(widget, forward=forward):
        yield from _whole(child, forward=forward)


def _ordered(widget: QWidget, *, forward: bool) -> list[QWidget]:
    """What stands directly in a widget as it is laid out; what no layout holds comes after."""
    layout = widget.layout()
    if isinstance(widget, Arrangement):
        laid_out = widget.items
    else:
        laid_out = list(_laid_out(layout)) if layout is not None else []
    known = set(laid_out)
    others = [one for one in widget.children() if isinstance(one, QWidget) and one not in known]
    found = [child for child in (*laid_out, *others) if not child.isWindow()]
    return found if forward else found[::-1]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
