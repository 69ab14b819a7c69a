import json

import pytest
import typer

from supportbot.cli.common import CliContext, CommonOptions
from supportbot.cli.doctor import doctor
from supportbot.cli.edge import run_cli
from supportbot.quality import preflight
from supportbot.quality.doctor import Devices


@pytest.fixture
def run(capsys, monkeypatch):
    """``doctor`` with these options; exit code, stdout, stderr. The devices are not looked up."""
    monkeypatch.setattr(preflight, "find_devices", lambda *_, **__: Devices("cpu-test", ()))
    app = typer.Typer()
    app.callback()(lambda: None)
    app.command()(doctor)

    def run(*argv, **options):
        code = run_cli(app, ["doctor", *argv], CliContext(CommonOptions(**options)))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_one_document(run, tmp_path, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@proxy.example:1")
    code, out, _ = run("--json", data_dir=tmp_path / "data")
    document = json.loads(out)
    assert code == (1 if document["verdict"] == "fail" else 0)
    checks = {check["name"]: check for check in document["checks"]}
    assert list(checks) == [
        "system", "packages", "processor", "devices", "pack", "model", "memory", "disk", "access", "history",
        "proxy", "certificates",
    ]  # fmt: skip
    assert all(set(check) == {"name", "status", "detail", "remedy"} for check in checks.values())
    assert document["devices"] == {"variant": "cpu-test", "gpus": []}
    assert document["environment"]["HTTPS_PROXY"] == "http://***@proxy.example:1"
    assert document["versions"]["supportbot"]
    assert set(document["processor"]) == {"name", "cores", "features"}
    assert "secret" not in out


def test_a_broken_part_does_not_hide_the_others(run, tmp_path):
    (tmp_path / "data").write_text("a file in the way")
    code, out, err = run("--json", data_dir=tmp_path / "data", pack=tmp_path / "missing")
    document = json.loads(out)
    assert code == 1
    assert document["verdict"] == "fail"
    checks = {check["name"]: check["status"] for check in document["checks"]}
    assert checks["pack"] == checks["access"] == "fail"
    assert checks["system"] == "ok"
    assert document["model"] is None
    assert "access" in err


def test_for_people(run, tmp_path):
    _, out, _ = run(data_dir=tmp_path / "data")
    assert out.splitlines()[0].startswith("ok    system        supportbot ")


def test_without_llama_cpp_devices_are_null(run, tmp_path, monkeypatch):
    monkeypatch.setattr(preflight, "find_devices", lambda *_, **__: None)
    code, out, _ = run("--json", data_dir=tmp_path / "data")
    assert code == 1
    assert json.loads(out)["devices"] is None
