"""Learning rules from written messages: what is read, what comes out, and that the shipped weights are the sources'."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from supportbot.answering.learned import probabilities
from supportbot.errors import NotInstalledError, PackError
from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from supportbot.product.weights import RuleWeights
from supportbot.training import rules as step


@pytest.fixture(scope="module")
def linear():
    return load_pack(bundled_pack_dir())


def pack_with(linear, tmp_path, questions, more):
    root = tmp_path / "pack"
    (root / "sources").mkdir(parents=True)
    for name, found in (("questions", questions), ("rules", more)):
        text = "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in found)
        (root / "sources" / f"{name}.jsonl").write_text(text, "utf-8")
    return replace(linear, root=root)


def small(linear, tmp_path):
    asked = [{"question": f"how do I sort labels {n}", "topic": "labels"} for n in range(40)]
    asked += [
        {"question": f"our account was hijacked {n}", "category": "security"} for n in range(20)
    ]
    asked += [{"question": f"what does plan {n} cost", "category": "price"} for n in range(20)]
    more = [{"question": f"my counsel objects to clause {n}", "rule": "legal"} for n in range(20)]
    more += [{"question": f"hijacked is the name of label {n}", "rule": None} for n in range(20)]
    return pack_with(linear, tmp_path, asked, more)


def test_messages_are_judged_as_they_were_labelled(linear, tmp_path):
    pack = small(linear, tmp_path)
    weights = RuleWeights.of(step.learn(pack).read_bytes())
    assert weights.header.rows == 120
    rules = weights.header.rules

    def judged(text):
        chances = probabilities(weights, text)
        return rules[chances.index(max(chances))] if sum(chances) > 0.5 else None

    assert judged("somebody: our account was hijacked") == "security"
    assert judged("counsel objects to this clause") == "legal"
    assert judged("how do I sort the labels") is None
    assert judged("hijacked is the name of our label") is None
    assert judged("what does the plan cost") is None


def test_the_same_messages_give_the_same_bytes(linear, tmp_path):
    pack = small(linear, tmp_path)
    assert step.learn(pack).read_bytes() == step.learn(pack).read_bytes()


def test_cross_validation_counts_every_message_once(linear, tmp_path):
    found = step.cross_validate(small(linear, tmp_path), folds=2)
    assert {(one.calling, one.others) for one in found} == {(40, 80)}
    assert [one.found for one in found] == sorted((one.found for one in found), reverse=True)
    at_half = next(one for one in found if one.certainty == 0.5)
    assert at_half.found >= 36
    assert at_half.in_vain <= 8


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ('{"question": "x"}', "needs question and rule"),
        ('{"question": " ", "rule": null}', "needs question and rule"),
        ('{"question": "x", "rule": "nowhere"}', "unknown rule"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(linear, tmp_path, line, problem):
    pack = pack_with(linear, tmp_path, [], [{"question": "ok", "rule": None}, line])
    with pytest.raises(PackError, match=r"rules\.jsonl: line 2") as caught:
        step.read_messages(pack)
    assert problem in caught.value.problem


def test_a_pack_without_sources_says_so(linear, tmp_path):
    with pytest.raises(NotInstalledError, match=r"sources/questions\.jsonl"):
        step.learn(replace(linear, root=tmp_path))


def test_the_shipped_weights_were_learned_from_the_shipped_sources(linear):
    assert linear.weights is not None
    assert linear.weights.header.sources == step.hash_of(step.read_messages(linear))


@pytest.mark.slow
def test_learning_again_judges_as_the_shipped_weights_do(linear, tmp_path):
    (tmp_path / "sources").symlink_to(linear.root / "sources")
    again = RuleWeights.of(step.learn(replace(linear, root=tmp_path)).read_bytes())
    apart = [
        abs(sum(probabilities(again, one.text)) - sum(probabilities(linear.weights, one.text)))
        for one in step.read_messages(linear)[::20]
    ]
    assert max(apart) < 0.05
