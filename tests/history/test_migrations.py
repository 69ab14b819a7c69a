"""Bringing a first version's database up to date: all of it, or nothing."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys

import pytest

from supportbot.errors import DatabaseLockedError, DiskFullError
from supportbot.history import HistoryStore, migrations
from supportbot.storage import open_database
from tests.history.talks import FIRST_SCHEMA, a_reply

STAMP = "2026-10-{day:02d}T10:00:00.000000+00:00"


def fill(path, count=20):
    """A first version's database: every third question has no reply, every fifth reply no answer."""
    old = sqlite3.connect(path)
    old.executescript(FIRST_SCHEMA)
    for number in range(count):
        stamp = STAMP.format(day=1 + number % 28)
        question = f"Frage {number} nach Schlüssel"
        answer = "" if number % 5 == 0 else f"Antwort {number} の方法"
        reply = None if number % 3 == 0 else json.dumps(a_reply(question, answer).to_dict())
        old.execute(
            "INSERT INTO conversation VALUES (?, 'linear', ?, ?, ?)",
            (f"c{number}", question, stamp, stamp),
        )
        old.execute(
            "INSERT INTO exchange (conversation_id, question, asked_at, reply, token_ids)"
            " VALUES (?, ?, ?, ?, ?)",
            (f"c{number}", question, stamp, reply, "[1, 2]" if reply else None),
        )
    old.commit()
    old.close()


def dump(path):
    """Version and rows of the first version's tables."""
    connection = sqlite3.connect(path)
    version = connection.execute("PRAGMA user_version").fetchone()
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    rows = [
        connection.execute("SELECT id, pack_id, title, started_at, updated_at FROM conversation")
        .fetchall(),
        connection.execute("SELECT * FROM exchange").fetchall(),
    ]  # fmt: skip
    connection.close()
    return version, tables, rows


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "history.sqlite3"
    fill(path)
    return path


def test_what_was_kept_is_found(file):
    _, _, before = dump(file)
    store = HistoryStore(file)
    assert dump(file)[2] == before
    assert dump(file)[0] == (len(migrations.MIGRATIONS),)
    assert {one.id for one in store.find("schlussel", limit=99).found} == {
        f"c{number}" for number in range(20)
    }
    answered = {f"c{number}" for number in range(20) if number % 3 and number % 5}
    assert {one.id for one in store.find("方法", limit=99).found} == answered
    assert {one.id for one in store.find("frage 7").found} == {"c7", "c17"}
    store.hide("c7")
    assert store.finish_deletions() == ["c7"]
    store.close()


def test_once_is_enough(file):
    HistoryStore(file).close()
    before = dump(file)
    HistoryStore(file).close()
    assert dump(file) == before


def test_a_fault_on_the_way_leaves_the_first_version(file, monkeypatch):
    before = dump(file)

    def full(*_):
        raise DiskFullError("Full.", "Free some space.")

    with monkeypatch.context() as patch:
        patch.setattr("supportbot.history.migrations.wording_of", full)
        with pytest.raises(DiskFullError):
            HistoryStore(file)
    assert dump(file) == before
    store = HistoryStore(file)
    assert store.find("schlüssel").found
    store.close()


KILLED = """
import os, signal, sys
from pathlib import Path
import supportbot.history.migrations as migrations
calls = []
def struck(*texts):
    calls.append(texts)
    if len(calls) == 15:
        os.kill(os.getpid(), signal.SIGKILL)
    return "x"
migrations.wording_of = struck
from supportbot.history import HistoryStore
HistoryStore(Path(sys.argv[1]))
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_a_kill_on_the_way_leaves_the_first_version(file):
    before = dump(file)
    ended = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert dump(file) == before
    store = HistoryStore(file)
    assert len(store.find("schlüssel", limit=99).found) == 20
    store.close()


def test_a_locked_database_is_brought_up_to_date_later(file):
    before = dump(file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLockedError):
        HistoryStore(file, busy_timeout_s=0.1)
    other.close()
    assert dump(file) == before
    HistoryStore(file).close()


def test_a_new_database_and_one_brought_up_to_date_are_the_same(file, tmp_path):
    def schema(path):
        connection = sqlite3.connect(path)
        found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name, type")
        rows = [(kind, name, " ".join((sql or "").split())) for kind, name, sql in found.fetchall()]
        connection.close()
        return rows

    HistoryStore(file).close()
    open_database(tmp_path / "new.sqlite3", migrations.MIGRATIONS).close()
    names = [row[:2] for row in schema(file)]
    assert names == [row[:2] for row in schema(tmp_path / "new.sqlite3")]
