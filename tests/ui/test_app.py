"""The whole program: its start-up order, its real worker, and what stays when it ends."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from supportbot.app import AppOptions, open_window
from supportbot.paths import bundled_pack_dir
from supportbot.ui.restoring import engine_code
from supportbot.ui.views.cards import Notice
from tests.support.packs import write_pack
from tests.support.tiny_gguf import CHATML_TEMPLATE, write_tiny_gguf

LOAD_MS = 60_000


@pytest.fixture
def run(qapp, qtbot, tmp_path):
    """Opens the program on a data folder, and closes what a test left open."""
    opened = []

    def start(data=None, **options):
        running = open_window(AppOptions(data_dir=data or tmp_path / "data", **options))
        opened.append(running)
        return running

    yield start
    for running in opened:
        running.close()
        running.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def started(qtbot, running):
    """Show it and wait for its model, or for news that there is none."""
    with qtbot.waitSignal(running.bridge.model_changed, timeout=LOAD_MS) as told:
        running.show()
    return told.args[0]


def answered(qtbot, running, question):
    with qtbot.waitSignal(running.bridge.replied, timeout=LOAD_MS) as told:
        running.bridge.ask(question)
    return told.args[0]


def test_a_pack_without_a_model_answers_and_offers_a_person(run, qtbot):
    running = run(pack_dir=bundled_pack_dir().parent / "emberloaf")
    told = started(qtbot, running)
    assert (told.ready, told.problem, told.offer) == (False, None, None)
    window = running.window
    assert window.windowTitle() == "Emberloaf Oven Help"
    reply = answered(qtbot, running, "What does E2 mean?")
    assert reply.served_from == "verified"
    answered(qtbot, running, "Does it come in green?")
    last = window.conversation.last
    assert (last.failure, last.answer_text) == (None, "")
    assert "Nobody has checked an answer" in last.person.accessibleDescription()
    assert not window.model_card.isVisible()
    assert running.worker_pid is None


def test_the_window_is_there_before_anything_slow_begins(run, qtbot):
    running = run()
    seen: list[str] = []
    running.bridge.opened.connect(lambda _: seen.append("history"))
    running.bridge.model_changed.connect(lambda _: seen.append("model"))
    with qtbot.waitSignal(running.bridge.model_changed, timeout=LOAD_MS):
        running.show()
        assert running.window.isVisible()
        assert running.window.footer.human.isVisible()
        assert not running.window.grab().isNull()
        assert seen == []
        assert running.worker_pid is None
    assert seen == ["history", "model"]


def test_without_a_model_verified_answers_and_a_person_are_there(run, qtbot, tmp_path, pack):
    running = run(model=tmp_path / "none.gguf")
    assert not started(qtbot, running).ready
    question = pack.verified[0].questions[0]
    reply = answered(qtbot, running, question)
    assert reply.served_from == "verified"
    running.window.footer.human.click()
    assert question in running.behind.presenter.sheet.message().body


def test_place_and_look_are_kept(run, qtbot, tmp_path):
    first = run(model=tmp_path / "none.gguf")
    started(qtbot, first)
    first.window.resize(500, 640)
    first.preferences.change(theme="dark")
    first.close()
    kept = json.loads((tmp_path / "data" / "settings.json").read_text())
    assert (kept["theme"], kept["window"]["width"]) == ("dark", 500)
    second = run(model=tmp_path / "none.gguf")
    second.show()
    assert second.window.width() == 500
    assert second._look.theme.scheme == "dark"


@pytest.mark.parametrize("wide", [True, False])
def test_the_drawer_comes_back_where_it_covers_nothing(run, qtbot, tmp_path, wide):
    first = run(model=tmp_path / "none.gguf")
    started(qtbot, first)
    first.window.resize(900 if wide else 440, 700)
    first.window.header.conversations.click()
    first.close()
    second = run(model=tmp_path / "none.gguf")
    started(qtbot, second)
    assert second.window.drawer.isVisible() == wide
    assert not second.window.drawer.holds_focus
    second.window.drawer.hide()
    second.close()
    assert not json.loads((tmp_path / "data" / "settings.json").read_text())["drawer_open"]


def test_who_comes_back_to_the_window_is_told_what_others_did_to_the_settings(
    run, qtbot, qapp, tmp_path
):
    running = run(model=tmp_path / "none.gguf")
    started(qtbot, running)
    file = tmp_path / "data" / "settings.json"
    file.write_text('{"theme": "dark", "text_scale": 7}')
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: running._look.theme.scheme == "dark")
    told = [one.text.text() for one in running.window.findChildren(Notice)]
    assert any("taken over: theme" in text for text in told)
    assert any("“text size” had a value that cannot be used" in text for text in told)
    assert told[-1].endswith("A new file was written, and the old one is kept.")
    assert file.with_name("settings.json.bad-1").is_file()


def test_two_windows_keep_each_others_choices(run, qtbot, tmp_path):
    first = run(model=tmp_path / "none.gguf")
    second = run(model=tmp_path / "none.gguf")
    for one in (first, second):
        started(qtbot, one)
    first.preferences.change(theme="dark")
    first.close()
    second.preferences.change(threads=2)
    second.close()
    kept = json.loads((tmp_path / "data" / "settings.json").read_text())
    assert (kept["theme"], kept["threads"]) == ("dark", 2)


@pytest.mark.process
@pytest.mark.timeout(240)
def test_how_the_model_runs_is_taken_from_the_settings_of_the_moment(run, qtbot, tiny_pack):
    running = run(pack_dir=tiny_pack)
    assert started(qtbot, running).ready
    assert running.behind.sources.client._spec.threads is None
    with qtbot.waitSignal(running.bridge.model_changed, timeout=LOAD_MS):
        running.preferences.change(threads=1, device="cpu")
    spec = running.behind.sources.client._spec
    assert (spec.threads, spec.device) == (1, "cpu")


@pytest.mark.qt_log_ignore(
    "No such signal QPlatformNativeInterface", "This plugin does not support", extend=True
)
def test_with_the_tray_closing_the_window_does_not_end_the_program(
    run, qtbot, tmp_path, monkeypatch
):
    monkeypatch.setattr("supportbot.ui.tray.Tray.is_possible", staticmethod(lambda: True))
    running = run(model=tmp_path / "none.gguf")
    started(qtbot, running)
    running.preferences.change(tray=True)
    assert running.behind.tray.shown
    assert not QApplication.quitOnLastWindowClosed()
    running.window.close()
    assert not running.window.isVisible()
    running.behind.tray.open_requested.emit()
    assert running.window.isVisible()
    running.preferences.change(tray=False)
    assert not running.behind.tray.shown
    assert QApplication.quitOnLastWindowClosed()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="one system's file")
def test_a_start_at_login_opens_the_same_window(run, tmp_path):
    running = run(model=tmp_path / "none.gguf", device="cpu")
    running.behind.autostart.enable()
    entries = [file.read_text() for file in Path.home().rglob("supportbot-linear.desktop")]
    assert f'"--data-dir" "{tmp_path / "data"}" "--device" "cpu"' in entries[0]


def test_a_folder_that_cannot_be_used_costs_only_the_history(run, qtbot, tmp_path, pack):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    running = run(data=blocked / "data", model=tmp_path / "none.gguf")
    with qtbot.waitSignal(running.bridge.history_failed, timeout=LOAD_MS):
        running.show()
    assert answered(qtbot, running, pack.verified[0].questions[0]).answer


def files_with(words, folder):
    """Every file of the data folder that holds one of the words, read byte by byte."""
    return [
        file.name
        for file in sorted(folder.rglob("*"))
        if file.is_file() and any(word.encode() in file.read_bytes() for word in words)
    ]


DELETED_AND_KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from supportbot.app import AppOptions, open_window
running = open_window(AppOptions(data_dir=Path(sys.argv[1]), model=Path("none.gguf")))
drawer = running.behind.presenter.drawer
asked = []
def ask(condition):
    asked.append(condition) or running.bridge.ask(sys.argv[2])
def delete(reply):
    drawer.delete(running.bridge.session.conversation_id)
running.bridge.model_changed.connect(ask)
running.bridge.replied.connect(delete)
drawer.deletions.changed.connect(lambda: os.kill(os.getpid(), signal.SIGKILL))
running.show()
QApplication.instance().exec()
"""


