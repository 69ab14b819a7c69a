"""The failure campaign: the whole program with its real worker, and everything that can happen to it.

Each time: one sentence of what happened, one of what to do, a button that does it, and nothing is lost.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication

from supportbot.app import AppOptions, open_window
from supportbot.engine.client import EngineClient
from supportbot.errors import DatabaseLockedError
from supportbot.history import HistoryStore
from supportbot.paths import AppPaths, bundled_pack_dir
from supportbot.settings import Settings, WindowGeometry, save_settings
from supportbot.ui.restoring import engine_code
from supportbot.ui.views.cards import Notice
from supportbot.ui.views.controls import Button, Control
from tests.support.disks import small_file_system
from tests.support.packs import write_pack
from tests.support.tiny_gguf import CHATML_TEMPLATE, write_tiny_gguf
from tests.ui.test_app import LOAD_MS, answered, started

pytestmark = [
    pytest.mark.process,
    pytest.mark.timeout(300),
    pytest.mark.skipif(os.name != "posix", reason="signals and limits are POSIX's"),
]
EMBEDDED = bundled_pack_dir() / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf"
HANG_S = 4.0
# Nobody vetted an answer to these, so that a model has to write one.
FIRST, SECOND = (
    "what should i do with an old cycle on fridays",
    "and what about the other ones then",
)


@pytest.fixture
def data(tmp_path):
    """The data folder."""
    return tmp_path / "data"


@pytest.fixture
def run(qapp, data):
    """Opens the program on a data folder, and closes what a test left open."""
    opened = []

    def start(**options):
        running = open_window(AppOptions(**{"data_dir": data, "device": "cpu", **options}))
        opened.append(running)
        return running

    yield start
    for running in opened:
        running.close()
        running.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def tiny_pack(tmp_path):
    """A small pack with a tiny model of its own, which recites one answer."""
    root = tmp_path / "pack"
    file = write_tiny_gguf(root / "models" / "tiny.gguf", says=("Fill in ", "**vinegar**", "."))
    return write_pack(
        root, base=file.read_bytes(), finetune_id="tiny-helper", template=CHATML_TEMPLATE
    )


@pytest.fixture
def real_pack():
    """The worked example with its embedded model, whose answers take long enough to be hit in the middle."""
    if not EMBEDDED.exists():
        pytest.skip("the embedded model is not here: make model")
    return bundled_pack_dir()


def notices(running) -> list[Notice]:
    found = running.window.findChildren(Notice)
    return [notice for notice in found if notice.isVisibleTo(running.window)]


def kept(data) -> list[tuple[str, str]]:
    """Questions and answers in the history of a program that is closed, oldest first."""
    with contextlib.closing(HistoryStore(AppPaths(data).database)) as store:
        return [
            (one.question, (one.reply or {}).get("answer", ""))
            for found in reversed(store.conversations())
            for one in store.exchanges(found.id)
        ]


def said(running) -> tuple[str, str]:
    """The two sentences under the last question."""
    failure = running.window.conversation.last.failure
    assert failure is not None, running.window.conversation.last.answer_text
    return failure.accessibleName(), failure.accessibleDescription()


def retried(qtbot, running) -> str:
    """What stands under the last question once its Retry was clicked."""
    with qtbot.waitSignal(running.bridge.replied, timeout=LOAD_MS):
        running.window.conversation.last.failure.retry.click()
    last = running.window.conversation.last
    assert last.failure is None, said(running)
    return last.answer_text


def struck_mid_answer(qtbot, running, sign):
    """Ask, and send the worker a signal as soon as the first words stand in the window."""
    struck = []

    def strike(_):
        if not struck and running.worker_pid is not None:
            struck.append(running.worker_pid)
            os.kill(running.worker_pid, sign)

    running.bridge.grew.connect(strike)
    reply = answered(qtbot, running, FIRST)
    running.bridge.grew.disconnect(strike)
    assert struck
    return reply


# --------------------------------------------------------------------------- the worker


def test_killed_in_the_middle_of_an_answer(run, qtbot, real_pack, data):
    running = run(pack_dir=real_pack)
    assert started(qtbot, running).ready
    assert engine_code(struck_mid_answer(qtbot, running, signal.SIGKILL)) == "crashed"
    assert said(running) == (
        "The answer model stopped.",
        "Your question is kept: ask again, or talk to a human.",
    )
    answer = retried(qtbot, running)
    assert answer
    running.close()
    assert [question for question, _ in kept(data)] == [FIRST]
    assert kept(data)[0][1]


def test_hanging_in_the_middle_of_an_answer(run, qtbot, real_pack, data, monkeypatch):
    monkeypatch.setattr(
        "supportbot.engine.client.EngineClient", partial(EngineClient, hang_timeout_s=HANG_S)
    )
    running = run(pack_dir=real_pack)
    assert started(qtbot, running).ready
    assert engine_code(struck_mid_answer(qtbot, running, signal.SIGSTOP)) == "hang"
    assert said(running)[0] == "The answer model did not respond."
    assert retried(qtbot, running)
    running.close()
    assert [question for question, _ in kept(data)] == [FIRST]


def test_hanging_before_an_answer_began_costs_nothing(run, qtbot, tiny_pack, monkeypatch):
    monkeypatch.setattr(
        "supportbot.engine.client.EngineClient", partial(EngineClient, hang_timeout_s=HANG_S)
    )
    running = run(pack_dir=tiny_pack)
    assert started(qtbot, running).ready
    answered(qtbot, running, FIRST)
    os.kill(running.worker_pid, signal.SIGSTOP)
    assert "vinegar" in answered(qtbot, running, SECOND).answer


@pytest.mark.skipif(not hasattr(psutil, "RLIMIT_AS"), reason="memory cannot be limited here")
def test_out_of_memory_while_the_model_is_loaded(run, qtbot, real_pack, data):
    """A worker may have no more than it has once llama.cpp is there, so that the model does not fit; then it may."""
    running = run(pack_dir=real_pack)
    limited: dict[int, psutil.Process] = {}

    def limit():
        pid = running.worker_pid
        if pid is None or pid in limited:
            return
        with contextlib.suppress(psutil.Error, OSError):
            if "libggml-cpu" in Path(f"/proc/{pid}/maps").read_text():
                limited[pid] = worker = psutil.Process(pid)
                most = worker.memory_info().vms + (8 << 20)
                worker.rlimit(psutil.RLIMIT_AS, (most, psutil.RLIM_INFINITY))

    timer = QTimer(interval=1)
    timer.timeout.connect(limit)
    timer.start()
    assert started(qtbot, running).ready
    reply = answered(qtbot, running, FIRST)
    timer.stop()
    assert limited
    assert engine_code(reply) == "out_of_memory"
    assert said(running) == (
        "This computer ran out of memory while answering.",
        "Close other programs, then ask again.",
    )
    for worker in limited.values():  # other programs were closed
        with contextlib.suppress(psutil.NoSuchProcess):
            worker.rlimit(psutil.RLIMIT_AS, (psutil.RLIM_INFINITY, psutil.RLIM_INFINITY))
    assert retried(qtbot, running)
    running.close()
    assert [question for question, _ in kept(data)] == [FIRST]


# --------------------------------------------------------------------------- the model


def test_the_model_is_removed_while_the_program_runs(run, qtbot, tiny_pack, tmp_path, monkeypatch):
    running = run(pack_dir=tiny_pack)
    assert started(qtbot, running).ready
    answered(qtbot, running, FIRST)
    aside = tmp_path / "a copy.gguf"
    (tiny_pack / "models/tiny.gguf").rename(aside)
    assert "vinegar" in answered(qtbot, running, SECOND).answer  # what is loaded stays loaded
    os.kill(running.worker_pid, signal.SIGKILL)
    with qtbot.waitSignal(running.bridge.model_changed, timeout=LOAD_MS):
        reply = answered(qtbot, running, "and now")
    assert engine_code(reply) == "model_file"
    assert said(running)[0] == "The answer model cannot be read any more."
    card = running.window.model_card
    assert card.isVisible()
    assert {one.accessibleName() for one in card.findChildren(Control) if one.isVisible()} == {
        "Choose a file",
        "Not now",
    }
    monkeypatch.setattr(
        "supportbot.ui.model_presenter.QFileDialog.getOpenFileName",
        lambda *_: (str(aside), ""),
    )
    with qtbot.waitSignal(running.bridge.model_changed, timeout=LOAD_MS) as told:
        card.choose.click()
    assert told.args[0].ready
    assert not card.isVisible()
    assert "vinegar" in retried(qtbot, running)


def test_a_damaged_model_is_said_and_replaced_by_a_chosen_file(
    run, qtbot, tiny_pack, tmp_path, monkeypatch
):
    file = tiny_pack / "models/tiny.gguf"
    good = tmp_path / "good.gguf"
    shutil.copyfile(file, good)
    whole = bytearray(file.read_bytes())
    whole[-1] ^= 1
    file.write_bytes(whole)
    running = run(pack_dir=tiny_pack)
    assert not started(qtbot, running).ready
    card = running.window.model_card
    assert card.title.text() == "The answer model is damaged"
    answered(qtbot, running, FIRST)
    assert said(running)[0] == "This one needs the answer model, which cannot be used."
    monkeypatch.setattr(
        "supportbot.ui.model_presenter.QFileDialog.getOpenFileName", lambda *_: (str(good), "")
    )
    with qtbot.waitSignal(running.bridge.model_changed, timeout=LOAD_MS) as told:
        card.choose.click()
    assert told.args[0].ready
    assert "vinegar" in retried(qtbot, running)


# --------------------------------------------------------------------------- what is kept


@pytest.fixture
def small_disk(tmp_path):
    """A data folder on a file system of 4 MiB; skipped where none can be mounted."""
    with small_file_system(tmp_path / "small", "4m") as place:
        yield place


def fill(place):
    """Leave no free byte; returns the file to delete."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filler


