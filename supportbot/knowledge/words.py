"""The words of a text, in any script, in the one form texts and queries are compared in.

A form is case-folded NFKC without accents, so that ``Résumé`` and ``resume`` are one word. Scripts written
without spaces (Han, kana, Thai and its neighbours; Hangul too, for its particles) have no words to split at:
there every character is a word, and so are every two neighbours, so that any part of a text can be found.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# Thai, Lao, Myanmar, Khmer; Hangul; kana and Han with their half-width and compatibility forms.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff"
    "\u2e80-\u2fdf\u3005-\u3007\u3031-\u30ff\u31f0-\u31ff\u3100-\u312f\u31a0-\u31bf"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
_HALF_WIDTH_VOICING = "\uff9e\uff9f"
# Signs whose absence makes no other word: of Latin, Greek and Cyrillic, of Hebrew, of Arabic.
_ACCENT = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_CACHED_FORMS = 50_000
# In letters: what two relatives share at least, and what each may add to it at most.
_SHORT_STEM, _SHORT_ENDING = 3, 1
_STEM, _SURE_STEM, _ENDING = 4, 5, 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands.

    Attributes:
        form: What is compared.
        start: Where it begins in the text, in code points.
        end: Where it ends.
    """

    form: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """Every word of a text in reading order; of unspaced scripts every two neighbours too."""
    if text.isascii():
        for found in _ASCII_WORD.finditer(text):
            yield Word(found[0].lower(), found.start(), found.end())
        return
    for run in _runs(text):
        yield from run
        yield from _pairs(run)


def forms_in(text: str) -> list[str]:
    """The forms of ``words_in`` without their places, line by line, which is quicker."""
    forms: list[str] = []
    for line in text.split("\n"):
        if line.isascii():
            forms += _ASCII_WORD.findall(line.lower())
        else:
            forms += [word.form for word in words_in(line)]
    return forms


def query_words(text: str) -> tuple[str, ...]:
    """What a text asks for, each form once, in order; of unspaced scripts two characters at a time."""
    found: dict[str, None] = {}
    for run in _runs(text):
        for word in list(_pairs(run)) or run:
            found.setdefault(word.form)
    return tuple(found)


def spans_of(text: str, forms: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Where words of these forms stand in a text, in code points; neighbours that touch are one span."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((w.start, w.end) for w in words_in(text) if w.form in forms):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def related(one: str, other: str) -> bool:
    """Whether two forms are likely the same word with another ending: ``archive`` and ``archiving``.

    Knows no language: one is the beginning of the other, or both go on after five letters in common, by three
    letters at most; a word of three letters goes on by one.
    """
    if not (one.isalpha() and other.isalpha()):
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        added = len(long) - len(short)
        return (len(short) >= _STEM and added <= _ENDING) or (
            len(short) == _SHORT_STEM and added <= _SHORT_ENDING
        )
    same = next(i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b)
    return same >= _SURE_STEM and len(long) - same <= _ENDING


# --------------------------------------------------------------------------- splitting and folding


def _runs(text: str) -> Iterator[list[Word]]:
    """Words one by one, and each stretch of an unspaced script as the list of its characters."""
    run: list[Word] = []
    for found in _pieces().finditer(text):
        start, end = found.span()
        unspaced = found.lastgroup == "unspaced"
        if run and not (unspaced and run[-1].end == start):
            yield run
            run = []
        for form in _forms(found[0]):
            if unspaced:
                run.append(Word(form, start, end))
            else:
                yield [Word(form, start, end)]
    if run:
        yield run


def _pairs(run: list[Word]) -> Iterator[Word]:
    for one, other in pairwise(run):
        yield Word(one.form + other.form, one.start, other.end)


@lru_cache(maxsize=1)
def _pieces() -> re.Pattern[str]:
    """Words, and single characters of unspaced scripts, each with the marks that belong to it."""
    marks = "".join(
        character
        for character in map(chr, range(0x300, 0x10000))
        if unicodedata.category(character).startswith("M")
    )
    mark = f"[{marks}{_HALF_WIDTH_VOICING}]"
    letter = rf"[^\W_{_UNSPACED}]"
    return re.compile(
        rf"(?P<unspaced>(?![\W_])[{_UNSPACED}]{mark}*)|(?P<word>{letter}(?:{letter}|{mark})*)"
    )


@lru_cache(maxsize=_CACHED_FORMS)
def _forms(piece: str) -> tuple[str, ...]:
    """The forms of a piece: one, unless compatibility characters hide several words in it."""
    if piece.isascii():
        return (piece.lower(),)
    folded = unicodedata.normalize("NFKC", piece).casefold()
    folded = _ACCENT.sub("", unicodedata.normalize("NFD", folded))
    folded = unicodedata.normalize("NFKC", folded)
    return tuple(found[0] for found in _pieces().finditer(folded))
