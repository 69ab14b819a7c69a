"""Criteria of probes and the verdict over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from supportbot.contracts import ModelInfo, Reply
from supportbot.product.schema import Probe
from supportbot.quality.probes import (
    ProbeReport,
    check_probe,
    count_sentences,
    holds_code,
    run_probes,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LINK = "https://example.com/docs/import-jira"


def probe(number: int = 1, bucket: str = "docs", **criterion: Any) -> Probe:
    criteria = [{"text": "criterion", **criterion}]
    return Probe.model_validate(
        {
            "number": number,
            "question": f"Question {number}?",
            "bucket": bucket,
            "criteria": criteria,
        }
    )


@pytest.mark.parametrize(
    ("criterion", "answer", "changes", "passed"),
    [
        ({"any": ["toolbar"]}, "Use the **Toolbar**.", {}, True),
        ({"any": ["toolbar"]}, "Use the menu.", {}, False),
        ({"none": ["10 euro"]}, "It costs 10 Euro.", {}, False),
        ({"none": ["10 euro"]}, "See the pricing page.", {}, True),
        ({"refused": True}, "I cannot.", {"refused": True}, True),
        ({"refused": True}, "I can.", {}, False),
        ({"refused": False}, "I cannot.", {"refused": True}, False),
        ({"person": "none"}, "Press X.", {}, True),
        ({"person": "none"}, "Press X.", {"offered": True}, False),
        ({"person": "offered"}, "I cannot.", {"offered": True}, True),
        ({"person": "offered"}, "No.", {"offered": True, "required": True}, False),
        ({"person": "required"}, "No.", {"offered": True, "required": True}, True),
        ({"person": "offered"}, "", {"offered": True, "reasons": ("engine:no_generator",)}, True),
        ({"any": ["toolbar"]}, "", {"reasons": ("engine:no_generator",)}, False),
        ({"no_code": True}, "```\nrm\n```", {}, False),
        ({"no_code": True}, "Settings → Import", {}, True),
        ({"max_sentences": 2}, "One. Two.", {}, True),
        ({"max_sentences": 2}, "One. Two. Three.", {}, False),
        ({"max_sentences": 2}, "", {}, False),
        ({"link": LINK}, f"See {LINK}.", {}, True),
        ({"link": LINK}, "See the docs.", {"step": LINK}, True),
        ({"link": LINK}, "See the docs.", {"urls": (LINK,)}, True),
        ({"link": LINK}, f"See {LINK}-other", {}, False),
        ({"link": LINK}, f"See {LINK}/", {}, True),
        ({"any": ["toolbar"]}, "toolbar", {"reasons": ("engine:crashed",)}, False),
    ],
)
def test_criteria(
    reply: Callable[..., Reply],
    criterion: dict[str, Any],
    answer: str,
    changes: dict[str, Any],
    passed: bool,
) -> None:
    assert check_probe(probe(**criterion), reply(answer, **changes)).passed is passed


def test_of_the_models_own_words_only_a_link_in_the_answer_counts(
    reply: Callable[..., Reply],
) -> None:
    wanted = probe(link=LINK)
    assert not check_probe(wanted, reply("See.", step=LINK), link_in_answer_only=True).passed
    assert check_probe(wanted, reply(f"See {LINK}"), link_in_answer_only=True).passed


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("", 0),
        ("Go to Settings. Choose General.", 2),
        ("1. Open Settings.\n2. Choose General.", 2),
        ("Write to help@example.com or see https://example.com/a.b now.", 1),
        ("Use a key, e.g. Cmd, to do it!", 1),
        ("Version 2.5 has it", 1),
        ("- one\n- two", 2),
    ],
)
def test_sentences(answer: str, count: int) -> None:
    assert count_sentences(answer) == count


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("import requests", True),
        ("#!/bin/sh", True),
        ("const a = () => {", True),
        ("client.post(url);", True),
        ("Use the importer: it imports your issues from Jira.", False),
        ("Settings → Import/Export, then choose the Jira importer (no script needed).", False),
        ("If you are an admin, open Settings.", False),
        ("Return to the list.", False),
        ("From the sidebar, choose Import.", False),
        ("Import your issues there; for each team: choose one.", False),
    ],
)
def test_what_reads_as_code(answer: str, code: bool) -> None:
    assert holds_code(answer) is code


def run(reply: Callable[..., Reply], failing: dict[int, str]) -> ProbeReport:
    probes = [probe(n, failing.get(n, "docs"), any=["yes"]) for n in range(1, 11)]
    model = ModelInfo("m", "0" * 64, "cpu")

    def answer(question: str) -> Reply:
        number = int(question.removeprefix("Question ").rstrip("?"))
        return reply("no" if number in failing else "yes", model=model)

    return run_probes(probes, answer)


def test_eight_of_ten_are_good(reply: Callable[..., Reply]) -> None:
    report = run(reply, {1: "refuse", 2: "docs"})
    assert (report.passed, report.verdict) == (8, "good")


def test_three_failures_need_work_and_name_the_bucket(reply: Callable[..., Reply]) -> None:
    report = run(reply, {1: "refuse", 2: "tickets", 3: "tickets"})
    assert report.verdict == "needs_work"
    assert report.bucket_to_mend == "tickets"
    assert run(reply, {}).bucket_to_mend is None


def test_the_document_has_the_keys_others_script_against(reply: Callable[..., Reply]) -> None:
    document = run(reply, {1: "docs"}).to_dict()
    assert {"probes", "passed", "verdict", "bucket_to_mend", "model"} <= set(document)
    first = document["probes"][0]
    assert {"number", "question", "answer", "passed", "criteria", "tier", "refused"} <= set(first)
    assert first["criteria"] == [{"text": "criterion", "passed": False}]
    assert document["model"] == {"id": "m", "sha256": "0" * 64, "backend": "cpu"}
