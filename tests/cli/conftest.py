"""A copy of the worked example with a tiny model in it, and the program as its users start it."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.tiny_gguf import CHATML_TEMPLATE, write_tiny_gguf

ROOT = Path(__file__).parents[2]
ANSWER = ("Open ", "**Settings**, ", "then choose ", "General.")
GENERATOR = """
[models.generator]
finetune_id = "linear-helper"
stop = ["<|im_end|>"]
repo_id = "example/tiny"
revision = "{revision}"
filename = "tiny.gguf"
size_bytes = {size}
sha256 = "{sha256}"
license = "Apache-2.0"
template_sha256 = "{template}"
{bundled}
[models.generator.pypi]
requirement = "example-tiny==1.0"
member = "example_tiny/tiny.gguf"
wheel_sha256 = "{sha256}"
"""


@dataclass(frozen=True)
class Done:
    """How a command line ended; named as ``subprocess`` names it."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., subprocess.CompletedProcess[str]]


def _write_pack(root: Path, model: Path, *, bundled: bool) -> Path:
    """The worked example at ``root``, with ``model`` as the pack's own."""
    shutil.copytree(
        ROOT / "assets" / "linear", root, ignore=shutil.ignore_patterns("sources", "models")
    )
    product = root / "product.toml"
    sections = re.split(r"(?m)^(?=\[)", product.read_text(encoding="utf-8"))
    kept = "".join(s for s in sections if "models.generator" not in s.splitlines()[0])
    data = model.read_bytes()
    generator = GENERATOR.format(
        revision="0" * 40,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        template=hashlib.sha256(CHATML_TEMPLATE.encode()).hexdigest(),
        bundled='bundled = "models/tiny.gguf"' if bundled else "",
    )
    product.write_text(kept + generator, encoding="utf-8")
    if bundled:
        (root / "models").mkdir()
        shutil.copy(model, root / "models" / "tiny.gguf")
    return root


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "tiny.gguf"
    return write_tiny_gguf(path, finetune_id="linear-helper", says=ANSWER)


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Path:
    """The worked example with a model that recites ``ANSWER``."""
    return _write_pack(tmp_path_factory.mktemp("packs") / "with", tiny_model, bundled=True)


@pytest.fixture(scope="session")
def pack_without_model(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Path:
    """The worked example whose model is not installed."""
    return _write_pack(tmp_path_factory.mktemp("packs") / "without", tiny_model, bundled=False)


@pytest.fixture
def supportbot(tmp_path: Path) -> Run:
    """Runs ``python -m supportbot`` with a data folder of its own."""

    def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "supportbot", *map(str, arguments)]
        command += ["--data-dir", str(tmp_path / "data")]
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            command,
            **{"capture_output": True, "text": True, "check": False, "timeout": 60, **options},
        )

    return run


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Runs a command line in this process, with a data folder of its own; the engine has its own process anyway."""
    from supportbot.cli import app
    from supportbot.cli.common import CliContext
    from supportbot.cli.edge import run_cli

    def run(*arguments: object) -> Done:
        line = [str(argument) for argument in arguments]
        if "--data-dir" not in line:
            line += ["--data-dir", str(tmp_path / "data")]
        code = run_cli(app, line, CliContext())
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run
