"""The commands on a pack without a generator: nothing is missing, so nothing is to be installed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest

from supportbot.cli.context import CliContext, CommonOptions
from supportbot.quality import preflight
from supportbot.quality.doctor import Devices
from tests.cli.conftest import ROOT

PACK = ROOT / "assets" / "emberloaf"
UNVETTED = "Does it come in green?"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def ember(here: Run) -> Run:
    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return here(*arguments, "--pack", PACK)

    return run


def test_a_vetted_question_is_answered(ember: Run) -> None:
    done = ember("ask", "How do I clean the stone?")
    assert (done.returncode, done.stderr) == (0, "")
    assert "scraper" in done.stdout
    assert (
        "Source: Clean the baking stone https://help.emberloaf.example/clean-stone" in done.stdout
    )


def test_a_question_nobody_vetted_gets_a_person_and_no_offer_to_install(ember: Run) -> None:
    done = ember("ask", UNVETTED, "--explain")
    assert done.returncode == 3
    assert "Not answered" in done.stderr
    assert "nobody vetted the question" in done.stderr
    assert "mailto:support@emberloaf.example" in done.stdout
    assert "A person can help with this." in done.stdout
    assert "no checked answer" in done.stderr
    assert "https://help.emberloaf.example" in done.stderr
    assert "install" not in done.stdout + done.stderr


def test_its_reply_as_json(ember: Run) -> None:
    reply = json.loads(ember("ask", UNVETTED, "--json").stdout)
    assert (reply["tier"], reply["shown"], reply["answer"]) == ("human", "none", "")
    assert reply["model"] is None
    assert reply["handoff"]["offered"]
    assert reply["handoff"]["reasons"] == ["engine:no_generator"]


def test_no_engine_is_made_even_where_another_pack_has_its_model(pack, here: Run, tmp_path) -> None:
    data = tmp_path / "data"
    assert here("model", "verify", "--pack", pack, "--data-dir", data).returncode == 0
    context = CliContext(CommonOptions(pack=PACK, data_dir=data))
    assert context.backend() is None
    assert here("ask", UNVETTED, "--pack", PACK, "--data-dir", data).returncode == 3


def test_a_model_named_by_hand_is_refused(ember: Run, tiny_model) -> None:
    done = ember("ask", UNVETTED, "--json", "--model", tiny_model)
    assert done.returncode == 4
    assert json.loads(done.stdout)["model"] is None
    assert "names no model" in done.stderr


def test_all_its_probes_pass(ember: Run, tmp_path) -> None:
    done = ember("probe", "--json", "--junit", tmp_path / "probes.xml")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert (document["passed"], document["verdict"], document["model"]) == (10, "good", None)
    assert 'failures="0" errors="0"' in (tmp_path / "probes.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command", [["probe", "--only", "model"], ["model", "status"], ["model", "install"], ["bench"]]
)
def test_what_needs_a_model_says_that_the_pack_has_none(ember: Run, command: list[str]) -> None:
    done = ember(*command)
    assert done.returncode == 3
    assert "has no model" in done.stderr
    assert "install" not in done.stderr


def test_the_doctor_misses_nothing(ember: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "find_devices", lambda *_, **__: Devices("cpu-test", ()))
    checks = {
        check["name"]: check for check in json.loads(ember("doctor", "--json").stdout)["checks"]
    }
    assert checks["model"]["status"] == "ok"
    assert checks["model"]["remedy"] == ""


def test_the_self_test_asks_a_probe_without_a_model(supportbot: Run) -> None:
    done = supportbot("--self-test", "--pack", PACK)
    assert done.returncode == 0, done.stderr + done.stdout
    assert "ok  model: the pack has none" in done.stdout
    assert "ok  probe: number 1 passed" in done.stdout
