import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from supportbot.errors import AccessError
from supportbot.settings import (
    MAX_FILE_BYTES,
    Kept,
    Settings,
    SettingsFile,
    WindowGeometry,
    load_settings,
    save_settings,
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.json"


def backups(file):
    return sorted(file.parent.glob("settings.json.bad-*"))


def test_without_a_file_all_is_default(file):
    assert load_settings(file) == (Settings(), ())
    assert not file.exists()


def test_what_was_saved_is_read(file):
    settings = Settings(
        theme="dark",
        text_scale=1.5,
        retention_days=30,
        window=WindowGeometry(x=-8, y=0, width=440, height=700),
    )
    save_settings(file, settings)
    assert load_settings(file) == (settings, ())


def test_a_bad_key_is_backed_up_and_reset_and_the_rest_kept(file):
    text = json.dumps({"theme": "dark", "text_scale": 9, "language": "de", "colour": "red"})
    file.write_text(text)
    settings, notices = load_settings(file)
    assert settings == Settings(theme="dark", language="de")
    assert any("text_scale" in notice for notice in notices)
    assert any("colour" in notice for notice in notices)
    assert "settings.json.bad-1" in notices[-1]
    assert backups(file)[0].read_text() == text
    assert load_settings(file) == (settings, ())
    assert len(backups(file)) == 1


def test_a_second_fault_keeps_the_first_backup(file):
    for text in ("{", "]"):
        file.write_text(text)
        load_settings(file)
    assert [backup.read_text() for backup in backups(file)] == ["{", "]"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"[]",
        b"null",
        b'"dark"',
        b"{'theme': 1}",
        b"[" * 100_000,
        b" " * 1_000_001,
    ],
    ids=["empty", "binary", "list", "null", "text", "python", "deep", "large"],
)
def test_no_settings_at_all_are_reset(file, data):
    file.write_bytes(data)
    settings, notices = load_settings(file)
    assert settings == Settings()
    assert notices
    assert backups(file)[0].read_bytes() == data


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "blue"),
        ("text_scale", float("nan")),
        ("text_scale", "1.5"),
        ("threads", True),
        ("threads", 0),
        ("retention_days", -1),
        ("language", "../../etc"),
        ("idle_unload_minutes", 10**9),
        ("window", {"x": 0, "y": 0, "width": 1, "height": 700}),
        ("window", {"x": 0}),
        ("device", None),
    ],
)
def test_values_out_of_bounds_are_reset(file, key, value):
    file.write_text(json.dumps({key: value}))
    settings, notices = load_settings(file)
    assert settings == Settings()
    assert key in notices[0]


def test_a_byte_order_mark_is_read(file):
    file.write_bytes(b"\xef\xbb\xbf" + b'{"theme": "dark"}')
    assert load_settings(file) == (Settings(theme="dark"), ())


def test_changes_are_checked():
    assert Settings().changed(theme="dark").theme == "dark"
    with pytest.raises(ValidationError):
        Settings().changed(text_scale=3.0)
    with pytest.raises(ValidationError):
        Settings().changed(colour="red")


def test_an_unreadable_file_does_not_keep_the_app_from_starting(unprivileged):
    folder, rights = unprivileged
    file = folder / "settings.json"
    file.write_text('{"theme": "dark"}')
    file.chmod(0o000)
    with rights():
        settings, notices = load_settings(file)
    assert settings == Settings()
    assert "cannot be read" in notices[0]
    assert file.stat().st_size


def test_a_file_that_cannot_be_repaired_stays(unprivileged):
    folder, rights = unprivileged
    file = folder / "settings.json"
    file.write_text("{")
    with rights():
        settings, notices = load_settings(file)
        with pytest.raises(AccessError):
            save_settings(file, settings)
    assert settings == Settings()
    assert "could not be repaired" in notices[-1]
    assert file.read_text() == "{"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
KEYS = st.sampled_from(list(Settings.model_fields)) | st.text(max_size=5)


@given(st.dictionaries(KEYS, JSON, max_size=5))
def test_any_file_gives_settings_that_can_be_saved(tmp_path_factory, raw):
    file = tmp_path_factory.mktemp("any") / "settings.json"
    file.write_text(json.dumps(raw))
    settings, notices = load_settings(file)
    assert load_settings(file) == (settings, ())
    assert bool(notices) == bool(backups(file))


# --------------------------------------------------------------------------- while the app runs


def test_only_what_was_changed_here_is_written_over_what_others_wrote(file):
    mine, theirs = SettingsFile(file), SettingsFile(file)
    mine.change(theme="dark")
    kept = theirs.change(text_scale=1.5)
    assert kept.settings == Settings(theme="dark", text_scale=1.5)
    assert "removed" not in kept.notices[0]
    assert "theme" in kept.notices[0]
    kept = mine.look()
    assert kept.settings.text_scale == 1.5
    assert "text scale" in kept.notices[0]
    assert mine.look().notices == ()


def test_where_another_window_stood_is_no_news(file):
    mine, theirs = SettingsFile(file), SettingsFile(file)
    theirs.change(drawer_open=True)
    assert mine.look() == Kept(Settings(drawer_open=True))


@pytest.mark.parametrize("damage", ["{", "[]", '{"theme": "pink", "device": "cpu", "x": 1}', ""])
def test_damage_from_outside_is_told_and_costs_no_choice(file, damage):
    settings = SettingsFile(file)
    settings.change(theme="dark", text_scale=1.5)
    file.write_text(damage)
    kept = settings.change(threads=2)
    assert kept.notices
    assert kept.settings.theme == "dark"
    assert kept.settings.threads == 2
    assert backups(file)[0].read_text() == damage
    assert SettingsFile(file).settings == kept.settings
    if "device" in damage:
        assert kept.settings == Settings(theme="dark", device="cpu", threads=2)
        assert sum("it stays as it was" in notice for notice in kept.notices) == 1


def test_a_file_that_was_removed_is_written_again(file):
    settings = SettingsFile(file)
    settings.change(theme="dark")
    file.unlink()
    assert "removed" in settings.look().notices[0]
    assert load_settings(file)[0].theme == "dark"


def test_what_cannot_be_written_is_told_and_the_file_still_stands(unprivileged):
    folder, rights = unprivileged
    file = folder / "settings.json"
    settings = SettingsFile(file)
    settings.change(theme="dark")
    file.chmod(0o644)
    with rights(), pytest.raises(AccessError):
        settings.change(theme="light")
    assert load_settings(file)[0].theme == "dark"


def test_a_file_of_any_size_is_kept_aside_whole(file):
    settings = SettingsFile(file)
    settings.change(theme="dark")
    file.write_bytes(b" " * (MAX_FILE_BYTES + 10))
    assert settings.look().settings.theme == "dark"
    assert backups(file)[0].stat().st_size == MAX_FILE_BYTES + 10