@pytest.mark.process
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
@pytest.mark.timeout(120)
def test_a_kill_in_the_undo_time_is_made_up_for_at_the_next_start(run, qtbot, tmp_path, pack):
    question = pack.verified[0].questions[0]
    data = tmp_path / "data"
    script = [sys.executable, "-c", DELETED_AND_KILLED, str(data), question]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(script, env=environment, check=False, capture_output=True, timeout=90)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    words = (question, question.casefold(), pack.verified[0].answer[:20])
    assert files_with(words, data)
    running = run(model=tmp_path / "none.gguf")
    assert not started(qtbot, running).ready
    assert running.window.conversation.last is None
    assert files_with(words, data) == []


def test_erasing_everything_leaves_no_word_in_the_data_folder(run, qtbot, tmp_path, pack):
    running = run(model=tmp_path / "none.gguf")
    started(qtbot, running)
    data = tmp_path / "data"
    words = []
    for vetted in pack.verified[:3]:
        answered(qtbot, running, vetted.questions[0])
        words += [vetted.questions[0], vetted.questions[0].casefold(), vetted.answer[:20]]
        with qtbot.waitSignal(running.bridge.opened, timeout=LOAD_MS):
            running.bridge.new_conversation()
    assert files_with(words, data)
    running.behind.presenter.drawer.erase_requested.emit()
    with qtbot.waitSignal(running.bridge.opened, timeout=LOAD_MS):
        running.behind.presenter.sheet.action.click()
    assert files_with(words, data) == []
    running.close()
    assert files_with(words, data) == []


