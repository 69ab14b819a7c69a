"""What a customer has typed and not sent yet, one text a conversation.

Owns the table of drafts. The one of a conversation goes with it; that of a conversation which has no question
yet belongs to none (``None``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def put_draft(
    connection: sqlite3.Connection, conversation_id: str | None, text: str, stamp: str
) -> None:
    """Keep a draft in place of the earlier one; a blank one, or one of a conversation that is gone, is none."""
    connection.execute("DELETE FROM draft WHERE conversation_id IS ?", (conversation_id,))
    if text.strip():
        connection.execute(
            """
            INSERT INTO draft (conversation_id, text, typed_at) SELECT ?1, ?2, ?3
            WHERE ?1 IS NULL OR EXISTS (SELECT 1 FROM conversation WHERE id = ?1)
            """,
            (conversation_id, text, stamp),
        )


def drop_stray_drafts(connection: sqlite3.Connection, before: str | None = None) -> bool:
    """Delete the draft that belongs to no conversation, if it is older than ``before``; whether there was one."""
    cursor = connection.execute(
        "DELETE FROM draft WHERE conversation_id IS NULL AND (?1 IS NULL OR typed_at < ?1)",
        (before,),
    )
    return cursor.rowcount > 0
