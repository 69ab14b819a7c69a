"""Every kind of damage to a model file has its own code and a sentence that names file, fault and remedy."""

from __future__ import annotations

import os
import resource
import socket
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportbot.answering.prompts import FORMATS
from supportbot.errors import ModelFileError
from supportbot.models.agreement import check_adapter_fits, check_finetune, check_language
from supportbot.models.faults import FAULTS
from supportbot.models.gguf import TEMPLATE_FAMILIES, read_header
from supportbot.product.schema import Generator
from tests.support.gguf_bytes import (
    ADAPTER,
    ARRAY,
    BASE,
    FINETUNE_ID,
    INT32,
    KEYS,
    MODEL,
    Q4_0,
    STRING,
    TEMPLATE,
    TENSORS,
    TOKENS,
    UINT32,
    UINT64,
    WIDTH,
    Gguf,
    Tensor,
    f32,
    numbers,
    raw_text,
    text,
    texts,
    u32,
)
from tests.support.packs import sha256

HUGE = 2**63
FIRST, SECOND, THIRD = TENSORS


def key(name: str, payload: bytes) -> Gguf:
    """The sound model with one more key, its value given in raw bytes; nothing follows it."""
    return MODEL.but(extra_keys=raw_text(name) + payload)


def ends(payload: bytes) -> bytes:
    """A file that ends in the middle of its last key."""
    prefix = MODEL.but(tensors=(), key_count=len(KEYS) + 1, tensor_count=0)
    return prefix.build()[: len(prefix.header())] + payload


def lone(tensor: Tensor) -> Gguf:
    return MODEL.with_tensor(tensor)


TABLE = len(MODEL.but(tensors=(), tensor_count=3).header())

