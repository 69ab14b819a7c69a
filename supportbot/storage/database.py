"""Opening a SQLite file so that it is ours, current and private; its faults as errors of one sentence.

Owns the connection's settings, numbered migrations, transactions, wiping and putting a damaged file
aside. Knows no table of anybody. A connection may be shared by threads if its owner holds a lock.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import sqlite3
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.errors import (
    AccessError,
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseNewerError,
    DiskFullError,
    EnvironmentFault,
    SupportbotError,
)
from supportbot.paths import fault_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

BUSY_TIMEOUT_S = 5.0
RETRY_S = 0.01
# Below this, SQLite's "disk I/O error" is a full disk: it reports a shared-memory file that cannot grow so.
LITTLE_SPACE_BYTES = 1_000_000
_LACKING = re.compile(r"no such (module|tokenizer)")
_COMPANIONS = ("-wal", "-shm", "-journal")
_opening = threading.Lock()


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from the schema before to the schema ``version``.

    Attributes:
        version: What the file is at afterwards.
        name: What the step is about.
        statements: SQL, run in order.
        work: What SQL alone cannot do, run after the statements and in the same transaction.
    """

    version: int
    name: str
    statements: tuple[str, ...]
    work: Callable[[sqlite3.Connection], None] | None = None


def open_database(
    path: Path, migrations: Sequence[Migration], *, busy_timeout_s: float = BUSY_TIMEOUT_S
) -> sqlite3.Connection:
    """Open or create a database and bring it to the newest schema.

    The connection is in autocommit mode (use ``transaction``), with a write-ahead log, foreign keys,
    ``secure_delete`` and temporary tables in memory. A newer or damaged file is not touched.

    Raises:
        DatabaseNewerError: A newer version wrote it.
        DatabaseLockedError: Another process holds it for longer than ``busy_timeout_s``.
        DatabaseDamagedError: It is no database of ours, or a broken one.
        DiskFullError: No space is left.
        AccessError: The file or its folder may not be read or written.
        EnvironmentFault: A migration needs what this SQLite has not.
    """
    with _opening, translated(path):
        _claim_file(path)
        connection = sqlite3.connect(
            path, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path, migrations, busy_timeout_s)
        except BaseException:
            connection.close()
            raise
    return connection


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into ``supportbot.errors``; a fault of the program passes through."""
    try:
        yield
    except sqlite3.DatabaseError as err:
        fault = _fault(err, path)
        if fault is None:
            raise
        raise fault from err


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Everything inside is written, or nothing is; the write lock is taken at the start.

    Raises:
        DatabaseLockedError: Another process is writing.
        DiskFullError: No space is left.
        DatabaseDamagedError: The file is broken.
    """
    with translated(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.rollback()
            raise


def wipe_deleted(connection: sqlite3.Connection, path: Path) -> None:
    """Leave no byte of what was deleted in the database or its log.

    ``secure_delete`` zeroes the place a row stood in, but not the copies SQLite leaves behind when it
    moves rows between pages (about one deleted row in a thousand); rebuilding the file does. The log
    holds the earlier pages until it is truncated.

    Raises:
        DatabaseLockedError: Another process is reading, so the log could not be truncated.
        DiskFullError: No space to rebuild the file.
    """
    with translated(path):
        connection.execute("VACUUM")
        (timeout_ms,) = connection.execute("PRAGMA busy_timeout").fetchone()
        deadline = time.monotonic() + timeout_ms / 1000
        # SQLite waits for readers here, but not for another process that is truncating.
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > deadline:
                raise _locked(path)
            time.sleep(RETRY_S)


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """Read the whole file and check its structure.

    Raises:
        DatabaseDamagedError: It is broken.
    """
    with translated(path):
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise _damaged(path)


def set_aside(path: Path) -> Path:
    """Rename a damaged database, log included, to ``NAME.damaged-<n>``; returns the new path.

    For a damaged file and with the customer's consent only; no other process may have it open.

    Raises:
        AccessError: The files cannot be renamed.
    """
    aside = next(
        name
        for n in range(1, 10_000)
        if not (name := path.with_name(f"{path.name}.damaged-{n}")).exists()
    )
    try:
        # The log first: a log left beside a new, empty database would be deleted by SQLite.
        for suffix in (*_COMPANIONS, ""):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.rename(aside.with_name(aside.name + suffix))
    except OSError as err:
        raise fault_from(err, path, "The database {} cannot be renamed.") from err
    return aside


def remove_files(path: Path, *, copies_only: bool = False) -> None:
    """Delete the copies put aside, and the database with its log unless ``copies_only``.

    Raises:
        AccessError: A file cannot be deleted.
    """
    doomed = list(path.parent.glob(f"{path.name}.damaged-*"))
    if not copies_only:
        doomed += [path.with_name(path.name + suffix) for suffix in ("", *_COMPANIONS)]
    for file in doomed:
        try:
            file.unlink(missing_ok=True)
        except OSError as err:
            raise fault_from(err, file, "The file {} cannot be deleted.") from err


# --------------------------------------------------------------------------- opening


def _claim_file(path: Path) -> None:
    """Make sure the file is there, is a file, may be written, and is its owner's alone.

    A file that exists is never opened here: closing it again would drop the locks that SQLite holds on
    it elsewhere in this process.
    """
    try:
        with contextlib.suppress(FileExistsError):
            path.touch(mode=0o600, exist_ok=False)
        found = path.stat()
        if not path.is_file():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not os.access(
            path, os.R_OK | os.W_OK, effective_ids=os.access in os.supports_effective_ids
        ):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if os.name == "posix" and found.st_mode & 0o077:
            with contextlib.suppress(PermissionError):  # somebody else's file that we may write
                path.chmod(0o600)
        log = path.with_name(path.name + "-wal")
        orphan = found.st_size == 0 and log.exists() and log.stat().st_size > 0
    except OSError as err:
        raise fault_from(err, path, "The database {} cannot be opened.") from err
    if orphan:
        raise _damaged(path)  # SQLite would take it for a new database and delete the log


def _prepare(
    connection: sqlite3.Connection,
    path: Path,
    migrations: Sequence[Migration],
    busy_timeout_s: float,
) -> None:
    latest = max((migration.version for migration in migrations), default=0)
    if _version(connection) > latest:
        raise _newer(path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    _enable_log(connection, busy_timeout_s)
    if _version(connection) < latest:
        _migrate(connection, path, migrations, latest)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _enable_log(connection: sqlite3.Connection, busy_timeout_s: float) -> None:
    """Switch to the write-ahead log. SQLite does not wait for a lock here, so two first starts collide."""
    deadline = time.monotonic() + busy_timeout_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as err:
            if _primary_code(err) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(RETRY_S)
        else:
            return


def _migrate(
    connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration], latest: int
) -> None:
    with transaction(connection, path):
        version = _version(connection)  # another process may have been first
        if version > latest:
            raise _newer(path)
        if version == 0 and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            raise _damaged(path)  # tables, but never one of ours
        for migration in sorted(migrations, key=lambda one: one.version):
            if migration.version > version:
                for statement in migration.statements:
                    connection.execute(statement)
                if migration.work is not None:
                    migration.work(connection)
        connection.execute(f"PRAGMA user_version = {latest:d}")


# --------------------------------------------------------------------------- faults


def _primary_code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _fault(error: sqlite3.DatabaseError, path: Path) -> SupportbotError | None:
    """Our error for SQLite's, by its primary result code; ``None`` for a fault of the program."""
    match _primary_code(error):
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return _locked(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return _damaged(path)
        case sqlite3.SQLITE_ERROR if _LACKING.search(str(error)):
            return EnvironmentFault(
                "The SQLite of this Python has no full-text search.",
                "Use a Python whose SQLite is 3.34 or newer and has FTS5.",
            )
        case sqlite3.SQLITE_ERROR if "no such" in str(error):
            return _damaged(path)  # the version is right, a table or column is not there
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN if _is_full(path):
            return _full(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return AccessError(
                f"The database {path} cannot be written.",
                "Check the folder and its permissions.",
                path=path,
            )
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_NOMEM:
            return EnvironmentFault(
                f"The database {path} cannot be read or written.",
                f"SQLite said: {error}.",
                path=path,
                reason=error,
            )
        case _:
            return None


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < LITTLE_SPACE_BYTES
    except OSError:
        return False


def _full(path: Path) -> DiskFullError:
    return DiskFullError(
        f"There is no space left to write the database {path}.",
        "Free some space, then try again; what was there before is safe.",
        path=path,
    )


def _locked(path: Path) -> DatabaseLockedError:
    return DatabaseLockedError(
        f"Another program is using the database {path}.",
        "Close it, or try again in a moment.",
        path=path,
    )


def _damaged(path: Path) -> DatabaseDamagedError:
    return DatabaseDamagedError(
        f"The database {path} is damaged, or is not one of this program.",
        "It can be kept aside and a new one started, or restored from a backup.",
        path=path,
    )


def _newer(path: Path) -> DatabaseNewerError:
    return DatabaseNewerError(
        f"The database {path} was written by a newer version of this program.",
        "Install the newer version again; nothing in the file was changed.",
        path=path,
    )
