"""The icon in the system's tray: with it, closing the window leaves the helper within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from pathlib import Path


class Tray(QObject):
    """An icon, shown on request.

    Args:
        name: Of the product.
        logo: Its picture.

    Signals:
        open_requested: The window is to come forward.
        quit_requested: Everything is to end.
    """

    open_requested = Signal()
    quit_requested = Signal()

    def __init__(self, name: str, logo: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu()
        self._menu.addAction(filled(self.tr("Open %1"), name), self.open_requested.emit)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit"), self.quit_requested.emit)
        self._icon = QSystemTrayIcon(QIcon(str(logo)), self)
        self._icon.setToolTip(name)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)

    @staticmethod
    def is_possible() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def shown(self) -> bool:
        """Whether the icon is there."""
        return self._icon.isVisible()

    def set_shown(self, *, shown: bool) -> None:
        """Show the icon, or take it away; while it is there the last window may close and the app goes on."""
        self._icon.setVisible(shown)
        QApplication.setQuitOnLastWindowClosed(not shown)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_requested.emit()
