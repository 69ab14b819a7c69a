"""A text with its hits marked, and the piece of a text that shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.knowledge.words import spans_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_ELLIPSIS = "…"
_SENTENCE = re.compile(r"[.!?]\s+|[。！？\n]\s*")
# Where a line break follows punctuation a space is enough.
_SOFT_BREAK, _BREAK = re.compile(r"(?<=[.!?:;。！？：；])\n"), re.compile(r"\n")
# How much of a piece may stand before its first hit.
_LEAD = 0.3


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is a hit, or is none."""

    text: str
    hit: bool = False


def marked(text: str, forms: Collection[str]) -> tuple[Piece, ...]:
    """The whole text in pieces, hits apart from the rest; the pieces joined are the text."""
    pieces: list[Piece] = []
    at = 0
    for start, end in spans_of(text, forms):
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], hit=True))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return tuple(pieces)


def excerpt(text: str, forms: Collection[str], length: int) -> tuple[Piece, ...]:
    """The part of a text that has most of the hits close together, on one line.

    Args:
        text: Plain text.
        forms: Words to be marked (``words.Word.form``).
        length: At most so many characters, not counting what stands for line breaks and for what was left out.
    """
    lead = int(length * _LEAD)
    first = _densest(spans_of(text, forms), length - lead)
    start = _beginning(text, first, lead) if len(text) > length else 0
    end = _end(text, start, length)
    words = _BREAK.sub(" · ", _SOFT_BREAK.sub(" ", text[start:end].strip()))
    if start:
        words = f"{_ELLIPSIS} {words}"
    if end < len(text):
        words = words.rstrip(" ,;:·") + _ELLIPSIS
    return marked(words, forms)


def _densest(spans: Sequence[tuple[int, int]], length: int) -> int:
    """Where the stretch of that length begins that has the most letters of hits; the first of several."""
    best = most = held = last = 0
    for start, end in spans:
        while last < len(spans) and spans[last][1] <= start + length:
            held += spans[last][1] - spans[last][0]
            last += 1
        if held > most:
            best, most = start, held
        held = max(held - (end - start), 0)
    return best


def _beginning(text: str, first: int, lead: int) -> int:
    """Where a piece begins that shows the hit at ``first`` early on: a sentence's start, else a word's."""
    least = first - lead
    if least <= 0:
        return 0
    if sentence := _SENTENCE.search(text, least, first):
        return sentence.end()
    space = text.find(" ", least, first)
    return space + 1 if space >= 0 else least


def _end(text: str, start: int, length: int) -> int:
    end = start + length
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", start + length // 2, end + 1)
    return space if space >= 0 else end
