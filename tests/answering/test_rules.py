"""When a person is needed, by words alone: the level reached on written phrasings, and the borders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.answering.rules import RuleBook
from supportbot.errors import PackError
from supportbot.product.schema import Rules
from tests.answering.conftest import BENCHMARKS, rows

STEP = {"title": "Support", "url": "mailto:support@kettle.example"}
THIRD = {"title": "Third try", "answer": "A person.", "next_step": STEP}


@pytest.fixture(scope="session")
def book(linear):
    return RuleBook(linear.rules, linear.weights)


@pytest.fixture(scope="session")
def written(linear):
    """The messages that the rules were learned from, by the rule they call for."""
    return rows(linear.root / "sources" / "rules.jsonl")


def missed(book, asked):
    return [question for question in asked if book.match(question) is None]


def in_vain(book, questions):
    return [f"{m.pattern}: {q}" for q in questions if (m := book.match(q))]


def asked_in(name):
    return [row["question"] for row in rows(BENCHMARKS / f"{name}.jsonl")]


# --------------------------------------------------------------------------- the level reached, before any model


@pytest.mark.parametrize(("half", "share"), [("development", 0.05), ("fresh", 0.1)])
def test_most_who_need_a_person_are_heard_without_a_model(book, half, share):
    asked = asked_in(f"{half}_person")
    assert len(missed(book, asked)) <= share * len(asked)


def test_phrasings_that_were_learned_stay_found(book, written):
    asked = [row["question"] for row in written if row["rule"]]
    assert len(missed(book, asked)) <= 0.02 * len(asked)


@pytest.mark.parametrize("half", ["development", "fresh"])
def test_look_alikes_are_left_to_the_model(book, half):
    asked = asked_in(f"{half}_lookalikes")
    assert len(in_vain(book, asked)) <= 0.04 * len(asked)


def test_look_alikes_that_were_learned_stay_left_alone(book, written):
    asked = [row["question"] for row in written if not row["rule"]]
    assert len(in_vain(book, asked)) <= 0.015 * len(asked)


def test_answerable_questions_are_answered(book):
    asked = [r["question"] for r in rows(BENCHMARKS / "development.jsonl") if "topic" in r]
    assert len(in_vain(book, asked)) <= 0.01 * len(asked)


# --------------------------------------------------------------------------- the borders


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("fix this or we cancel", "threat"),
        ("delete all data you hold on me", "legal"),
        ("someone logged in as me", "security"),
        ("let me talk to a person", "human"),
        ("I want to kill myself", "danger"),
        ("SOMEONE   HACKED\nmy   ACCOUNT!!!", "security"),
        ("some1 h4cked my acc0unt", "security"),
        ("ｓｏｍｅｏｎｅ hacked my account", "security"),
        ("i want to speak to a representitive", "human"),
        ("mi cuenta fue hackeada", "security"),
        ("Ich möchte mit einem Menschen sprechen", "human"),
        ("je vais porter plainte", "threat"),
        ('an issue titled "I want to kill myself"', "danger"),
        ("how do I make an issue, I am going to kill myself", "danger"),
        ("Where do I see sessions? Someone hacked my account", "security"),
    ],
)
def test_a_person_is_needed(book, question, rule):
    assert book.match(question).rule.id == rule


@pytest.mark.parametrize(
    "question",
    [
        "how do I delete my account",
        "where are the security settings",
        "how do I cancel an import",
        "legal-size paper in the export",
        "kill a stuck job",
        "attack this bug first",
        "how do i make a label called breach",
        'does the status "Waiting for lawyer" count as started',
        "is there a view of issues that breach their SLA",
        "assign an issue to another person",
        "",
        "🙂",
    ],
)
def test_nobody_is_needed(book, question):
    assert book.match(question) is None


# --------------------------------------------------------------------------- the reading


@given(st.text(max_size=300))
def test_any_text_can_be_read(book, text):
    match = book.match(text)
    assert match is None or match.reason.startswith("rule:")


@given(
    st.sampled_from(["someone hacked my account", "I will sue you", "let me talk to a human"]),
    st.data(),
)
def test_case_marks_and_spaces_change_nothing(book, question, data):
    words = [data.draw(st.sampled_from([w, w.upper(), w.title()])) for w in question.split()]
    gap = data.draw(st.sampled_from([" ", "  ", "\n", "\t"]))
    end = data.draw(st.sampled_from(["", ".", "!!!", " ?", " 🙂"]))
    assert book.match(gap.join(words) + end).rule.id == book.match(question).rule.id


def small(**keys):
    rule = {"id": "x", "title": "X", "answer": "A person.", "next_step": STEP, **keys}
    return RuleBook(Rules.model_validate({"rule": [rule], "third_try": THIRD}))


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("red", "a RED one", "a redder one"),
        ("wash", "washing it", "wish"),
        ("=wash", "wash it", "washing it"),
        ("wash*", "the washable one", "dish"),
        ("log_in", "I log in now", "in the log"),
        ("a|b c", "b c", "c a"),
        ("very? hot", "hot", "cold"),
        ("tea .. hot", "tea is not so hot", "tea that is never ever served hot"),
        ("tea ... hot", "tea that is never ever served hot", "hot tea"),
        ("tea & hot", "hot tea", "hot water"),
        ("tea & !hot", "cold tea", "hot tea"),
        ('cup ""', 'the cup "red one"', "the cup red one"),
        ('cup ""', "the cup 'don't touch' please", "the cups' and the pots' handles"),
        ('"" cups', "“red”, “blue” and “old” cups", 'a "name of far too many words for one" cup'),
        ("^ tea", "tea now", "now tea"),
        ("tea $", "now tea", "tea now"),
    ],
)
def test_the_language_of_patterns(pattern, yes, no):
    book = small(likely=[pattern])
    assert book.match(yes) is not None
    assert book.match(no) is None


@pytest.mark.parametrize("pattern", ["@nothing", "!tea", ".. tea", "tea ..", "a & ", "a - b"])
def test_a_pattern_that_cannot_be_read_names_its_file_and_key(pattern):
    with pytest.raises(PackError) as caught:
        small(likely=[pattern])
    assert (caught.value.file, caught.value.key) == ("rules.toml", "rule.x.likely")
    assert caught.value.remedy


def test_an_everyday_question_excuses_its_own_sentence_only():
    book = everyday_book(likely=["smoke"])
    assert book.match("how do I see smoke") is None
    assert book.match("how do I see it? there is smoke") is not None


def test_an_urgent_rule_heeds_no_everyday_question():
    book = everyday_book(likely=["smoke"], urgent=True)
    assert book.match("how do I see smoke") is not None


def everyday_book(**keys):
    rule = {"id": "x", "title": "X", "answer": "A person.", "next_step": STEP, **keys}
    rules = {"rule": [rule], "third_try": THIRD, "everyday": ["how do i"]}
    return RuleBook(Rules.model_validate(rules))


def test_all_names_of_a_list_are_one_aside():
    rule = {"id": "x", "title": "X", "answer": "A.", "next_step": STEP, "likely": ["fire|smoke"]}
    rules = {"rule": [rule], "third_try": THIRD, "asides": ['labels ""']}
    book = RuleBook(Rules.model_validate(rules))
    assert book.match('our labels "fire", "smoke" and "fire, indoors" look alike') is None
    assert book.match('our labels "fire" are fine, here is smoke') is not None


def test_a_concept_that_contains_itself_is_refused():
    with pytest.raises(PackError, match="contains itself"):
        RuleBook(
            Rules.model_validate(
                {
                    "rule": [
                        {"id": "x", "title": "X", "answer": "A.", "next_step": STEP, "sure": ["@a"]}
                    ],
                    "third_try": THIRD,
                    "concepts": {"a": ["@b"], "b": ["@a"]},
                }
            )
        )


def test_an_unless_overrules_the_likely_but_not_the_sure():
    book = small(sure=["fire"], likely=["smoke"], unless=["drill"])
    assert book.match("smoke") is not None
    assert book.match("smoke in the drill") is None
    assert book.match("fire in the drill") is not None
