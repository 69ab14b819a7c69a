"""Conversations in the order they are shown, page by page: all of them, or those a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supportbot.history.excerpts import answer_in, excerpt, preview
from supportbot.history.folding import hits
from supportbot.history.records import Findings, Found, Passage, Place
from supportbot.history.rows import moment
from supportbot.history.search import Row, rows_with

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def listed(connection: sqlite3.Connection, limit: int, place: Place) -> Findings:
    """All conversations that have a question, the one used last first."""
    rows = connection.execute(
        """
        SELECT c.id, c.title, c.updated_at,
            (SELECT e.reply FROM exchange e WHERE e.conversation_id = c.id ORDER BY e.id DESC LIMIT 1)
        FROM conversation c
        WHERE c.deleted_at IS NULL AND EXISTS (SELECT 1 FROM exchange e WHERE e.conversation_id = c.id)
            AND (? = '' OR c.updated_at < ? OR c.updated_at = ? AND c.id > ?)
        ORDER BY c.updated_at DESC, c.id LIMIT ?
        """,
        (place.stamp, place.stamp, place.stamp, place.last_id, limit + 1),
    ).fetchall()
    found = tuple(
        Found(row[0], Passage(row[1]), preview(answer_in(row[3])), moment(row[2]))
        for row in rows[:limit]
    )
    if len(rows) <= limit:
        return Findings(found)
    return Findings(found, Place(stamp=rows[limit - 1][2], last_id=rows[limit - 1][0]))


def searched(
    connection: sqlite3.Connection, terms: Sequence[str], limit: int, place: Place
) -> Findings:
    """The conversations with all terms in one question and its answer, or in their title.

    The one in which that was said last is first.
    """
    rows: dict[str, Row] = {}
    for row in rows_with(connection, terms, place.row or None):
        if row[1] in rows or row[1] in place.seen:
            continue
        if len(rows) == limit:
            last = next(reversed(rows.values()))[0]
            rest = Place(row=last, seen=place.seen.union(rows))
            return Findings(_found(connection, terms, rows), rest)
        rows[row[1]] = row
    return Findings(_found(connection, terms, rows))


def _found(
    connection: sqlite3.Connection, terms: Sequence[str], rows: dict[str, Row]
) -> tuple[Found, ...]:
    return tuple(_one(connection, terms, *row[1:]) for row in rows.values())


def _one(
    connection: sqlite3.Connection,
    terms: Sequence[str],
    conversation_id: str,
    exchange_id: int | None,
) -> Found:
    title, first_id = connection.execute(
        """
        SELECT title, (SELECT min(e.id) FROM exchange e WHERE e.conversation_id = c.id)
        FROM conversation c WHERE id = ?
        """,
        (conversation_id,),
    ).fetchone()
    question, asked_at, reply = _exchange(connection, conversation_id, exchange_id)
    answer = answer_in(reply)
    # The first question stands in the title already, so it is said again only where it says more.
    texts = (answer, question) if exchange_id in (None, first_id) else (question, answer)
    return Found(
        conversation_id, Passage(title, hits(title, terms)), excerpt(texts, terms), moment(asked_at)
    )


def _exchange(
    connection: sqlite3.Connection, conversation_id: str, exchange_id: int | None
) -> tuple[Any, ...]:
    """Question, time and reply; of the last exchange where only the title was found."""
    found: tuple[Any, ...] = connection.execute(
        """
        SELECT question, asked_at, reply FROM exchange
        WHERE conversation_id = ? AND (? IS NULL OR id = ?) ORDER BY id DESC LIMIT 1
        """,
        (conversation_id, exchange_id, exchange_id),
    ).fetchone() or ("", "", None)
    return found