def test_the_disk_is_full_while_an_answer_is_kept(run, qtbot, small_disk, pack):
    running = run(data_dir=small_disk, model=small_disk / "none.gguf")
    started(qtbot, running)
    questions = [one.questions[0] for one in pack.verified[:2]]
    filler = fill(small_disk)
    with qtbot.waitSignal(running.bridge.history_failed, timeout=LOAD_MS):
        reply = answered(qtbot, running, questions[0])
    assert reply.answer
    assert running.window.conversation.last.answer_text
    (notice,) = notices(running)
    assert notice.text.text().startswith("The disk is full, so your last messages are not saved.")
    with qtbot.waitSignal(running.bridge.history_failed, timeout=LOAD_MS):
        notice.action.click()
    (notice,) = notices(running)  # still full: said again
    with qtbot.waitSignal(running.bridge.history_failed, timeout=LOAD_MS):
        answered(qtbot, running, questions[1])
    filler.unlink()
    with qtbot.waitSignal(running.bridge.history_mended, timeout=LOAD_MS):
        notice.action.click()
    assert notices(running) == []
    running.close()
    told = kept(small_disk)
    assert [question for question, _ in told] == questions
    assert all(answer for _, answer in told)


def test_what_could_not_be_kept_is_kept_with_the_next_question(run, qtbot, small_disk, pack):
    running = run(data_dir=small_disk, model=small_disk / "none.gguf")
    started(qtbot, running)
    questions = [one.questions[0] for one in pack.verified[:2]]
    filler = fill(small_disk)
    with qtbot.waitSignal(running.bridge.history_failed, timeout=LOAD_MS):
        answered(qtbot, running, questions[0])
    filler.unlink()
    answered(qtbot, running, questions[1])
    running.close()
    assert [question for question, _ in kept(small_disk)] == questions


