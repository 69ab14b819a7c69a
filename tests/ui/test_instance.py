"""One window for one person and one folder."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QProcess

from supportbot.ui.instance import SingleInstance, instance_name

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


@pytest.mark.skipif(os.name != "posix", reason="local sockets are files on POSIX only")
def test_what_a_crash_left_behind_is_cleared_away(guard, tmp_path):
    place = QDir.tempPath() + "/" + instance_name(tmp_path)
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
