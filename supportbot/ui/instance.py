"""One window for one person and one data folder; a second start brings the first forward.

Owns the local socket the two talk through. Its name holds the user and the folder, only the user may
connect, and what a crash left behind is cleared away. Where no socket can be made, there is simply no
such guard: the app must start.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_RAISE = b"raise\n"
_PATIENCE_MS = 2_000
_log = logging.getLogger(__name__)


class SingleInstance(QObject):
    """The guard of one data folder.

    Args:
        data_dir: The folder.
        lock_file: Held for the moment in which two starts might pass each other.

    Signals:
        raise_requested: A second start wants the window to come forward.
    """

    raise_requested = Signal()

    def __init__(self, data_dir: Path, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = instance_name(data_dir)
        self._lock_file = lock_file
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Become the one instance; ``False`` when there is one, which was asked to come forward."""
        lock = QLockFile(str(self._lock_file))
        lock.setStaleLockTime(_PATIENCE_MS)
        lock.tryLock(_PATIENCE_MS)
        try:
            if _ask_to_raise(self._name):
                return False
            self._listen()
            return True
        finally:
            lock.unlock()

    def release(self) -> None:
        """Let another start be the one."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _listen(self) -> None:
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            # Nobody answered there: a crash left it behind.
            QLocalServer.removeServer(self._name)
            if not server.listen(self._name):
                _log.info("no single instance: %s", server.errorString())
                return
        server.newConnection.connect(self._on_connected)
        self._server = server

    def _on_connected(self) -> None:
        server = self._server
        while server is not None and (socket := server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(_RAISE)
            socket.flush()
            self.raise_requested.emit()


def instance_name(data_dir: Path) -> str:
    """A name no other user and no other data folder has."""
    user = "user"
    with contextlib.suppress(OSError, KeyError):
        user = getpass.getuser()
    place = hashlib.sha256(f"{user}\n{data_dir.absolute()}".encode(errors="replace")).hexdigest()
    return f"supportbot-{place[:24]}"


def _ask_to_raise(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS // 4):
        return False
    # It answers from its main thread: one that hangs does not, and then this start opens its own window.
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_PATIENCE_MS)
    socket.disconnectFromServer()
    return answered
