"""A small language of word patterns, and finding them in a message.

Owns the language and its matching; what is looked for stands in the pack. A pattern is a line of terms:

    word          that word, in any ending, misspelt too
    =word         exactly that word
    word*         any word that begins so
    @name         one of the pack's concepts, each a list of patterns
    log_in        these words in a row, as one
    a|b|@c        any of these              a?           may be left out
    a b           b follows at once          a .. b      with up to four words between
    a ... b       with up to twelve          a & b       anywhere in the message, in any order
    a & !b        a is there and b is not    ^  $        the message begins, ends here
    ""            a name in quotation marks, or several that are listed

Time is linear in the message: no backtracking, no regular expressions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from supportbot.answering.words import Token, split, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NEAR = 4
FAR = 12
_GAPS = {"..": NEAR, "...": FAR}
_NAME = '""'

Span = tuple[int, int]


class PatternError(ValueError):
    """A pattern or concept that cannot be read; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Step:
    """Alternatives at one place, at most ``gap`` words after the step before.

    A key is a stem, ``=word`` for that very word, or ``word*`` for a beginning; ``phrases`` are keys in a row, by
    their first; ``concepts`` are names.
    """

    gap: int
    keys: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Steps in order, bound to the message's beginning or end when so marked."""

    steps: tuple[Step, ...]
    at_start: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One side of an ``&``: any of its lines (optional terms make several), or none when ``absent``."""

    lines: tuple[Line, ...]
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; ``text`` is how the pack wrote it."""

    text: str
    parts: tuple[Part, ...]

    @property
    def concepts(self) -> set[str]:
        """The concepts it names."""
        return {
            name
            for part in self.parts
            for line in part.lines
            for step in line.steps
            for name in step.concepts
        }

    @property
    def words(self) -> set[str]:
        """The words it looks for, without its concepts."""
        return {
            word.strip("=*!?")
            for word in re.split(r"[\s|_]+", self.text)
            if word[:1] not in '@&^$.!"'
        }


def compile_pattern(text: str) -> Pattern:
    """Read one pattern.

    Raises:
        PatternError: The text is no pattern.
    """
    parts = []
    for side in text.split(" & "):
        absent = side.strip().startswith("!")
        parts.append(Part(_lines(side.strip().removeprefix("!").split(), text), absent))
    if all(part.absent for part in parts):
        raise PatternError(f"{text!r} asks for nothing: at least one part must be there")
    return Pattern(text, tuple(parts))


def _lines(terms: Sequence[str], text: str) -> tuple[Line, ...]:
    at_start = bool(terms) and terms[0] == "^"
    at_end = bool(terms) and terms[-1] == "$"
    body = terms[at_start : len(terms) - at_end]
    if not body or body[0] in _GAPS or body[-1] in _GAPS:
        raise PatternError(f"{text!r} has an empty part or begins or ends with a gap")
    choices: list[tuple[Step | None, ...]] = []
    gap = 0
    for term in body:
        if term in _GAPS:
            gap = max(gap, _GAPS[term])
            continue
        step = _step(term.removesuffix("?"), gap, text)
        choices.append((step, None) if term.endswith("?") else (step,))
        gap = 0
    lines = []
    for combination in product(*choices):
        steps = tuple(step for step in combination if step)
        if steps:
            lines.append(Line(steps, at_start, at_end))
    return tuple(lines)


def _step(term: str, gap: int, text: str) -> Step:
    keys: set[str] = set()
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    concepts: list[str] = []
    for word in term.split("|"):
        if word.startswith("@"):
            concepts.append(word[1:])
            continue
        row = _keys(word, text)
        if len(row) == 1:
            keys.add(row[0])
        else:
            phrases[row[0]] = (*phrases.get(row[0], ()), row)
    return Step(gap, frozenset(keys), phrases, tuple(concepts))


def _keys(word: str, text: str) -> tuple[str, ...]:
    if word == _NAME:
        return (_NAME,)
    pieces = tuple(split(word.strip("=*").replace("_", " ")))
    if not pieces or not all(piece.isalnum() or "'" in piece for piece in pieces):
        raise PatternError(f"{word!r} in {text!r} is not a word")
    keys = ["=" + piece if word.startswith("=") else stem(piece) for piece in pieces]
    if word.endswith("*"):
        keys[-1] = pieces[-1] + "*"
    return tuple(keys)


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The pack's concepts, compiled and checked: every name exists and none contains itself."""

    concepts: Mapping[str, tuple[Pattern, ...]]

    @classmethod
    def build(cls, concepts: Mapping[str, Iterable[str]]) -> Phrasebook:
        """Compile all concepts.

        Raises:
            PatternError: A member cannot be read, a name is unknown or a concept contains itself.
        """
        book = cls(
            {
                name: tuple(compile_pattern(text) for text in texts)
                for name, texts in concepts.items()
            }
        )
        for name in book.concepts:
            book._check(name, ())
        return book

    def check(self, pattern: Pattern) -> None:
        """Raise ``PatternError`` when ``pattern`` names an unknown concept."""
        for name in pattern.concepts - self.concepts.keys():
            raise PatternError(f"{pattern.text!r} names the unknown concept @{name}")

    def words(self) -> set[str]:
        """Every word in the concepts: what spelling is corrected toward."""
        return {
            word
            for patterns in self.concepts.values()
            for pattern in patterns
            for word in pattern.words
        }

    def _check(self, name: str, within: tuple[str, ...]) -> None:
        if name in within:
            raise PatternError(
                f"the concept @{name} contains itself: {' > '.join((*within, name))}"
            )
        for pattern in self.concepts[name]:
            self.check(pattern)
            for inner in pattern.concepts:
                self._check(inner, (*within, name))


