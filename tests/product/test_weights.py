"""The file of learned weights: what is written is read, and what is damaged is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.errors import PackError
from supportbot.product.pack import check_pack, load_pack
from supportbot.product.weights import RuleWeights, WeightsHeader
from tests.support.packs import write_pack

HALF = st.floats(width=16, allow_nan=False, allow_infinity=False)
LEARNED = "[learned]\nalone = 0.5\nwith_pattern = 0.2\nwith_deferral = 0.1\nwith_refusal = 0.2\n"


def header(rules=("hacked",), buckets=2):
    return WeightsHeader(rules=rules, buckets=buckets, rows=7, sources="ab" * 32)


def bytes_of(rules=("hacked",), buckets=2, value=0.5):
    rows = [[value] * (len(rules) + 1)] * (buckets + 1)
    return RuleWeights.build(header(rules, buckets), rows)


@given(st.data())
def test_what_is_written_is_read(data):
    rules = tuple(
        data.draw(
            st.lists(
                st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=1, max_size=3, unique=True
            )
        )
    )
    row = st.lists(HALF, min_size=len(rules) + 1, max_size=len(rules) + 1).map(tuple)
    rows = data.draw(st.lists(row, min_size=2, max_size=5))
    weights = RuleWeights.of(RuleWeights.build(header(rules, len(rows) - 1), rows))
    assert [weights.row(bucket) for bucket in range(len(rows))] == rows
    assert weights.always == rows[-1]
    assert weights.header == header(rules, len(rows) - 1)


def damaged():
    sound = bytes_of()
    line, _, halves = sound.partition(b"\n")
    said = json.loads(line)
    yield b"", "the first line does not end"
    yield b"x" * 100_000, "the first line does not end"
    yield b"\n" + halves, "does not say what the file holds"
    yield b"[]\n" + halves, "does not say what the file holds"
    for key, value in (
        ("buckets", 0),
        ("buckets", 1 << 40),
        ("rules", []),
        ("sources", "x"),
        ("more", 1),
    ):
        yield json.dumps(said | {key: value}).encode() + b"\n" + halves, "does not say"
    yield sound[:-1], "holds 11 bytes of weights instead of 12"
    yield sound + b"\0", "holds 13 bytes of weights instead of 12"
    yield bytes_of(value=float("nan")), "no number"
    yield bytes_of(value=float("inf")), "no number"


@pytest.mark.parametrize(("data", "problem"), list(damaged()))
def test_damaged_bytes_are_refused(data, problem):
    with pytest.raises(ValueError, match=problem):
        RuleWeights.of(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        RuleWeights.of(data)
    except ValueError:
        return


@pytest.fixture
def learned(tmp_path):
    root = write_pack(tmp_path / "kettle")
    rules = root / "rules.toml"
    rules.write_text(LEARNED + rules.read_text("utf-8"), "utf-8")
    (root / "rules.weights").write_bytes(
        bytes_of((load_pack(root, unlearned=True).rules.rule[0].id,))
    )
    return root


def test_a_pack_that_learned_has_its_weights(learned, tmp_path):
    assert check_pack(learned) == []
    weights = load_pack(learned).weights
    assert weights is not None
    assert weights.header.rows == 7
    assert load_pack(learned, unlearned=True).weights is None
    assert load_pack(write_pack(tmp_path / "other")).weights is None


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (None, "missing"),
        (b"", "does not end"),
        (bytes_of(("elsewhere",)), "is no rule of rules.toml"),
    ],
)
def test_weights_that_do_not_fit_are_told_with_the_remedy(learned, data, problem):
    file = learned / "rules.weights"
    file.unlink() if data is None else file.write_bytes(data)
    with pytest.raises(PackError, match=r"rules\.weights") as caught:
        load_pack(learned)
    assert problem in caught.value.problem
    assert caught.value.remedy
