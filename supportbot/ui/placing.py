"""Where the window stood, and whether that place is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

from supportbot.settings import WindowGeometry

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SEEN_PX = 80


def restore_place(window: QWidget, place: WindowGeometry | None) -> None:
    """Put the window where it stood; on a screen that is gone, keep only its size."""
    if place is None:
        return
    rect = QRect(place.x, place.y, place.width, place.height)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    home = next((screen for screen in screens if _is_seen(rect, screen)), None)
    if home is None:
        primary = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(rect.size().boundedTo(primary.size()))
        return
    window.setGeometry(QRect(rect.topLeft(), rect.size().boundedTo(_largest(screens, home))))


def place_of(window: QWidget) -> WindowGeometry | None:
    """Where the window stands; ``None`` while it is maximised or minimised."""
    if window.isMaximized() or window.isMinimized() or window.isFullScreen():
        return None
    rect = window.geometry()
    return WindowGeometry(x=rect.x(), y=rect.y(), width=rect.width(), height=rect.height())


def _is_seen(rect: QRect, screen: QRect) -> bool:
    """Whether enough of the top edge can be grabbed."""
    top = QRect(rect.left(), rect.top(), rect.width(), 32).intersected(screen)
    return top.width() >= _SEEN_PX and top.height() > 0


def _largest(screens: list[QRect], home: QRect) -> QSize:
    size = home.size()
    for screen in screens:
        size = size.expandedTo(screen.size())
    return size
