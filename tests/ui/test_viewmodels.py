"""Replies in words, without a window."""

from __future__ import annotations

import datetime as dt

import pytest

from supportbot.contracts import NextStep, Source
from supportbot.errors import ModelFileError, NotInstalledError, QuestionError, SupportbotError
from supportbot.ui.first_words import facts_line, greeting_of
from supportbot.ui.restoring import engine_code, messages_of, reply_from
from supportbot.ui.viewmodels import answer_of, rejected, stopped
from tests.ui.scripted import archived, failed, refused, reply


def test_an_answer_has_its_sources_and_no_card(pack):
    answer = answer_of(archived("q"), pack)
    assert answer.markdown.startswith("Yes.")
    assert next(link.title for link in answer.sources) == "Archive several issues at once"
    assert (answer.person, answer.failure, answer.doubt) == (None, None, "")


def test_a_source_on_another_host_is_not_shown(pack):
    made = reply(
        "q",
        "a",
        sources=(Source("Bad", "https://evil.example"), Source("Good", "https://linear.app/docs")),
    )
    assert [link.title for link in answer_of(made, pack).sources] == ["Good"]


def test_a_refusal_says_why_and_what_is_next(pack):
    card = answer_of(refused("q"), pack).person
    assert card.title == "A person can help with this"
    assert "before it goes" in card.reason
    assert card.next_step.url == "https://linear.app/docs/billing"


@pytest.mark.parametrize("rule", ["security", "legal", "threat", "human", "danger", "third_try"])
def test_a_required_person_has_a_reason_in_plain_words(pack, rule):
    made = reply(
        "q",
        "Of course.",
        required=True,
        offered=True,
        reasons=(f"rule:{rule}",),
        served_from="rules",
    )
    card = answer_of(made, pack).person
    assert card.title == "A person should look at this"
    assert "rule" not in card.reason
    assert "_" not in card.reason


def test_an_unknown_reason_takes_the_packs_title(pack):
    category = next(c for c in pack.deflections.category if c.offered and not c.required)
    made = reply("q", "No.", offered=True, reasons=("marker:anything",), category=category.id)
    assert category.title[1:] in answer_of(made, pack).person.reason


def test_a_next_step_without_a_link_is_named(pack):
    made = reply("q", "No.", offered=True, step=NextStep("Settings, then Billing", None))
    card = answer_of(made, pack).person
    assert (card.next_step, card.place) == (None, "Settings, then Billing")


def test_a_link_no_one_vouched_for_is_never_a_button(pack):
    made = reply("q", "No.", offered=True, step=NextStep("Click", "https://evil.example"))
    assert answer_of(made, pack).person.next_step is None


def test_a_refusal_that_offers_no_person_keeps_its_link(pack):
    made = reply(
        "q",
        "I am here to help with product questions.",
        step=NextStep("Help", "https://linear.app/docs"),
    )
    answer = answer_of(made, pack)
    assert answer.person is None
    assert answer.more.title == "Help"


def test_doubt_is_for_shown_answers_only(pack):
    assert answer_of(reply("q", "a", tier="check"), pack).doubt
    assert not answer_of(refused("q"), pack).doubt


@pytest.mark.parametrize(
    "code", ["crashed", "hang", "out_of_memory", "cpu_unsupported", "not_installed", "whatever"]
)
def test_every_failure_has_a_sentence_and_a_remedy(pack, code):
    failure = answer_of(failed("q", code), pack, remedy="Ask again.").failure
    assert failure.message.endswith(".")
    assert failure.remedy.endswith(".")
    assert code not in failure.message
    assert failure.can_retry == (code != "cpu_unsupported")  # another try would not help there


@pytest.mark.parametrize(
    ("code", "person"),
    [("not_installed", True), ("cpu_unsupported", True), ("crashed", False), ("hang", False)],
)
def test_which_button_comes_first_follows_from_the_failure(pack, code, person):
    assert answer_of(failed("q", code), pack).failure.person_first is person


def test_a_model_that_cannot_be_used_is_the_reason(pack):
    fault = ModelFileError("/m.gguf", "is cut short", "Install it again.", code="truncated")
    failure = answer_of(failed("q", "not_installed"), pack, model_problem=fault).failure
    assert "cannot be used" in failure.message
    assert "/m.gguf" not in failure.message
    assert "human" in failure.remedy


def test_an_absent_model_is_said_plainly(pack):
    failure = answer_of(failed("q"), pack, model_problem=NotInstalledError("x", "y")).failure
    assert "not installed" in failure.message


def test_without_a_generator_a_person_is_offered_and_nothing_to_install(pack):
    answer = answer_of(failed("q", "no_generator"), pack)
    assert answer.failure is None
    assert "Nobody has checked an answer" in answer.person.reason
    assert "install" not in answer.person.reason


def test_a_question_that_cannot_be_asked_has_no_retry():
    assert not rejected(QuestionError("Too long.", "Shorten it.")).failure.can_retry
    assert rejected(SupportbotError("Broken.", "Again.")).failure.can_retry
    assert stopped().failure.can_retry


def test_the_date_of_the_facts():
    assert facts_line(dt.date(2026, 11, 3)).startswith("Facts as of 3 ")


def test_a_long_greeting_is_a_title_and_a_sentence(pack):
    title, text = greeting_of(pack)
    assert len(title) < 40
    assert text


def test_a_stored_reply_is_read_back(pack):
    made = refused("why was I charged twice?")
    again = reply_from(made.to_dict())
    assert answer_of(again, pack) == answer_of(made, pack)
    assert engine_code(again) is None
    assert engine_code(reply_from(failed("q").to_dict())) == "crashed"


def test_a_stored_reply_of_another_version_is_read_for_what_it_has(pack):
    assert answer_of(reply_from({"answer": "Yes."}), pack).markdown == "Yes."


def test_messages_of_unanswered_questions_are_left_out():
    assert messages_of([]) == ()


def test_an_answer_stopped_in_the_middle_of_a_mark_shows_no_mark(pack):
    half = reply("how?", "Open it and choose **Rest", reasons=("cancelled",))
    assert answer_of(half, pack).markdown == "Open it and choose **Rest**"
