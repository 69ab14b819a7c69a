"""Remembers which hash a file had, so that a start does not read gigabytes again.

Owns one small JSON file for each model file, in a folder of our own (a pack's folder may be read-only). A record counts
only while size, time of writing and inode are the same; a damaged or foreign one is as good as none, and a folder that
cannot be written only costs time.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from supportbot.errors import EnvironmentFault
from supportbot.models.files import FileStamp, hash_file
from supportbot.paths import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MAX_RECORD_BYTES = 4096
_log = logging.getLogger(__name__)


class HashRecord(BaseModel):
    """The hash of a file at a time, and what it looked like then."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size_bytes: int
    mtime_ns: int
    inode: int
    sha256: str
    checked_at: dt.datetime

    @property
    def stamp(self) -> FileStamp:
        """What the file looked like."""
        return FileStamp(self.size_bytes, self.mtime_ns, self.inode)


class HashRecords:
    """The records kept in ``folder``, which is made when the first one is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def known(self, path: Path) -> HashRecord | None:
        """The record of a file that has not changed since; reads no more than the record."""
        try:
            stamp = FileStamp.of(path.stat())
            with self._file(path).open("rb") as file:
                record = HashRecord.model_validate_json(file.read(_MAX_RECORD_BYTES))
        except (OSError, ValidationError):
            return None
        return record if record.stamp == stamp else None

    def sha256(
        self, path: Path, *, again: bool = False, on_bytes: Callable[[int], None] = lambda _: None
    ) -> str:
        """The hash of a file, read anew where it changed or ``again`` is asked for.

        Raises:
            ModelFileError: The file cannot be read.
        """
        if not again and (record := self.known(path)):
            return record.sha256
        digest, stamp = hash_file(path, on_bytes)
        self.remember(path, digest, stamp)
        return digest

    def remember(self, path: Path, sha256: str, stamp: FileStamp) -> None:
        """Keep what was found out about a file."""
        record = HashRecord(
            size_bytes=stamp.size_bytes,
            mtime_ns=stamp.mtime_ns,
            inode=stamp.inode,
            sha256=sha256,
            checked_at=dt.datetime.now(dt.UTC),
        )
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._file(path), record.model_dump_json().encode())
        except (OSError, EnvironmentFault) as err:
            _log.info("the hash of %s is not remembered: %s", path, err)

    def _file(self, path: Path) -> Path:
        name = hashlib.sha256(str(path.absolute()).encode(errors="surrogateescape")).hexdigest()
        return self._folder / f"{name[:32]}.json"
