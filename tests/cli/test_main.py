"""Starting the program: without a display, without Qt, as a module, and imported by another process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from supportbot.__main__ import display_problem

EMBERLOAF = Path(__file__).parents[2] / "assets" / "emberloaf"
Run = Callable[..., subprocess.CompletedProcess[str]]
POSIX_DISPLAY = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="the display is always there"
)


def bare_environment() -> dict[str, str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in hidden}


@POSIX_DISPLAY
@pytest.mark.process
def test_without_a_display_the_first_starter_question_is_answered(
    supportbot: Run, pack: Path
) -> None:
    done = supportbot("--pack", pack, env=bare_environment())
    assert done.returncode == 0, done.stderr
    assert "no display: answering in the terminal" in done.stderr
    assert "Which key creates a new issue?" in done.stdout
    assert len(done.stdout.strip().splitlines()) > 1


@POSIX_DISPLAY
def test_a_display_that_does_not_answer_is_none() -> None:
    assert display_problem({}) == "no display"
    assert display_problem({"DISPLAY": ":987"}) == "no display at :987"
    assert display_problem({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert display_problem({"WAYLAND_DISPLAY": "wayland-0"}) is None


@pytest.mark.parametrize(
    ("line", "completed"), [("supportbot mo", "model"), ("supportbot ask --ba", "--batch")]
)
def test_the_shell_is_told_what_may_follow(line: str, completed: str) -> None:
    environment = {
        **bare_environment(),
        "_SUPPORTBOT_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split()) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "supportbot"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert (done.returncode, done.stdout.split()) == (0, [completed]), done.stderr


HIDE_QT = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "PySide6":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Hidden())
sys.argv = ["supportbot", *sys.argv[1:]]
from supportbot.__main__ import main
sys.exit(main())
"""


@pytest.mark.process
def test_without_qt_commands_work_and_the_window_says_why_not(pack: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        common = ["--pack", str(pack), "--data-dir", str(tmp_path / "data")]
        return subprocess.run(
            [sys.executable, "-c", HIDE_QT, *arguments, *common],
            capture_output=True,
            text=True,
            check=False,
            env={**bare_environment(), "QT_QPA_PLATFORM": "offscreen"},
        )

    asked = run("ask", "How is a flux made?")
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.startswith("Open **Settings**")
    window = run()
    assert "no window without PySide6" in window.stderr
    assert "Traceback" not in window.stderr


LACKING = """
import sys
class Lacking:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtCore":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
sys.meta_path.insert(0, Lacking())
sys.argv = ["supportbot", *sys.argv[1:]]
from supportbot.__main__ import main
sys.exit(main())
"""


@pytest.mark.process
def test_the_self_test_names_the_system_library_that_is_missing(tmp_path: Path) -> None:
    common = ["--pack", str(EMBERLOAF), "--data-dir", str(tmp_path / "data")]
    done = subprocess.run(
        [sys.executable, "-c", LACKING, "--self-test", *common],
        capture_output=True,
        text=True,
        check=False,
        env=bare_environment(),
    )
    assert done.returncode == 4, done.stderr
    assert "ok  probe: number 1 passed" in done.stdout
    assert "libEGL.so.1" in done.stderr
    assert "commands work without it" in done.stderr


def test_importing_the_program_does_nothing() -> None:
    code = (
        "import sys, supportbot.__main__\n"
        "heavy = {'PySide6', 'llama_cpp', 'typer', 'pydantic', 'numpy'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