DAMAGED_MODELS = {
    # first bytes
    "empty": b"",
    "too_short": b"GGUF\x03\0\0\0",
    "zeros": bytes(4096),
    "web_page": b"<!DOCTYPE html><html><body>Not found</body></html>",
    "lfs_pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n",
    "archive": b"PK\x03\x04" + bytes(100),
    "old_format": b"tjgg" + bytes(100),
    "flipped_magic": MODEL.but(magic=b"FUGG"),
    "wrong_magic": MODEL.but(magic=b"GGUE"),
    "byte_order": MODEL.but(version=3 << 24),
    "version_zero": MODEL.but(version=0),
    "version_old": MODEL.but(version=1),
    "version_new": MODEL.but(version=99),
    "tensor_count": MODEL.but(tensor_count=HUGE),
    "key_count": MODEL.but(key_count=2**40),
    # keys and values
    "key_length": ends(struct.pack("<Q", HUGE) + bytes(32)),
    "truncated_key": ends(struct.pack("<Q", 200) + b"general.na" + bytes(20)),
    "empty_key": key("", u32(1)),
    "key_encoding": MODEL.with_key(b"\xff\xfe", u32(1)),
    "duplicate_key": key("general.name", text("again")),
    "value_type": key("x", struct.pack("<I", 77)),
    "truncated_value": ends(raw_text("x.y.z") + struct.pack("<IQ", STRING, 500) + b"half"),
    "string_length": ends(raw_text("x.y.z") + struct.pack("<IQ", STRING, HUGE) + b"half"),
    "value_encoding": MODEL.with_key("general.name", text(b"\xff\xff")),
    "array_type": key("x", struct.pack("<IIQ", ARRAY, 13, 0)),
    "nested_array": key("x", struct.pack("<IIQ", ARRAY, ARRAY, 1)),
    "array_length": ends(raw_text("x.y.z") + struct.pack("<IIQ", ARRAY, UINT32, HUGE)),
    "truncated_array": ends(raw_text("x.y.z") + struct.pack("<IIQ", ARRAY, STRING, 3) + raw_text("a") * 2 + bytes(7)),
    "alignment_type": MODEL.with_key("general.alignment", text("32")),
    "alignment": MODEL.with_key("general.alignment", u32(33)),
    # the table of tensors
    "truncated_tensor_table": MODEL.build()[: TABLE + 120],
    "tensor_name_length": lone(Tensor("x" * 64, (WIDTH,))),
    "tensor_name": lone(Tensor(b"\xc3\x28", (WIDTH,))),
    "duplicate_tensor": MODEL.with_tensor(Tensor("token_embd.weight", SECOND.shape), at=1),
    "no_dimensions": lone(Tensor("x", (), dimensions=0)),
    "too_many_dimensions": lone(Tensor("x", (2, 2, 2, 2, 2))),
    "zero_dimension": lone(Tensor("x", (WIDTH, 0))),
    "dimension_overflow": lone(Tensor("x", (2**40, 2**40))),
    "tensor_type": lone(Tensor("x", (WIDTH,), kind=4)),
    "tensor_row_size": lone(Tensor("x", (WIDTH + 1, 8), kind=Q4_0)),
    "misaligned_offset": MODEL.with_tensor(Tensor(SECOND.name, SECOND.shape, offset=1030), at=1),
    "offset_beyond_end": MODEL.with_tensor(Tensor(SECOND.name, SECOND.shape, offset=2**40), at=1),
    "tensor_overlap": MODEL.with_tensor(Tensor(SECOND.name, SECOND.shape, offset=992), at=1),
    "tensor_gap": MODEL.with_tensor(Tensor(SECOND.name, SECOND.shape, offset=1056), at=1),
    "truncated_tensor_data": MODEL.but(cut=5),
    # what kind of model it is
    "missing_architecture": MODEL.without("general.architecture"),
    "architecture_type": MODEL.with_key("general.architecture", u32(1)),
    "architecture": MODEL.with_key("general.architecture", text("mamba")),
    "general_type": MODEL.with_key("general.type", u32(0)),
    "not_a_model": MODEL.with_key("general.type", text("mmproj")),
    "adapter_as_model": ADAPTER,
    "split": MODEL.with_key("split.count", u32(4)),
    "no_tensors": MODEL.but(tensors=()),
    "missing_setting": MODEL.without("llama.block_count"),
    "bad_setting": MODEL.with_key("llama.embedding_length", u32(0)),
    "missing_embedding": lone(Tensor("other.weight", FIRST.shape)),
    "embedding_shape": MODEL.with_key("tokenizer.ggml.tokens", texts(TOKENS[:4])).without("tokenizer.ggml.token_type", "tokenizer.ggml.eos_token_id"),
    # tokenizer and template
    "missing_tokenizer": MODEL.without("tokenizer.ggml.model"),
    "tokenizer_type": MODEL.with_key("tokenizer.ggml.tokens", numbers(INT32, "i", (1, 2))),
    "missing_tokens": MODEL.without("tokenizer.ggml.tokens"),
    "token_tables": MODEL.with_key("tokenizer.ggml.token_type", numbers(INT32, "i", (1, 2))),
    "special_token": MODEL.with_key("tokenizer.ggml.eos_token_id", u32(len(TOKENS))),
    "missing_chat_template": MODEL.without("tokenizer.chat_template"),
    "chat_template_type": MODEL.with_key("tokenizer.chat_template", texts(["a", "b"])),
    "empty_chat_template": MODEL.with_key("tokenizer.chat_template", text(" \n")),
    "unknown_chat_template": MODEL.with_key("tokenizer.chat_template", text("[INST] {{ x }} [/INST]")),
    "finetune_id_type": MODEL.with_key("supportbot.finetune_id", u32(1)),
}  # fmt: skip

DAMAGED_ADAPTERS = {
    "model_as_adapter": MODEL,
    "adapter_kind": ADAPTER.with_key("adapter.type", text("control_vector")),
    "adapter_alpha": ADAPTER.without("adapter.lora.alpha"),
}

