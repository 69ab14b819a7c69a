import os
import stat
import sys

import pytest

from supportbot.errors import AccessError, DiskFullError, NotInstalledError
from supportbot.paths import AppPaths, bundled_pack_dir, default_root, write_atomically


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_everything_is_inside_the_root(tmp_path):
    paths = AppPaths(tmp_path / "data")
    names = [name for name in dir(AppPaths) if isinstance(getattr(AppPaths, name), property)]
    assert len(names) == 7
    assert all(getattr(paths, name).is_relative_to(paths.root) for name in names)


def test_default_root_is_the_customers_and_the_packs(isolated_home):
    root = default_root("linear")
    assert root.is_relative_to(isolated_home)
    assert root.name == "linear"


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_folders_are_the_owners_alone(tmp_path):
    paths = AppPaths(tmp_path / "a" / "b").create()
    for folder in (
        paths.root,
        paths.states_dir,
        paths.models_dir,
        paths.logs_dir,
        paths.worker_dir,
    ):
        assert mode(folder) == 0o700
    paths.states_dir.chmod(0o755)
    paths.create()
    assert mode(paths.states_dir) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_folder_that_was_there_keeps_its_permissions(tmp_path):
    tmp_path.chmod(0o755)
    AppPaths(tmp_path).create()
    assert mode(tmp_path) == 0o755


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(AccessError, match="data folder"):
        AppPaths(tmp_path / "data").create()


def test_a_folder_that_cannot_be_made_is_told(unprivileged):
    folder, rights = unprivileged
    with rights(), pytest.raises(AccessError, match="permission"):
        AppPaths(folder / "data").create()


def test_the_bundled_pack_is_found():
    assert (bundled_pack_dir() / "product.toml").is_file()


def test_a_frozen_program_brings_its_own_pack(tmp_path, monkeypatch):
    pack = tmp_path / "assets" / "linear"
    pack.mkdir(parents=True)
    (pack / "product.toml").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert bundled_pack_dir() == pack


def test_a_missing_pack_is_not_installed(monkeypatch, tmp_path):
    monkeypatch.setattr("supportbot.paths.__file__", str(tmp_path / "x" / "paths.py"))
    with pytest.raises(NotInstalledError):
        bundled_pack_dir()


def test_written_whole_and_private(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"before")
    write_atomically(file, b"after")
    assert file.read_bytes() == b"after"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
    if os.name == "posix":
        assert mode(file) == 0o600


def test_a_full_disk_keeps_what_was_there(tiny_disk):
    file = tiny_disk / "file"
    file.write_bytes(b"before")
    with pytest.raises(DiskFullError, match="free some space"):
        write_atomically(file, bytes(1_000_000))
    assert file.read_bytes() == b"before"
    assert [entry.name for entry in tiny_disk.iterdir()] == ["file"]


@pytest.mark.parametrize("target", ["missing/file", "folder", "x" * 300])
def test_a_place_that_cannot_be_written_is_told(tmp_path, target):
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(AccessError, match="cannot be written"):
        write_atomically(tmp_path / target, b"")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


def test_a_read_only_folder_is_told(unprivileged):
    folder, rights = unprivileged
    with rights(), pytest.raises(AccessError, match="permission denied"):
        write_atomically(folder / "file", b"")
