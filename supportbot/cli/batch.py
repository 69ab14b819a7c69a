"""``ask --batch``: a file of questions in, a file of replies out, in order, and resumable after any interruption.

Owns the rows' shapes and how a half-written output file is taken up again. How one question is answered is handed
in. Must not print.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from supportbot.cli.files import check_folder, host_context, os_errors
from supportbot.contracts import HostContext, Message
from supportbot.errors import SupportbotError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAX_LINE_BYTES = 4_000_000


class _Turn(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    role: Literal["user", "assistant"]
    content: str


class _Row(BaseModel):
    """An input row; keys beyond these are the caller's own and left alone."""

    model_config = ConfigDict(strict=True, extra="ignore")
    id: str | int
    question: str
    history: list[_Turn] = []
    context: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One row to be answered."""

    id: str | int
    text: str
    history: tuple[Message, ...]
    context: HostContext | None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be answered; it becomes an error row in its place."""

    id: str | int | None
    error: SupportbotError


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What the output file holds at the end, rows of earlier runs included."""

    rows: int
    bad_rows: int
    engine_code: str | None


def parse_row(line: bytes, number: int) -> Question | BadRow:
    """Read one input line; ``number`` counts from 1 and goes into the message."""
    found: str | int | None = None
    try:
        document = json.loads(line)
        if isinstance(document, dict) and isinstance(document.get("id"), str | int):
            found = document["id"]
        row = _Row.model_validate(document)
        context = host_context(row.context, where="context") if row.context is not None else None
    except ValidationError as err:
        first = err.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "the row"
        return BadRow(found, UsageError(f"Line {number}: {key}: {first['msg']}.", code="row"))
    except UsageError as err:
        return BadRow(found, UsageError(f"Line {number}: {err.message}", code="row"))
    except (ValueError, RecursionError):
        return BadRow(found, UsageError(f"Line {number} is not a JSON object.", code="row"))
    history = tuple(Message(turn.role, turn.content) for turn in row.history)
    return Question(row.id, row.question, history, context)


def run_batch(
    source: Path,
    target: Path,
    answer: Callable[[Question], dict[str, Any]],
    on_row: Callable[[int], None] = lambda _: None,
) -> BatchOutcome:
    """Answer every row of ``source`` that ``target`` does not hold yet.

    Args:
        source: JSON lines of questions.
        target: JSON lines of replies; rows already there are kept, a torn last line is written anew.
        answer: Gives the reply of one question as JSON, or raises what is wrong with the question.
        on_row: Told of each row that is done, with its number.

    Raises:
        UsageError: ``target`` is ``source``, or holds rows of another input.
    """
    with os_errors(source):
        reading = source.open("rb")
    with reading, os_errors(target):
        if target.exists() and source.samefile(target):
            raise UsageError(
                "--batch and --out name the same file.", "Name another file for --out."
            )
        with _open_target(target) as writing:
            kept = _kept_rows(writing, target) if target.is_file() else []
            tally = _Tally()
            for index, parsed in enumerate(_rows(reading, source)):
                if index < len(kept):
                    _same(kept[index], parsed, index, target)
                    tally.add(kept[index])
                else:
                    done = _answer(parsed, answer)
                    tally.add(done)
                    _append(writing, done, target)
                on_row(index + 1)
            if len(kept) > tally.rows:
                raise _other_input(target, tally.rows + 1)
    return BatchOutcome(tally.rows, tally.bad, tally.engine_code)


def engine_code(reply: dict[str, Any]) -> str | None:
    """The code of the engine's failure that a reply carries, if any."""
    reasons = reply["handoff"]["reasons"]
    return next((r.removeprefix("engine:") for r in reasons if r.startswith("engine:")), None)


class _Tally:
    def __init__(self) -> None:
        self.rows = 0
        self.bad = 0
        self.engine_code: str | None = None

    def add(self, row: dict[str, Any]) -> None:
        self.rows += 1
        if "error" in row:
            self.bad += 1
        elif self.engine_code is None:
            self.engine_code = engine_code(row)


def _rows(reading: IO[bytes], source: Path) -> Iterator[Question | BadRow]:
    number = 0
    while True:
        with os_errors(source):
            line = reading.readline(MAX_LINE_BYTES)
        if not line:
            return
        number += 1
        if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
            raise UsageError(
                f"Line {number} of {source} is too long to be a question.", "Check the file."
            )
        if line.strip():
            yield parse_row(line, number)


def _answer(
    parsed: Question | BadRow, answer: Callable[[Question], dict[str, Any]]
) -> dict[str, Any]:
    if isinstance(parsed, BadRow):
        return _error_row(parsed.id, parsed.error)
    try:
        return {**answer(parsed), "id": parsed.id}
    except UsageError as err:
        return _error_row(parsed.id, err)


def _error_row(row_id: str | int | None, err: SupportbotError) -> dict[str, Any]:
    return {"id": row_id, "error": {"code": err.code, "message": str(err)}}


def _open_target(target: Path) -> IO[bytes]:
    check_folder(target)
    with os_errors(target):
        mode = "r+b" if target.is_file() else "wb" if target.exists() else "w+b"
        return target.open(mode)


def _kept_rows(writing: IO[bytes], target: Path) -> list[dict[str, Any]]:
    """The rows already there; the file ends after the last whole one, ready to be written on."""
    kept: list[dict[str, Any]] = []
    end = 0
    with os_errors(target):
        for line in writing:
            if not line.endswith(b"\n"):
                break  # torn: the earlier run was interrupted in the middle of it
            kept.append(_kept_row(line, target, len(kept) + 1))
            end += len(line)
        writing.seek(end)
        writing.truncate()
    return kept


def _kept_row(line: bytes, target: Path, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as err:
        raise _other_input(target, number) from err
    if not isinstance(row, dict) or "id" not in row or not ("error" in row or "handoff" in row):
        raise _other_input(target, number)
    return row


def _same(kept: dict[str, Any], parsed: Question | BadRow, index: int, target: Path) -> None:
    if kept["id"] != parsed.id:
        raise _other_input(target, index + 1)


def _other_input(target: Path, number: int) -> UsageError:
    return UsageError(
        f"{target} does not belong to this input: row {number} is another one.",
        "Name another file for --out, or delete this one.",
        code="batch_order",
    )


def _append(writing: IO[bytes], row: dict[str, Any], target: Path) -> None:
    with os_errors(target):
        writing.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        writing.flush()