FOREIGN_ADAPTERS = {
    "adapter_architecture": ADAPTER.with_key("general.architecture", text("gemma3")),
    "adapter_tensor": ADAPTER.with_tensor(Tensor("blk.0.attn_q.weight", (WIDTH, 2))),
    "adapter_pair": ADAPTER.but(tensors=ADAPTER.tensors[:1]),
    "adapter_base": ADAPTER.with_tensor(Tensor("blk.0.attn_q.weight.lora_b", (2, 2 * WIDTH)), at=1),
}


def _fifo(folder):
    os.mkfifo(folder / "pipe.gguf")
    return folder / "pipe.gguf"


def _socket(folder, monkeypatch):
    monkeypatch.chdir(folder)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("sock.gguf")
    return folder / "sock.gguf"


def _loop(folder):
    (folder / "loop.gguf").symlink_to("loop.gguf")
    return folder / "loop.gguf"


def _below_a_file(folder):
    (folder / "file").write_bytes(b"")
    return folder / "file" / "model.gguf"


BAD_PATHS = {
    "missing": lambda folder: folder / "nowhere.gguf",
    "directory": lambda folder: folder,
    "fifo": _fifo,
    "device": lambda folder: type(folder)("/dev/null"),
    "symlink_loop": _loop,
    "path_through_file": _below_a_file,
    "name_too_long": lambda folder: folder / ("x" * 300),
    "bad_path": lambda folder: folder / "nul\0.gguf",
}

DISAGREEMENTS = {
    "template_mismatch": {"template_sha256": "0" * 64},
    "stop_token": {"stop": ("<|eot_id|>",)},
    "finetune_id": {"finetune_id": "another-product"},
}

ELSEWHERE = {
    # shown below, each by a test of its own
    "socket", "no_permission", "unreadable", "finetune_id_missing",
    # hashes and wheels: test_store.py, test_install.py
    "size_mismatch", "hash_mismatch", "changed", "adapter_missing", "unwanted",
    "wheel_hash", "wheel_damaged", "wheel_member", "wheel_member_size",
}  # fmt: skip


def generator(**changes) -> Generator:
    given = {
        "finetune_id": FINETUNE_ID,
        "stop": ("<|im_end|>",),
        "repo_id": "example/tiny",
        "revision": "0" * 40,
        "filename": "tiny.gguf",
        "size_bytes": 1,
        "sha256": "0" * 64,
        "license": "Apache-2.0",
        "template_sha256": sha256(TEMPLATE.encode()),
    }
    return Generator.model_validate({**given, **changes})


def write(path, content):
    path.write_bytes(content.build() if isinstance(content, Gguf) else content)
    return path


def refused(path, code, call):
    """``call`` refuses the file with ``code``, in words that name file, fault and remedy."""
    with pytest.raises(ModelFileError) as caught:
        call()
    error = caught.value
    assert error.code == code, error
    assert str(path).replace("\0", "\\x00").strip("'") in str(error)
    assert error.fault in error.message
    assert error.remedy.endswith((".", "'"))
    assert error.exit_code == 4
    return error


# --------------------------------------------------------------------------- sound files


def test_a_sound_model_tells_what_it_is(tmp_path):
    header = read_header(write(tmp_path / "any-name", MODEL))
    assert (header.architecture, header.kind, header.name) == ("llama", "model", "tiny")
    assert header.chat_template == TEMPLATE
    assert header.finetune_id == FINETUNE_ID
    assert header.special_tokens == {"<|im_start|>", "<|im_end|>"}
    assert header.tensor_count == 3
    assert header.tensors["blk.0.attn_q.weight"] == (WIDTH, WIDTH)
    assert header.metadata["llama.context_length"] == 512


def test_version_two_and_links_are_read(tmp_path):
    write(tmp_path / "real", MODEL.but(version=2))
    (tmp_path / "link").symlink_to("real")
    assert read_header(tmp_path / "link").chat_template == TEMPLATE


