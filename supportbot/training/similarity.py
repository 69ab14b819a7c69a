"""How alike two questions are: character trigrams, content words and openings. Pure functions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

_WORD = re.compile(r"[\w']+")
_STOP = frozenset(
    "a an and are at be can cant could do does for from get how i in is it me my of on or our please so that the "
    "there this to up we what whats when where which who why will with would you your s t".split()
)


def trigrams(text: str) -> frozenset[str]:
    """The character trigrams of ``text``, case-folded, spaces squeezed, padded with a space."""
    plain = f" {' '.join(text.casefold().split())} "
    return frozenset(plain[i : i + 3] for i in range(len(plain) - 2))


def trigram_similarity(left: frozenset[str], right: frozenset[str]) -> float:
    """Jaccard similarity, 0 to 1."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, case-folded, without a plural or possessive s."""
    words = (word.strip("'").replace("'", "") for word in _WORD.findall(text.casefold()))
    return frozenset(w.removesuffix("s") if len(w) > 3 else w for w in words if w and w not in _STOP)


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
        self._rows: list[tuple[str, frozenset[str]]] = []
        self._postings: dict[str, list[int]] = defaultdict(list)

    def add(self, text: str) -> str | None:
        """Add ``text``, or return the earlier text it nearly repeats."""
        grams = trigrams(text)
        ordered = sorted(grams, key=lambda gram: (self._common[gram], gram))
        prefix = ordered[: len(ordered) - int(self._threshold * len(ordered)) + 1]
        candidates = {row for gram in prefix for row in self._postings.get(gram, ())}
        smallest, largest = self._threshold * len(grams), len(grams) / self._threshold
        for row in sorted(candidates):
            other, other_grams = self._rows[row]
            if not smallest <= len(other_grams) <= largest:
                continue
            if trigram_similarity(grams, other_grams) > self._threshold:
                return other
        number = len(self._rows)
        self._rows.append((text, grams))
        for gram in prefix:
            self._postings[gram].append(number)
        return None
