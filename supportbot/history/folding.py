"""Text as it is compared when somebody searches: without case, accents, widths and Markdown's marks.

Folding looks at one character at a time and never at its neighbours. So the fold of a part of a text is a
part of the fold of the text, and whoever searches for any part of what was said finds it.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int]
"""First code point, and the one after the last."""

# Marks that are written or left out at will: accents, Hebrew and Arabic points, lengthening, joiners.
_LEFT_OUT = (
    (0x00AD, 0x00AD),
    (0x0300, 0x036F),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x200B, 0x200F),
    (0x2060, 0x2060),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
)
# Stars and backticks are not seen in a window, so nobody types them to find "Choose **Archive**".
_MARKS = "*`"
# An index ends a text at NUL and takes these two for U+FFFD.
_UNINDEXED = {0x0000: " ", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


class _Folds(dict[int, str]):
    """The fold of each code point, found out once."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _UNINDEXED.get(code) or _fold(chr(code))
        return found


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text as it is compared."""
    return text.translate(_FOLDS)


def terms_of(needle: str) -> tuple[str, ...]:
    """The folded words of a search, each once; none when there is nothing to search for."""
    return tuple(dict.fromkeys(folded for word in needle.split() if (folded := fold(word))))


def count_in(text: str, terms: Sequence[str]) -> int:
    """How many of the folded terms stand in a text."""
    folded = fold(text)
    return sum(term in folded for term in terms)


def hits(text: str, terms: Sequence[str]) -> tuple[Span, ...]:
    """Where folded terms stand in a text, in order; what touches is one."""
    folded = fold(text)
    found = sorted(
        (at, at + len(term)) for term in terms if term.strip() for at in _places(folded, term)
    )
    if not found:
        return ()
    if any(len(_FOLDS[ord(character)]) != 1 for character in set(text)):
        starts = [0, *accumulate(len(_FOLDS[ord(character)]) for character in text)]
        found = [_unfolded(starts, first, end) for first, end in found]
    spans: list[Span] = []
    for first, end in found:
        if spans and first <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((first, end))
    return tuple(spans)


def _fold(character: str) -> str:
    if character in _MARKS:
        return ""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = "".join(one for one in plain if not _is_left_out(ord(one)))
    return unicodedata.normalize("NFC", kept)


def _is_left_out(code: int) -> bool:
    return any(first <= code <= last for first, last in _LEFT_OUT)


def _places(folded: str, term: str) -> list[int]:
    places: list[int] = []
    at = folded.find(term)
    while at >= 0:
        places.append(at)
        at = folded.find(term, at + len(term))
    return places


def _unfolded(starts: Sequence[int], first: int, end: int) -> Span:
    """The characters whose folds cover ``first`` to ``end``; accents after them belong to them."""
    left = bisect_right(starts, first) - 1
    right = bisect_left(starts, end)
    while right + 1 < len(starts) and starts[right + 1] == starts[right]:
        right += 1
    return left, right
