"""Nothing leaves this computer: in a whole journey no process of ours makes an internet socket."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.process
FORBIDDEN = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname")
AUDITED = f"""
import os, sys
def watch(event, arguments):
    internet = event == "socket.__new__" and int(arguments[1]) in (2, 10, 23, 30)
    if internet or (event in {FORBIDDEN} and not isinstance(arguments[-1], (str, bytes))):
        os.write(2, f"NETWORK {{event}} {{arguments}}\\n".encode())
        os._exit(99)
sys.addaudithook(watch)
sys.argv = ["supportbot", *sys.argv[1:]]
from supportbot.__main__ import main
sys.exit(main())
"""
JOURNEY = (
    ("ask", "How is a flux made?", "--json"),
    ("ask", "I will sue you over this"),
    ("model", "status"),
    ("history", "list"),
)


def common(pack: Path, tmp_path: Path) -> list[str]:
    return ["--pack", str(pack), "--data-dir", str(tmp_path / "data")]


def test_the_app_makes_none(pack: Path, tmp_path: Path) -> None:
    for line in JOURNEY:
        command = [sys.executable, "-c", AUDITED, *line, *common(pack, tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_neither_does_the_worker(pack: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-qq", "-e", "trace=socket,connect,bind,execve", "-o", str(trace)]
    command += [sys.executable, "-m", "supportbot", *JOURNEY[0], *common(pack, tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 1 and "ptrace" in done.stderr:
        pytest.skip("processes cannot be traced here")
    assert done.returncode == 0, done.stderr
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert sum("execve(" in line for line in lines) >= 2, "the worker was not seen"
    assert not [line for line in lines if "AF_INET" in line]
