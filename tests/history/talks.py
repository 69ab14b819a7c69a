"""Conversations to be kept, and a look at what is left of them, for the tests of the history."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from supportbot.contracts import Handoff, Reply, Timings

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.history import HistoryStore

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
# The database as the first version made it.
FIRST_SCHEMA = """
    PRAGMA journal_mode = WAL;
    CREATE TABLE conversation (id TEXT PRIMARY KEY, pack_id TEXT NOT NULL, title TEXT NOT NULL,
        started_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT;
    CREATE TABLE exchange (id INTEGER PRIMARY KEY,
        conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        question TEXT NOT NULL, asked_at TEXT NOT NULL, reply TEXT, token_ids TEXT) STRICT;
    CREATE INDEX exchange_conversation ON exchange (conversation_id);
    CREATE INDEX conversation_updated ON conversation (updated_at);
    CREATE TABLE wipe (due INTEGER NOT NULL) STRICT;
    INSERT INTO wipe VALUES (0);
    PRAGMA user_version = 1;
"""


def a_reply(question: str, answer: str = "Open **Settings**.", **changes) -> Reply:
    """A reply as a model gives it."""
    values = {
        "id": "r1",
        "question": question,
        "answer": answer,
        "tier": "auto",
        "shown": "streamed",
        "refused": False,
        "handoff": Handoff(offered=False, required=False),
        "sources": None,
        "served_from": "model",
        "timings_ms": Timings(total=12.5),
    }
    return Reply(**(values | changes))


def say(store: HistoryStore, *turns: str | tuple[str, str | None], at=None) -> str:
    """Keep a conversation of questions, each with its answer or with a plain one; its id."""
    conversation_id = store.start_conversation("linear", at)
    for turn in turns:
        question, answer = (turn, "Open **Settings**.") if isinstance(turn, str) else turn
        question_id = store.add_question(conversation_id, question, at)
        if answer is not None:
            reply = a_reply(question, answer)
            store.add_reply(conversation_id, question_id, reply, [1, 2, 3], at)
    return conversation_id


def files_with(word: str, folder: Path) -> list[str]:
    """The files that hold the word, read byte by byte."""
    return [
        file.name
        for file in sorted(folder.rglob("*"))
        if file.is_file() and word.encode() in file.read_bytes()
    ]
