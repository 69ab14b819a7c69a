import datetime as dt
import json
import multiprocessing
import sqlite3
import subprocess
import sys
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportbot.contracts import Handoff, NextStep, Source
from supportbot.errors import (
    AccessError,
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseNewerError,
    DiskFullError,
    NotInstalledError,
    SupportbotError,
)
from supportbot.history import HistoryStore
from supportbot.history.records import TITLE_LENGTH, title_of
from supportbot.storage import set_aside
from tests.history.talks import DAY, FIRST_SCHEMA, NOW, a_reply, files_with


def talk(store, *questions, at=None):
    conversation_id = store.start_conversation("linear", at)
    for question in questions:
        question_id = store.add_question(conversation_id, question, at)
        store.add_reply(conversation_id, question_id, a_reply(question), [1, 2, 3], at)
    return conversation_id


@pytest.fixture
def store(file):
    store = HistoryStore(file, busy_timeout_s=0.2)
    yield store
    store.close()


# --------------------------------------------------------------------------- what is kept


def test_a_conversation_is_there_after_a_restart(store, file):
    conversation_id = talk(store, "How do I export?", "And as CSV?")
    store.close()
    store = HistoryStore(file)
    (summary,) = store.conversations()
    assert (summary.id, summary.title, summary.message_count) == (
        conversation_id,
        "How do I export?",
        4,
    )
    assert summary.updated_at.tzinfo is dt.UTC
    first, second = store.exchanges(conversation_id)
    assert (first.question, second.question) == ("How do I export?", "And as CSV?")
    assert first.reply == json.loads(json.dumps(a_reply("How do I export?").to_dict()))
    assert first.token_ids == (1, 2, 3)
    store.close()


def test_a_question_stands_before_its_answer(store):
    conversation_id = talk(store, "First?")
    question_id = store.add_question(conversation_id, "Second?")
    (open_question,) = store.pending(conversation_id)
    assert (open_question.question, open_question.question_id) == ("Second?", question_id)
    assert open_question.reply is None
    store.add_reply(conversation_id, question_id, a_reply("Second?"), ())
    assert store.pending(conversation_id) == []


def test_a_regenerated_reply_takes_the_place(store):
    conversation_id = talk(store, "How?")
    (exchange,) = store.exchanges(conversation_id)
    store.add_reply(conversation_id, exchange.question_id, a_reply("How?", "Otherwise."), [9])
    (exchange,) = store.exchanges(conversation_id)
    assert (exchange.reply["answer"], exchange.token_ids) == ("Otherwise.", (9,))
    assert store.conversations()[0].message_count == 2


def test_the_last_used_is_first_and_an_empty_one_is_not_listed(store):
    old = talk(store, "old", at=NOW - DAY)
    talk(store, "new", at=NOW)
    store.start_conversation("linear", NOW)
    assert [one.title for one in store.conversations()] == ["new", "old"]
    store.add_question(old, "again", NOW + DAY)
    assert [one.title for one in store.conversations()] == ["old", "new"]


def test_a_clock_that_went_back_does_not_make_a_conversation_older(store):
    conversation_id = talk(store, "now", at=NOW)
    store.add_question(conversation_id, "earlier", NOW - 2 * DAY)
    assert store.conversations()[0].updated_at == NOW


def test_what_is_gone_stays_gone(store):
    conversation_id = talk(store, "How?")
    (exchange,) = store.exchanges(conversation_id)
    store.delete(conversation_id)
    assert store.exchanges(conversation_id) == []
    for action in (
        lambda: store.add_question(conversation_id, "Still there?"),
        lambda: store.add_reply(conversation_id, exchange.question_id, a_reply("How?"), ()),
        lambda: store.delete(conversation_id),
        lambda: store.export(conversation_id, "json"),
    ):
        with pytest.raises(NotInstalledError, match="no conversation") as caught:
            action()
        assert caught.value.exit_code == 3
    assert store.conversations() == []


def test_a_reply_needs_its_question(store):
    conversation_id, other = talk(store, "one"), talk(store, "two")
    (exchange,) = store.exchanges(other)
    with pytest.raises(NotInstalledError):
        store.add_reply(conversation_id, exchange.question_id, a_reply("two"), ())
    assert store.exchanges(other) == [exchange]


@settings(max_examples=60)
@given(text=st.text())
def test_any_text_is_kept(store, text):
    conversation_id = talk(store, text)
    (exchange,) = store.exchanges(conversation_id)
    assert exchange.question == text
    assert exchange.reply["question"] == text
    (exported,) = json.loads(store.export(conversation_id, "json"))["conversations"]
    assert exported["exchanges"][0]["question"] == text
    assert store.export(conversation_id, "markdown")


