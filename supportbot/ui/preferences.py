"""The settings in force: a change counts at once and is written off the main thread.

Owns which settings are in force and tells when they change, whoever changed them. Must not decide what a
setting does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from supportbot.errors import SupportbotError
from supportbot.ui.operations import Operation, Operations

if TYPE_CHECKING:
    from supportbot.settings import Kept, Settings, SettingsFile

_PATIENCE_S = 5.0


class Preferences(QObject):
    """What the customer chose.

    Args:
        file: Where it is kept.

    Signals:
        changed: Other settings are in force.
        noticed: Something was done to the file from outside (its ``Notices``).
        unread: The file could not be looked at; why.
        failed: What was changed counts, and could not be written; why.
    """

    changed = Signal()
    noticed = Signal(object)
    unread = Signal(object)
    failed = Signal(object)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._settings = file.settings
        self._waiting = 0  # changes that are not written yet
        self._operations = Operations(self)

    @property
    def settings(self) -> Settings:
        """What is in force."""
        return self._settings

    def change(self, **changes: object) -> None:
        """Have other settings, from now on.

        Raises:
            pydantic.ValidationError: A value is out of bounds.
        """
        settings = self._settings.changed(**changes)
        if settings == self._settings:
            return
        self._settings = settings
        self.changed.emit()
        self._waiting += 1
        self._operations.start(
            Operation(lambda: self._file.change(**changes), self._on_written, self._on_failed)
        )

    def look(self) -> None:
        """See whether the file was changed from outside."""
        self._waiting += 1
        self._operations.start(Operation(self._file.look, self._on_written, self._on_unread))

    def look_when_active(self, state: Qt.ApplicationState) -> None:
        """See to it whenever somebody comes back to the window."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def close(self, **changes: object) -> SupportbotError | None:
        """Write these last changes before this returns; why not, if so."""
        self._operations.close(_PATIENCE_S)
        try:
            self._settings = self._file.change(**changes).settings
        except SupportbotError as err:
            return err
        return None

    def _on_written(self, kept: Kept) -> None:
        self._waiting -= 1
        if not self._waiting and kept.settings != self._settings:
            self._settings = kept.settings
            self.changed.emit()
        if kept.notices:
            self.noticed.emit(kept.notices)

    def _on_unread(self, error: SupportbotError) -> None:
        self._waiting -= 1
        self.unread.emit(error)

    def _on_failed(self, error: SupportbotError) -> None:
        self._waiting -= 1
        self.failed.emit(error)
