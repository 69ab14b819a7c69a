"""Deleting with undo: hidden at once, erased later, and completed whatever comes between."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys

import pytest

from supportbot.errors import DatabaseLockedError, NotInstalledError
from supportbot.history import HistoryStore, owner, store
from supportbot.history.folding import fold
from tests.history.talks import DAY, NOW, a_reply, files_with, say

WORDS = ("Xylophonquark", "Grüßgottzebra", "ひみつの言葉")


@pytest.fixture
def kept(file):
    history = HistoryStore(file, busy_timeout_s=0.2)
    yield history
    history.close()


def planted(history, word):
    """Some conversations full of a word, in title, question and answer, between others."""
    ids = []
    for number in range(6):
        say(history, ("something else", "entirely " * number))
        text = f"{word} {'long ' * (number * 97)} {word}"
        ids.append(say(history, (text, f"{word} first " * (number * 20)), (text, f"{word}.")))
    history.rename(ids[0], f"{word} given")
    return ids


def traces(word, folder):
    """Files with the word as it was said or as it is compared."""
    return sorted({*files_with(word, folder), *files_with(fold(word), folder)})


def index_of(file):
    """What the index knows: trigrams with how often they stand, and the bytes of its pages."""
    connection = sqlite3.connect(file)
    terms = connection.execute("SELECT term, doc FROM wording_terms ORDER BY term").fetchall()
    pages = connection.execute("SELECT block FROM wording_index_data WHERE id > 10 ORDER BY id")
    found = terms, [page for (page,) in pages.fetchall()]
    connection.close()
    return found


# --------------------------------------------------------------------------- hiding and bringing back


def test_what_is_hidden_is_nowhere(kept):
    conversation_id, other = say(kept, "about guests", at=NOW), say(kept, "about guests too")
    (exchange,) = kept.exchanges(conversation_id)
    kept.hide(conversation_id)
    assert [one.id for one in kept.conversations()] == [other]
    assert [one.id for one in kept.find().found] == [other]
    assert [one.id for one in kept.find("guests").found] == [other]
    assert [one.id for one in kept.find("g").found] == [other]
    assert kept.exchanges(conversation_id) == kept.pending(conversation_id) == []
    assert [one["id"] for one in json.loads(kept.export(None, "json"))["conversations"]] == [other]
    for action in (
        lambda: kept.hide(conversation_id),
        lambda: kept.rename(conversation_id, "New"),
        lambda: kept.add_question(conversation_id, "More?"),
        lambda: kept.add_reply(conversation_id, exchange.question_id, a_reply("x"), ()),
        lambda: kept.export(conversation_id, "json"),
    ):
        with pytest.raises(NotInstalledError):
            action()


def test_what_is_restored_is_as_it_was(kept, file):
    conversation_id = say(kept, ("first", "alpha"), ("second", None), at=NOW - DAY)
    kept.rename(conversation_id, "Mine")
    say(kept, "another", at=NOW)
    before = kept.find().found, kept.find("alpha").found, kept.export(None, "json")
    kept.hide(conversation_id)
    assert kept.restore([conversation_id, "missing"]) == [conversation_id]
    assert (kept.find().found, kept.find("alpha").found, kept.export(None, "json")) == before
    assert kept.finish_deletions() == []
    assert [one.title for one in HistoryStore(file).conversations()] == ["another", "Mine"]


def test_what_is_erased_cannot_be_restored(kept):
    conversation_id = say(kept, "gone")
    kept.hide(conversation_id)
    assert kept.finish_deletions([conversation_id]) == [conversation_id]
    assert kept.restore([conversation_id]) == []


def test_only_what_is_named_is_finished(kept):
    one, other = say(kept, "one"), say(kept, "other")
    kept.hide(one)
    kept.hide(other)
    assert kept.finish_deletions([one, "missing"]) == [one]
    assert kept.restore([other]) == [other]
    assert kept.finish_deletions([other]) == []  # it is hidden no longer
    assert [summary.id for summary in kept.conversations()] == [other]


# --------------------------------------------------------------------------- no trace


@pytest.mark.parametrize("word", WORDS)
def test_no_word_is_left_after_the_deletion_is_finished(kept, folder, word):
    ids = planted(kept, word)
    for conversation_id in ids:
        kept.hide(conversation_id)
    assert traces(word, folder)
    assert sorted(kept.finish_deletions()) == sorted(ids)
    assert traces(word, folder) == []
    kept.close()
    assert traces(word, folder) == []


@pytest.mark.parametrize("how", ["finish", "delete", "retention"])
def test_the_index_forgets_every_trigram(tmp_path, how):
    def built(name, *, with_secret):
        path = tmp_path / name
        history = HistoryStore(path)
        for number in range(30):
            say(history, f"about guests {number}", at=NOW)
        if with_secret:
            secret = say(history, (WORDS[0], f"{WORDS[1]} {WORDS[2]}"), at=NOW - 40 * DAY)
            history.rename(secret, WORDS[0])
            if how == "finish":
                history.hide(secret)
                history.finish_deletions()
            elif how == "delete":
                history.delete(secret)
            else:
                history.apply_retention(30, NOW)
        else:
            history.delete(history.start_conversation("linear"))
        history.close()
        return index_of(path)

    terms, pages = built("with.sqlite3", with_secret=True)
    assert (terms, pages) == built("without.sqlite3", with_secret=False)
    assert terms


def test_no_word_is_left_after_erasing_everything(kept, folder):
    ids = planted(kept, WORDS[0])
    kept.hide(ids[0])
    kept.erase_all()
    assert traces(WORDS[0], folder) == []
    assert traces("entirely", folder) == []
    assert index_of(folder / "history.sqlite3")[0] == []
    assert kept.restore(ids) == []
    # The index follows what is kept from now on.
    again = say(kept, "guests again")
    assert [one.id for one in kept.find("guests").found] == [again]
    kept.delete(again)
    assert kept.find("guests").found == ()


# --------------------------------------------------------------------------- what comes between


KILLED = """
import os, signal, sys
from pathlib import Path
from supportbot.history import HistoryStore
store = HistoryStore(Path(sys.argv[1]))
store.hide(sys.argv[2])
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kill_in_the_undo_time_does_not_keep_what_was_deleted(kept, folder, file):
    ids = planted(kept, WORDS[0])
    other = say(kept, "stays")
    kept.close()
    for conversation_id in ids:
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, str(file), conversation_id], check=False
        )
        assert ended.returncode
    assert traces(WORDS[0], folder)
    history = HistoryStore(file)
    assert other in [one.id for one in history.conversations()]
    assert not set(ids) & {one.id for one in history.conversations()}
    assert sorted(history.finish_deletions()) == sorted(ids)
    assert traces(WORDS[0], folder) == []
    history.close()


