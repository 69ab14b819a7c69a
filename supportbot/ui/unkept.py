"""Exchanges that are on the screen and not yet in the history: kept in memory until they can be written. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.contracts import Reply


@dataclass(slots=True)
class Unkept:
    """A question, what is known of its reply, and what of both was written already.

    Attributes:
        question: The customer's words.
        question_id: In the history, once the question is there.
        reply: The reply, if there is one.
        token_ids: Of the reply.
    """

    question: str
    question_id: int | None = None
    reply: Reply | None = None
    token_ids: Sequence[int] = ()