def test_half_a_character_does_not_lose_the_question(store):
    conversation_id = talk(store, "half \ud83d of an emoji")
    assert store.exchanges(conversation_id)[0].question == "half ? of an emoji"


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("  How do I\n\nexport? ", "How do I export?"),
        ("", ""),
        ("word " * 30, "word " * 10 + "word…"),
        ("x" * 100, "x" * 59 + "…"),
    ],
)
def test_titles(question, title):
    assert title_of(question) == title
    assert len(title_of(question)) <= TITLE_LENGTH


# --------------------------------------------------------------------------- export


def test_export_as_json(store):
    conversation_id = talk(store, "How?", at=NOW)
    store.add_question(conversation_id, "Größe?", NOW)
    talk(store, "Other?", at=NOW + DAY)
    both = json.loads(store.export(None, "json"))["conversations"]
    assert [one["title"] for one in both] == ["Other?", "How?"]
    (one,) = json.loads(store.export(conversation_id, "json"))["conversations"]
    assert one["id"] == conversation_id
    assert one["started_at"] == "2026-11-20T12:00:00+00:00"
    assert [exchange["question"] for exchange in one["exchanges"]] == ["How?", "Größe?"]
    assert one["exchanges"][0]["reply"]["answer"] == "Open **Settings**."
    assert one["exchanges"][1]["reply"] is None


def test_export_as_markdown(store):
    conversation_id = store.start_conversation("linear", NOW)
    question_id = store.add_question(conversation_id, "How?\n# not a heading", NOW)
    reply = a_reply(
        "How?",
        sources=(Source("Export", "https://docs.example/export"),),
        handoff=Handoff(offered=True, required=False, next_step=NextStep("Ask an admin", None)),
    )
    store.add_reply(conversation_id, question_id, reply, ())
    store.add_question(conversation_id, "And?", NOW)
    assert store.export(conversation_id, "markdown") == (
        "# How? # not a heading\n\n2026-11-20 12:00 UTC · linear\n\n"
        "**Question** (2026-11-20 12:00 UTC)\n\n> How?\n> # not a heading\n\n**Answer**\n\n"
        "Open **Settings**.\n\n- [Export](https://docs.example/export)\n- Ask an admin\n\n"
        "**Question** (2026-11-20 12:00 UTC)\n\n> And?\n\n**Answer**\n\n*No answer was written.*\n"
    )


def test_nothing_to_export(store):
    assert json.loads(store.export(None, "json")) == {"conversations": []}
    assert store.export(None, "markdown") == ""


# --------------------------------------------------------------------------- leaving no trace


def planted(store, word, count=40, at=None):
    """Conversations around one that holds the word, so that SQLite moves rows about."""
    ids = []
    for number in range(count):
        text = f"{word} {'long ' * (number * 13 % 400)} {word}"
        conversation_id = store.start_conversation("linear", at)
        question_id = store.add_question(conversation_id, text, at)
        for answer in (f"{word} first " * (number % 90), f"{word} again"):
            store.add_reply(conversation_id, question_id, a_reply(text, answer), range(100), at)
        ids.append(conversation_id)
    return ids


WORDS = ("Xylophonquark", "Grüßgottzebra", "ひみつの言葉")


@pytest.mark.parametrize("word", WORDS)
def test_no_word_is_left_after_delete(store, folder, word):
    kept = talk(store, "something else")
    for conversation_id in planted(store, word, 12):
        assert files_with(word, folder)
        store.delete(conversation_id)
    assert files_with(word, folder) == []
    store.close()
    assert files_with(word, folder) == []
    assert store is not None
    store = HistoryStore(folder / "history.sqlite3")
    assert [one.id for one in store.conversations()] == [kept]
    store.close()


def test_no_word_is_left_after_retention(store, folder):
    kept = planted(store, "Keptword", 20, NOW - 2 * DAY)
    empty = store.start_conversation("linear", NOW - 31 * DAY)
    old = planted(store, WORDS[0], 20, NOW - 31 * DAY)
    assert store.apply_retention(None, NOW) == []
    assert store.apply_retention(0, NOW) == []
    assert sorted(store.apply_retention(30, NOW)) == sorted([*old, empty])
    assert files_with(WORDS[0], folder) == []
    assert {one.id for one in store.conversations()} == set(kept)
    assert store.apply_retention(30, NOW) == []


def test_no_word_is_left_after_erasing_everything(store, folder, file):
    planted(store, WORDS[0])
    store.close()
    damaged = file.read_bytes()
    file.write_bytes(b"broken" + damaged[6:])
    set_aside(file)
    store = HistoryStore(file)
    planted(store, WORDS[0])
    assert len(files_with(WORDS[0], folder)) >= 2
    store.erase_all()
    assert files_with(WORDS[0], folder) == []
    assert store.conversations() == []
    talk(store, "and on it goes")
    store.close()


