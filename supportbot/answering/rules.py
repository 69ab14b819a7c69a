"""Decides by words alone whether a message needs a person, before any model is asked.

Owns the order in which the pack's rules are tried and what a match carries. It knows no product, no language and no
category: those stand in ``rules.toml``. It must stay free of models, files and the network.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.answering.learned import Heard, LearnedRules
from supportbot.answering.matching import normalise
from supportbot.answering.patterns import Finder, Pattern, PatternError, Phrasebook, compile_pattern
from supportbot.answering.words import Vocabulary
from supportbot.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from supportbot.product.schema import Rules, RuleSpec, ThirdTry
    from supportbot.product.weights import RuleWeights

_FILE = "rules.toml"


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A rule that fired, and the pattern or the words that made it (for ``--explain``)."""

    rule: RuleSpec | ThirdTry
    pattern: str

    @property
    def reason(self) -> str:
        """The reason a reply carries."""
        return f"rule:{self.rule.id}"


@dataclass(frozen=True, slots=True)
class _Compiled:
    spec: RuleSpec
    sure: tuple[Pattern, ...]
    likely: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    deferrals: tuple[re.Pattern[str], ...]


class RuleBook:
    """A pack's rules, compiled once and asked many times.

    Args:
        rules: ``rules.toml``.
        weights: ``rules.weights``, where the pack has it.

    Raises:
        PackError: A pattern or concept cannot be read.
    """

    def __init__(self, rules: Rules, weights: RuleWeights | None = None) -> None:
        self.third_try = rules.third_try
        try:
            self._book = Phrasebook.build(rules.concepts)
        except PatternError as err:
            raise _bad("concepts", err) from err
        self._everyday = self._compile("everyday", rules.everyday)
        self._asides = self._compile("asides", rules.asides)
        self._still = self._compile("third_try.still", rules.third_try.still)
        self._rules = tuple(
            _Compiled(
                spec,
                self._compile(f"rule.{spec.id}.sure", spec.sure),
                self._compile(f"rule.{spec.id}.likely", spec.likely),
                self._compile(f"rule.{spec.id}.unless", spec.unless),
                _expressions(f"rule.{spec.id}.deferrals", spec.deferrals),
            )
            for spec in rules.rule
        )
        self._vocabulary = self._learn(rules)
        self._certainty = rules.deferral_certainty
        self._learned = LearnedRules(weights, rules.learned) if weights and rules.learned else None

    def match(self, question: str) -> RuleMatch | None:
        """The first rule that fires on ``question``: sure patterns of all rules, likely ones, then learned words."""
        finder = Finder(self._book, self._vocabulary.read(question))
        for rule in self._rules:
            if found := _first(finder, rule.sure):
                return RuleMatch(rule.spec, found.text)
        heard = self._hear(question)
        if (heard is None or heard.backs_pattern) and (likely := self._likely(finder)):
            return likely
        return self._called(heard) if heard and heard.suffices else None

    def _likely(self, finder: Finder) -> RuleMatch | None:
        whole = finder.without(self._asides)
        rest = whole.without_sentences(finder.sentences(self._everyday))
        for rule in self._rules:
            read = whole if rule.spec.urgent else rest
            found = _first(read, rule.likely)
            if found and not _first(read, rule.unless):
                return RuleMatch(rule.spec, found.text)
        return None

    def refused(self, question: str, answer: str, certainty: float) -> RuleMatch | None:
        """The rule that a model's refusal calls: one that defers to a person, or one beside words that call a rule.

        Args:
            question: The customer's words.
            answer: The model's words, a refusal.
            certainty: The probability of the first words of ``answer``, 0 to 1.
        """
        heard = self._hear(question)
        if certainty >= self._certainty and (heard is None or heard.backs_deferral):
            plain = normalise(answer)
            for rule in self._rules:
                if found := next((one for one in rule.deferrals if one.search(plain)), None):
                    return RuleMatch(rule.spec, found.pattern)
        return self._called(heard) if heard and heard.backs_refusal else None

    def _called(self, heard: Heard) -> RuleMatch:
        spec = next(rule.spec for rule in self._rules if rule.spec.id == heard.rule)
        return RuleMatch(spec, heard.told)

    def _hear(self, question: str) -> Heard | None:
        return self._learned.hear(question) if self._learned else None

    def says_still_broken(self, question: str) -> RuleMatch | None:
        """A third-try match when ``question`` says that it still does not work."""
        found = _first(Finder(self._book, self._vocabulary.read(question)), self._still)
        return RuleMatch(self.third_try, found.text) if found else None

    def _compile(self, key: str, texts: Iterable[str]) -> tuple[Pattern, ...]:
        compiled = []
        for text in texts:
            try:
                pattern = compile_pattern(text)
                self._book.check(pattern)
            except PatternError as err:
                raise _bad(key, err) from err
            compiled.append(pattern)
        return tuple(compiled)

    def _learn(self, rules: Rules) -> Vocabulary:
        patterns: list[Pattern] = [*self._everyday, *self._asides, *self._still]
        for rule in self._rules:
            patterns += [*rule.sure, *rule.likely, *rule.unless]
        words = self._book.words().union(*(pattern.words for pattern in patterns))
        for form in sorted(words & set(rules.spelling)):
            raise _bad(
                "spelling", PatternError(f"{form!r} is spelt out, so no pattern can find it")
            )
        return Vocabulary(words, rules.corrected, rules.spelling, rules.ordinary)


def _first(finder: Finder, patterns: Sequence[Pattern]) -> Pattern | None:
    return next((pattern for pattern in patterns if finder.has(pattern)), None)


def _expressions(key: str, texts: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(text) for text in texts)
    except re.error as err:
        raise PackError(
            _FILE, key, f"is no regular expression: {err}", "Mend the expression."
        ) from err


def _bad(key: str, err: PatternError) -> PackError:
    return PackError(
        _FILE, key, str(err), "Write the pattern as supportbot/answering/patterns.py describes."
    )
