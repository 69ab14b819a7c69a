"""What the history hands out, as frozen values, and the title a conversation gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from supportbot.history.feedback import Verdict

TITLE_LENGTH = 60
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of text and what was searched for in it.

    Attributes:
        text: One line, without Markdown's marks.
        hits: Each as its first code point and the one after its last; in order, none overlaps another.
    """

    text: str
    hits: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """What a customer wrote to a person and did not hand over yet."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """A line of the list of conversations; ``message_count`` counts questions and replies."""

    id: str
    title: str
    updated_at: dt.datetime
    message_count: int


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation in a list or among the results of a search.

    Attributes:
        id: Of the conversation.
        title: Its title.
        passage: How its last answer begins, or where the words were found; empty without either.
        at: When it was used last, or when what was found was asked (UTC).
    """

    id: str
    title: Passage
    passage: Passage
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list was left off; only for handing back.

    Attributes:
        row: The last row that a search looked at.
        stamp: When the last conversation of the list was used.
        last_id: Which one that was.
        seen: Conversations that a search has found already.
    """

    row: int = 0
    stamp: str = ""
    last_id: str = ""
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Findings:
    """Some conversations in order, and where the rest of them begins (``None`` when these are all)."""

    found: tuple[Found, ...]
    rest: Place | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what was replied.

    Attributes:
        reply: ``Reply.to_dict()`` as it was stored; ``None`` while there is none.
        token_ids: The ids that were sampled for the answer, for the engine's cached prefix.
        asked_at: When the question was asked (UTC).
        verdict: What the customer said of the answer, if anything.
    """

    question: str
    question_id: int
    reply: dict[str, Any] | None
    token_ids: tuple[int, ...]
    asked_at: dt.datetime
    verdict: Verdict | None = None


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
