"""What a customer said of an answer: helpful or not, and what was wrong with it.

Owns the table of verdicts. A verdict belongs to one answer: it goes with it when the question is answered
again, changed or deleted. It stays on this machine; nothing here sends.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

LONGEST_REMARK = 2_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """A customer's word on an answer.

    Attributes:
        helpful: Thumbs up or down.
        reasons: What was wrong, as stable codes (``wrong``, ``misunderstood``, ``incomplete``, ``unclear``).
        remark: The customer's own words; may be empty.
    """

    helpful: bool
    reasons: tuple[str, ...] = ()
    remark: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As it is exported: ``{"helpful", "reasons", "remark"}``."""
        return asdict(self) | {"reasons": list(self.reasons)}


def put_verdict(
    connection: sqlite3.Connection,
    conversation_id: str,
    reply_id: str,
    verdict: Verdict | None,
    stamp: str,
) -> bool:
    """Keep a verdict on an answer in place of an earlier one (``None``: take it back); whether the answer is there."""
    found = connection.execute(
        """
        SELECT e.id FROM exchange e JOIN conversation c ON c.id = e.conversation_id
        WHERE e.conversation_id = ? AND c.deleted_at IS NULL AND json_extract(e.reply, '$.id') = ?
        """,
        (conversation_id, reply_id),
    ).fetchone()
    if found is None:
        return False
    drop_verdict(connection, found[0])
    if verdict is not None:
        connection.execute(
            "INSERT INTO verdict (exchange_id, helpful, reasons, remark, given_at) VALUES (?, ?, ?, ?, ?)",
            (
                found[0],
                int(verdict.helpful),
                json.dumps(verdict.reasons),
                verdict.remark.strip()[:LONGEST_REMARK],
                stamp,
            ),
        )
    return True


def drop_verdict(connection: sqlite3.Connection, question_id: int) -> None:
    """The answer it was on is not there any more."""
    connection.execute("DELETE FROM verdict WHERE exchange_id = ?", (question_id,))


def verdict_from(helpful: int | None, reasons: str | None, remark: str | None) -> Verdict | None:
    """A row of the table, or ``None`` where there is none."""
    if helpful is None:
        return None
    return Verdict(bool(helpful), tuple(map(str, json.loads(reasons or "[]"))), remark or "")
