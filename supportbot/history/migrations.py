"""The schema of the history, step by step. A published step is never changed; a new one is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportbot.history.excerpts import answer_in
from supportbot.history.search import wording_of
from supportbot.storage import Migration

if TYPE_CHECKING:
    import sqlite3

FOLLOW_REMOVED = """
    CREATE TRIGGER wording_removed AFTER DELETE ON wording BEGIN
        INSERT INTO wording_index (wording_index, rowid, folded) VALUES ('delete', old.id, old.folded);
    END
"""


def _word_what_is_there(connection: sqlite3.Connection) -> None:
    asked = connection.execute("SELECT id, conversation_id, question, reply FROM exchange")
    connection.executemany(
        "INSERT INTO wording (conversation_id, exchange_id, folded) VALUES (?, ?, ?)",
        (
            (conversation_id, exchange_id, wording_of(question, answer_in(reply)))
            for exchange_id, conversation_id, question, reply in asked
        ),
    )


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
    Migration(
        2,
        "deleting with undo, and the wording of what was said",
        (
            # When it was deleted and by which program: hidden, and gone when that program is done.
            "ALTER TABLE conversation ADD COLUMN deleted_at TEXT",
            "ALTER TABLE conversation ADD COLUMN deleted_by TEXT",
            # One row for a question with its answer; one without an exchange for a title that was given.
            """
            CREATE TABLE wording (
                id INTEGER PRIMARY KEY,
                conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
                exchange_id INTEGER UNIQUE REFERENCES exchange (id) ON DELETE CASCADE,
                folded TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX wording_conversation ON wording (conversation_id)",
        ),
        _word_what_is_there,
    ),
    Migration(
        3,
        "search",
        (
            """
            CREATE VIRTUAL TABLE wording_index USING fts5 (
                folded, content = 'wording', content_rowid = 'id',
                tokenize = 'trigram case_sensitive 1', detail = 'none'
            )
            """,
            "CREATE VIRTUAL TABLE wording_terms USING fts5vocab (wording_index, row)",
            "INSERT INTO wording_index (wording_index) VALUES ('rebuild')",
            """
            CREATE TRIGGER wording_added AFTER INSERT ON wording BEGIN
                INSERT INTO wording_index (rowid, folded) VALUES (new.id, new.folded);
            END
            """,
            FOLLOW_REMOVED,
            """
            CREATE TRIGGER wording_changed AFTER UPDATE OF folded ON wording BEGIN
                INSERT INTO wording_index (wording_index, rowid, folded)
                VALUES ('delete', old.id, old.folded);
                INSERT INTO wording_index (rowid, folded) VALUES (new.id, new.folded);
            END
            """,
        ),
    ),
    Migration(
        4,
        "verdicts on answers, and drafts",
        (
            """
            CREATE TABLE verdict (
                exchange_id INTEGER PRIMARY KEY REFERENCES exchange (id) ON DELETE CASCADE,
                helpful INTEGER NOT NULL,
                reasons TEXT NOT NULL,
                remark TEXT NOT NULL,
                given_at TEXT NOT NULL
            ) STRICT
            """,
            # One a conversation; that of a conversation without a question yet belongs to none.
            """
            CREATE TABLE draft (
                id INTEGER PRIMARY KEY,
                conversation_id TEXT UNIQUE REFERENCES conversation (id) ON DELETE CASCADE,
                text TEXT NOT NULL,
                typed_at TEXT NOT NULL
            ) STRICT
            """,
        ),
    ),
    Migration(
        5,
        "letters to a person",
        (
            # One a conversation and recipient; those of a conversation without a question yet belong to none.
            """
            CREATE TABLE letter (
                id INTEGER PRIMARY KEY,
                conversation_id TEXT REFERENCES conversation (id) ON DELETE CASCADE,
                recipient TEXT NOT NULL,
                subject TEXT NOT NULL,
                body TEXT NOT NULL,
                written_at TEXT NOT NULL,
                UNIQUE (conversation_id, recipient)
            ) STRICT
            """,
        ),
    ),
)
