"""One writer at a time, across processes. The system frees the lock when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from supportbot.errors import EnvironmentFault
from supportbot.paths import fault_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def one_writer(path: Path) -> Iterator[None]:
    """Hold the lock file ``path``; its folder is made. The holder may remove it.

    Raises:
        EnvironmentFault: Another process holds it.
        AccessError: It cannot be made.
    """
    descriptor = _acquire(path)
    try:
        yield
    finally:
        os.close(descriptor)


def _acquire(path: Path) -> int:
    while True:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except (
            FileNotFoundError
        ):  # the folder went away in between, with the lock of the last holder
            continue
        except OSError as err:
            raise fault_from(err, path.parent, "The folder {} cannot be written.") from err
        if not _try_lock(descriptor):
            os.close(descriptor)
            raise EnvironmentFault(
                f"Another process is already installing into {path.parent}.",
                "Wait until it has finished.",
                code="install_running",
            )
        if _is(descriptor, path):
            return descriptor
        os.close(descriptor)


def _is(descriptor: int, path: Path) -> bool:
    """Whether ``path`` is still the file that was locked, and not a new one of that name."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
