"""Vetted answers: a question that was vetted word for word gets its vetted answer, without a model.

Owns when two questions are the same (case, accents of typing, punctuation, spaces, politeness at the ends). Near matches
by meaning are no business of this module.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from supportbot.answering.matching import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supportbot.product.schema import VerifiedAnswer

_MARKS = re.compile(r"[^\w'+#>/&]+")
_POLITE_START = re.compile(r"^(?:(?:hello|hi|hey|please|dear support)\s+)+")
_POLITE_END = re.compile(
    r"(?:\s+(?:please|pls|plz|thanks|thank you|thx|cheers|in advance|a lot|so much))+$"
)


def same_question_key(question: str) -> str:
    """What is left of a question when everything that does not change its meaning is gone."""
    words = _MARKS.sub(" ", normalise(question).replace("'", "")).strip()
    bare = _POLITE_END.sub("", _POLITE_START.sub("", words))
    return bare or words


class VerifiedAnswers:
    """The pack's vetted answers by question."""

    def __init__(self, answers: Iterable[VerifiedAnswer]) -> None:
        self._by_key = {
            same_question_key(question): answer
            for answer in answers
            for question in answer.questions
        }

    def find(self, question: str) -> VerifiedAnswer | None:
        """The vetted answer to ``question``, or ``None``."""
        return self._by_key.get(same_question_key(question))
