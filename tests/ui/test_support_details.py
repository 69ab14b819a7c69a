"""What support is told, what is stored, and what the settings say of the model."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from supportbot.models.states import ModelState, ModelStatus
from supportbot.paths import AppPaths
from supportbot.quality.doctor import Devices
from supportbot.settings import Settings, WindowGeometry
from supportbot.ui.settings_words import devices_line, model_words, size_line, stored_rows
from supportbot.ui.storage_facts import look_at_storage
from supportbot.ui.support_details import details, without_user


@pytest.fixture
def mara(monkeypatch):
    """A user whose name is a word of its own."""
    monkeypatch.setattr("getpass.getuser", lambda: "mara")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/srv/mara/data", "/srv/user/data"),
        ("/srv/MARA_x/Mara.gguf", "/srv/user_x/user.gguf"),
        ("/srv/marathon/data", "/srv/marathon/data"),
    ],
)
def test_no_path_says_whose_it_is(mara, path, said):
    assert without_user(Path(path)).replace("\\", "/") == said


def test_the_home_folder_is_a_tilde(mara, isolated_home):
    assert without_user(isolated_home / "a" / "b") == str(Path("~/a/b"))


def test_details_hold_versions_model_and_settings(pack, mara, tmp_path):
    status = ModelStatus(ModelState.READY, "linear-helper", tmp_path / "model.gguf")
    window = WindowGeometry(x=77777, y=0, width=440, height=700)
    settings = Settings(device="cpu", threads=3, window=window)
    text = details(pack, settings, status, tmp_path, {"Qt": "6"})
    for part in (
        "Linear Helper 1.0.0",
        "Qt: 6",
        "linear-helper, ready",
        "device cpu",
        "threads 3",
        "pydantic",
    ):
        assert part in text
    assert "77777" not in text
    assert "Model" not in details(pack, settings, None, tmp_path, {}).replace("Model file", "")


def test_what_is_stored_is_weighed_without_following_links(tmp_path):
    paths = AppPaths(tmp_path / "data").create()
    paths.database.write_bytes(bytes(1000))
    paths.database.with_name("history.sqlite3-wal").write_bytes(bytes(500))
    (paths.models_dir / "deep").mkdir()
    (paths.models_dir / "deep" / "file").write_bytes(bytes(70))
    (tmp_path / "big").write_bytes(bytes(9999))
    (paths.states_dir / "link").symlink_to(tmp_path / "big")
    sizes = {one.kind: one.size_bytes for one in look_at_storage(paths)}
    assert (sizes["conversations"], sizes["models"], sizes["settings"]) == (1500, 70, 0)
    assert sizes["states"] < 500
    rows = {row.title: row.size for row in stored_rows(look_at_storage(paths))}
    assert (rows["Conversations"], rows["Settings"]) == ("2 kB", "Empty")


def test_sizes_are_written_for_people():
    assert [size_line(size) for size in (0, 999, 98_362_432)] == ["Empty", "1 kB", "98 MB"]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (ModelState.READY, "Ready. Checked "),
        (ModelState.VERIFYING, "On this computer, but not checked"),
        (ModelState.SUPERSEDED, "Another version is here"),
        (ModelState.ABSENT, "Not on this computer."),
    ],
)
def test_each_state_of_the_model_has_its_sentence(state, said, tmp_path):
    checked = dt.datetime(2026, 11, 3, tzinfo=dt.UTC)
    words = model_words(ModelStatus(state, "helper", tmp_path / "m", checked_at=checked))
    assert words.state.startswith(said)


def test_a_model_that_was_named_at_the_start_has_nothing_to_verify(tmp_path):
    words = model_words(None, tmp_path / "other.gguf")
    assert words.name == "other.gguf"
    assert not words.can_verify


def test_what_the_model_can_run_on_has_its_sentence():
    said = {
        devices_line(None, "auto"),
        devices_line(Devices("x", ()), "auto"),
        devices_line(Devices("x", ()), "gpu"),
        devices_line(Devices("x", ("Swift",)), "cpu"),
    }
    assert len(said) == 4
