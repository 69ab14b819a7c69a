import json
import re
from collections import Counter
from pathlib import Path

import pytest

from supportbot.errors import NotInstalledError, PackError
from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from supportbot.product.text import content_words, trigrams
from supportbot.training.build import build, is_near_probe, sha256_of
from supportbot.training.similarity import NearIndex


@pytest.fixture(scope="module")
def pack():
    return load_pack(bundled_pack_dir())


@pytest.fixture(scope="module")
def built(pack, tmp_path_factory):
    return build(pack, tmp_path_factory.mktemp("rows"))


def rows(built, name):
    return [
        json.loads(line)
        for line in (built.folder / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]


def test_every_topic_and_refusal_has_the_rows_the_recipe_asks_for(built):
    manifest = built.manifest
    assert manifest["counts"]["train"]["docs"] >= 3000
    assert manifest["counts"]["train"]["refuse"] >= 500
    assert manifest["counts"]["multiturn"]["rows"] >= 500
    assert len(manifest["questions_per_topic"]) == 48
    assert min(manifest["questions_per_topic"].values()) >= 63
    assert manifest["most_common_opening"]["share"] <= 0.02


def test_the_same_sources_give_the_same_bytes(pack, built, tmp_path):
    again = build(pack, tmp_path)
    assert again.manifest["outputs"] == built.manifest["outputs"]
    for name, digest in built.manifest["outputs"].items():
        assert sha256_of(tmp_path / name) == digest


def test_probes_and_near_copies_stay_out_of_everything_the_model_or_customer_sees(pack, built):
    probes = [(trigrams(p.question), content_words(p.question)) for p in pack.probes]
    seen = [row["instruction"].removeprefix("Customer question: ") for row in rows(built, "train")]
    seen += [
        row["instruction"].removeprefix("Customer question: ") for row in rows(built, "validation")
    ]
    seen += [
        m["content"]
        for row in rows(built, "multiturn")
        for m in row["messages"]
        if m["role"] == "user"
    ]
    seen += [question for answer in pack.verified for question in answer.questions]
    seen += list(pack.product.brand.starter_questions)
    assert [text for text in seen if is_near_probe(text, probes)] == []


def test_no_row_is_in_two_parts(built):
    parts = [
        {row["instruction"] for row in rows(built, name)}
        for name in ("train", "validation", "test")
    ]
    assert not parts[0] & parts[1]
    assert not parts[0] & parts[2]
    assert not parts[1] & parts[2]


def test_answers_are_short(built):
    assert max(len(row["output"].split()) for row in rows(built, "train")) <= 90


def test_an_answer_begins_with_its_subject_and_a_deflection_with_i(pack, built):
    openings: dict[str, set[str]] = {}
    refusals = {row["output"] for row in rows(built, "train") if row["bucket"] == "refuse"}
    for row in rows(built, "train"):
        if row["bucket"] == "docs":
            opening = re.split(r"[ ,]", row["output"], maxsplit=1)[0]
            openings.setdefault(row["intent"], set()).add(opening)
    assert [answer for answer in refusals if not answer.startswith("I ")] == []
    assert {topic: words for topic, words in openings.items() if len(words) > 1} == {}
    shared = Counter(word for words in openings.values() for word in words)
    assert max(shared.values()) <= 2
    assert "I" not in shared


def _copy(pack, tmp_path, questions, answers):
    root = tmp_path / "pack"
    (root / "sources").mkdir(parents=True)
    (root / "sources" / "questions.jsonl").write_text(questions, "utf-8")
    (root / "sources" / "answers.jsonl").write_text(answers, "utf-8")
    from dataclasses import replace

    return replace(pack, root=root)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("[]", "not an object"),
        ('{"question": "x"}', "topic"),
        ('{"question": "x", "topic": "nowhere"}', "unknown topic"),
        ('{"question": "", "topic": "labels"}', "question"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(pack, tmp_path, line, problem):
    broken = _copy(pack, tmp_path, f'{{"question": "ok", "topic": "labels"}}\n{line}\n', "")
    with pytest.raises(PackError, match=r"questions.jsonl: line 2") as caught:
        build(broken, tmp_path / "out")
    assert problem in caught.value.problem


def test_a_pack_without_sources_says_so(pack, tmp_path):
    from dataclasses import replace

    with pytest.raises(NotInstalledError, match=r"sources/questions\.jsonl"):
        build(replace(pack, root=tmp_path), tmp_path / "out")


def test_a_label_without_an_answer_is_an_error(pack, tmp_path):
    broken = _copy(pack, tmp_path, '{"question": "where are labels", "topic": "labels"}\n', "")
    with pytest.raises(PackError, match="labels"):
        build(broken, tmp_path / "out")


def test_no_training_question_nearly_repeats_one_that_measures(pack):
    halves = Path(__file__).parents[2] / "benchmarks" / "linear"
    measured = [
        json.loads(line)["question"]
        for half in ("development", "unseen", "fresh")
        for path in sorted(halves.glob(f"{half}*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    asked = [
        json.loads(line)["question"]
        for name in ("questions.jsonl", "rules.jsonl")
        for line in (pack.root / "sources" / name).read_text("utf-8").splitlines()
    ]
    index = NearIndex(0.7, [*measured, *asked])
    for question in measured:
        index.add(question)
    assert not [question for question in asked if index.find(question)]
