"""Finding near duplicates among many questions, and how questions open."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from supportbot.product.text import trigrams

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[\w']+")


def four_word_opening(text: str) -> str:
    """The first four words, or an empty string for a shorter question."""
    words = _WORD.findall(text.casefold())
    return " ".join(words[:4]) if len(words) >= 4 else ""


class NearIndex:
    """Finds near duplicates without comparing every pair; exact, it misses none.

    Two sets whose Jaccard similarity is above ``threshold`` share a trigram among the first ones of each, in
    any fixed order (prefix filtering), and differ little in size. Rare trigrams come first, so that few rows
    share one.

    Args:
        threshold: Similarity above which a text counts as a repetition.
        texts: The texts to come, or a sample: only used to learn which trigrams are rare.
    """

    def __init__(self, threshold: float, texts: Iterable[str] = ()) -> None:
        self._threshold = threshold
        self._common = Counter(gram for text in texts for gram in trigrams(text))
        # Of each trigram: sets as numbers are compared ten times as fast.
        self._bits: dict[str, int] = {}
        self._rows: list[tuple[str, int, int]] = []  # a text, how many trigrams it has, and which
        self._postings: dict[str, list[int]] = defaultdict(list)

    def add(self, text: str) -> str | None:
        """Add ``text``, or return the earlier text it nearly repeats."""
        grams = trigrams(text)
        prefix = self._prefix(grams)
        which = self._as_number(grams)
        if (near := self._near(len(grams), which, prefix)) is not None:
            return near
        number = len(self._rows)
        self._rows.append((text, len(grams), which))
        for gram in prefix:
            self._postings[gram].append(number)
        return None

    def find(self, text: str) -> str | None:
        """The first text that ``text`` nearly repeats."""
        grams = trigrams(text)
        return self._near(len(grams), self._as_number(grams), self._prefix(grams))

    def _prefix(self, grams: frozenset[str]) -> list[str]:
        ordered = sorted(grams, key=lambda gram: (self._common[gram], gram))
        return ordered[: len(ordered) - int(self._threshold * len(ordered)) + 1]

    def _as_number(self, grams: frozenset[str]) -> int:
        """A set of trigrams as the bits of a number."""
        bits = self._bits
        return sum(1 << bits.setdefault(gram, len(bits)) for gram in grams)

    def _near(self, size: int, which: int, prefix: Iterable[str]) -> str | None:
        candidates = {row for gram in prefix for row in self._postings.get(gram, ())}
        smallest, largest = self._threshold * size, size / self._threshold
        for row in sorted(candidates):
            other, other_size, others = self._rows[row]
            if smallest <= other_size <= largest:
                shared = (which & others).bit_count()
                if shared > self._threshold * (size + other_size - shared):
                    return other
        return None
