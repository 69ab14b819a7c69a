"""Crashed processor variants are remembered for this processor only."""

from __future__ import annotations

import json

import pytest

from supportbot.engine import cpu


def test_round_trip(tmp_path):
    folder = tmp_path / "states"
    assert cpu.crashed_variants(folder) == ()
    cpu.remember_crash(folder, ("cpu-a", "cpu-b"))
    assert cpu.crashed_variants(folder) == ("cpu-a", "cpu-b")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"key": "another", "variants": ["cpu-a"]}', "\x00"]
)
def test_rubbish_and_other_machines_count_for_nothing(tmp_path, text):
    (tmp_path / cpu.FILE_NAME).write_text(text)
    assert cpu.crashed_variants(tmp_path) == ()


def test_key_is_stable_and_opaque(tmp_path):
    cpu.remember_crash(tmp_path, ("cpu-a",))
    key = json.loads((tmp_path / cpu.FILE_NAME).read_text())["key"]
    assert key == cpu.processor_key()
    assert len(key) == 64


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    cpu.remember_crash(blocked, ("cpu-a",))
    assert cpu.crashed_variants(blocked) == ()
