"""What was typed and not sent is still there: after a restart, in its own conversation, and not after it was erased."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt

from supportbot.errors import DatabaseLockedError, DiskFullError
from supportbot.history import HistoryStore
from tests.history.talks import files_with


def typed(stage):
    return stage.window.footer.composer.edit.toPlainText()


def write(qtbot, stage, text):
    qtbot.keyClicks(stage.window.footer.composer.edit, text)


def ask(qtbot, stage, question):
    with qtbot.waitSignal(stage.bridge.replied):
        stage.bridge.ask(question)


def draft(stage, conversation_id=None):
    store = HistoryStore(stage.database)
    try:
        return store.draft(conversation_id)
    finally:
        store.close()


def test_a_draft_is_there_again_before_and_after_the_first_question(make_stage, qtbot):
    first = make_stage()
    write(qtbot, first, "half of")
    first.close()
    second = make_stage()
    assert typed(second) == "half of"
    with qtbot.waitSignal(second.bridge.replied):
        qtbot.keyClick(second.window.footer.composer.edit, Qt.Key.Key_Return)
    write(qtbot, second, "and another")
    edit = second.window.footer.composer.edit
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write(qtbot, second, "half")
    second.close()
    third = make_stage()
    assert typed(third) == "and another\nhalf"
    assert len(third.window.conversation.exchanges) == 1
    third.close()
    assert draft(third) == ""


def test_each_conversation_has_its_own(stage, qtbot):
    ask(qtbot, stage, "first")
    first = stage.session.conversation_id
    write(qtbot, stage, "to the first")
    with qtbot.waitSignal(stage.bridge.opened):
        stage.bridge.new_conversation()
    assert typed(stage) == ""
    write(qtbot, stage, "to none")
    with qtbot.waitSignal(stage.bridge.opened):
        stage.bridge.open_conversation(first)
    assert typed(stage) == "to the first"
    with qtbot.waitSignal(stage.bridge.opened):
        stage.bridge.new_conversation()
    assert typed(stage) == "to none"


def test_what_is_typed_while_the_first_answer_is_written_belongs_to_it(stage, qtbot):
    stage.talk.gate = threading.Event()
    stage.bridge.ask("first")
    qtbot.waitUntil(stage.talk.half.is_set)
    write(qtbot, stage, "and then")
    with qtbot.waitSignal(stage.bridge.replied):
        stage.talk.gate.set()
    kept = stage.session.conversation_id
    qtbot.waitUntil(lambda: draft(stage, kept) == "and then")
    assert draft(stage) == ""


def test_a_sent_draft_is_gone_at_once(stage, qtbot):
    write(qtbot, stage, "how?")
    qtbot.waitUntil(lambda: draft(stage) == "how?")
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.keyClick(stage.window.footer.composer.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: draft(stage) == "")


def test_a_draft_is_deleted_with_its_conversation_and_comes_back_with_it(stage, qtbot, tmp_path):
    ask(qtbot, stage, "first")
    first = stage.session.conversation_id
    write(qtbot, stage, "planted")
    with qtbot.waitSignal(stage.bridge.opened):
        stage.presenter.drawer.delete(first)
    assert typed(stage) == ""
    qtbot.waitUntil(lambda: stage.presenter.drawer.deletions.waiting == (first,))
    with qtbot.waitSignal(stage.bridge.opened):
        stage.presenter.drawer.deletions.undo()
    assert typed(stage) == "planted"
    with qtbot.waitSignal(stage.bridge.opened):
        stage.presenter.drawer.delete(first)
    stage.close()
    assert files_with("planted", tmp_path) == []


@pytest.mark.parametrize("kept", [True, False])
def test_erasing_everything_erases_what_is_typed(stage, qtbot, tmp_path, kept):
    if kept:
        ask(qtbot, stage, "first")
    write(qtbot, stage, "planted")
    with qtbot.waitSignal(stage.bridge.opened):
        stage.presenter._on_erase_confirmed()
    assert typed(stage) == ""
    stage.close()
    assert files_with("planted", tmp_path) == []


def test_what_is_typed_before_the_history_is_open_stays(make_stage, qtbot):
    stage = make_stage(start=False)
    write(qtbot, stage, "already typing")
    with qtbot.waitSignal(stage.bridge.model_changed):
        stage.bridge.start()
    assert typed(stage) == "already typing"


def test_a_draft_that_cannot_be_kept_is_kept_with_the_next_letter(stage, qtbot, monkeypatch):
    tried: list[str] = []

    def locked(self, conversation_id, text):
        tried.append(text)
        raise DatabaseLockedError("In use.", "Wait.")

    with monkeypatch.context() as patch:
        patch.setattr(HistoryStore, "put_draft", locked)
        write(qtbot, stage, "a")
        qtbot.waitUntil(lambda: tried == ["a"])
    write(qtbot, stage, "b")
    qtbot.waitUntil(lambda: draft(stage) == "ab")


def test_without_a_history_typing_is_no_trouble(make_stage, qtbot):
    stage = make_stage(history_fault=DiskFullError("Full.", "Free some space."))
    write(qtbot, stage, "how?")
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.keyClick(stage.window.footer.composer.edit, Qt.Key.Key_Return)
    assert stage.talk.asked == ["how?"]


TYPIST = """
import sys
from pathlib import Path
from supportbot.history import HistoryStore
store = HistoryStore(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    store.put_draft(None, "x" * 4000 + f" {number} ." )
    print(number, flush=True)
"""


@pytest.mark.process
def test_a_draft_is_whole_after_a_kill(tmp_path):
    file = tmp_path / "history.sqlite3"
    process = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(file)], stdout=subprocess.PIPE, text=True
    )
    try:
        for _ in range(5):
            written = int(process.stdout.readline())
    finally:
        os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        process.communicate()
    store = HistoryStore(file)
    text = store.draft(None)
    store.close()
    assert text.startswith("x" * 4000 + " ")
    assert int(text.split()[1]) >= written
    assert text.endswith(" .")
