"""How texts are compared: facts in answers, markers in refusals, questions with one another.

Owns the one normal form and the one notion of "near", so that a pack's check, the answering road and every figure
agree. Pure functions on strings; keeps nothing of what it is given but the forms of a pack.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR_TRIGRAMS = 0.6

_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")
_MARKS = re.compile(r"[*_`#]+")
_ARROW = re.compile(r",\s*then\b|[-=]{1,2}>|[\u2192\u2794\u279c\u203a>]")
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    }
)
_WORD = re.compile(r"[\w']+")
# Words that a question may change without asking anything else.
_STOP_WORDS = frozenset(
    """
    a an and are at be can cant could do does for from get how i in is it me my of on or our
    please so that the there this to up we what whats when where which who why will with would
    you your s t
    """.split()
)


def normalise(text: str) -> str:
    """``text`` as it is compared: NFKC, case-folded, without Markdown, arrows as " > ", spaces squeezed.

    "→", ">" and ", then" become equal; so do straight and curly quotes, and the kinds of hyphen. Of a Markdown link
    its words stay.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY).casefold()
    plain = _MARKS.sub("", _LINK.sub(r"\1", plain))
    return " ".join(_ARROW.sub(" > ", plain).split())


def contains_form(text: str, form: str) -> bool:
    """Whether ``text`` says ``form``, both normalised, on word boundaries."""
    return _holds(normalise(text), _form(form))


def contains_any(text: str, forms: Iterable[str]) -> bool:
    """Whether ``text`` says at least one of ``forms``; normalises ``text`` once."""
    plain = normalise(text)
    return any(_holds(plain, _form(form)) for form in forms)


def trigrams(text: str) -> frozenset[str]:
    """The character trigrams of ``text``, case-folded, spaces squeezed, padded with a space."""
    plain = f" {' '.join(text.casefold().split())} "
    return frozenset(plain[i : i + 3] for i in range(len(plain) - 2))


def trigram_similarity(left: frozenset[str], right: frozenset[str]) -> float:
    """Jaccard similarity, 0 to 1."""
    shared = len(left & right)
    union = len(left) + len(right) - shared
    return shared / union if union else 0.0


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, case-folded, without a plural or possessive s."""
    words = (word.strip("'").replace("'", "") for word in _WORD.findall(text.casefold()))
    return frozenset(
        word.removesuffix("s") if len(word) > 3 else word
        for word in words
        if word and word not in _STOP_WORDS
    )


def near_copy(left: str, right: str) -> bool:
    """Whether two questions are near copies: trigram Jaccard of 0.6 or more, or the same content words."""
    words = content_words(left)
    if words and words == content_words(right):
        return True
    return trigram_similarity(trigrams(left), trigrams(right)) >= NEAR_TRIGRAMS


@lru_cache(maxsize=8192)
def _form(form: str) -> str:
    return normalise(form)


def _holds(text: str, form: str) -> bool:
    """Whether ``form`` stands in ``text`` and no word runs on past either of its ends."""
    if not form:
        return False
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not _one_word(before, form[0]) and not _one_word(form[-1], after):
            return True
        start = text.find(form, start + 1)
    return False


def _one_word(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word."""
    return all(c and (c.isalnum() or c == "_") and not _unspaced(c) for c in (left, right))


def _unspaced(character: str) -> bool:
    """Thai, Lao, kana, Han and Hangul: written without spaces, so any place may be a boundary."""
    return (
        "\u0e00" <= character <= "\u0eff"
        or "\u1100" <= character <= "\u11ff"
        or ("\u2e80" <= character <= "\uffdc")
    )
