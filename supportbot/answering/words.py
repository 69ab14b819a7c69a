"""Reads a message as words, forgiving how people spell.

Owns tokens, light stemming and the correction of typing errors toward a given vocabulary. It knows no rule, no
product and no list of words of its own: spellings and ordinary words come from the pack. No model, no network.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Scripts that are written without spaces are read character by character, so that a phrase is a sequence there too.
_UNSPACED = "\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(
    rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:'[^\W_{_UNSPACED}]+)*|[.!?;\n]+(?=\s|$)|[,:()]|\s[-–—]+\s"
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇", "'"))
_QUOTED = re.compile(
    r"""["“”„«»](?P<marked>[^"“”„«»\n]{1,60})["“”«»]"""
    r"""|(?<!\w)'(?=\S)(?P<single>(?:[^'\n]|(?<=\w)'(?=\w)){1,60})(?<=\S)'(?!\w)"""
)
_LEET = str.maketrans("013457@$", "oieastas")
_LEET_TOKEN = re.compile(
    r"(?<![\w@$])(?=[\w@$]*[a-z])(?=[\w@$]*[013457@$])[a-z013457@$]{3,}(?![\w@$])"
)
_RUN = re.compile(r"(.)\1{2,}")
_SENTENCE_GAP = 2
_NAME_WORDS = 6
_ONE_EDIT_LETTERS = 6
_TWO_EDIT_LETTERS = 9


@dataclass(frozen=True, slots=True)
class Token:
    """One word: where it stands and every key it may be found by.

    ``position`` counts words; the end of a sentence leaves a gap, so that phrases do not run across it. ``clause``
    counts the stretches between commas and the like, ``sentence`` those between full stops. ``quoted`` words stand in
    quotation marks, few enough to be a name; such a stretch and what it lists are one clause.
    """

    text: str
    position: int
    keys: frozenset[str]
    clause: int = 0
    sentence: int = 0
    quoted: bool = False


def fold(text: str) -> str:
    """Case and accents away, compatibility forms unified, apostrophes made one."""
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    marked = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in marked if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A light English stem: plural, ``-ing``, ``-ed``, a final ``e`` and a doubled last letter go."""
    if len(word) <= 3 or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and word[-2] not in "su":
        word = word[:-1]
    for suffix in ("ing", "ed"):
        base = word.removesuffix(suffix)
        if base != word and len(base) >= 3 and any(vowel in base for vowel in "aeiouy"):
            word = base
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word


def split(text: str) -> Iterator[str]:
    """The words and marks of ``text``, folded: the end of a sentence comes as ``.``, of a clause as ``,``."""
    for match in _TOKEN.finditer(fold(text)):
        word = match.group()
        yield "." if word[0] in ".!?;\n" else word if word[0].isalnum() else ","


def _stretches(text: str) -> Iterator[tuple[bool, str]]:
    """``text`` in pieces, each with whether it is a name in quotation marks."""
    place = 0
    for match in _QUOTED.finditer(text):
        words = match["marked"] or match["single"]
        if len(words.split()) <= _NAME_WORDS:
            yield False, text[place : match.start()]
            yield True, words
            place = match.end()
    yield False, text[place:]


def distance(left: str, right: str, limit: int) -> int:
    """Damerau-Levenshtein distance (adjacent swaps count one), or ``limit + 1`` when it is more."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _allowed_edits(word: str) -> int:
    if len(word) >= _TWO_EDIT_LETTERS:
        return 2
    return 1 if len(word) >= _ONE_EDIT_LETTERS else 0


def _deletions(word: str, edits: int) -> set[str]:
    found = {word}
    for count in range(1, edits + 1):
        for drop in combinations(range(len(word)), count):
            found.add("".join(c for i, c in enumerate(word) if i not in drop))
    return found


class Vocabulary:
    """Turns text into tokens whose keys meet a given set of words.

    Args:
        words: The words that matter, as written by the pack; they are folded here.
        corrected: Those of them that a misspelt word may be read as.
        spelling: What a written form stands for: ``dont`` is ``do not``, ``pls`` is ``please``.
        ordinary: Words that are right as they stand and are never read as another.
    """

    def __init__(
        self,
        words: Iterable[str],
        corrected: Iterable[str],
        spelling: Mapping[str, str],
        ordinary: Iterable[str],
    ) -> None:
        targets = frozenset(fold(word) for word in corrected)
        self._words = targets.union(fold(word) for word in words)
        self._stems = frozenset(stem(word) for word in self._words)
        self._spelling = {fold(form): tuple(split(meant)) for form, meant in spelling.items()}
        self._ordinary = frozenset(fold(word) for word in ordinary)
        self._ordinary_stems = frozenset(stem(word) for word in self._ordinary)
        self._near: dict[str, list[str]] = {}
        for word in targets:
            for left in _deletions(word, _allowed_edits(word)):
                self._near.setdefault(left, []).append(word)
        self._keys = lru_cache(maxsize=8192)(self._find_keys)

    def read(self, text: str) -> list[Token]:
        """The tokens of ``text`` in order."""
        tokens: list[Token] = []
        position = clause = sentence = 0
        for quoted, stretch in _stretches(_LEET_TOKEN.sub(self._unleet, fold(text))):
            for word in split(stretch):
                if word in ".,":
                    ends = word == "." and not quoted
                    position += _SENTENCE_GAP if ends else 0
                    sentence += ends
                    clause += ends or not (quoted or (tokens and tokens[-1].quoted))
                    continue
                for part in self._spelled_out(word):
                    keys = self._keys(part)
                    tokens.append(Token(part, position, keys, clause, sentence, quoted))
                    position += 1
        return tokens

    def knows(self, word: str) -> bool:
        """Whether the word, or one with its stem, is in the vocabulary."""
        return word in self._words or stem(word) in self._stems

    def _unleet(self, match: re.Match[str]) -> str:
        plain = match.group().translate(_LEET)
        return plain if self.knows(plain) else match.group()

    def _spelled_out(self, word: str) -> tuple[str, ...]:
        plain = word.replace("'", "")
        for form in (word, plain):
            if form in self._spelling:
                return self._spelling[form]
        if "'" not in word:
            return (word,)
        if word.endswith("'s"):
            return (word[:-2].replace("'", ""),)
        return tuple(part for part in word.split("'") if part)

    def _find_keys(self, word: str) -> frozenset[str]:
        keys = {"=" + word, stem(word)}
        if self.knows(word) or word in self._ordinary or stem(word) in self._ordinary_stems:
            return frozenset(keys)
        for squeezed in {_RUN.sub(r"\1\1", word), _RUN.sub(r"\1", word)} - {word}:
            if self.knows(squeezed):
                keys.update(("=" + squeezed, stem(squeezed)))
        if len(keys) == 2:
            for near in self._corrections(word):
                keys.update(("=" + near, stem(near)))
        return frozenset(keys)

    def _corrections(self, word: str) -> set[str]:
        edits = _allowed_edits(word + "x")
        if not edits or not word.isascii() or not word.isalpha():
            return set()
        best: dict[int, set[str]] = {}
        for left in _deletions(word, edits):
            for candidate in self._near.get(left, ()):
                limit = _allowed_edits(candidate)
                if candidate[0] == word[0] and (found := distance(word, candidate, limit)) <= limit:
                    best.setdefault(found, set()).add(candidate)
        return best[min(best)] if best else set()
