"""``supportbot probe`` and ``--self-test`` as programs."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.process
def test_probes_of_a_model_that_always_says_the_same(here: Run, pack: Path, tmp_path: Path) -> None:
    html, junit = tmp_path / "probes.html", tmp_path / "probes.xml"
    done = here(
        "probe", "--json", "--html", html, "--junit", junit, "--only", "model", "--pack", pack
    )
    assert done.returncode == 1, done.stderr
    document = json.loads(done.stdout)
    assert len(document["probes"]) == 10
    assert document["verdict"] == "needs_work"
    assert document["bucket_to_mend"] in {"docs", "tickets", "refuse"}
    assert "probes failed" in done.stderr
    assert html.read_text(encoding="utf-8").count("<article>") == 10
    assert len(ET.parse(junit).findall(".//testcase")) == 10


def test_probes_without_a_model_end_with_3(here: Run, pack_without_model: Path) -> None:
    done = here("probe", "--pack", pack_without_model)
    assert done.returncode == 3
    assert "of 10 passed" in done.stdout
    assert "model install" in done.stderr


@pytest.mark.process
def test_the_self_test_runs_worker_probe_and_window(supportbot: Run, pack: Path) -> None:
    probes = pack / "probes.toml"
    kept = probes.read_text(encoding="utf-8")
    probes.write_text(
        '[[probe]]\nnumber = 1\nquestion = "Where is it?"\nbucket = "docs"\n'
        'criteria = [{ text = "It names Settings", any = ["settings"] }]\n',
        encoding="utf-8",
    )
    try:
        done = supportbot("--self-test", "--pack", pack)
    finally:
        probes.write_text(kept, encoding="utf-8")
    assert done.returncode == 0, done.stderr + done.stdout
    for part in ("pack:", "model:", "probe:", "window:", "done:"):
        assert f"ok  {part}" in done.stdout
