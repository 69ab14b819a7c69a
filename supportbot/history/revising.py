"""Other words in place of a question that was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportbot.history.feedback import drop_verdict
from supportbot.history.records import title_of
from supportbot.history.search import wording_of

if TYPE_CHECKING:
    import sqlite3


def revise(
    connection: sqlite3.Connection, conversation_id: str, question_id: int, text: str, stamp: str
) -> bool:
    """Change a question; its reply and the verdict on it go. Whether the question is there.

    A title that was made of the question is made of the new one; one that somebody gave stays.
    """
    earlier = connection.execute(
        "SELECT question FROM exchange WHERE id = ? AND conversation_id = ?",
        (question_id, conversation_id),
    ).fetchone()
    if earlier is None:
        return False
    connection.execute(
        "UPDATE exchange SET question = ?, asked_at = ?, reply = NULL, token_ids = NULL WHERE id = ?",
        (text, stamp, question_id),
    )
    drop_verdict(connection, question_id)
    connection.execute(
        "UPDATE wording SET folded = ? WHERE exchange_id = ?", (wording_of(text, ""), question_id)
    )
    connection.execute(
        """
        UPDATE conversation SET title = ? WHERE id = ? AND title = ?
        AND ? = (SELECT min(id) FROM exchange WHERE conversation_id = conversation.id)
        AND NOT EXISTS (
            SELECT 1 FROM wording WHERE conversation_id = conversation.id AND exchange_id IS NULL
        )
        """,
        (title_of(text), conversation_id, title_of(earlier[0]), question_id),
    )
    return True
