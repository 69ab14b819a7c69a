"""One window for one person and one folder."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QProcess, QProcessEnvironment

from supportbot.ui.instance import SingleInstance, instance_address, instance_name

SECOND = """
import sys
from pathlib import Path
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from supportbot.ui.instance import SingleInstance
app = QCoreApplication([])
folder = Path(sys.argv[1])
sys.exit(0 if SingleInstance(folder, folder / "instance.lock").acquire() else 7)
"""


@pytest.fixture
def guard(qapp, tmp_path):
    made = SingleInstance(tmp_path, tmp_path / "instance.lock")
    yield made
    made.release()


def second_start(qtbot, folder) -> int:
    process = QProcess()
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
    with qtbot.waitSignal(process.finished, timeout=20_000):
        process.start(sys.executable, ["-c", SECOND, str(folder)])
    return process.exitCode()


def test_a_second_start_brings_the_first_forward(guard, qtbot, tmp_path):
    assert guard.acquire()
    with qtbot.waitSignal(guard.raise_requested, timeout=20_000):
        assert second_start(qtbot, tmp_path) == 7


def test_another_folder_is_another_window(guard, qtbot, tmp_path):
    assert guard.acquire()
    other = tmp_path / "other"
    other.mkdir()
    assert second_start(qtbot, other) == 0
    assert instance_name(tmp_path) != instance_name(other)


@pytest.fixture
def short_folder():
    """The address of a socket may not be long."""
    with tempfile.TemporaryDirectory(prefix="sb-") as folder:
        yield Path(folder)


def address(folder) -> str:
    """The file of the socket."""
    found = instance_address(folder)
    return found if "/" in found else f"{QDir.tempPath()}/{found}"


@pytest.mark.skipif(os.name != "posix", reason="local sockets are files on POSIX only")
def test_the_socket_stands_where_nobody_else_can_make_one(tmp_path, short_folder):
    runtime = short_folder
    given = {"XDG_RUNTIME_DIR": str(runtime)}
    name = instance_name(tmp_path)
    assert instance_address(tmp_path, given) == str(runtime / name)
    runtime.chmod(0o755)
    long = tmp_path / ("x" * 90)
    long.mkdir(mode=0o700)
    for unfit in (given, {"XDG_RUNTIME_DIR": str(long)}, {"XDG_RUNTIME_DIR": "run"}, {}):
        assert instance_address(tmp_path, unfit) == name


@pytest.fixture
def program(tmp_path):
    """Starts the whole program without a model, off screen; what still runs is killed at the end."""
    started = []

    def start(*options) -> QProcess:
        process = QProcess()
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        arguments = ["--data-dir", str(tmp_path), "--model", str(tmp_path / "none.gguf"), *options]
        process.start(sys.executable, ["-m", "supportbot", *arguments])
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.waitForFinished(20_000)


@pytest.mark.process
@pytest.mark.timeout(120)
def test_the_program_raises_the_first_window_and_opens_a_second_only_on_purpose(
    guard, program, qtbot, tmp_path
):
    assert guard.acquire()
    with qtbot.waitSignal(guard.raise_requested, timeout=60_000):
        second = program()
    qtbot.waitUntil(lambda: second.state() is QProcess.ProcessState.NotRunning, timeout=60_000)
    assert second.exitCode() == 0
    history = tmp_path / "history.sqlite3"
    assert not history.exists()
    third = program("--new")
    qtbot.waitUntil(history.exists, timeout=60_000)
    assert third.state() is QProcess.ProcessState.Running


@pytest.mark.skipif(os.name != "posix", reason="local sockets are files on POSIX only")
def test_what_a_crash_left_behind_is_cleared_away(guard, tmp_path):
    place = address(tmp_path)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as dead:
        dead.bind(place)
    assert guard.acquire()
    assert guard._server.isListening()
    assert Path(place).stat().st_mode & 0o077 == 0


def test_where_no_socket_can_be_made_the_app_starts(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "supportbot.ui.instance.instance_name", lambda folder: "no/such/folder/name"
    )
    made = SingleInstance(tmp_path, tmp_path / "gone" / "instance.lock")
    assert made.acquire()
    made.release()
