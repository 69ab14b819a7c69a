"""How values stand in the database, and back: moments, texts, exchanges."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from supportbot.history.feedback import verdict_from
from supportbot.history.records import Exchange


def stamp(at: dt.datetime | None) -> str:
    """A moment, now without one: UTC in a form whose order as text is its order in time."""
    return (at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment(written: str) -> dt.datetime:
    """The moment of a ``stamp``."""
    return dt.datetime.fromisoformat(written)


def storable(text: str) -> str:
    """Half surrogate pairs cannot be written as UTF-8; they hold no character, so none is lost."""
    return text.encode("utf-8", "replace").decode()


def exchange_from(row: tuple[Any, ...]) -> Exchange:
    """Question, its id, reply, token ids, when it was asked, and the verdict's columns."""
    question, question_id, reply, token_ids, asked_at, *verdict = row
    return Exchange(
        question,
        question_id,
        None if reply is None else json.loads(reply),
        tuple(json.loads(token_ids or "[]")),
        moment(asked_at),
        verdict_from(*verdict),
    )