def test_a_wipe_that_a_reader_prevented_is_made_up_for(store, folder, file):
    (conversation_id,) = planted(store, WORDS[0], 1)
    reader = sqlite3.connect(file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM conversation").fetchone()
    with pytest.raises(DatabaseLockedError):
        store.delete(conversation_id)
    assert store.conversations() == []
    assert files_with(WORDS[0], folder)
    # A window that opens meanwhile must not fail for it either.
    HistoryStore(file, busy_timeout_s=0.05).close()
    reader.close()
    other = HistoryStore(file)
    assert files_with(WORDS[0], folder) == []
    other.close()


KILLED = """
import os, signal, sys
from pathlib import Path
import supportbot.history.store as module
module.wipe_deleted = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
store = module.HistoryStore(Path(sys.argv[1]))
store.delete(sys.argv[2])
"""


def test_a_wipe_that_a_crash_prevented_is_made_up_for(store, folder, file):
    (conversation_id,) = planted(store, WORDS[0], 1)
    store.close()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(file), conversation_id], check=False)
    assert ended.returncode
    HistoryStore(file).close()
    assert files_with(WORDS[0], folder) == []


# --------------------------------------------------------------------------- several at once


def test_threads_share_a_store(store):
    conversation_id = store.start_conversation("linear")
    failures = []

    def ask(name):
        try:
            for number in range(15):
                question = f"{name} {number}"
                question_id = store.add_question(conversation_id, question)
                store.add_reply(conversation_id, question_id, a_reply(question), ())
                store.conversations()
        except Exception as err:  # noqa: BLE001
            failures.append(err)

    threads = [threading.Thread(target=ask, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(one.question for one in store.exchanges(conversation_id)) == sorted(
        f"{name} {number}" for name in "abc" for number in range(15)
    )


def _use(file, name, results):
    try:
        store = HistoryStore(file, busy_timeout_s=20)
        for number in range(12):
            talk(store, f"{name} {number}")
            store.delete(talk(store, WORDS[0]))
        store.close()
        results.put(name)
    except SupportbotError as err:
        results.put(repr(err))


def test_processes_share_a_file(store, file, folder):
    spawn = multiprocessing.get_context("spawn")
    results = spawn.Queue()
    processes = [spawn.Process(target=_use, args=(file, name, results)) for name in "abc"]
    for process in processes:
        process.start()
    assert sorted(results.get(timeout=50) for _ in processes) == ["a", "b", "c"]
    for process in processes:
        process.join()
    results.close()
    results.join_thread()
    assert sorted(one.title for one in store.conversations()) == sorted(
        f"{name} {number}" for name in "abc" for number in range(12)
    )
    assert files_with(WORDS[0], folder) == []


ASK = """
import sys
from pathlib import Path
from supportbot.history import HistoryStore
store = HistoryStore(Path(sys.argv[1]))
conversation_id = store.start_conversation("linear")
store.add_question(conversation_id, "asked before the crash")
print(conversation_id, flush=True)
sys.stdin.read()
"""


def test_a_question_survives_a_kill(file):
    command = [sys.executable, "-c", ASK, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        conversation_id = process.stdout.readline().decode().strip()
        process.kill()
    store = HistoryStore(file)
    assert [one.question for one in store.pending(conversation_id)] == ["asked before the crash"]
    store.close()


# --------------------------------------------------------------------------- a database that will not


def test_a_first_version_is_read(file):
    old = sqlite3.connect(file)
    old.executescript(
        FIRST_SCHEMA
        + """
        INSERT INTO conversation VALUES ('c1', 'linear', 'Old?', '2026-10-05T10:00:00.000000+00:00',
            '2026-10-05T10:00:00.000000+00:00');
        INSERT INTO exchange VALUES (1, 'c1', 'Old?', '2026-10-05T10:00:00.000000+00:00', NULL, NULL);
        """
    )
    old.close()
    store = HistoryStore(file)
    assert [one.title for one in store.conversations()] == ["Old?"]
    assert [one.question for one in store.pending("c1")] == ["Old?"]
    store.delete("c1")
    store.close()


def test_a_newer_database(file):
    other = sqlite3.connect(file)
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(DatabaseNewerError):
        HistoryStore(file)


def test_a_damaged_database(file):
    file.write_bytes(b"not a database" * 1000)
    with pytest.raises(DatabaseDamagedError):
        HistoryStore(file)
    assert file.read_bytes() == b"not a database" * 1000


def test_a_database_that_another_holds(store, file):
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLockedError):
        store.start_conversation("linear")
    assert store.conversations() == []
    other.close()
    store.start_conversation("linear")


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(AccessError):
        HistoryStore(tmp_path / "missing" / "history.sqlite3")


def test_a_full_disk_loses_nothing_that_was_kept(tiny_disk):
    store = HistoryStore(tiny_disk / "history.sqlite3")
    talk(store, "kept")

    def fill():
        for _ in range(1000):
            talk(store, "word " * 700)

    with pytest.raises(DiskFullError):
        fill()
    titles = [one.title for one in store.conversations()]
    assert "kept" in titles
    store.close()
    store = HistoryStore(tiny_disk / "history.sqlite3")
    assert [one.title for one in store.conversations()] == titles
    store.close()
