"""Keeping Tab inside what lies over the rest of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def tab_within(panel: QWidget, *, forward: bool) -> None:
    """Move the focus to the next stop of ``panel``, round and round."""
    stops = _in_tab_order(
        [
            child
            for child in panel.findChildren(QWidget)
            if child.isVisibleTo(panel)
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
    )
    if not stops:
        return
    current = QApplication.focusWidget()
    at = stops.index(current) if current in stops else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)


def _in_tab_order(stops: list[QWidget]) -> list[QWidget]:
    """The widgets as Tab would visit them."""
    if not stops:
        return stops
    wanted = set(stops)
    ordered: list[QWidget] = []
    at: QWidget | None = stops[0]
    while at is not None and wanted:
        if at in wanted:
            ordered.append(at)
            wanted.discard(at)
        at = at.nextInFocusChain()
        if at is stops[0]:
            break
    return ordered
