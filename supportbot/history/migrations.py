"""The schema of the history, step by step. A published step is never changed; a new one is added."""

from __future__ import annotations

from supportbot.storage import Migration

MIGRATIONS = (
    Migration(
        1,
        "conversations",
        (
            """
            CREATE TABLE conversation (
                id TEXT PRIMARY KEY,
                pack_id TEXT NOT NULL,
                title TEXT NOT NULL,
                started_at TEXT NOT NULL,
                updated_at TEXT NOT NULL
            ) STRICT
            """,
            # The reply is NULL until there is one: a question that a crash left open stays there.
            """
            CREATE TABLE exchange (
                id INTEGER PRIMARY KEY,
                conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
                question TEXT NOT NULL,
                asked_at TEXT NOT NULL,
                reply TEXT,
                token_ids TEXT
            ) STRICT
            """,
            "CREATE INDEX exchange_conversation ON exchange (conversation_id)",
            "CREATE INDEX conversation_updated ON conversation (updated_at)",
            # One row: deletions since the last wipe. Counted together with a deletion, cleared after the
            # wipe, so that one which a crash, a full disk or another reader prevented is made up for.
            "CREATE TABLE wipe (due INTEGER NOT NULL) STRICT",
            "INSERT INTO wipe VALUES (0)",
        ),
    ),
)
