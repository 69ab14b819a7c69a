"""Where things live on this machine, and how a file is written so that it is whole or not there.

Owns the layout of the data folder, the place of the bundled pack, and the translation of ``OSError``
into ``supportbot.errors``. Creates folders only in ``AppPaths.create``; must not read or interpret
what others keep in them.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from supportbot.errors import AccessError, DiskFullError, EnvironmentFault, NotInstalledError

BUNDLED_PACK = Path("assets") / "linear"

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ACCESS = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.EEXIST,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.ENOENT,
    errno.ENAMETOOLONG,
    errno.ELOOP,
}

_CAUSES = {
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read_only",
    errno.EISDIR: "name",
    errno.ENAMETOOLONG: "name",
}
"""Why something may not be read or written, for those who say it in words of their own."""


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The data folder of one product on this machine.

    Args:
        root: The folder everything is kept in.
    """

    root: Path

    @property
    def settings_file(self) -> Path:
        """The customer's settings."""
        return self.root / "settings.json"

    @property
    def database(self) -> Path:
        """Conversations."""
        return self.root / "history.sqlite3"

    @property
    def states_dir(self) -> Path:
        """Saved states of the engine."""
        return self.root / "states"

    @property
    def models_dir(self) -> Path:
        """Installed model files."""
        return self.root / "models"

    @property
    def logs_dir(self) -> Path:
        """Logs, without a customer's words."""
        return self.root / "logs"

    @property
    def worker_dir(self) -> Path:
        """Always empty: the worker's current folder, where nobody can plant a library."""
        return self.root / "worker"

    @property
    def lock_file(self) -> Path:
        """Held by the instance that owns the window."""
        return self.root / "instance.lock"

    def create(self) -> AppPaths:
        """Make the folders, readable by their owner only.

        A ``root`` that was already there keeps its permissions: it may be the customer's own folder.

        Raises:
            AccessError: A folder cannot be made.
            DiskFullError: No space is left.
        """
        folders = (self.states_dir, self.models_dir, self.logs_dir, self.worker_dir)
        try:
            if not self.root.is_dir():
                self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in folders:
                folder.mkdir(mode=0o700, exist_ok=True)
                if os.name == "posix" and folder.stat().st_mode & 0o077:
                    folder.chmod(0o700)
        except OSError as err:
            raise fault_from(err, self.root, "The data folder {} cannot be set up.") from err
        return self


def default_root(pack_id: str) -> Path:
    """The data folder of a product, where this system keeps such things."""
    return Path(platformdirs.user_data_dir("supportbot", appauthor=False)) / pack_id


def bundled_pack_dir() -> Path:
    """The pack that travels with the program: frozen, inside the wheel, or in a source checkout.

    Raises:
        NotInstalledError: None of them is there.
    """
    package = Path(__file__).resolve().parent
    roots = [package, package.parent]
    if frozen := getattr(sys, "_MEIPASS", None):
        roots.insert(0, Path(frozen))
    for root in roots:
        if (root / BUNDLED_PACK / "product.toml").is_file():
            return root / BUNDLED_PACK
    raise NotInstalledError(
        "The bundled product pack is missing from this installation.",
        "Install supportbot again, or name a pack with --pack DIR.",
        code="pack_missing",
    )


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file that is either whole or not there; readable by its owner only.

    Raises:
        AccessError: The file cannot be written there.
        DiskFullError: No space is left; what stood there before still does.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as err:
        raise fault_from(err, path, "The file {} cannot be written.") from err
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as err:
        raise fault_from(err, path, "The file {} cannot be written.") from err
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def fault_from(error: OSError, path: Path, sentence: str) -> EnvironmentFault:
    """Our error for an ``OSError``; the caller raises it ``from`` that one.

    Args:
        error: What the system said.
        path: The thing it was about.
        sentence: What could not be done, with ``{}`` where the path belongs.
    """
    message = sentence.format(path)
    if error.errno in _NO_SPACE:
        return DiskFullError(
            message, "The disk is full: free some space, then try again.", path=path
        )
    if error.errno in _NO_ACCESS or isinstance(error, PermissionError):
        reason = (os.strerror(error.errno) if error.errno else str(error)).lower()
        remedy = f"Check the folder and its permissions ({reason})."
        return AccessError(message, remedy, path=path, cause=_CAUSES.get(error.errno or 0, ""))
    said = error.strerror or error
    return EnvironmentFault(message, f"The system said: {said}.", path=path, reason=said)


def sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where folders can be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems cannot sync a folder; the file itself is safe by then.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
