"""``supportbot ask`` as a program, with a real worker and a tiny model."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from supportbot.cli.ask import explain_reply, parse_stages, printable
from supportbot.contracts import Handoff, ModelInfo, Reply, Timings, TokenCounts
from supportbot.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
ANSWER = "Open **Settings**, then choose General."
THREAT = "fix this or I will take you to court"


def write_rows(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.process
def test_json_prints_one_reply_and_nothing_else(supportbot: Run, pack: Path) -> None:
    done = supportbot("ask", "How is a flux made?", "--json", "--greedy", "--pack", pack)
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)
    assert (reply["answer"], reply["served_from"]) == (ANSWER, "model")
    assert reply["model"]["backend"] == "cpu"
    assert reply["tokens"]["completion"] == 4
    assert done.stderr == ""


@pytest.mark.process
def test_text_and_its_explanation(here: Run, pack: Path) -> None:
    done = here("--pack", pack, "ask", "How is a flux made?", "--explain")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(ANSWER + "\n")
    assert "Answered from: model" in done.stderr
    assert "4 written" in done.stderr


def test_without_a_model_rules_still_answer(here: Run, pack_without_model: Path) -> None:
    done = here("ask", THREAT, "--json", "--pack", pack_without_model)
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)
    assert reply["handoff"]["required"]
    assert reply["served_from"] == "rules"


def test_without_a_model_the_reply_is_printed_and_the_exit_is_3(
    here: Run, pack_without_model: Path
) -> None:
    done = here("ask", "How is a flux made?", "--json", "--pack", pack_without_model)
    assert done.returncode == 3
    assert json.loads(done.stdout)["handoff"]["reasons"] == ["engine:not_installed"]
    assert "model install" in done.stderr


def test_a_model_that_must_not_be_loaded_ends_with_4(here: Run, pack: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF" + bytes(100))
    done = here("ask", "How is a flux made?", "--json", "--pack", pack, "--model", broken)
    assert done.returncode == 4
    (reason,) = json.loads(done.stdout)["handoff"]["reasons"]
    assert reason.startswith("engine:")
    assert done.stderr.startswith("supportbot: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.process
def test_a_batch_answers_in_order_and_marks_bad_rows(here: Run, pack: Path, tmp_path: Path) -> None:
    history = [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "hello"}]
    source = write_rows(
        tmp_path / "in.jsonl",
        {"id": "model", "question": "How is a flux made?", "history": history},
        {"id": "third", "question": "still not", "context": {"attempts": 2}},
        {"id": "bad"},
        {"id": "empty", "question": " "},
        {"id": "rule", "question": THREAT},
    )
    out = tmp_path / "out.jsonl"
    done = here("ask", "--batch", source, "--out", out, "--greedy", "--pack", pack)
    assert done.returncode == 1
    assert "2 of 5 rows" in done.stderr
    rows = read_rows(out)
    assert [r["id"] for r in rows] == ["model", "third", "bad", "empty", "rule"]
    assert rows[0]["answer"] == ANSWER
    assert rows[1]["handoff"]["required"]
    assert rows[3]["error"]["code"] == "question_empty"
    assert rows[4]["served_from"] == "rules"


def test_a_batch_without_its_model_ends_with_3_and_all_rows(
    here: Run, pack_without_model: Path, tmp_path: Path
) -> None:
    source = write_rows(
        tmp_path / "in.jsonl", {"id": 1, "question": "flux?"}, {"id": 2, "question": THREAT}
    )
    out = tmp_path / "out.jsonl"
    done = here("ask", "--batch", source, "--out", out, "--pack", pack_without_model)
    assert done.returncode == 3
    assert [r["served_from"] for r in read_rows(out)] == ["model", "rules"]


def _heed_interrupts() -> None:
    """A suite started in the background ignores SIGINT, and what it starts would too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.process
@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_interrupted_it_keeps_what_is_written(pack: Path, tmp_path: Path) -> None:
    source = write_rows(
        tmp_path / "in.jsonl", *({"id": n, "question": f"flux {n}?"} for n in range(5000))
    )
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "supportbot", "ask", "--batch", source, "--out", out]
    command += ["--pack", pack, "--data-dir", tmp_path / "data"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, preexec_fn=_heed_interrupts
    ) as process:
        deadline = time.monotonic() + 50
        while process.poll() is None and _size(out) < 2000 and time.monotonic() < deadline:
            os.sched_yield()
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=50)
    assert process.returncode == 130
    assert "Traceback" not in stderr
    assert [r["id"] for r in read_rows(out)] == list(range(len(read_rows(out))))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["ask"], 2, "no question"),
        (["ask", " "], 2, "empty"),
        (["ask", "x" * 4001], 2, "4,000 characters"),
        (["ask", "q", "--without", "rules,magic"], 2, "magic"),
        (["ask", "q", "--only", "luck"], 2, "luck"),
        (["ask", "--batch", "in.jsonl"], 2, "--out"),
        (["ask", "q", "--context", "nope.json"], 3, "nope.json"),
        (["ask", "q", "--pack", "nope"], 3, "nope"),
        (["ask", "q", "--model", "nope.gguf"], 3, "nope.gguf"),
        (["ask", "q", "--data-dir", "/dev/null/data"], 4, "/dev/null/data"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_bad_input_gets_one_sentence_and_its_code(
    here: Run, pack_without_model: Path, arguments: list[str], code: int, said: str
) -> None:
    given = [] if "--pack" in arguments else ["--pack", pack_without_model]
    done = here(*arguments, *given)
    assert done.returncode == code
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_stages_to_leave_out() -> None:
    stages = parse_stages("road", "rules, verified,")
    assert stages.without == {"rules", "verified"}
    with pytest.raises(UsageError, match="magic"):
        parse_stages("road", "magic")


def test_nothing_in_an_answer_steers_the_terminal() -> None:
    assert printable("a\x1b[31mb\x07\u202ec\td\ne") == "a[31mbc\td\ne"


def test_an_explanation_names_reasons_tokens_and_times() -> None:
    reply = Reply(
        id="1",
        question="q",
        answer="a",
        tier="human",
        shown="none",
        refused=True,
        handoff=Handoff(True, True, ("rule:legal", "engine:crashed", "low_confidence")),
        sources=None,
        served_from="rules",
        timings_ms=Timings(first_token=12.4, total=99.6),
        model=ModelInfo("m", None, None),
        tokens=TokenCounts(38, 12, 71),
    )
    text = "\n".join(explain_reply(reply))
    for said in (
        "rule 'legal'",
        "'crashed'",
        "low confidence",
        "A person is required",
        "38",
        "12",
        "71",
        "12 ms",
        "100 ms",
    ):
        assert said in text


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
