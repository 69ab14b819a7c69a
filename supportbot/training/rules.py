"""``rules``: learns from written messages which rule they call for, and writes the pack's ``rules.weights``.

Reads ``sources/questions.jsonl`` (every question; a category that is a rule's id calls for it) and
``sources/rules.jsonl`` (messages written for the borders alone: ``{"question", "rule": id or null}``). Multinomial
logistic regression on the features of ``supportbot.answering.learned``, the same on every run with the same seed up to the rounding
of the machine's arithmetic. It never reads the evaluation sets in ``benchmarks/``.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from supportbot.answering.learned import buckets_of, probabilities
from supportbot.errors import PackError
from supportbot.paths import write_atomically
from supportbot.product.pack import WEIGHTS
from supportbot.product.weights import RuleWeights, WeightsHeader
from supportbot.training.build import source_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import torch

    from supportbot.product.pack import ProductPack

BUCKETS = 1 << 15
_FILE = "rules.jsonl"
_EPOCHS, _BATCH, _RATE, _DECAY = 12, 256, 0.02, 1e-4
_CERTAINTIES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Message:
    """A written message and the rule it calls for, if any."""

    text: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What weights find among messages they did not learn from, at one certainty.

    Attributes:
        certainty: The least probability of any rule.
        found: Messages that call for a rule and are found, of ``calling``.
        in_vain: Messages that call for none and are found all the same, of ``others``.
    """

    certainty: float
    found: int
    calling: int
    in_vain: int
    others: int


def learn(pack: ProductPack, *, seed: int = 1) -> Path:
    """Learn the weights of ``pack`` and put them into it.

    Returns:
        The file that was written.

    Raises:
        NotInstalledError: The pack has no ``sources/``.
        PackError: A source row is wrong; names file and line.
    """
    messages = read_messages(pack)
    path = pack.root / WEIGHTS
    write_atomically(path, _fit(messages, _rules_of(pack), seed))
    return path


def cross_validate(pack: ProductPack, *, folds: int = 5, seed: int = 1) -> list[Heard]:
    """How well messages are judged by weights learned from the other ones, at several certainties."""
    messages = read_messages(pack)
    random.Random(seed).shuffle(messages)
    judged: list[tuple[bool, float]] = []
    for fold in range(folds):
        rest = [one for number, one in enumerate(messages) if number % folds != fold]
        weights = RuleWeights.of(_fit(rest, _rules_of(pack), seed))
        judged += [
            (one.rule is not None, sum(probabilities(weights, one.text)))
            for one in messages[fold::folds]
        ]
    counts = Counter(calls for calls, _ in judged)
    return [
        Heard(
            certainty,
            sum(calls and probability >= certainty for calls, probability in judged),
            counts[True],
            sum(not calls and probability >= certainty for calls, probability in judged),
            counts[False],
        )
        for certainty in _CERTAINTIES
    ]


def read_messages(pack: ProductPack) -> list[Message]:
    """The messages that the rules of ``pack`` are learned from."""
    rules = set(_rules_of(pack))
    messages = [
        Message(str(row.get("question", "")), category if category in rules else None)
        for _, row in source_lines(pack, "questions.jsonl")
        for category in (row.get("category"),)
    ]
    for number, row in source_lines(pack, _FILE):
        text, rule = row.get("question"), row.get("rule")
        if not isinstance(text, str) or not text.strip() or "rule" not in row:
            raise PackError(
                f"sources/{_FILE}", f"line {number}", "needs question and rule", "Add it."
            )
        if rule is not None and rule not in rules:
            raise PackError(
                f"sources/{_FILE}", f"line {number}", f"unknown rule {rule}", "Correct the id."
            )
        messages.append(Message(text, rule))
    return messages


def hash_of(messages: Sequence[Message]) -> str:
    """SHA-256 of the messages, in whatever order they come."""
    lines = sorted(f"{one.rule or ''}\t{one.text}" for one in messages)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _rules_of(pack: ProductPack) -> tuple[str, ...]:
    return tuple(rule.id for rule in pack.rules.rule)


def _fit(messages: Sequence[Message], rules: Sequence[str], seed: int) -> bytes:
    import torch

    torch.manual_seed(seed)
    columns: Mapping[str | None, int] = {None: 0, **{rule: n for n, rule in enumerate(rules, 1)}}
    found = [buckets_of(one.text, BUCKETS) for one in messages]
    wanted = torch.tensor([columns[one.rule] for one in messages])
    weights = torch.nn.EmbeddingBag(BUCKETS, len(columns), mode="sum")
    torch.nn.init.zeros_(weights.weight)
    always = torch.nn.Parameter(torch.zeros(len(columns)))
    optimizer = torch.optim.Adam([weights.weight, always], lr=_RATE)
    for epoch in range(_EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - epoch / _EPOCHS)
        order = torch.randperm(len(messages))
        for chosen in torch.split(order, _BATCH):
            rows, starts, lengths = _bags([found[number] for number in chosen.tolist()])
            scores = weights(rows, starts, per_sample_weights=lengths) + always
            loss = torch.nn.functional.cross_entropy(scores, wanted[chosen])
            loss = loss + _DECAY * weights.weight[rows].pow(2).sum() / len(chosen)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            optimizer.step()
    header = WeightsHeader(
        rules=tuple(rules), buckets=BUCKETS, rows=len(messages), sources=hash_of(messages)
    )
    return RuleWeights.build(header, [*weights.weight.tolist(), always.tolist()])


def _bags(found: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows of all messages in one line, where each message starts, and one over the root of its length, a row."""
    import torch

    lengths = [len(rows) for rows in found]
    return (
        torch.tensor([row for rows in found for row in rows]),
        torch.tensor([0, *accumulate(lengths[:-1])]),
        torch.tensor([1 / math.sqrt(length) for length in lengths for _ in range(length)]),
    )
