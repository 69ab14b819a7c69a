"""Logging to stderr and, if asked for, to a file that never grows past a few megabytes.

Owns the handlers of the ``supportbot`` logger. A customer's words are logged at DEBUG only, and DEBUG
never reaches the file: what is on disk holds none of them.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
from typing import TYPE_CHECKING

from supportbot.errors import AccessError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MAX_FILE_BYTES = 1_000_000
BACKUP_COUNT = 2


def configure_logging(level: int | str = logging.WARNING, file: Path | None = None) -> None:
    """Send the records of ``supportbot`` to stderr, and from INFO up to ``file``.

    Calling it again replaces what the earlier call set up.

    Raises:
        AccessError: The file cannot be written.
    """
    logger = logging.getLogger("supportbot")
    for old in [handler for handler in logger.handlers if isinstance(handler, _Ours)]:
        logger.removeHandler(old)
        old.close()
    handlers: list[logging.Handler] = []
    if sys.stderr is not None:  # a windowed program on Windows has none
        handlers.append(_Stderr())
    if file is not None:
        handlers.append(_open_file(file))
    for handler in handlers:
        handler.setFormatter(logging.Formatter(FORMAT))
        logger.addHandler(handler)
    logger.setLevel(level)


class _Ours:
    """Marks the handlers set up here."""


class _Stderr(_Ours, logging.StreamHandler):  # type: ignore[type-arg]
    """Writes to whatever ``sys.stderr`` is now; a reader that went away is no reason to fail."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        if not isinstance(sys.exc_info()[1], OSError | ValueError):
            super().handleError(record)


class _File(_Ours, logging.handlers.RotatingFileHandler):
    """The log on disk; a full disk must not stop the program."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def _open_file(file: Path) -> _File:
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        handler = _File(
            file,
            maxBytes=MAX_FILE_BYTES,
            backupCount=BACKUP_COUNT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as err:
        raise AccessError(
            f"The log {file} cannot be written.",
            f"Check the folder and its permissions ({err.strerror}).",
        ) from err
    handler.setLevel(logging.INFO)
    return handler
