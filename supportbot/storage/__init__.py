"""SQLite files: connection, numbered migrations, faults, and wiping what was deleted.

Knows no table of anybody; ``supportbot.history`` and others bring their own migrations.
"""

from supportbot.storage.database import (
    Migration,
    check_integrity,
    open_database,
    remove_files,
    set_aside,
    transaction,
    translated,
    wipe_deleted,
)

__all__ = [
    "Migration",
    "check_integrity",
    "open_database",
    "remove_files",
    "set_aside",
    "transaction",
    "translated",
    "wipe_deleted",
]