WAITING = """
import sys
from pathlib import Path
from supportbot.history import HistoryStore
store = HistoryStore(Path(sys.argv[1]))
store.hide(sys.argv[2])
print("hidden", flush=True)
sys.stdin.readline()
print(store.restore([sys.argv[2]]) == [sys.argv[2]], flush=True)
"""


def test_what_another_running_program_may_undo_is_left_to_it(kept, file):
    conversation_id = say(kept, "theirs")
    command = [sys.executable, "-c", WAITING, str(file), conversation_id]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "hidden\n"
        assert kept.finish_deletions() == []
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "True\n"
    assert [one.id for one in kept.conversations()] == [conversation_id]


def test_a_later_program_with_the_same_number_is_another(monkeypatch):
    ours = owner.this_program()
    assert owner.is_running(ours)
    number, _, _ = ours.partition("/")
    assert not owner.is_running(f"{number}/1.00")
    assert not owner.is_running("999999999/1.00")
    assert not owner.is_running("what?")


def test_a_locked_database_hides_nothing_and_erases_later(kept, folder, file):
    conversation_id = say(kept, WORDS[0])
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLockedError):
        kept.hide(conversation_id)
    assert kept.find(WORDS[0]).found
    writer.execute("ROLLBACK")
    kept.hide(conversation_id)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLockedError):
        kept.finish_deletions()
    assert kept.conversations() == []
    writer.close()
    assert kept.finish_deletions() == [conversation_id]
    assert traces(WORDS[0], folder) == []


def test_a_reader_only_delays_the_wiping(kept, folder, file):
    conversation_id = say(kept, WORDS[0])
    reader = sqlite3.connect(file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM conversation").fetchone()
    kept.hide(conversation_id)
    with pytest.raises(DatabaseLockedError):
        kept.finish_deletions()
    assert kept.restore([conversation_id]) == []
    reader.close()
    assert kept.finish_deletions() == []
    assert traces(WORDS[0], folder) == []


def test_a_crash_before_the_wiping_is_made_up_for(kept, folder, file, monkeypatch):
    def crash(*_):
        raise KeyboardInterrupt

    conversation_id = say(kept, WORDS[0])
    kept.hide(conversation_id)
    with monkeypatch.context() as patch:
        patch.setattr(store, "wipe_deleted", crash)
        with pytest.raises(KeyboardInterrupt):
            kept.finish_deletions()
    kept.close()
    HistoryStore(file).close()
    assert traces(WORDS[0], folder) == []


# --------------------------------------------------------------------------- export


def test_json_lines(kept):
    first, second = say(kept, "Größe?", at=NOW), say(kept, ("b", None), at=NOW + DAY)
    lines = kept.export(None, "jsonl").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [second, first]
    whole = json.loads(kept.export(None, "json"))["conversations"]
    assert [json.loads(line) for line in lines] == whole
    (line,) = kept.export(first, "jsonl").splitlines()
    assert "Größe?" in line
    kept.erase_all()
    assert kept.export(None, "jsonl") == ""


def test_a_given_title_is_exported(kept):
    conversation_id = say(kept, "first")
    kept.rename(conversation_id, "Mine")
    assert re.match("# Mine\n", kept.export(conversation_id, "markdown"))
