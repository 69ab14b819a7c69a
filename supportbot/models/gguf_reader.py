"""Reads the structure of a GGUF file, believing nothing it says.

Owns the binary format: header, keys and values, the table of tensors and whether their data lie in the file. Every
length is held against the bytes that are left before anything is read or kept, so a hostile file costs no more than
its own size; tensor data are never read. What the keys mean is ``supportbot.models.gguf``. The rules are those of
llama.cpp's reader, or stricter.
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from supportbot.models.faults import fault

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGIC = b"GGUF"
VERSIONS = (2, 3)
DEFAULT_ALIGNMENT = 32
MAX_ALIGNMENT = 65_536
MAX_KEYS = 65_536
MAX_TENSORS = 100_000
MAX_KEY_BYTES = 1_024
MAX_STRING_BYTES = 16 << 20
MAX_ARRAY_ITEMS = 1 << 26
MAX_TENSOR_NAME_BYTES = 63
MAX_DIMENSIONS = 4
SHORT_LIST = 64  # longer lists are stepped over, unless asked for

HEADER_BYTES = 24
_KEY_BYTES_AT_LEAST = 8 + 1 + 4 + 1
_TENSOR_BYTES_AT_LEAST = 8 + 4 + 8 + 4 + 8
_INT64_MAX = 2**63 - 1

_STRING, _ARRAY = 8, 9
_SCALARS = {
    0: "B",
    1: "b",
    2: "H",
    3: "h",
    4: "I",
    5: "i",
    6: "f",
    7: "?",
    10: "Q",
    11: "q",
    12: "d",
}
TYPE_NAMES = {
    0: "uint8", 1: "int8", 2: "uint16", 3: "int16", 4: "uint32", 5: "int32", 6: "float32", 7: "bool",
    8: "string", 9: "array", 10: "uint64", 11: "int64", 12: "float64",
}  # fmt: skip

# ggml type -> (elements in a block, bytes of a block)
TENSOR_TYPES = {
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 36),
    10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292),
    16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110),
    22: (256, 82), 23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8),
    29: (256, 56), 30: (1, 2), 34: (256, 54), 35: (256, 66), 39: (32, 17), 40: (64, 36), 41: (128, 18),
}  # fmt: skip

Scalar = int | float | bool | str


@dataclass(frozen=True, slots=True)
class GgufArray:
    """A list in the metadata.

    Attributes:
        type_name: The type of the items, as in the GGUF specification.
        count: How many the file holds.
        items: The items themselves; empty for a long list nobody asked for.
    """

    type_name: str
    count: int
    items: tuple[bytes, ...] | array[int] | array[float] = field(default=(), repr=False)


Value = Scalar | GgufArray


@dataclass(frozen=True, slots=True)
class Structure:
    """What the file says, checked for form alone.

    Attributes:
        version: GGUF version.
        metadata: Values by key.
        types: The type name of every value.
        tensors: Shapes by tensor name, fastest dimension first.
        size_bytes: The size of the file.
    """

    version: int
    metadata: Mapping[str, Value]
    types: Mapping[str, str]
    tensors: Mapping[str, tuple[int, ...]]
    size_bytes: int


@dataclass(frozen=True, slots=True)
class _Tensor:
    name: str
    shape: tuple[int, ...]
    offset: int
    size_bytes: int


class GgufReader:
    """One pass over the header of an open file.

    Args:
        file: Open for reading in binary, buffered.
        path: Its name for messages.
        size_bytes: Its size; nothing is read past it.
        keep: Keys whose lists are kept, however long.
    """

    def __init__(
        self, file: BinaryIO, path: object, size_bytes: int, keep: frozenset[str] = frozenset()
    ) -> None:
        self._keep = keep
        self._file = file
        self._path = path
        self._size = size_bytes
        self._left = size_bytes

    def read(self) -> Structure:
        """The structure of the file.

        Raises:
            ModelFileError: It is damaged or no GGUF; one code for each fault.
        """
        version, tensor_count, key_count = self._header()
        metadata: dict[str, Value] = {}
        types: dict[str, str] = {}
        for _ in range(key_count):
            key = self._key()
            if key in metadata:
                self._fail("duplicate_key", key=key)
            metadata[key], types[key] = self._value(key)
        alignment = self._alignment(metadata, types)
        tensors = [self._tensor() for _ in range(tensor_count)]
        self._check_layout(tensors, alignment)
        shapes = {tensor.name: tensor.shape for tensor in tensors}
        return Structure(version, metadata, types, shapes, self._size)

    # ------------------------------------------------------------------ header

    def _header(self) -> tuple[int, int, int]:
        if self._size == 0:
            self._fail("empty")
        start = self._take(min(64, self._size), "too_short")
        if not start.startswith(MAGIC):
            self._refuse_magic(start)
        if len(start) < HEADER_BYTES:
            self._fail("too_short", size=self._size)
        version, tensors, keys = struct.unpack_from("<IQQ", start, 4)
        self._file.seek(HEADER_BYTES)
        self._left = self._size - HEADER_BYTES
        self._check_version(version)
        if tensors > min(MAX_TENSORS, self._left // _TENSOR_BYTES_AT_LEAST):
            self._fail("tensor_count", count=tensors)
        if keys > min(MAX_KEYS, self._left // _KEY_BYTES_AT_LEAST):
            self._fail("key_count", count=keys)
        return version, tensors, keys

    def _refuse_magic(self, start: bytes) -> NoReturn:
        text = start.lstrip().lower()
        if not start.strip(b"\0"):
            self._fail("zeros")
        if text.startswith((b"<!doctype", b"<html", b"<?xml", b"<head")):
            self._fail("web_page")
        if start.startswith(b"version https://git-lfs"):
            self._fail("lfs_pointer")
        if start.startswith(b"PK\x03\x04"):
            self._fail("archive")
        if start[:4] in {b"lmgg", b"fmgg", b"tjgg", b"algg", b"nugg", b"ggml", b"ggmf", b"ggjt"}:
            self._fail("old_format")
        if start.startswith(MAGIC[::-1]):
            self._fail("flipped_magic")
        if len(start) < HEADER_BYTES:
            self._fail("too_short", size=self._size)
        self._fail("wrong_magic", magic=repr(start[:4]))

    def _check_version(self, version: int) -> None:
        if version == 0:
            self._fail("version_zero")
        if version & 0xFFFF == 0:
            self._fail("byte_order")
        if version == 1:
            self._fail("version_old")
        if version not in VERSIONS:
            self._fail("version_new", version=version)

    # ------------------------------------------------------------------ keys and values

    def _key(self) -> str:
        length = self._number("Q", "truncated_key")
        if length > MAX_KEY_BYTES:
            self._fail("key_length", length=length)
        if length == 0:
            self._fail("empty_key")
        try:
            return self._take(length, "truncated_key").decode()
        except UnicodeDecodeError:
            self._fail("key_encoding")

    def _value(self, key: str) -> tuple[Value, str]:
        kind = self._number("I", "truncated_value", key=key)
        if kind == _ARRAY:
            return self._list(key), TYPE_NAMES[_ARRAY]
        if kind == _STRING:
            try:
                return self._string(key).decode(), TYPE_NAMES[_STRING]
            except UnicodeDecodeError:
                self._fail("value_encoding", key=key)
        if kind not in _SCALARS:
            self._fail("value_type", key=key, type=kind)
        return self._number(_SCALARS[kind], "truncated_value", key=key), TYPE_NAMES[kind]

    def _list(self, key: str) -> GgufArray:
        kind = self._number("I", "truncated_array", key=key)
        count = self._number("Q", "truncated_array", key=key)
        if kind == _ARRAY:
            self._fail("nested_array", key=key)
        if kind != _STRING and kind not in _SCALARS:
            self._fail("array_type", key=key, type=kind)
        if count > MAX_ARRAY_ITEMS:
            self._fail("array_length", key=key, length=count)
        item_bytes = 8 if kind == _STRING else struct.calcsize("<" + _SCALARS[kind])
        if count * item_bytes > self._left:
            self._fail("truncated_array", key=key)
        name = TYPE_NAMES[kind]
        keep = count <= SHORT_LIST or key in self._keep
        if kind == _STRING:
            return GgufArray(name, count, tuple(self._texts(key, count, keep=keep)))
        if not keep:
            self._file.seek(count * item_bytes, 1)
            self._left -= count * item_bytes
            return GgufArray(name, count)
        raw = self._take(count * item_bytes, "truncated_array", key=key)
        return GgufArray(name, count, _numbers(_SCALARS[kind], raw))

    def _string(self, key: str) -> bytes:
        length = self._number("Q", "truncated_value", key=key)
        if length > MAX_STRING_BYTES:
            self._fail("string_length", key=key, length=length)
        return self._take(length, "truncated_value", key=key)

    def _texts(self, key: str, count: int, *, keep: bool) -> list[bytes]:
        """A list of ``count`` strings. Vocabularies hold hundreds of thousands, so they are read in chunks."""
        kept: list[bytes] = []
        data, at = b"", 0
        for _ in range(count):
            if len(data) - at < _LENGTH.size:
                data, at = data[at:] + self._chunk(), 0
                if len(data) < _LENGTH.size:
                    self._fail("truncated_array", key=key)
            (length,) = _LENGTH.unpack_from(data, at)
            if length > MAX_STRING_BYTES:
                self._fail("string_length", key=key, length=length)
            end = at + _LENGTH.size + length
            if end > len(data):
                data, at, end = data[at:] + self._chunk(length), 0, end - at
                if end > len(data):
                    self._fail("truncated_array", key=key)
            if keep:
                kept.append(data[end - length : end])
            at = end
        self._file.seek(at - len(data), 1)
        self._left += len(data) - at
        return kept

    def _chunk(self, at_least: int = 0) -> bytes:
        return self._take(min(self._left, max(_CHUNK_BYTES, at_least)), "truncated_array", key="")

    def _alignment(self, metadata: Mapping[str, Value], types: Mapping[str, str]) -> int:
        value = metadata.get("general.alignment", DEFAULT_ALIGNMENT)
        if not isinstance(value, int) or types.get("general.alignment", "uint32") != "uint32":
            self._fail("alignment_type")
        if not 0 < value <= MAX_ALIGNMENT or value & (value - 1):
            self._fail("alignment", alignment=value)
        return value

    # ------------------------------------------------------------------ tensors

    def _tensor(self) -> _Tensor:
        cut = "truncated_tensor_table"
        length = self._number("Q", cut)
        if length > MAX_TENSOR_NAME_BYTES:
            self._fail("tensor_name_length", length=length)
        try:
            name = self._take(length, cut).decode()
        except UnicodeDecodeError:
            name = ""
        if not name:
            self._fail("tensor_name")
        dimensions = self._number("I", cut)
        if dimensions == 0:
            self._fail("no_dimensions", tensor=name)
        if dimensions > MAX_DIMENSIONS:
            self._fail("too_many_dimensions", tensor=name, count=dimensions)
        shape = struct.unpack(f"<{dimensions}Q", self._take(8 * dimensions, cut))
        kind, offset = self._number("I", cut), self._number("Q", cut)
        return _Tensor(name, shape, offset, self._tensor_bytes(name, shape, kind))

    def _tensor_bytes(self, name: str, shape: tuple[int, ...], kind: int) -> int:
        if 0 in shape:
            self._fail("zero_dimension", tensor=name)
        elements = 1
        for dimension in shape:
            elements *= dimension
        if elements > _INT64_MAX:
            self._fail("dimension_overflow", tensor=name)
        if kind not in TENSOR_TYPES:
            self._fail("tensor_type", tensor=name, type=kind)
        block, block_bytes = TENSOR_TYPES[kind]
        if shape[0] % block:
            self._fail("tensor_row_size", tensor=name, block=block)
        return elements // block * block_bytes

    def _check_layout(self, tensors: list[_Tensor], alignment: int) -> None:
        """Every tensor's data follow the one before, aligned, and end inside the file."""
        start = _aligned(self._size - self._left, alignment)
        expected = 0
        seen: set[str] = set()
        for tensor in tensors:
            name, offset = tensor.name, tensor.offset
            if name in seen:
                self._fail("duplicate_tensor", tensor=name)
            seen.add(name)
            if offset % alignment:
                self._fail("misaligned_offset", tensor=name, alignment=alignment)
            if offset != expected and start + offset >= self._size:
                self._fail("offset_beyond_end", tensor=name)
            if offset < expected:
                self._fail("tensor_overlap", tensor=name)
            if offset > expected:
                self._fail("tensor_gap", tensor=name)
            missing = start + offset + tensor.size_bytes - self._size
            if missing > 0:
                self._fail("truncated_tensor_data", tensor=name, missing=missing)
            expected = _aligned(offset + tensor.size_bytes, alignment)

    # ------------------------------------------------------------------ bytes

    def _take(self, count: int, truncated: str, **details: object) -> bytes:
        if count > self._left:
            self._fail(truncated, size=self._size, **details)
        data = self._file.read(count)
        if len(data) != count:
            self._fail(truncated, size=self._size, **details)
        self._left -= count
        return data

    def _number(self, code: str, truncated: str, **details: object) -> int:
        raw = self._take(_SIZES[code], truncated, **details)
        number: int = struct.unpack("<" + code, raw)[0]
        return number

    def _fail(self, code: str, **details: object) -> NoReturn:
        raise fault(self._path, code, **details)


_CHUNK_BYTES = 1 << 18
_LENGTH = struct.Struct("<Q")
_SIZES = {code: struct.calcsize("<" + code) for code in _SCALARS.values()}


def _aligned(position: int, alignment: int) -> int:
    return (position + alignment - 1) // alignment * alignment


def _numbers(code: str, raw: bytes) -> array[int] | array[float]:
    """The numbers in ``raw``, little-endian whatever this machine is."""
    values = struct.unpack(f"<{len(raw) // _SIZES[code]}{code}", raw)
    return array("d", values) if code in "fd" else array("q" if code != "Q" else "Q", values)
