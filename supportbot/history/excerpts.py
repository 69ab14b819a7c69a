"""The line that stands under a conversation's title: how it went on, or where the words were found."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from supportbot.history.folding import count_in, hits
from supportbot.history.records import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTH = 160
# A hit this near the beginning is seen without leaving anything out; before a later one so much is left.
_SEEN = 40
_LEAD = 20
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_LEAF = re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+", re.MULTILINE)


def answer_in(reply: str | None) -> str:
    """The answer in a stored reply; empty where there is none."""
    return "" if reply is None else str(json.loads(reply).get("answer") or "")


def plain(markdown: str) -> str:
    """A text on one line without Markdown's marks."""
    text = _LEAF.sub("", _LINK.sub(r"\1", markdown))
    return " ".join(text.replace("*", "").replace("`", "").split())


def preview(markdown: str) -> Passage:
    """How a text begins."""
    return _cut(plain(markdown), 0, ())


def excerpt(texts: Sequence[str], terms: Sequence[str]) -> Passage:
    """The surroundings of the first hit, from the text in which most of the terms stand.

    Args:
        texts: Markdown; of two with as many terms the earlier is taken.
        terms: Folded words.
    """
    said = [plain(text) for text in texts]
    best = max(said, key=lambda text: count_in(text, terms), default="")
    spans = hits(best, terms)
    return _cut(best, _start(best, *spans[0]) if spans else 0, spans)


def _start(text: str, first: int, end: int) -> int:
    """Where to begin so that a hit is seen with some words before it."""
    if end <= _SEEN:
        return 0
    start = max(0, first - _LEAD)
    border = text.find(" ", start, first)
    return border + 1 if border >= 0 else start


def _cut(text: str, start: int, spans: Sequence[tuple[int, int]]) -> Passage:
    lead = "…" if start else ""
    end = min(len(text), start + LENGTH)
    tail = "…" if end < len(text) else ""
    shift = len(lead) - start
    kept = [
        (first + shift, min(last, end) + shift) for first, last in spans if start <= first < end
    ]
    return Passage(lead + text[start:end] + tail, tuple(kept))
