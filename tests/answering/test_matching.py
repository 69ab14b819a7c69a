"""How texts are compared on the road, and what counts as the very question that was vetted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.answering.matching import contains_form, near_copy, normalise
from supportbot.answering.rules import RuleBook
from supportbot.answering.verified import VerifiedAnswers, same_question_key

TEXT = st.text(max_size=200)
WORDS = st.text(st.characters(categories=("L", "N", "Zs")), max_size=200)


@given(TEXT)
def test_the_normal_form_has_no_marks_and_single_spaces(text):
    plain = normalise(text)
    assert plain == " ".join(plain.split())
    assert not set("*_`#") & set(plain)


@given(WORDS)
def test_a_text_says_itself(text):
    if normalise(text):
        assert contains_form(text, text)
        assert contains_form(f"Well: {text} !", text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Settings → General", "settings > GENERAL"),
        ("Settings, then General", "**Settings** > _General_"),
        ("“it’s”", '"it\'s"'),
        ("ﬁle", "file"),
        ("a\n\n b", "A  b"),
        ("[Docs](https://x.example)", "docs"),
    ],
)
def test_equal_forms(left, right):
    assert normalise(left) == normalise(right)


def test_a_form_stands_on_word_boundaries():
    assert contains_form("open the **Archive** page", "archive")
    assert not contains_form("auto-archived", "archive")
    assert not contains_form("Cyclest", "cycles")


@given(WORDS)
def test_a_copy_is_near(text):
    if normalise(text):
        assert near_copy(text, f"  {text}\n")


@pytest.mark.parametrize(
    "question",
    [
        "How do I get rid of limescale?",
        "hi, how do i get rid of limescale please!!",
        "HOW DO I GET RID OF LIMESCALE",
        "  how do I get rid of **limescale**  ",
        "Hello! How do I get rid of limescale? Thanks a lot",
    ],
)
def test_the_same_question_in_other_clothes(kettle, question):
    assert VerifiedAnswers(kettle.verified).find(question).topic == "descale"


@pytest.mark.parametrize(
    "question",
    ["", "please", "limescale", "how do i not get rid of limescale", "how do i get rid of lime"],
)
def test_another_question_is_another_question(kettle, question):
    assert VerifiedAnswers(kettle.verified).find(question) is None


@given(TEXT)
def test_a_questions_key_is_its_own_key(text):
    key = same_question_key(text)
    assert same_question_key(f"  {text}  ") == key


def test_every_vetted_question_of_the_worked_example_finds_its_answer(linear):
    answers = VerifiedAnswers(linear.verified)
    for vetted in linear.verified:
        for question in vetted.questions:
            assert answers.find(question) is vetted


def test_no_probe_or_near_copy_is_vetted_or_a_starter(linear):
    known = [q for vetted in linear.verified for q in vetted.questions]
    known += linear.product.brand.starter_questions
    near = [(p.number, q) for p in linear.probes for q in known if near_copy(p.question, q)]
    assert near == []


def test_every_starter_question_is_vetted_so_that_it_needs_no_model(linear):
    vetted = VerifiedAnswers(linear.verified)
    assert [q for q in linear.product.brand.starter_questions if not vetted.find(q)] == []


def test_vetted_questions_and_starters_need_no_person(linear):
    book = RuleBook(linear.rules)
    known = [q for vetted in linear.verified for q in vetted.questions]
    known += [*linear.product.brand.starter_questions, *(p.question for p in linear.probes)]
    assert [question for question in known if book.match(question)] == []
