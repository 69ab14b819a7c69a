import dataclasses

import pytest

from supportbot.contracts import Handoff, HostContext, Message, NextStep, Reply, Timings
from supportbot.handoff import compose
from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from supportbot.product.schema import Channel


@pytest.fixture(scope="module")
def pack():
    return load_pack(bundled_pack_dir())


def a_reply(*reasons, next_step=None, **changes):
    values = {
        "id": "r1",
        "question": "Where is my invoice?",
        "answer": "I do not have access to your invoices.",
        "tier": "check",
        "shown": "streamed",
        "refused": True,
        "handoff": Handoff(True, False, reasons, next_step, "billing"),
        "sources": None,
        "served_from": "model",
        "timings_ms": Timings(),
    }
    return Reply(**(values | changes))


CONTEXT = HostContext(
    customer={"name": "Planted Name", "email": "planted@customer.example", "plan": "PlantedPlan"},
    product={"version": "2.4.1", "screen": "PlantedScreen"},
    attempts=7,
)


def test_the_whole_message(pack):
    history = [
        Message("user", "How do I pay?"),
        Message("assistant", "Open **Settings**.\n\nThen Billing.", token_ids=(1, 2)),
        Message("user", "Where is my invoice?"),
        Message("assistant", "I do not have access to your invoices."),
    ]
    message = compose(
        pack, "Where is my invoice?", a_reply("marker:no_account_access"), history, CONTEXT
    )
    assert message.to == "support@linear.example"
    assert message.subject == "Linear Helper: Where is my invoice?"
    assert message.body == (
        "Where is my invoice?\n\n"
        "Why a person: The helper cannot answer this itself.\n\n"
        "Earlier in this conversation:\n"
        "> Customer: How do I pay?\n"
        "> Helper: Open **Settings**.\n"
        ">\n"
        "> Then Billing.\n\n"
        "The helper answered:\n"
        "> I do not have access to your invoices.\n\n"
        "Product: Linear Helper, version 2.4.1\n"
    )


def test_nothing_of_the_customer_but_their_words(pack):
    message = compose(pack, "Help", a_reply("rule:security", "marker:x"), (), CONTEXT)
    text = message.subject + message.body
    assert "planted" not in text.lower()
    assert "7" not in text


def test_a_person_before_any_question(pack):
    message = compose(pack, "")
    assert message.subject == "Linear Helper: a question"
    assert message.body == "Product: Linear Helper\n"
    assert message.to == "support@linear.example"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("rule:security", "Security incident or report"),
        ("engine:out_of_memory", "The helper could not write an answer on this computer."),
        ("engine:no_generator", "Nobody has checked an answer to this yet."),
        ("low_confidence", "The helper was not sure of its answer."),
        ("policy:billing", "Invoices, payments, refunds and changes of plan"),
    ],
)
def test_reasons_in_plain_words(pack, reason, said):
    assert said in compose(pack, "Why?", a_reply(reason)).body


def test_a_reason_that_nobody_can_explain_is_left_out(pack):
    body = compose(pack, "Why?", a_reply("policy:x9", tier="human")).body
    assert "x9" not in body
    assert "Why a person" not in body
    assert "not sure" in compose(pack, "Why?", a_reply(tier="check")).body


def test_third_try_has_a_title(pack):
    title = pack.rules.third_try.title
    assert title in compose(pack, "Again", a_reply(f"rule:{pack.rules.third_try.id}")).body


def test_the_category_is_told_once(pack):
    assert "About: Outage or slowness" in compose(pack, "Down?", a_reply(category="outage")).body
    twice = compose(pack, "Hacked", a_reply("rule:security", category="security")).body
    assert twice.count("Security incident or report") == 1


def test_the_next_steps_address_comes_first(pack):
    step = NextStep("Security", "mailto:security@linear.example")
    assert compose(pack, "Hacked", a_reply(next_step=step)).to == "security@linear.example"
    step = NextStep("Status", "https://status.linear.example")
    assert compose(pack, "Down", a_reply(next_step=step)).to == "support@linear.example"


def test_a_pack_without_an_address(pack):
    handoff = pack.product.handoff.model_copy(
        update={"channels": (Channel(kind="phone", title="Call", phone="+1"),)}
    )
    product = pack.product.model_copy(update={"handoff": handoff})
    assert compose(dataclasses.replace(pack, product=product), "Hi").to == ""


def test_an_answer_that_was_not_shown_is_not_sent(pack):
    body = compose(pack, "Hi", a_reply(shown="none")).body
    assert "The helper answered" not in body


def test_only_the_last_turns_and_short(pack):
    history = [
        Message(role, f"{role} {number} " + "word " * 200)
        for number in range(5)
        for role in ("user", "assistant")
    ]
    body = compose(pack, "And now?", None, history).body
    assert body.count("> Customer:") == 2
    assert "user 2" not in body
    assert "user 3" in body
    assert len(body) < 2_000


def test_the_question_is_never_cut(pack):
    question = "word " * 800
    message = compose(pack, question)
    assert question.strip() in message.body
    assert len(message.subject) <= 78
    assert "\n" not in compose(pack, "one\r\ntwo\nthree").subject
