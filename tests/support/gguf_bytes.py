"""Writes GGUF files byte by byte, sound ones and ones that are wrong in exactly one place.

Needs neither gguf nor numpy; ``tiny_gguf`` writes models that llama.cpp can run.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY, UINT64 = 4, 5, 6, 7, 8, 9, 10
F32, Q4_0 = 0, 2
ALIGNMENT = 32
WIDTH = 32
TOKENS = ("<unk>", "a", "b", "c", "d", "e", "<|im_start|>", "<|im_end|>")
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
)
FINETUNE_ID = "tiny-helper"


def u32(number: int) -> bytes:
    return struct.pack("<II", UINT32, number)


def f32(number: float) -> bytes:
    return struct.pack("<If", FLOAT32, number)


def raw_text(text: str | bytes) -> bytes:
    data = text.encode() if isinstance(text, str) else text
    return struct.pack("<Q", len(data)) + data


def text(value: str | bytes) -> bytes:
    return struct.pack("<I", STRING) + raw_text(value)


def texts(values: Sequence[str | bytes]) -> bytes:
    head = struct.pack("<IIQ", ARRAY, STRING, len(values))
    return head + b"".join(raw_text(value) for value in values)


def numbers(kind: int, code: str, values: Sequence[float]) -> bytes:
    return struct.pack(f"<IIQ{len(values)}{code}", ARRAY, kind, len(values), *values)


@dataclass(frozen=True)
class Tensor:
    """One entry of the tensor table. ``offset`` ``None``: where it belongs."""

    name: str | bytes
    shape: tuple[int, ...]
    kind: int = F32
    offset: int | None = None
    dimensions: int | None = None

    @property
    def size_bytes(self) -> int:
        elements = 1
        for length in self.shape:
            elements *= length
        return elements * 4 if self.kind != Q4_0 else elements // 32 * 18


KEYS: dict[str | bytes, bytes] = {
    "general.architecture": text("llama"),
    "general.name": text("tiny"),
    "supportbot.finetune_id": text(FINETUNE_ID),
    "llama.block_count": u32(1),
    "llama.context_length": u32(512),
    "llama.embedding_length": u32(WIDTH),
    "tokenizer.ggml.model": text("gpt2"),
    "tokenizer.ggml.tokens": texts(TOKENS),
    "tokenizer.ggml.token_type": numbers(INT32, "i", (2, 1, 1, 1, 1, 1, 3, 3)),
    "tokenizer.ggml.eos_token_id": u32(7),
    "tokenizer.chat_template": text(TEMPLATE),
}
TENSORS = (
    Tensor("token_embd.weight", (WIDTH, len(TOKENS))),
    Tensor("blk.0.attn_q.weight", (WIDTH, WIDTH)),
    Tensor("blk.0.attn_norm.weight", (WIDTH,)),
)
ADAPTER_KEYS: dict[str | bytes, bytes] = {
    "general.architecture": text("llama"),
    "general.type": text("adapter"),
    "adapter.type": text("lora"),
    "adapter.lora.alpha": f32(4.0),
    "supportbot.finetune_id": text(FINETUNE_ID),
}
ADAPTER_TENSORS = (
    Tensor("blk.0.attn_q.weight.lora_a", (WIDTH, 2)),
    Tensor("blk.0.attn_q.weight.lora_b", (2, WIDTH)),
)


@dataclass(frozen=True)
class Gguf:
    """A GGUF file in parts; every part can be made wrong."""

    keys: Mapping[str | bytes, bytes] = field(default_factory=lambda: dict(KEYS))
    tensors: Sequence[Tensor] = TENSORS
    magic: bytes = b"GGUF"
    version: int = 3
    tensor_count: int | None = None
    key_count: int | None = None
    extra_keys: bytes = b""
    cut: int = 0
    seed: int = 0

    def but(self, **changes: object) -> Gguf:
        """The same with other parts."""
        return replace(self, **changes)

    def with_key(self, key: str | bytes, value: bytes) -> Gguf:
        """The same with a key added or replaced."""
        return replace(self, keys={**self.keys, key: value})

    def without(self, *keys: str) -> Gguf:
        """The same without some keys."""
        return replace(self, keys={k: v for k, v in self.keys.items() if k not in keys})

    def with_tensor(self, tensor: Tensor, at: int = 0) -> Gguf:
        """The same with one entry of the tensor table replaced."""
        return replace(self, tensors=(*self.tensors[:at], tensor, *self.tensors[at + 1 :]))

    def header(self) -> bytes:
        """Everything before the tensors' data, without padding."""
        keys = b"".join(raw_text(key) + value for key, value in self.keys.items()) + self.extra_keys
        extra = 1 if self.extra_keys else 0
        counts = (
            len(self.tensors) if self.tensor_count is None else self.tensor_count,
            len(self.keys) + extra if self.key_count is None else self.key_count,
        )
        return self.magic + struct.pack("<IQQ", self.version, *counts) + keys + self._table()

    def build(self) -> bytes:
        """The file."""
        header = self.header()
        data = header + bytes(-len(header) % ALIGNMENT) + self._data()
        return data[: len(data) - self.cut]

    def _table(self) -> bytes:
        table, offset = b"", 0
        for tensor in self.tensors:
            dimensions = len(tensor.shape) if tensor.dimensions is None else tensor.dimensions
            table += raw_text(tensor.name) + struct.pack("<I", dimensions)
            table += struct.pack(f"<{len(tensor.shape)}Q", *tensor.shape)
            at = offset if tensor.offset is None else tensor.offset
            table += struct.pack("<IQ", tensor.kind, at % 2**64)
            offset += tensor.size_bytes + -tensor.size_bytes % ALIGNMENT
        return table

    def _data(self) -> bytes:
        length = sum(t.size_bytes + -t.size_bytes % ALIGNMENT for t in self.tensors)
        if length > 1 << 20:
            return b""
        return hashlib.shake_256(str(self.seed).encode()).digest(length)


MODEL = Gguf()
BASE = MODEL.without("supportbot.finetune_id")
ADAPTER = Gguf(keys=ADAPTER_KEYS, tensors=ADAPTER_TENSORS)