@pytest.fixture
def tiny_pack(tmp_path):
    """A small pack with a tiny model of its own, which recites one answer."""
    root = tmp_path / "pack"
    file = write_tiny_gguf(
        root / "models" / "tiny.gguf", says=("Fill in ", "**vinegar**", ", then wait.")
    )
    return write_pack(
        root, base=file.read_bytes(), finetune_id="tiny-helper", template=CHATML_TEMPLATE
    )


@pytest.mark.process
@pytest.mark.timeout(240)
def test_a_killed_worker_costs_at_most_a_retry(run, qtbot, tiny_pack):
    running = run(pack_dir=tiny_pack, device="cpu")
    assert started(qtbot, running).ready
    killed: list[int] = []

    def kill():
        pid = running.worker_pid
        if pid is not None and pid not in killed:
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)

    bridge = running.bridge
    moments = {
        "what goes into it": (bridge.asked, "how many cups are that"),
        "where should it stand": (bridge.grew, "may children use one"),
        "is the lid loud": (bridge.model_loading, "which colours exist"),
    }
    for question, (moment, follow_up) in moments.items():
        moment.connect(kill)
        reply = answered(qtbot, running, question)
        moment.disconnect(kill)
        last = running.window.conversation.last
        if engine_code(reply) is not None:
            assert last.failure.accessibleName()
            assert last.failure.accessibleDescription()
            with qtbot.waitSignal(running.bridge.replied, timeout=LOAD_MS):
                last.failure.retry.click()
        assert "vinegar" in last.answer_text
        assert "vinegar" in answered(qtbot, running, follow_up).answer
    assert killed


@pytest.mark.process
@pytest.mark.timeout(240)
def test_a_worker_that_dies_twice_leaves_the_question_with_retry(run, qtbot, tiny_pack):
    running = run(pack_dir=tiny_pack, device="cpu")
    assert started(qtbot, running).ready
    answered(qtbot, running, "what should i do with it")
    struck = QTimer(interval=1)

    def strike():
        pid = running.worker_pid
        if pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    struck.timeout.connect(strike)
    struck.start()
    reply = answered(qtbot, running, "and again")
    struck.stop()
    assert engine_code(reply) == "crashed"
    failure = running.window.conversation.last.failure
    assert failure.accessibleName() == "The answer model stopped."
    with qtbot.waitSignal(running.bridge.replied, timeout=LOAD_MS):
        failure.retry.click()
    assert "vinegar" in running.window.conversation.last.answer_text