def test_a_sound_adapter_fits_its_base(tmp_path):
    base = read_header(write(tmp_path / "base", BASE))
    path = write(tmp_path / "adapter", ADAPTER)
    adapter = read_header(path, "adapter")
    assert adapter.kind == "adapter"
    assert adapter.chat_template is None
    check_adapter_fits(path, adapter, base)
    check_language(path, base, generator())
    check_finetune([(path, base), (path, adapter)], generator())


def test_values_of_every_type_are_read(tmp_path):
    values = {
        "a.u8": struct.pack("<IB", 0, 255),
        "a.i8": struct.pack("<Ib", 1, -1),
        "a.u16": struct.pack("<IH", 2, 65535),
        "a.i16": struct.pack("<Ih", 3, -2),
        "a.i32": struct.pack("<Ii", 5, -3),
        "a.f32": f32(0.5),
        "a.bool": struct.pack("<I?", 7, True),
        "a.u64": struct.pack("<IQ", UINT64, 2**64 - 1),
        "a.i64": struct.pack("<Iq", 11, -4),
        "a.f64": struct.pack("<Id", 12, 0.25),
    }
    model = MODEL
    for name, value in values.items():
        model = model.with_key(name, value)
    found = read_header(write(tmp_path / "m", model.with_key("a.list", texts(["x"])))).metadata
    assert [found[name] for name in values] == [
        255, -1, 65535, -2, -3, 0.5, True, 2**64 - 1, -4, 0.25,
    ]  # fmt: skip
    assert found["a.list"].items == (b"x",)


def test_a_vocabulary_larger_than_a_chunk_is_read_and_not_kept(tmp_path):
    tokens = [f"token-{number}" * 3 for number in range(20_000)] + ["é" * 300_000, "<|im_end|>"]
    model = (
        MODEL.with_key("tokenizer.ggml.tokens", texts(tokens))
        .with_key("tokenizer.ggml.token_type", numbers(INT32, "i", [1] * 20_001 + [3]))
        .with_tensor(Tensor("token_embd.weight", (WIDTH, len(tokens)), kind=Q4_0))
    )
    header = read_header(write(tmp_path / "m", model))
    assert header.special_tokens == {"<|im_end|>"}
    assert header.metadata["tokenizer.ggml.tokens"].count == len(tokens)
    assert len(header.metadata["tokenizer.ggml.tokens"].items) == 0


def test_only_the_header_of_a_large_file_is_read(tmp_path):
    wide = MODEL.with_tensor(Tensor("blk.0.attn_q.weight", (WIDTH, 2**25)), at=1)
    path = tmp_path / "large.gguf"
    header = wide.header()
    with path.open("wb") as file:  # 4 GB of nothing on a file system that knows holes
        file.write(header)
        file.truncate(len(header) + 2**32 + 2**16)
    assert read_header(path).size_bytes > 2**32


def test_the_families_of_templates_are_the_renderers():
    assert {form.name: form.marker for form in FORMATS} == TEMPLATE_FAMILIES


# --------------------------------------------------------------------------- damage


@pytest.mark.parametrize(("code", "content"), DAMAGED_MODELS.items(), ids=DAMAGED_MODELS)
def test_damaged_model(code, content, tmp_path):
    path = write(tmp_path / "model.gguf", content)
    refused(path, code, lambda: read_header(path))


@pytest.mark.parametrize(("code", "content"), DAMAGED_ADAPTERS.items(), ids=DAMAGED_ADAPTERS)
def test_damaged_adapter(code, content, tmp_path):
    path = write(tmp_path / "adapter.gguf", content)
    refused(path, code, lambda: read_header(path, "adapter"))


