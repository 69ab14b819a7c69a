"""Rows to token ids: the app's own renderer, tokenised part by part as the engine does.

A template part may hold special tokens, a content part never does: what a customer types stays text.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from supportbot.answering.prompts import INSTRUCTION_PREFIX, PromptRenderer
from supportbot.contracts import Message, PromptPart
from supportbot.errors import NotInstalledError, UsageError
from supportbot.training.noise import spoil

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from supportbot.training.recipe import Noise, Shorten


class Tokenizer(Protocol):
    """Turns a text into ids; ``special`` says whether special tokens are recognised in it."""

    def ids(self, text: str, *, special: bool) -> list[int]:
        """Token ids, none added at either end."""


@dataclass(frozen=True, slots=True)
class Row:
    """One training row: earlier exchanges, and the questions and answers whose tokens are learnt."""

    messages: tuple[Message, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Example:
    """Token ids of one row. ``targets`` are the positions whose token is to be predicted (answers only)."""

    ids: tuple[int, ...]
    targets: tuple[int, ...]


def read_rows(path: Path, first_number: int = 0) -> list[Row]:
    """Rows of a training file: ``instruction``/``output`` or ``messages``.

    Raises:
        NotInstalledError: The file is not there.
        UsageError: A row has neither shape.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError as err:
        raise NotInstalledError(f"There is no {path}.", "Run the build step first.") from err
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        try:
            rows.append(Row(_messages(json.loads(line)), first_number + len(rows)))
        except (json.JSONDecodeError, KeyError, TypeError) as err:
            raise UsageError(
                f"{path}, line {number} is no training row.", "Build the rows again."
            ) from err
    return rows


def _messages(raw: dict[str, Any]) -> tuple[Message, ...]:
    if "messages" in raw:
        return tuple(Message(m["role"], m["content"]) for m in raw["messages"])
    question = str(raw["instruction"]).removeprefix(INSTRUCTION_PREFIX)
    return (Message("user", question), Message("assistant", raw["output"]))


def encode_parts(parts: Iterable[PromptPart], tokenizer: Tokenizer) -> list[int]:
    """Token ids of rendered parts, in order."""
    ids: list[int] = []
    for part in parts:
        if part.kind == "tokens":
            ids.extend(part.token_ids)
        else:
            ids.extend(tokenizer.ids(part.text, special=part.kind == "template"))
    return ids


@dataclass(frozen=True, slots=True)
class Encoder:
    """Turns rows into examples; the same row, epoch and seed give the same example."""

    renderer: PromptRenderer
    tokenizer: Tokenizer
    noise: Noise
    shorten: Shorten
    max_tokens: int
    seed: int

    def encode(self, row: Row, epoch: int) -> Example:
        """The example of ``row`` in ``epoch``; its noise is drawn anew in every epoch."""
        rng = random.Random(f"{self.seed}:{epoch}:{row.number}")
        messages = [
            Message("user", spoil(m.content, self.noise, rng)) if m.role == "user" else m
            for m in row.messages
        ]
        single = len(messages) == 2
        short = single and rng.random() < self.shorten.share
        ids: list[int] = []
        targets: list[int] = []
        for question, answer in _exchanges(messages):
            prompt = self.renderer.render((), question)
            opening = prompt.prefix if not ids else ()
            ids.extend(encode_parts((*opening, *prompt.question), self.tokenizer))
            completion = encode_parts(self.renderer.completion(answer), self.tokenizer)
            if short:
                completion = completion[: self.shorten.tokens]
            targets.extend(range(len(ids), len(ids) + len(completion)))
            ids.extend(completion)
            if not short:
                after = self.renderer.form.assistant[1].removeprefix(self.renderer.form.end_token)
                ids.extend(self.tokenizer.ids(after, special=True))
        return Example(
            tuple(ids[: self.max_tokens]), tuple(t for t in targets if t < self.max_tokens)
        )


def _exchanges(messages: Sequence[Message]) -> Iterator[tuple[str, str]]:
    for question, answer in zip(messages[::2], messages[1::2], strict=True):
        yield question.content, answer.content


def epoch_batches(
    examples: Sequence[Example], batch_rows: int, rng: random.Random
) -> list[list[int]]:
    """Row numbers of one epoch in batches of like length, in random order.

    Rows are shuffled, sorted by length within pools of fifty batches, cut, and the batches shuffled, so that
    a batch holds little padding yet no two epochs the same batches.
    """
    order = list(range(len(examples)))
    rng.shuffle(order)
    pool = batch_rows * 50
    batches: list[list[int]] = []
    for start in range(0, len(order), pool):
        part = sorted(order[start : start + pool], key=lambda i: len(examples[i].ids))
        batches.extend(part[i : i + batch_rows] for i in range(0, len(part), batch_rows))
    rng.shuffle(batches)
    return batches
