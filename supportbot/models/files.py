"""Opening and hashing model files.

Owns opening a file without being caught by what only looks like one, and reading it to its end for its hash. Knows no
format and no pack; writes nothing.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from supportbot.models.faults import fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from supportbot.errors import ModelFileError

CHUNK_BYTES = 1 << 20

_ERRNO_CODES = {
    errno.ENOENT: "missing",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EISDIR: "directory",
    errno.ENOTDIR: "path_through_file",
    errno.ELOOP: "symlink_loop",
    errno.ENAMETOOLONG: "name_too_long",
    errno.ENXIO: "device",
    errno.ENODEV: "device",
}


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What changes when a file does: size, time of the last write, and which file it is."""

    size_bytes: int
    mtime_ns: int
    inode: int

    @classmethod
    def of(cls, info: os.stat_result) -> FileStamp:
        """The stamp in a ``stat`` result."""
        return cls(info.st_size, info.st_mtime_ns, info.st_ino)


@contextmanager
def open_model_file(path: Path) -> Iterator[BinaryIO]:
    """Open an ordinary file for reading; a pipe or device neither blocks nor is read.

    Raises:
        ModelFileError: It is missing, no ordinary file, or may not be read.
    """
    try:
        _refuse_special(path, path.stat().st_mode)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError as err:
        raise os_fault(err, path) from err
    except ValueError as err:
        raise fault(repr(str(path)), "bad_path") from err
    with os.fdopen(descriptor, "rb") as file:
        # Looked at again: between the look and the opening something else may have taken its place.
        _refuse_special(path, os.fstat(file.fileno()).st_mode)
        yield file


def _refuse_special(path: Path, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise fault(path, "directory")
    if stat.S_ISFIFO(mode):
        raise fault(path, "fifo")
    raise fault(path, "socket" if stat.S_ISSOCK(mode) else "device")


def hash_file(
    path: Path, on_bytes: Callable[[int], None] = lambda _: None
) -> tuple[str, FileStamp]:
    """The sha256 of a file, and its stamp at that time.

    Args:
        path: An ordinary file.
        on_bytes: Called with the number of bytes read so far; may raise to stop.

    Raises:
        ModelFileError: It cannot be read, or changed meanwhile.
    """
    digest = hashlib.sha256()
    done = 0
    with open_model_file(path) as file:
        before = FileStamp.of(os.fstat(file.fileno()))
        while chunk := read_chunk(file, path):
            digest.update(chunk)
            done += len(chunk)
            if done > before.size_bytes:  # somebody writes to it: it might never end
                break
            on_bytes(done)
        after = FileStamp.of(os.fstat(file.fileno()))
    if before != after or done != after.size_bytes:
        raise fault(path, "changed")
    return digest.hexdigest(), after


def read_chunk(file: BinaryIO, path: Path) -> bytes:
    """The next bytes of a model file, at most ``CHUNK_BYTES``; none at its end.

    Raises:
        ModelFileError: They cannot be read.
    """
    try:
        return file.read(CHUNK_BYTES)
    except OSError as err:
        raise os_fault(err, path) from err


def os_fault(err: OSError, path: Path) -> ModelFileError:
    """Our error for what the system said about the model file ``path``."""
    code = _ERRNO_CODES.get(err.errno or 0, "unreadable")
    return fault(path, code, reason=(err.strerror or str(err)).lower())
