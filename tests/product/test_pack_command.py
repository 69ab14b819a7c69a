"""``supportbot pack check``."""

from __future__ import annotations

import json

import pytest
import typer

from supportbot.cli import pack as command
from supportbot.cli.common import CliContext
from supportbot.cli.edge import run_cli
from tests.support.packs import write_pack


@pytest.fixture
def run(capsys):
    app = typer.Typer()
    app.add_typer(command.app, name="pack")

    def run(*argv):
        code = run_cli(app, ["pack", *map(str, argv)], CliContext())
        return code, *capsys.readouterr()

    return run


def test_a_sound_pack(run, tmp_path):
    root = write_pack(tmp_path / "pack")
    assert run("check", root) == (0, f"The pack {root} is sound.\n", "")
    code, out, _ = run("check", root, "--json")
    assert code == 0
    assert json.loads(out) == {"pack": str(root), "ok": True, "problems": []}


def test_every_problem_with_its_remedy(run, tmp_path):
    root = write_pack(
        tmp_path / "pack",
        {"product.toml": ("#336699", "blue"), "probes.toml": ("number = 1\n", "")},
    )
    code, out, err = run("check", root)
    assert code == 1
    assert "product.toml: brand.accent" in out
    assert "Add the key." in out
    assert "2 problems" in err
    code, out, _ = run("check", "--json", root)
    assert code == 1
    assert {p["file"] for p in json.loads(out)["problems"]} == {"product.toml", "probes.toml"}


def test_patterns_of_rules_are_read_too(run, tmp_path):
    root = write_pack(tmp_path / "pack", {"rules.toml": ('["hacked"]', '["("]')})
    code, out, _ = run("check", root)
    assert code == 1
    assert "rules.toml: rule.security.sure" in out


@pytest.mark.parametrize(("name", "code"), [("nowhere", 3), ("file", 1), ("file/below", 3)])
def test_what_is_no_pack(run, tmp_path, name, code):
    (tmp_path / "file").write_text("x")
    found, _, err = run("check", tmp_path / name)
    assert found == code
    assert err.startswith("supportbot: ")


def test_no_folder_named(run):
    assert run("check")[0] == 2
