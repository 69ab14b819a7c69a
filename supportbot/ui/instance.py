"""One window for one person and one data folder; a second start brings the first forward.

Owns the local socket the two talk through. Its name holds the user and the folder, it stands where only the
user may make one (if the system has such a place), only the user may connect, and what a crash left behind
is cleared away. Where no socket can be made, there is simply no such guard: the app must start.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Mapping

_RAISE = b"raise\n"
_PATIENCE_MS = 2_000
_LONGEST_ADDRESS = 100  # of a socket, in bytes; systems take 104 or 108
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
        self._name = instance_address(data_dir)
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


def instance_address(data_dir: Path, environment: Mapping[str, str] = os.environ) -> str:
    """Where the socket is: in the user's own runtime folder, or by name where there is none.

    A name alone stands among other users' files, and one of them might take it first.
    """
    name = instance_name(data_dir)
    runtime = Path(environment.get("XDG_RUNTIME_DIR", ""))
    address = str(runtime / name)
    if os.name != "posix" or not runtime.is_absolute() or len(address.encode()) > _LONGEST_ADDRESS:
        return name
    try:
        about = runtime.stat()
    except OSError:
        return name
    return address if about.st_uid == os.getuid() and not about.st_mode & 0o077 else name


def _ask_to_raise(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS // 4):
        return False
    # It answers from its main thread: one that hangs does not, and then this start opens its own window.
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_PATIENCE_MS)
    socket.disconnectFromServer()
    return answered
