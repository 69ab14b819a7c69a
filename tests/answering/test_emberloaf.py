"""The second pack on the road: vetted answers, a person by rule, and a person for what nobody vetted.

The phrasings of ``emberloaf.jsonl`` were written along with the rules: they hold what was reached and measure nothing.
"""

from __future__ import annotations

import pytest

from supportbot.answering.conversation import Conversation
from supportbot.product.pack import load_pack
from tests.answering.conftest import DATA, ROOT, rows


@pytest.fixture(scope="module")
def pack():
    return load_pack(ROOT / "assets" / "emberloaf")


@pytest.fixture
def ask(pack):
    return Conversation(pack, None, None).ask


def test_starter_questions_have_vetted_answers(pack):
    for question in pack.product.brand.starter_questions:
        reply = Conversation(pack, None, None).ask(question)
        assert (reply.served_from, reply.shown, reply.refused) == ("verified", "held", False)
        assert [source.url for source in reply.sources] == [
            pack.pages[pack.topic(one.topic).doc].url
            for one in pack.verified
            if question in one.questions
        ]


def test_no_rule_takes_a_vetted_question(pack):
    for one in pack.verified:
        for question in one.questions:
            reply = Conversation(pack, None, None).ask(f"hi, {question.upper()} thanks!")
            assert (reply.served_from, reply.answer) == ("verified", one.answer), question


@pytest.mark.parametrize("row", rows(DATA / "emberloaf.jsonl"), ids=lambda row: row["question"])
def test_who_needs_a_person(pack, row):
    reply = Conversation(pack, None, None).ask(row["question"])
    rule = next((r.partition(":")[2] for r in reply.handoff.reasons if r[:5] == "rule:"), None)
    assert rule == row["rule"]
    assert reply.handoff.required == (rule is not None)


@pytest.mark.parametrize(
    "question", ["the cable is melting and smells", "is my oven part of the recall?"]
)
def test_danger_and_recalls_go_to_the_safety_team(ask, question):
    reply = ask(question)
    assert (reply.tier, reply.served_from, reply.handoff.required) == ("human", "rules", True)
    assert reply.handoff.next_step.url == "mailto:safety@emberloaf.example"
    assert "switch the oven off" in reply.answer


@pytest.mark.parametrize(
    ("question", "category", "url"),
    [
        ("How much is the Emberloaf Two?", "price", "https://emberloaf.example/shop"),
        ("Where is my parcel?", "order", "https://emberloaf.example/orders"),
        ("The fan rattles", "repair", "https://emberloaf.example/repair"),
        ("it doesn't heat any more", "repair", "https://emberloaf.example/repair"),
        ("Can I bypass the thermostat?", "repair", "https://emberloaf.example/repair"),
        ("can i rewire it for my boat", "rebuild", "mailto:support@emberloaf.example"),
        ("Is it better than a bread machine?", "other_makes", None),
        ("Do you have a recipe for rye?", "recipes", "https://help.emberloaf.example"),
        ("hello", "off_topic", "https://help.emberloaf.example"),
        ("Does it come in green?", None, "mailto:support@emberloaf.example"),
    ],
)
def test_what_nobody_vetted_gets_a_person_and_a_next_step(ask, question, category, url):
    reply = ask(question)
    reasons = ("engine:no_generator", *([f"category:{category}"] if category else []))
    assert reply.handoff.reasons == reasons
    assert (reply.answer, reply.model) == ("", None)
    assert (reply.handoff.offered, reply.handoff.required) == (True, False)
    assert reply.handoff.next_step.url == url
