"""Telling a screen reader something once: a sentence, or where in a list the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QListView


def announce(source: QObject, text: str) -> None:
    """Have ``text`` read out when the reader is done with what it says."""
    if QAccessible.isActive() and text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


def point_out_row(view: QListView) -> None:
    """Have the current row read out.

    Qt tells of the list alone when the list takes the focus, after its ``focusInEvent``.
    """
    index = view.currentIndex()
    if QAccessible.isActive() and index.isValid() and view.hasFocus():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(index.row())
        QAccessible.updateAccessibility(event)
