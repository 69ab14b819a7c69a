"""How well passages fit a query.

``Ranker`` is what search needs to know; ``WordRanker`` scores by words, as BM25 does with fields: a word counts
more in a title than in a heading, more there than in the text, more where it is rare, and less where only
a relative of it stands.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from supportbot.knowledge.words import forms_in, query_words, related

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from supportbot.knowledge.passages import Passage

_TITLE, _HEADING, _TEXT, _POINTERS = 6.0, 2.5, 1.0, 0.2
_SATURATION, _LENGTH_SHARE = 1.2, 0.5
_RELATIVE, _BEGINNING = 0.5, 0.6
# What the rest of its page adds to a passage, and how much of the query a page may lack beside the best one.
_PAGE_SHARE = 0.6
_LEAST_COVERED = 0.6
_LEAST_KNOWN = 0.3
_MOST_WORDS = 32
_LEAST_BEGINNING = 2
# A word this much more common than the rarest one of the query is not worth marking.
_MARKED_SHARE = 0.3
# But one that is being written is, where no more words than this begin so.
_FEW_BEGINNINGS = 4


@dataclass(frozen=True, slots=True)
class Ranked:
    """The verdict on a query.

    Attributes:
        scores: Greater is better, by the passage's number; passages that do not fit are not there.
        forms: The words that made them fit (``words.Word.form``), to be marked.
    """

    scores: Mapping[int, float] = field(default_factory=dict)
    forms: frozenset[str] = frozenset()


class Ranker(Protocol):
    """Judges passages by their numbers, which are their places in the sequence it was built on."""

    def rank(self, query: str, *, typing: bool = False) -> Ranked:
        """How well the passages fit; ``typing`` says that the last word may be half written."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One word of a query: what it adds to each passage, how rare it is, the forms that were found, whether it is meant.

    A word that is being written is meant where few words begin so; it is marked however common it is.
    """

    scores: Mapping[int, float]
    weight: float
    forms: tuple[str, ...]
    meant: bool


class WordRanker:
    """Ranks by words. Immutable once built, so that any thread may ask it.

    Args:
        passages: What is searched.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._pages = [passage.page_id for passage in passages]
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        texts = [forms_in(passage.text) for passage in passages]
        usual = max(sum(map(len, texts)) / max(len(texts), 1), 1.0)
        for number, (passage, text) in enumerate(zip(passages, texts, strict=True)):
            # Only the text is weighed by its length: a long title says no less.
            share = _TEXT / (1 - _LENGTH_SHARE + _LENGTH_SHARE * len(text) / usual)
            counts: dict[str, float] = defaultdict(float)
            for form in text:
                counts[form] += share
            for words, weight in (
                (passage.title, _TITLE),
                (passage.heading, _HEADING),
                (passage.pointers, _POINTERS),
                (passage.readings, _POINTERS),
            ):
                for form in forms_in(words):
                    counts[form] += weight
            for form, count in counts.items():
                self._postings[form].append((number, count))
        self._vocabulary = sorted(self._postings)

    def rank(self, query: str, *, typing: bool = False) -> Ranked:
        """How well each passage fits, its page counted in; a page must have most of what was asked."""
        words = query_words(query)[:_MOST_WORDS]
        open_end = typing and bool(query) and not query[-1].isspace()
        found = [
            self._find(
                word, beginning=open_end and word == words[-1] and len(word) >= _LEAST_BEGINNING
            )
            for word in words
        ]
        known = [one for one in found if one.scores]
        if len(known) < _LEAST_KNOWN * len(words):
            return Ranked()
        rarest = max((one.weight for one in known), default=0.0)
        forms = frozenset(
            form
            for one in known
            if one.weight >= _MARKED_SHARE * rarest or one.meant
            for form in one.forms
        )
        return Ranked(self._combined(known), forms)

    # ------------------------------------------------------------------ inside

    def _find(self, word: str, *, beginning: bool) -> _Found:
        """A word, its relatives and, while it is being written, what it may become."""
        forms = {word: 1.0} if word in self._postings else {}
        for other in self._beginning_with(word[:3]):
            if other == word:
                continue
            if beginning and other.startswith(word):
                forms[other] = _BEGINNING
            elif related(word, other):
                forms[other] = _RELATIVE
        counts: dict[int, float] = defaultdict(float)
        for form, weight in forms.items():
            for number, count in self._postings[form]:
                counts[number] += weight * count
        total = len(self._pages)
        rarity = math.log(1 + (total - len(counts) + 0.5) / (len(counts) + 0.5))
        scores = {
            number: rarity * count / (count + _SATURATION) for number, count in counts.items()
        }
        meant = beginning and len(forms) <= _FEW_BEGINNINGS
        return _Found(scores, rarity, tuple(forms), meant)

    def _beginning_with(self, start: str) -> Sequence[str]:
        first = bisect_left(self._vocabulary, start)
        last = bisect_left(self._vocabulary, start + "\U0010ffff", first)
        return self._vocabulary[first:last]

    def _combined(self, found: Sequence[_Found]) -> dict[int, float]:
        """Each passage's own score and its page's, less what the page lacks of the query."""
        own: dict[int, float] = defaultdict(float)
        page: dict[str, float] = defaultdict(float)
        covered: dict[str, float] = defaultdict(float)
        for word in found:
            best: dict[str, float] = {}
            for number, score in word.scores.items():
                own[number] += score
                best[self._pages[number]] = max(score, best.get(self._pages[number], 0.0))
            for page_id, score in best.items():
                page[page_id] += score
                covered[page_id] += word.weight
        most = max(covered.values(), default=0.0)
        whole = sum(word.weight for word in found)
        return {
            number: (score + _PAGE_SHARE * page[page_id]) * (covered[page_id] / whole) ** 2
            for number, score in own.items()
            if covered[page_id := self._pages[number]] >= _LEAST_COVERED * most
        }
