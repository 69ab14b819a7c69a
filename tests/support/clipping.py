"""Whether words have the room they take, over whatever a window shows; each check returns its faults in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QTextEdit, QWidget

from supportbot.ui.views.controls import Button, Chip, Control
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.row import Row

if TYPE_CHECKING:
    from collections.abc import Collection

_SLACK = 1.0


def clipped(root: QWidget, spared: Collection[str] = ()) -> list[str]:
    """What is cut or does not fit into the window.

    Args:
        root: The window.
        spared: Texts that may be cut with an ellipsis, such as names that may have any length.
    """
    faults = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        text = _text(widget)
        if not text or text in spared:
            continue
        wanted, given = _lengths(widget)
        if wanted > given + _SLACK:
            faults.append(f"{text!r} takes {wanted:.0f} pixels and has {given:.0f}")
        faults += _outside(widget, root, text)
    return faults


def _text(widget: QWidget) -> str:
    if isinstance(widget, Text | Control):
        return widget.text()
    if isinstance(widget, QLineEdit | QTextEdit):
        return widget.placeholderText() if not _typed(widget) else ""
    return ""


def _typed(widget: QLineEdit | QTextEdit) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def _lengths(widget: QWidget) -> tuple[float, float]:
    """How much is wanted and how much there is: of height where it may take lines, else of width."""
    if isinstance(widget, QLineEdit):
        wanted = QFontMetricsF(widget.font()).horizontalAdvance(widget.placeholderText())
        return wanted, widget.width() - 4
    if isinstance(widget, QTextEdit):
        room = widget.viewport().width() - 2 * widget.document().documentMargin()
        metrics = QFontMetricsF(widget.font())
        return metrics.horizontalAdvance(widget.placeholderText()), room
    if isinstance(widget, Text) and widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()), widget.height()
    if isinstance(widget, Row) or (
        isinstance(widget, Button) and widget.sizeHint().width() > widget.width()
    ):
        return widget.heightForWidth(widget.width()), widget.height()
    if isinstance(widget, Chip):
        return 0, 0  # a page's title, which may be cut
    return widget.sizeHint().width(), widget.width()


def _outside(widget: QWidget, root: QWidget, text: str) -> list[str]:
    """What lies beyond an edge that cannot be scrolled to: sideways always, downwards outside of what scrolls."""
    corner = widget.mapTo(root, QPoint(0, 0))
    faults = []
    if corner.x() < 0 or corner.x() + widget.width() > root.width():
        faults.append(f"{text!r} goes beyond the window's side")
    if not _scrolls(widget, root) and corner.y() + widget.height() > root.height():
        faults.append(f"{text!r} goes beyond the window's end")
    return faults


def _scrolls(widget: QWidget, root: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False