def kept_once(run, qtbot, data, pack) -> bytes:
    """Have one exchange kept and the program closed; the database's bytes."""
    running = run(model=data / "none.gguf")
    started(qtbot, running)
    answered(qtbot, running, pack.verified[0].questions[0])
    running.close()
    return AppPaths(data).database.read_bytes()


def test_a_damaged_history_is_put_aside_when_the_customer_says_so(run, qtbot, data, pack):
    whole = kept_once(run, qtbot, data, pack)
    database = AppPaths(data).database
    damaged = b"no database at all" + whole[18:]
    database.write_bytes(damaged)
    running = run(model=data / "none.gguf")
    started(qtbot, running)
    (notice,) = notices(running)
    assert "is damaged" in notice.text.text()
    assert notice.action.accessibleName() == "Start a new list"
    question = pack.verified[1].questions[0]
    assert answered(qtbot, running, question).answer
    assert database.read_bytes() == damaged
    with qtbot.waitSignal(running.bridge.history_mended, timeout=LOAD_MS):
        notice.action.click()
    assert notices(running) == []
    assert running.window.conversation.last.answer_text
    running.close()
    assert [asked for asked, _ in kept(data)] == [question]
    assert database.with_name(f"{database.name}.damaged-1").read_bytes() == damaged


def test_a_history_of_a_newer_version_is_left_alone(run, qtbot, data, pack):
    kept_once(run, qtbot, data, pack)
    database = AppPaths(data).database
    with contextlib.closing(sqlite3.connect(database)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("PRAGMA user_version = 999")
    before = database.read_bytes()
    running = run(model=data / "none.gguf")
    started(qtbot, running)
    (notice,) = notices(running)
    assert "newer version" in notice.text.text()
    question = pack.verified[1].questions[0]
    assert answered(qtbot, running, question).answer
    assert database.read_bytes() == before
    running.close()
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    again = run(model=data / "none.gguf")
    started(qtbot, again)
    assert notices(again) == []
    again.close()
    assert [asked for asked, _ in kept(data)] == [pack.verified[0].questions[0]]


@pytest.mark.parametrize("hours", [-72, 8, 24 * 365 * 20])
def test_a_clock_that_is_moved_loses_and_reorders_nothing(
    run, qtbot, data, pack, monkeypatch, hours
):
    moved = dt.timedelta(0)

    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return dt.datetime.now(tz) + moved

    running = run(model=data / "none.gguf")
    started(qtbot, running)
    questions = [one.questions[0] for one in pack.verified[:3]]
    answered(qtbot, running, questions[0])
    moved = dt.timedelta(hours=hours)
    clock = SimpleNamespace(datetime=Clock, timedelta=dt.timedelta, UTC=dt.UTC)
    monkeypatch.setattr("supportbot.history.store.dt", clock)
    answered(qtbot, running, questions[1])
    running.close()
    again = run(model=data / "none.gguf")
    started(qtbot, again)
    assert notices(again) == []
    answered(qtbot, again, questions[2])
    again.close()
    assert [question for question, _ in kept(data)] == questions


# --------------------------------------------------------------------------- the window's place


@pytest.mark.parametrize("place", [(50_000, 50_000), (-30_000, 200), (300, -9_000)])
def test_a_place_on_a_screen_that_is_gone(run, qtbot, data, place):
    geometry = WindowGeometry(x=place[0], y=place[1], width=500, height=640)
    save_settings(AppPaths(data).create().settings_file, Settings(window=geometry))
    running = run(model=data / "none.gguf")
    started(qtbot, running)
    window = running.window
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    title = window.frameGeometry().topLeft()
    assert any(screen.contains(title) for screen in screens)
    assert (window.width(), window.height()) == (500, 640)


# --------------------------------------------------------------------------- everything stands still

SLEEPER = """
import json, sys, threading, time
from functools import partial
from pathlib import Path

real, moved = {name: getattr(time, name) for name in ("time", "monotonic")}, [0.0]

def tick():
    last, never = real["monotonic"](), threading.Event()
    while not never.wait(0.05):
        seen = real["monotonic"]()
        if seen - last > float(sys.argv[4]):  # it stood still: eight hours passed
            moved[0] += 8 * 3600
        last = seen

threading.Thread(target=tick, daemon=True).start()
time.time = lambda: real["time"]() + moved[0]
time.monotonic = lambda: real["monotonic"]() + moved[0]

from PySide6.QtWidgets import QApplication
from supportbot.app import AppOptions, open_window
from supportbot.engine import client
client.EngineClient = partial(client.EngineClient, hang_timeout_s=float(sys.argv[5]))

running = open_window(AppOptions(data_dir=Path(sys.argv[1]), pack_dir=Path(sys.argv[2]), device="cpu"))
bridge, told = running.bridge, []

def begun(_):
    if not told:
        told.append(running.worker_pid)
        print(running.worker_pid, flush=True)

def ended(reply):
    window = running.window
    failure = window.conversation.last.failure
    print(json.dumps({"answer": reply.answer, "reasons": reply.handoff.reasons, "moved": moved[0],
                      "failure": failure.accessibleName() if failure else ""}), flush=True)
    running.close()
    QApplication.instance().quit()

bridge.grew.connect(begun)
bridge.replied.connect(ended)
bridge.model_changed.connect(lambda found: bridge.ask(sys.argv[3]))
running.show()
QApplication.instance().exec()
"""


@pytest.mark.parametrize(
    ("stopped_s", "hang_s"),
    [(4.0, 2.0), pytest.param(30.0, 10.0, marks=[pytest.mark.slow, pytest.mark.timeout(900)])],
)
def test_both_processes_stand_still_in_the_middle_of_an_answer(real_pack, data, stopped_s, hang_s):
    """A lid that is closed: window and worker are stopped for longer than a hang, and the clock is later by 8 h."""
    command = [sys.executable, "-c", SLEEPER, data, real_pack, FIRST, stopped_s / 2, hang_s]
    process = subprocess.Popen(
        list(map(str, command)),
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    with process:
        try:
            worker = int(process.stdout.readline())
            for pid in (process.pid, worker):
                os.kill(pid, signal.SIGSTOP)
            until = time.monotonic() + stopped_s
            while (left := until - time.monotonic()) > 0:  # it is about this time itself
                assert select.select([process.stdout], [], [], left)[0] == []
            for pid in (worker, process.pid):
                os.kill(pid, signal.SIGCONT)
            told = json.loads(process.stdout.readline())
            assert process.wait(60) == 0
        finally:
            process.kill()
    assert told["moved"] >= 8 * 3600
    assert (told["failure"], told["reasons"]) == ("", [])
    assert told["answer"]
    assert kept(data) == [(FIRST, told["answer"])]


def test_in_a_low_window_a_long_notice_scrolls_and_its_button_is_reached(make_stage, qtbot):
    fault = DatabaseLockedError("In use.", "Close it.")
    stage = make_stage(history_fault=fault, text_scale=2.0)
    stage.window.resize(360, 640)
    stage.window.grab()
    notices = stage.window._notices
    assert notices.height() <= stage.window.height() // 2
    assert stage.window.footer.human.visibleRegion().boundingRect().height() > 0
    (action,) = [one for one in notices.findChildren(Button) if one.text() == "Try again"]
    notices.ensureWidgetVisible(action)
    assert not action.visibleRegion().isEmpty()
