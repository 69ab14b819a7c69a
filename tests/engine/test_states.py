"""Saved states: what comes back is exactly what was saved, or nothing."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.engine.states import PREFIX, SavedState, StateStore, conversation_key

KEY = conversation_key("talk")


@pytest.fixture
def store(tmp_path):
    return StateStore(tmp_path / "states", "model+adapter 1024 build")


def files(store_folder):
    return sorted(store_folder.glob("*"))


def test_round_trip(store, tmp_path):
    assert store.load(KEY) is None
    assert store.tokens(KEY) == ()
    assert store.save(KEY, [1, 2, 3], b"payload")
    assert store.tokens(KEY) == (1, 2, 3)
    assert store.load(KEY) == SavedState((1, 2, 3), b"payload")
    (file,) = files(tmp_path / "states")
    assert file.stat().st_mode & 0o777 == 0o600
    assert "talk" not in file.name


@given(st.integers(min_value=0), st.integers(min_value=0, max_value=7), st.booleans())
def test_one_wrong_bit_or_a_missing_end_and_it_is_gone(tmp_path_factory, position, bit, cut):
    folder = tmp_path_factory.mktemp("states")
    store = StateStore(folder, "model")
    store.save(KEY, range(50), b"payload" * 20)
    (file,) = files(folder)
    data = bytearray(file.read_bytes())
    position %= len(data)
    if cut:
        del data[position:]
    else:
        data[position] ^= 1 << bit
    file.write_bytes(data)
    store.tokens(KEY)
    assert store.load(KEY) is None
    assert not files(folder)


def test_other_identities_and_rubbish_are_deleted(store, tmp_path):
    folder = tmp_path / "states"
    for spoil in (
        b"",
        b"supportbot state 1\n",
        b"supportbot state 1\n" + b"\xff" * 40,
        b"[" * 9000,
    ):
        store.save(KEY, [1], b"x")
        files(folder)[0].write_bytes(spoil)
        assert store.tokens(KEY) == ()
        assert not files(folder)
    store.save(KEY, [1], b"x")
    assert StateStore(folder, "another").tokens(KEY) == ()
    assert not files(folder)


def test_longest_unused_go_first(tmp_path):
    store = StateStore(tmp_path, "m", limit_bytes=4000)
    for number in range(3):
        store.save(conversation_key(str(number)), [1], b"x" * 1000)
    for age, file in enumerate(sorted(tmp_path.glob("*"))):
        os.utime(file, (1000 + age, 1000 + age))
    assert store.load(conversation_key("0"))  # used again: now the youngest
    store.save(conversation_key("new"), [1], b"x" * 1000)
    assert store.load(conversation_key("0"))
    assert store.load(conversation_key("new"))
    assert len(files(tmp_path)) == 3
    assert not store.save(KEY, [1], b"x" * 5000)
    assert len(files(tmp_path)) == 3


def test_forgetting_and_tidying(store, tmp_path):
    folder = tmp_path / "states"
    store.save(KEY, [1], b"x")
    store.save(PREFIX, [1], b"x")
    (folder / f"{store._path(KEY).stem}.1234.part").write_bytes(b"half")
    (folder / "cpu.json").write_text("{}")
    store.forget("talk")
    assert store.load(PREFIX)
    assert len(files(folder)) == 2
    (folder / "other.1234.part").write_bytes(b"half")
    store.tidy()
    store.forget(None)
    assert [file.name for file in files(folder)] == ["cpu.json"]


def test_full_disk_and_missing_rights_cost_only_the_state(tiny_disk):
    store = StateStore(tiny_disk / "states", "m")
    assert not store.save(KEY, [1], b"x" * 1_000_000)
    assert not list((tiny_disk / "states").glob("*"))
    assert store.save(KEY, [1], b"x")
