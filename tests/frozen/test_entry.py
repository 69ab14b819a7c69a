"""What the frozen program does before the program itself, run as a script of the same name would be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENTRY = Path(__file__).parents[2] / "installer" / "entry.py"
RUN = """
import json, os, runpy, sys, types
program = types.ModuleType("supportbot.__main__")
program.main = lambda: json.dump({"environment": dict(os.environ), "streams": [
    stream is not None for stream in (sys.stdout, sys.stderr)]}, sys.__stdout__) or 7
sys.modules["supportbot.__main__"] = program
if sys.argv[2] == "windowed":
    sys.stdout = sys.stderr = None
runpy.run_path(sys.argv[1], run_name="__main__")
"""


def started(mode: str, **variables: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(ENTRY), mode],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="the loader sets the variable on Linux only")
@pytest.mark.parametrize("own", [None, "/opt/theirs"])
def test_children_search_libraries_where_the_person_said(own: str | None) -> None:
    given = {"LD_LIBRARY_PATH": "/app/_internal"} | ({"LD_LIBRARY_PATH_ORIG": own} if own else {})
    environment = started("console", **given)["environment"]
    assert isinstance(environment, dict)
    assert environment.get("LD_LIBRARY_PATH") == own
    assert "LD_LIBRARY_PATH_ORIG" not in environment


def test_a_program_without_a_console_has_streams_all_the_same() -> None:
    assert started("windowed")["streams"] == [True, True]
