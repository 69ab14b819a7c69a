"""What the history hands out, as frozen values, and the title a conversation gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """A line of the list of conversations; ``message_count`` counts questions and replies."""

    id: str
    title: str
    updated_at: dt.datetime
    message_count: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what was replied.

    Attributes:
        reply: ``Reply.to_dict()`` as it was stored; ``None`` while there is none.
        token_ids: The ids that were sampled for the answer, for the engine's cached prefix.
        asked_at: When the question was asked (UTC).
    """

    question: str
    question_id: int
    reply: dict[str, Any] | None
    token_ids: tuple[int, ...]
    asked_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """A whole conversation, as it is exported."""

    id: str
    pack_id: str
    title: str
    started_at: dt.datetime
    updated_at: dt.datetime
    exchanges: tuple[Exchange, ...]


def title_of(question: str) -> str:
    """The first question on one line, cut at a word."""
    line = " ".join(question.split())
    if len(line) <= TITLE_LENGTH:
        return line
    head = line[: TITLE_LENGTH - 1]
    words, _, rest = head.rpartition(" ")
    return (words if words and len(rest) < TITLE_LENGTH // 3 else head) + "…"