@dataclass(slots=True)
class Finder:
    """Finds patterns in one message. Concepts are looked up once a message, and only when asked for."""

    book: Phrasebook
    tokens: Sequence[Token]
    _by_key: dict[str, list[Span]] = field(default_factory=dict)
    _by_concept: dict[str, list[Span]] = field(default_factory=dict)
    _present: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Index the tokens by key, every beginning of a word among them."""
        for token in self.tokens:
            span = (token.position, token.position + 1)
            for key in token.keys | _beginnings(token.keys):
                self._by_key.setdefault(key, []).append(span)
        if names := _names(self.tokens):
            self._by_key[_NAME] = names
        self._present = frozenset(self._by_key)

    def has(self, pattern: Pattern) -> bool:
        """Whether the message holds the pattern."""
        return all(any(map(self._line, part.lines)) != part.absent for part in pattern.parts)

    def spans(self, pattern: Pattern) -> list[Span]:
        """Where the pattern stands; for one with ``&`` the places of all its parts, when all are there."""
        if len(pattern.parts) > 1 and not self.has(pattern):
            return []
        present = (part for part in pattern.parts if not part.absent)
        return sorted(
            {span for part in present for line in part.lines for span in self._line(line)}
        )

    def without(self, asides: Iterable[Pattern]) -> Finder:
        """The same message less the words of ``asides`` that stand in one clause; the others keep their places."""
        clauses = {token.position: token.clause for token in self.tokens}
        gone: set[int] = set()
        for start, end in (span for aside in asides for span in self.spans(aside)):
            places = [place for place in range(start, end) if place in clauses]
            if len({clauses[place] for place in places}) == 1:
                gone.update(places)
        return Finder(self.book, [token for token in self.tokens if token.position not in gone])

    def sentences(self, patterns: Iterable[Pattern]) -> set[int]:
        """The numbers of the sentences in which one of ``patterns`` stands."""
        places = {place for each in patterns for span in self.spans(each) for place in range(*span)}
        return {token.sentence for token in self.tokens if token.position in places}

    def without_sentences(self, gone: set[int]) -> Finder:
        """The same message less those sentences."""
        if not gone:
            return self
        return Finder(self.book, [token for token in self.tokens if token.sentence not in gone])

    def _line(self, line: Line) -> list[Span]:
        first = self._step(line.steps[0])
        if line.at_start and self.tokens:
            first = [span for span in first if span[0] == self.tokens[0].position]
        latest: dict[int, int] = {}
        for start, end in first:
            latest[end] = max(start, latest.get(end, start))
        for step in line.steps[1:]:
            if not latest:
                return []
            latest = self._follow(latest, step)
        found = [(start, end) for end, start in latest.items()]
        if line.at_end and self.tokens:
            found = [span for span in found if span[1] == self.tokens[-1].position + 1]
        return found

    def _follow(self, before: Mapping[int, int], step: Step) -> dict[int, int]:
        after: dict[int, int] = {}
        for start, end in self._step(step):
            for place in range(start - step.gap, start + 1):
                if place in before:
                    after[end] = max(before[place], after.get(end, before[place]))
        return after

    def _step(self, step: Step) -> list[Span]:
        found = [span for key in self._present & step.keys for span in self._by_key[key]]
        for first in step.phrases.keys() & self._present if step.phrases else ():
            found += [span for row in step.phrases[first] for span in self._row(row)]
        for name in step.concepts:
            found += self._concept(name)
        return found

    def _row(self, keys: Sequence[str]) -> list[Span]:
        found = self._by_key[keys[0]]
        for key in keys[1:]:
            starts = {start for start, _ in self._by_key.get(key, ())}
            found = [(start, end + 1) for start, end in found if end in starts]
        return found

    def _concept(self, name: str) -> list[Span]:
        found = self._by_concept.get(name)
        if found is None:
            found = sorted(
                {span for pattern in self.book.concepts[name] for span in self.spans(pattern)}
            )
            self._by_concept[name] = found
        return found


def _names(tokens: Sequence[Token]) -> list[Span]:
    """Where quoted words stand; stretches with at most one word between them are one."""
    found: list[Span] = []
    for place in (token.position for token in tokens if token.quoted):
        if found and place <= found[-1][1] + 1:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def _beginnings(keys: Iterable[str]) -> set[str]:
    return {
        key[1:end] + "*" for key in keys if key.startswith("=") for end in range(2, len(key) + 1)
    }
