"""The frozen folder, built as ``make frozen`` does, moved elsewhere, and run without the system's Python or a network."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
MEGABYTE = 1_000_000
LARGEST = 350 * MEGABYTE
SUFFIX = ".exe" if sys.platform == "win32" else ""
STRANGERS = (
    "qml",
    "quick",
    "webengine",
    "gtk",
    "torch",
    "transformers",
    "sources",
    "supportbot/training",
)

pytestmark = [pytest.mark.slow, pytest.mark.process, pytest.mark.model, pytest.mark.timeout(1800)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, in a place with spaces and letters of other scripts in its path."""
    work = tmp_path_factory.mktemp("build")
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "work")]
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "build.spec", *places],
        cwd=ROOT,
        env={**os.environ, "PYINSTALLER_CONFIG_DIR": str(work / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    place = tmp_path_factory.mktemp("place") / "Zoë Müller" / "サポート"
    place.mkdir(parents=True)
    moved = place / "supportbot"
    shutil.move(work / "dist" / "supportbot", moved)
    shutil.rmtree(work)
    return moved


@functools.cache
def alone() -> tuple[str, ...]:
    """What to put before a command so that it has no network, where this system lets us."""
    prefix = ("unshare", "--map-root-user", "--net")
    if not shutil.which("unshare"):
        return ()
    tried = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return () if tried.returncode else prefix


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One command with nothing in its environment: no PATH, no home, no display."""
    unshare = [str(shutil.which(part) or part) for part in alone()]
    return subprocess.run(
        [*unshare, str(folder / f"supportbot{SUFFIX}"), *arguments],
        cwd=folder.parent,
        env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )


def test_it_works_moved_without_python_and_without_a_network(folder: Path, tmp_path: Path) -> None:
    done = run(folder, "--self-test", "--data-dir", str(tmp_path / "Dä ta"))
    assert done.returncode == 0, done.stdout + done.stderr
    for part in ("pack:", "model:", "probe:", "window: painted", "done:"):
        assert f"ok  {part}" in done.stdout


def test_it_answers_a_question(folder: Path, tmp_path: Path) -> None:
    question = "Which key creates a new issue?"
    done = run(folder, "ask", "--json", question, "--data-dir", str(tmp_path / "data"))
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)
    assert reply["question"] == question
    assert "**C**" in reply["answer"]


def test_the_doctor_knows_its_parts(folder: Path, tmp_path: Path) -> None:
    """llama.cpp is looked at in a process of its own, which a frozen program starts in another way."""
    done = run(folder, "doctor", "--json", "--data-dir", str(tmp_path / "data"))
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert checks["packages"]["status"] == "ok"
    assert "unknown" not in checks["packages"]["detail"]
    assert checks["devices"]["detail"].startswith("cpu")
    assert str(folder) in checks["model"]["detail"]


def test_it_holds_what_is_used_and_no_more(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    names = [path.relative_to(folder).as_posix().casefold() for path in files]
    assert not [name for name in names if any(stranger in name for stranger in STRANGERS)]
    size = sum(path.stat().st_size for path in files)
    assert size <= LARGEST, f"{size / MEGABYTE:.0f} MB"


def test_every_licence_can_be_read(folder: Path) -> None:
    names = [path.as_posix().casefold() for path in folder.rglob("*") if path.is_file()]
    for text in ("licence_texts/lgpl-3.0.txt", "licence_texts/llama.cpp.txt", "click/license.txt"):
        assert any(name.endswith(text) for name in names), text
    packages = {name.partition(".dist-info/")[0] for name in names if ".dist-info/" in name}
    assert len(packages) > 10
    without = [
        package
        for package in packages
        if not any(name.startswith(package) and "license" in name for name in names)
    ]
    assert [Path(package).name.partition("-")[0] for package in without] == ["pyside6_essentials"]


@pytest.fixture
def window(folder: Path, tmp_path: Path) -> Iterator[psutil.Process]:
    """The window off screen, closed again."""
    environment = {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    with subprocess.Popen(
        [str(folder / f"supportbot{SUFFIX}"), "--new", "--data-dir", str(tmp_path / "data")],
        env={**environment, "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")},
    ) as process:
        children = []
        try:
            program = psutil.Process(process.pid)
            yield program
            children = program.children(recursive=True)
        finally:
            process.terminate()
    psutil.wait_procs(children, timeout=30)


@pytest.mark.skipif(sys.platform != "linux", reason="the files a process maps are asked of /proc")
def test_window_and_worker_are_one_program_and_use_no_other_python(
    folder: Path, window: psutil.Process, qtbot: QtBot
) -> None:
    def mapped(process: psutil.Process) -> set[str]:
        return {found.path for found in process.memory_maps() if found.path.startswith("/")}

    def loaded() -> bool:
        return any("libllama" in path for child in window.children() for path in mapped(child))

    qtbot.waitUntil(loaded, timeout=120_000)
    (worker,) = window.children()
    assert worker.exe() == window.exe() == str(folder / "supportbot")
    for process in (window, worker):
        strange = {path for path in mapped(process) if not Path(path).is_relative_to(folder)}
        assert not [path for path in strange if "python" in path or "site-packages" in path]
    assert any("libQt6Widgets" in path for path in mapped(window))
    assert not [path for path in mapped(worker) if "Qt6" in path or "PySide6" in path]
