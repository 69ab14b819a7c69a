"""Files of questions: shapes of rows, order, and taking up a half-written output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.cli.batch import BadRow, Question, parse_row, run_batch
from supportbot.errors import (
    DiskFullError,
    NotInstalledError,
    QuestionError,
    UsageError,
)


def row(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"r{number}", "question": f"question {number}", **more}


def write_rows(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Answers:
    """Answers with the question; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, question: Question) -> dict[str, Any]:
        self.asked.append(question.text)
        if question.text == "empty":
            raise QuestionError("The question is empty.", "Write one.")
        reasons = ["engine:crashed"] if question.text == "crash" else []
        return {"id": "own", "answer": question.text, "handoff": {"reasons": reasons}}


def test_replies_come_in_order_with_the_rows_ids(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", row(2), row(1), {"id": 7, "question": "seven"})
    outcome = run_batch(source, tmp_path / "out.jsonl", Answers())
    assert [r["id"] for r in read_rows(tmp_path / "out.jsonl")] == ["r2", "r1", 7]
    assert (outcome.rows, outcome.bad_rows, outcome.engine_code) == (3, 0, None)


def test_history_and_context_reach_the_question() -> None:
    history = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]
    line = json.dumps(row(1, history=history, context={"attempts": 2}, topic="ours"))
    parsed = parse_row(line.encode(), 1)
    assert isinstance(parsed, Question)
    assert [(m.role, m.content) for m in parsed.history] == [("user", "a"), ("assistant", "b")]
    assert parsed.context is not None
    assert parsed.context.attempts == 2


@pytest.mark.parametrize(
    ("line", "row_id", "message"),
    [
        ("not json", None, "Line 3 is not a JSON object"),
        ("[1]", None, "Line 3"),
        ('{"id": "a"}', "a", "question"),
        ('{"question": "q"}', None, "id"),
        ('{"id": "a", "question": 5}', "a", "question"),
        (
            '{"id": "a", "question": "q", "history": [{"role": "system", "content": "x"}]}',
            "a",
            "role",
        ),
        ('{"id": "a", "question": "q", "context": {"attempts": "two"}}', "a", "attempts"),
        ('{"id": "a", "question": "q", "context": {"tries": 2}}', "a", "tries"),
        ("[" * 100_000, None, "Line 3"),
    ],
)
def test_bad_rows_say_what_is_wrong(line: str, row_id: str | None, message: str) -> None:
    parsed = parse_row(line.encode(), 3)
    assert isinstance(parsed, BadRow)
    assert parsed.id == row_id
    assert message in str(parsed.error)


@given(st.binary(max_size=200))
def test_no_line_is_too_strange_to_be_read(line: bytes) -> None:
    assert isinstance(parse_row(line, 1), Question | BadRow)


def test_a_bad_row_becomes_an_error_in_its_place(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(
        json.dumps(row(1)).encode()
        + b'\n\xff\xfe\n\n{"id": "e", "question": "empty"}\n'
        + json.dumps(row(2)).encode()
    )
    outcome = run_batch(source, tmp_path / "out.jsonl", Answers())
    rows = read_rows(tmp_path / "out.jsonl")
    assert [r["id"] for r in rows] == ["r1", None, "e", "r2"]
    assert set(rows[1]["error"]) == {"code", "message"}
    assert rows[2]["error"]["code"] == "question"
    assert (outcome.rows, outcome.bad_rows) == (4, 2)


@pytest.mark.parametrize("torn", ["", '{"id": "r2", "ans'])
def test_what_is_there_is_kept_and_a_torn_line_written_anew(tmp_path: Path, torn: str) -> None:
    source = write_rows(tmp_path / "in.jsonl", row(1), row(2), row(3))
    out = tmp_path / "out.jsonl"
    kept = {"id": "r1", "answer": "kept", "handoff": {"reasons": []}}
    out.write_text(json.dumps(kept) + "\n" + torn, encoding="utf-8")
    answers = Answers()
    run_batch(source, out, answers)
    assert answers.asked == ["question 2", "question 3"]
    assert [r["answer"] for r in read_rows(out)] == ["kept", "question 2", "question 3"]


def test_a_second_run_asks_nothing_and_ends_the_same(tmp_path: Path) -> None:
    source = write_rows(
        tmp_path / "in.jsonl", {"id": 1, "question": "crash"}, {"id": 2, "question": "empty"}
    )
    first = run_batch(source, tmp_path / "out.jsonl", Answers())
    again = Answers()
    assert run_batch(source, tmp_path / "out.jsonl", again) == first
    assert again.asked == []
    assert (first.bad_rows, first.engine_code) == (1, "crashed")


@given(cut=st.integers(min_value=0, max_value=400))
def test_interrupted_anywhere_it_ends_with_the_same_file(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("batch")
    source = write_rows(folder / "in.jsonl", *(row(n) for n in range(4)))
    whole = folder / "whole.jsonl"
    run_batch(source, whole, Answers())
    partial = folder / "partial.jsonl"
    partial.write_bytes(whole.read_bytes()[:cut])
    run_batch(source, partial, Answers())
    assert partial.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize(
    "present",
    [
        [{"id": "other", "handoff": {"reasons": []}}],
        [{"id": f"r{n}", "handoff": {"reasons": []}} for n in (1, 2, 3)],
        ["not a reply"],
        [{"id": "r1"}],
    ],
)
def test_the_output_of_another_input_is_refused_and_left_alone(
    tmp_path: Path, present: list[object]
) -> None:
    source = write_rows(tmp_path / "in.jsonl", row(1), row(2))
    out = write_rows(tmp_path / "out.jsonl", *present)
    before = out.read_bytes()
    with pytest.raises(UsageError, match="does not belong to this input"):
        run_batch(source, out, Answers())
    assert out.read_bytes().startswith(before)


def test_one_file_cannot_be_both(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", row(1))
    with pytest.raises(UsageError, match="same file"):
        run_batch(source, source, Answers())
    assert read_rows(source) == [row(1)]


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", row(1))
    with pytest.raises(NotInstalledError, match=r"nope\.jsonl"):
        run_batch(tmp_path / "nope.jsonl", tmp_path / "out.jsonl", Answers())
    with pytest.raises(NotInstalledError, match="no folder"):
        run_batch(source, tmp_path / "nope" / "out.jsonl", Answers())
    with pytest.raises(UsageError, match="folder, not a file"):
        run_batch(tmp_path, tmp_path / "out.jsonl", Answers())
    with pytest.raises(UsageError, match="folder, not a file"):
        run_batch(source, tmp_path, Answers())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", row(1))
    with pytest.raises(DiskFullError):
        run_batch(source, Path("/dev/full"), Answers())


def test_after_a_full_disk_the_rest_is_answered(tmp_path: Path, tiny_disk: Path) -> None:
    source = write_rows(tmp_path / "in.jsonl", *(row(n, padding=1) for n in range(8)))

    def long_answer(question: Question) -> dict[str, Any]:
        return {"answer": question.text * 4000, "handoff": {"reasons": []}}

    target = tiny_disk / "out.jsonl"
    with pytest.raises(DiskFullError):
        run_batch(source, target, long_answer)
    roomy = tmp_path / "out.jsonl"
    roomy.write_bytes(target.read_bytes())
    assert run_batch(source, roomy, long_answer).rows == 8
    assert [r["id"] for r in read_rows(roomy)] == [f"r{n}" for n in range(8)]
