"""A refusal: how it is known, whom it offers, and where it sends people."""

from __future__ import annotations

import pytest

from supportbot.answering.conversation import Stages
from supportbot.answering.refusal import RefusalJudge
from tests.answering.conftest import BENCHMARKS, rows

REFUSES = "I do not have access to your account, but here is what to try."
NOBODY = "I am here to help with product questions."
RULED = {"security", "legal", "threat", "human", "danger"}


def test_a_refusal_names_its_next_step_and_offers_a_person(kettle, talk):
    conversation, _ = talk(kettle, "I do not have access to prices.")
    reply = conversation.ask("What does the kettle cost?")
    assert (reply.refused, reply.tier, reply.shown) == (True, "check", "streamed")
    assert (reply.handoff.offered, reply.handoff.required) == (True, False)
    assert reply.handoff.reasons == ("marker:no_access", "category:price")
    assert reply.handoff.next_step.url == "https://kettle.example/shop"
    assert reply.sources is None


@pytest.mark.parametrize(
    ("answer", "url"),
    [
        ("I cannot see that. See https://kettle.example/more", "https://kettle.example/more"),
        ("I cannot see that. See https://evil.example/", "mailto:support@kettle.example"),
        ("I cannot see that.", "mailto:support@kettle.example"),
        (
            "I cannot look into that: write to support@kettle.example",
            "mailto:support@kettle.example",
        ),
    ],
)
def test_without_a_category_the_answers_own_link_or_support_is_next(kettle, talk, answer, url):
    conversation, _ = talk(kettle, answer)
    reply = conversation.ask("What is my serial?")
    assert reply.refused
    assert reply.handoff.next_step.url == url


def test_the_model_alone_is_judged_by_its_own_words(kettle, talk):
    conversation, _ = talk(
        kettle, "I cannot see prices.", "Use vinegar.", stages=Stages(only="model")
    )
    reply = conversation.ask("What does the kettle cost?")
    assert (reply.refused, reply.handoff.offered, reply.handoff.next_step) == (True, True, None)
    assert not conversation.ask("How do I clean it?").refused


@pytest.mark.parametrize(
    "answer", ["Use **vinegar**, then rinse.", "You cannot see the filter from above.", ""]
)
def test_an_answer_that_answers_is_no_refusal(kettle, answer):
    assert RefusalJudge(kettle).judge("What does it cost?", answer) is None


def test_markers_are_found_however_they_are_typed(linear):
    judge = RefusalJudge(linear)
    for answer in (REFUSES, REFUSES.upper(), "I **do not have access** to your account."):
        assert "no_account_access" in judge.judge("what is my plan", answer).markers


def test_off_topic_offers_nobody(linear, talk):
    conversation, _ = talk(linear, NOBODY)
    reply = conversation.ask("write a haiku about rain")
    assert (reply.refused, reply.handoff.offered, reply.tier) == (True, False, "auto")
    assert reply.handoff.next_step is not None


def refused_rows():
    return [
        row
        for row in rows(BENCHMARKS / "development.jsonl")
        if row.get("category") and row["category"] not in RULED
    ]


def test_the_questions_words_choose_whom_to_offer_and_where_to_go(linear):
    judge = RefusalJudge(linear)
    offered = {one.id: one.offered for one in linear.deflections.category}
    right = same = 0
    asked = refused_rows()
    for row in asked:
        refusal = judge.judge(row["question"], REFUSES if offered[row["category"]] else NOBODY)
        assert refusal.next_step is not None
        right += refusal.category == row["category"]
        same += refusal.offered == offered[row["category"]]
    assert same == len(asked)
    assert right >= 0.88 * len(asked)
