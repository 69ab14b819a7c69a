"""What a customer wrote to a person and did not hand over yet, one text a conversation and recipient.

Owns the table of letters. Those of a conversation go with it; those of a conversation which has no question yet belong
to none (``None``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportbot.history.records import Letter

if TYPE_CHECKING:
    import sqlite3


def put_letter(
    connection: sqlite3.Connection,
    conversation_id: str | None,
    recipient: str,
    letter: Letter | None,
    stamp: str,
) -> None:
    """Keep a letter in place of the earlier one; ``None``, or one of a conversation that is gone, is none."""
    connection.execute(
        "DELETE FROM letter WHERE conversation_id IS ? AND recipient = ?",
        (conversation_id, recipient),
    )
    if letter is not None:
        connection.execute(
            """
            INSERT INTO letter (conversation_id, recipient, subject, body, written_at)
            SELECT ?1, ?2, ?3, ?4, ?5
            WHERE ?1 IS NULL OR EXISTS (SELECT 1 FROM conversation WHERE id = ?1)
            """,
            (conversation_id, recipient, letter.subject, letter.body, stamp),
        )


def letters_of(connection: sqlite3.Connection, conversation_id: str | None) -> dict[str, Letter]:
    """The letters of a conversation, by recipient."""
    rows = connection.execute(
        "SELECT recipient, subject, body FROM letter WHERE conversation_id IS ?",
        (conversation_id,),
    )
    return {recipient: Letter(subject, body) for recipient, subject, body in rows}


def drop_stray_letters(connection: sqlite3.Connection, before: str | None = None) -> bool:
    """Delete the letters that belong to no conversation, if older than ``before``; whether there were any."""
    cursor = connection.execute(
        "DELETE FROM letter WHERE conversation_id IS NULL AND (?1 IS NULL OR written_at < ?1)",
        (before,),
    )
    return cursor.rowcount > 0