@pytest.mark.parametrize(("code", "content"), FOREIGN_ADAPTERS.items(), ids=FOREIGN_ADAPTERS)
def test_adapter_of_another_base(code, content, tmp_path):
    base = read_header(write(tmp_path / "base", BASE))
    path = write(tmp_path / "adapter.gguf", content)
    refused(path, code, lambda: check_adapter_fits(path, read_header(path, "adapter"), base))


@pytest.mark.parametrize(("code", "make"), BAD_PATHS.items(), ids=BAD_PATHS)
def test_what_is_no_readable_file(code, make, tmp_path):
    path = make(tmp_path)
    refused(path, code, lambda: read_header(path))


def test_a_socket(tmp_path, monkeypatch):
    path = _socket(tmp_path, monkeypatch)
    refused(path, "socket", lambda: read_header(path))


def test_no_permission(unprivileged):
    folder, rights = unprivileged
    path = write(folder / "model.gguf", MODEL)
    path.chmod(0)
    with rights():
        refused(path, "no_permission", lambda: read_header(path))


def test_what_the_system_cannot_open(tmp_path):
    path = write(tmp_path / "model.gguf", MODEL)
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, limits[1]))
    try:
        error = refused(path, "unreadable", lambda: read_header(path))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert "too many open files" in error.message


@pytest.mark.parametrize(("code", "changes"), DISAGREEMENTS.items(), ids=DISAGREEMENTS)
def test_a_model_that_the_pack_does_not_mean(code, changes, tmp_path):
    path = write(tmp_path / "model.gguf", MODEL)
    header = read_header(path)

    def check():
        check_language(path, header, generator(**changes))
        check_finetune([(path, header)], generator(**changes))

    refused(path, code, check)


def test_a_plain_base_is_not_the_products_model(tmp_path):
    path = write(tmp_path / "base.gguf", BASE)
    found = [(path, read_header(path))]
    refused(path, "finetune_id_missing", lambda: check_finetune(found, generator()))


def test_every_fault_is_shown_and_has_its_own_words():
    shown = [DAMAGED_MODELS, DAMAGED_ADAPTERS, FOREIGN_ADAPTERS, BAD_PATHS, DISAGREEMENTS]
    codes = [code for cases in shown for code in cases]
    assert len(codes) == len(set(codes)) >= 40
    assert set(codes) | ELSEWHERE == set(FAULTS)
    assert len({fault.sentence for fault in FAULTS.values()}) == len(FAULTS)


def test_what_a_file_says_is_shown_short_and_printable(tmp_path):
    hostile = "x\x1b[2J\n" + "y" * 5000
    path = write(tmp_path / "m", MODEL.with_key("general.architecture", text(hostile)))
    error = refused(path, "architecture", lambda: read_header(path))
    assert "\x1b" not in error.message
    assert len(error.message) < 400


# --------------------------------------------------------------------------- any bytes at all

SOUND = MODEL.build()


def only_model_file_errors(path, content):
    path.write_bytes(content)
    assert {code_of(path, "model"), code_of(path, "adapter")} <= {None, *FAULTS}


def code_of(path, kind):
    try:
        read_header(path, kind)
    except ModelFileError as err:
        return err.code
    return None


@settings(max_examples=300)
@given(flips=st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(1, 255)), max_size=8))
def test_flipped_bytes_never_raise_anything_else(flips, tmp_path):
    damaged = bytearray(SOUND)
    for place, mask in flips:
        damaged[place] ^= mask
    only_model_file_errors(tmp_path / "m", bytes(damaged))


@settings(max_examples=100)
@given(end=st.integers(0, len(SOUND)), tail=st.binary(max_size=200))
def test_cut_and_foreign_ends_never_raise_anything_else(end, tail, tmp_path):
    only_model_file_errors(tmp_path / "m", SOUND[:end] + tail)


@settings(max_examples=100)
@given(rest=st.binary(max_size=400))
def test_noise_after_the_magic_never_raises_anything_else(rest, tmp_path):
    only_model_file_errors(tmp_path / "m", b"GGUF\x03\0\0\0" + rest)
