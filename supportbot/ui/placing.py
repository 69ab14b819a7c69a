"""Where the window stood, and whether that place is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from supportbot.settings import WindowGeometry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_SEEN_PX = 80


def restore_place(
    window: QWidget, place: WindowGeometry | None, screens: Sequence[QRect] = ()
) -> None:
    """Put the window where it stood; on a screen that is gone, keep only its size.

    Args:
        window: Not shown yet.
        place: Where it stood.
        screens: The room there is, the main screen first; as the system says without.
    """
    if place is None:
        return
    screens = screens or _screens()
    rect = QRect(place.x, place.y, place.width, place.height)
    home = next((screen for screen in screens if _is_seen(rect, screen)), None)
    if home is None:
        window.resize(rect.size().boundedTo(screens[0].size()))
    else:
        window.setGeometry(QRect(rect.topLeft(), rect.size().boundedTo(_largest(screens, home))))
    if place.maximized:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def place_of(window: QWidget) -> WindowGeometry | None:
    """Where the window stands, or would without being maximised; ``None`` where nobody knows."""
    large = window.isMaximized() or window.isFullScreen() or window.isMinimized()
    rect = window.normalGeometry() if large else window.geometry()
    try:
        return WindowGeometry(
            x=rect.x(),
            y=rect.y(),
            width=rect.width(),
            height=rect.height(),
            maximized=window.isMaximized(),
        )
    except ValidationError:  # a window that was never anything but large
        return None


def _screens() -> list[QRect]:
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    return [screen.availableGeometry() for screen in (main, *others)]


def _is_seen(rect: QRect, screen: QRect) -> bool:
    """Whether enough of the top edge can be grabbed."""
    top = QRect(rect.left(), rect.top(), rect.width(), 32).intersected(screen)
    return top.width() >= _SEEN_PX and top.height() > 0


def _largest(screens: Sequence[QRect], home: QRect) -> QSize:
    size = home.size()
    for screen in screens:
        size = size.expandedTo(screen.size())
    return size
