"""Rules that were learned from written messages: how a message is heard, and how far that is trusted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.answering.learned import LearnedRules, bucket, features, probabilities
from supportbot.answering.rules import RuleBook
from supportbot.product.schema import Learned, Rules
from supportbot.product.weights import RuleWeights, WeightsHeader

BUCKETS = 4096
STEP = {"title": "Support", "url": "mailto:support@kettle.example"}
THIRD = {"title": "Third try", "answer": "A person.", "next_step": STEP}
TRUST = {"alone": 0.9, "with_pattern": 0.3, "with_deferral": 0.2, "with_refusal": 0.6}


def weights_of(words, rules=("fire", "theft"), always=(6.0, 0.0, 0.0)):
    """Weights in which each of ``words`` speaks for one rule; without them there is none."""
    rows = [[0.0] * (len(rules) + 1) for _ in range(BUCKETS)]
    for word, (rule, weight) in words.items():
        rows[bucket("w", word, BUCKETS)][rules.index(rule) + 1] = weight
    header = WeightsHeader(rules=rules, buckets=BUCKETS, rows=1, sources="0" * 64)
    return RuleWeights.of(RuleWeights.build(header, [*rows, always]))


def book_of(weights, **rules):
    spec = {"title": "A", "answer": "A person.", "next_step": STEP}
    return RuleBook(
        Rules.model_validate(
            {
                "rule": [
                    spec | {"id": "fire", "likely": ["smoke"], "deferrals": ["burns"]},
                    spec | {"id": "theft", "sure": ["stolen"]},
                ],
                "third_try": THIRD,
                "learned": TRUST,
                **rules,
            }
        ),
        weights,
    )


SMALL = weights_of({"embers": ("fire", 100.0), "gone": ("theft", 100.0), "warm": ("fire", 30.0)})


def test_words_alone_call_the_rule_they_speak_for():
    match = book_of(SMALL).match("embers everywhere")
    assert match is not None
    assert match.reason == "rule:fire"
    assert "embers" in match.pattern
    other = book_of(SMALL).match("it is gone")
    assert other is not None
    assert other.reason == "rule:theft"


@pytest.mark.parametrize("question", ["how do I toast rye", "", "🙂", "!!!"])
def test_words_that_speak_for_nothing_call_nothing(question):
    assert book_of(SMALL).match(question) is None


def test_a_likely_pattern_needs_the_words_beside_it():
    book = book_of(SMALL)
    assert book.match("smoke") is None
    assert book.match("warm smoke") is not None
    assert book_of(None).match("smoke") is not None


def test_a_sure_pattern_needs_nothing_beside_it():
    assert book_of(SMALL).match("stolen") is not None


@pytest.mark.parametrize(("question", "taken"), [("what is rye", False), ("warm toast", True)])
def test_a_deferral_needs_the_words_beside_it(question, taken):
    assert (book_of(SMALL).refused(question, "It burns.", 0.99) is not None) == taken
    assert book_of(None).refused(question, "It burns.", 0.99) is not None


@given(st.text(max_size=300))
def test_probabilities_of_any_text_are_probabilities(text):
    chances = probabilities(SMALL, text)
    assert all(0 <= chance <= 1 for chance in chances)
    assert sum(chances) <= 1 + 1e-9
    heard = LearnedRules(SMALL, Learned.model_validate(TRUST)).hear(text)
    assert heard.chance == pytest.approx(sum(chances))
    assert list(features(text)) == list(features(text))


def test_the_loudest_words_are_told_first():
    told = LearnedRules(SMALL, Learned.model_validate(TRUST)).hear("warm rye and embers").told
    assert told.index("embers") < told.index("warm")
    assert "rye" not in told


@pytest.mark.parametrize(("question", "rule"), [("warm toast", None), ("warm embers", "rule:fire")])
def test_words_that_nearly_suffice_call_their_rule_when_the_model_refuses(question, rule):
    match = book_of(SMALL).refused(question, "I cannot say.", 0.1)
    assert (match and match.reason) == rule
    assert book_of(None).refused(question, "I cannot say.", 0.99) is None
