"""Judges by a message's words which rule it calls for, with weights that were learned from written messages.

Owns what a feature of a message is and how weights become probabilities (a softmax over the mean direction of the
features: multinomial logistic regression on hashed words, pairs of words and parts of words). It hears what no list of patterns
foresees, and it can say which words it heard. No model, no network, a few milliseconds.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.answering.words import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from supportbot.product.schema import Learned
    from supportbot.product.weights import RuleWeights

_PARTS = (3, 4, 5)  # letters in a part of a word
_WORD, _PAIR, _APART, _PART = "w", "p", "a", "c"
_TOLD = 3


def features(message: str) -> Iterator[tuple[str, str]]:
    """Kind and text of everything that is counted in ``message``: words, pairs of them, pairs around one, parts."""
    words = list(split(message))
    for word in words:
        yield _WORD, word
    for pair in zip(["^", *words], [*words, "$"], strict=True):
        yield _PAIR, " ".join(pair)
    for left, right in zip(words, words[2:], strict=False):
        yield _APART, f"{left} {right}"
    for word in words:
        whole = f"<{word}>"
        for letters in _PARTS:
            for start in range(len(whole) - letters + 1):
                yield _PART, whole[start : start + letters]


def bucket(kind: str, text: str, buckets: int) -> int:
    """The row of a feature's weights."""
    return zlib.crc32(f"{kind}:{text}".encode()) % buckets


def buckets_of(message: str, buckets: int) -> list[int]:
    """The rows that a message's features have, each once, in rising order."""
    return sorted({bucket(kind, text, buckets) for kind, text in features(message)})


@dataclass(frozen=True, slots=True)
class Heard:
    """What learned words make of one message.

    Attributes:
        chance: How probable it is that the message calls for any rule, 0 to 1.
        rule: The rule it most probably calls for.
        suffices: Whether that is enough to call it.
        backs_pattern: Whether it is enough beside a likely pattern.
        backs_deferral: Whether it is enough beside a model's deferral to a person.
        backs_refusal: Whether it is enough beside any refusal of a model.
        told: The chance and the words and pairs that spoke most for the rule, the loudest first.
    """

    chance: float
    rule: str
    suffices: bool
    backs_pattern: bool
    backs_deferral: bool
    backs_refusal: bool
    told: str


class LearnedRules:
    """Learned weights, ready to judge messages.

    Args:
        weights: ``rules.weights``.
        trust: How far they are trusted.
    """

    def __init__(self, weights: RuleWeights, trust: Learned) -> None:
        self._weights = weights
        self._trust = trust
        self._rules = weights.header.rules

    def hear(self, message: str) -> Heard:
        """Judge ``message``."""
        chances = probabilities(self._weights, message)
        chance = sum(chances)
        column = max(range(len(chances)), key=chances.__getitem__)
        told = ", ".join(self._told(message, column + 1))
        return Heard(
            chance,
            self._rules[column],
            suffices=chance >= self._trust.alone,
            backs_pattern=chance >= self._trust.with_pattern,
            backs_deferral=chance >= self._trust.with_deferral,
            backs_refusal=chance >= self._trust.with_refusal,
            told=f"{chance:.0%} by its words: {told}",
        )

    def _told(self, message: str, column: int) -> Sequence[str]:
        loud: dict[str, float] = {}
        for kind, text in features(message):
            if kind in (_WORD, _PAIR):
                row = self._weights.row(bucket(kind, text, self._weights.header.buckets))
                loud[text] = row[column] - row[0]
        told = sorted(loud, key=lambda text: (-loud[text], text))
        return [text for text in told if loud[text] > 0][:_TOLD]


def probabilities(weights: RuleWeights, message: str) -> list[float]:
    """How probable it is that ``message`` calls for each of the weights' rules; what is missing to 1 calls for none."""
    found = buckets_of(message, weights.header.buckets)
    sums = [0.0] * len(weights.always)
    for row in map(weights.row, found):
        for column, weight in enumerate(row):
            sums[column] += weight
    length = math.sqrt(max(1, len(found)))
    scores = [total / length + always for total, always in zip(sums, weights.always, strict=True)]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers[1:]]
