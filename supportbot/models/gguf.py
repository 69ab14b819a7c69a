"""Whether a GGUF file may be handed to llama.cpp, and what it says about itself.

Owns the guards on what a file's keys mean: a language model of a supported architecture with tokenizer, weights and a
chat template we know, or a LoRA adapter. llama.cpp asserts where it does not expect nonsense, and an assertion ends
the process; so nonsense must not get that far. Reads headers only. What the product pack expects of a file is ``supportbot.models.agreement``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from supportbot.models.faults import fault
from supportbot.models.files import open_model_file, os_fault
from supportbot.models.gguf_reader import GgufArray, GgufReader, Structure, Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


Kind = Literal["model", "adapter"]

FINETUNE_ID = "supportbot.finetune_id"
TEMPLATE = "tokenizer.chat_template"

ARCHITECTURES = frozenset({
    "llama", "llama4", "mistral3", "gemma", "gemma2", "gemma3", "gemma3n", "gemma4", "qwen2", "qwen2moe", "qwen3",
    "qwen3moe", "smollm3", "phi3", "granite", "granitemoe", "granitehybrid", "lfm2", "lfm2moe", "olmo2", "exaone4",
})  # fmt: skip
# What gives a template's family away; the same families as in supportbot.answering.prompts.
TEMPLATE_FAMILIES = {
    "chatml": "<|im_start|>",
    "llama3": "<|start_header_id|>",
    "gemma4": "<|turn>",
    "gemma": "<start_of_turn>",
}

_TOKENS, _TOKEN_TYPES = "tokenizer.ggml.tokens", "tokenizer.ggml.token_type"
_TOKEN_TABLES = {_TOKEN_TYPES: "int32", "tokenizer.ggml.scores": "float32"}
_TOKEN_IDS = tuple(f"tokenizer.ggml.{name}_token_id" for name in ("bos", "eos", "eot"))
_CONTROL, _USER_DEFINED = 3, 4
_EMBEDDING = "token_embd.weight"
_SETTINGS = ("block_count", "context_length", "embedding_length")
_MAX_SETTING = 1 << 30


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """What a sound GGUF file says about itself.

    Attributes:
        architecture: As llama.cpp names it (``llama``, ``gemma3``, …).
        metadata: Numbers, texts and short lists by key; long lists only tell their length.
        tensor_count: How many tensors it holds.
        chat_template: The template's text; ``None`` for an adapter.
        name: ``general.name``, empty when absent.
        kind: A whole model, or an adapter to be attached to one.
        special_tokens: The tokens of the vocabulary that are no ordinary text (``<|im_end|>``).
        tensors: Shapes by tensor name, fastest dimension first.
        size_bytes: The size of the file.
    """

    architecture: str
    metadata: Mapping[str, Value]
    tensor_count: int
    chat_template: str | None
    name: str
    kind: Kind
    special_tokens: frozenset[str] = field(repr=False)
    tensors: Mapping[str, tuple[int, ...]] = field(repr=False)
    size_bytes: int

    @property
    def finetune_id(self) -> str | None:
        """The product the file was fine-tuned for, if it says so."""
        value = self.metadata.get(FINETUNE_ID)
        return value if isinstance(value, str) else None


def read_header(path: Path, kind: Kind = "model") -> GgufHeader:
    """Read and check the header of the GGUF file at ``path``.

    Args:
        path: The file. Its name need not end in ``.gguf``.
        kind: What it has to be.

    Raises:
        ModelFileError: It must not reach llama.cpp; ``code`` names the fault.
    """
    with open_model_file(path) as file:
        try:
            size_bytes = os.fstat(file.fileno()).st_size
            keep = frozenset({_TOKENS, _TOKEN_TYPES})
            structure = GgufReader(file, path, size_bytes, keep).read()
        except OSError as err:
            raise os_fault(err, path) from err
    return _Guard(path, structure).header(kind)


class _Guard:
    """Judges what a file's keys mean, in the order in which a reader would want to be told."""

    def __init__(self, path: Path, structure: Structure) -> None:
        self._path = path
        self._structure = structure
        self._metadata = structure.metadata

    def header(self, kind: Kind) -> GgufHeader:
        architecture = self._architecture(kind)
        self._text(FINETUNE_ID, "finetune_id_type")
        template: str | None = None
        special: frozenset[str] = frozenset()
        if kind == "model":
            self._check_weights(architecture)
            special = self._check_tokenizer(architecture)
            template = self._template()
        else:
            self._check_adapter()
        return GgufHeader(
            architecture=architecture,
            metadata={key: _light(value) for key, value in self._metadata.items()},
            tensor_count=len(self._structure.tensors),
            chat_template=template,
            name=str(self._metadata.get("general.name", "")),
            kind=kind,
            special_tokens=special,
            tensors=self._structure.tensors,
            size_bytes=self._structure.size_bytes,
        )

    def _architecture(self, wanted: Kind) -> str:
        if "general.architecture" not in self._metadata:
            raise fault(self._path, "missing_architecture")
        architecture = self._text("general.architecture", "architecture_type")
        kind = self._text("general.type", "general_type") or "model"
        if kind not in {"model", "adapter"}:
            raise fault(self._path, "not_a_model", type=kind)
        if kind != wanted:
            raise fault(self._path, f"{kind}_as_{wanted}")
        if architecture not in ARCHITECTURES:
            raise fault(self._path, "architecture", architecture=architecture)
        parts = self._metadata.get("split.count", 0)
        if isinstance(parts, int) and parts > 1:
            raise fault(self._path, "split", count=parts)
        return architecture

    def _check_weights(self, architecture: str) -> None:
        if not self._structure.tensors:
            raise fault(self._path, "no_tensors")
        for name in _SETTINGS:
            key = f"{architecture}.{name}"
            value = self._metadata.get(key)
            if value is None:
                raise fault(self._path, "missing_setting", key=key)
            if self._structure.types[key] != "uint32" or not 0 < int(str(value)) <= _MAX_SETTING:
                raise fault(self._path, "bad_setting", key=key)

    def _check_tokenizer(self, architecture: str) -> frozenset[str]:
        """Checks the vocabulary and gives its special tokens."""
        model = self._text("tokenizer.ggml.model", "tokenizer_type")
        if model in {None, "", "none", "no_vocab"}:
            raise fault(self._path, "missing_tokenizer")
        tokens = self._metadata.get(_TOKENS)
        if tokens is None or (isinstance(tokens, GgufArray) and not tokens.count):
            raise fault(self._path, "missing_tokens")
        if not isinstance(tokens, GgufArray) or tokens.type_name != "string":
            raise fault(self._path, "tokenizer_type", key=_TOKENS)
        self._check_token_tables(tokens.count)
        width = self._metadata[f"{architecture}.embedding_length"]
        shape = self._structure.tensors.get(_EMBEDDING)
        if shape is None:
            raise fault(self._path, "missing_embedding")
        if shape != (width, tokens.count):
            raise fault(self._path, "embedding_shape")
        types = self._metadata.get(_TOKEN_TYPES)
        kinds = types.items if isinstance(types, GgufArray) else ()
        return frozenset(
            token.decode(errors="replace")
            for token, kind in zip(tokens.items, kinds, strict=False)
            if isinstance(token, bytes) and kind in {_CONTROL, _USER_DEFINED}
        )

    def _check_token_tables(self, count: int) -> None:
        for key, type_name in _TOKEN_TABLES.items():
            table = self._metadata.get(key)
            if table is None:
                continue
            if not isinstance(table, GgufArray) or table.type_name != type_name:
                raise fault(self._path, "tokenizer_type", key=key)
            if table.count != count:
                raise fault(self._path, "token_tables", key=key)
        for key in _TOKEN_IDS:
            value = self._metadata.get(key)
            if value is None:
                continue
            if self._structure.types[key] != "uint32":
                raise fault(self._path, "tokenizer_type", key=key)
            if int(str(value)) >= count:
                raise fault(self._path, "special_token", key=key)

    def _template(self) -> str:
        if TEMPLATE not in self._metadata:
            raise fault(self._path, "missing_chat_template")
        template = self._text(TEMPLATE, "chat_template_type") or ""
        if not template.strip():
            raise fault(self._path, "empty_chat_template")
        if not any(marker in template for marker in TEMPLATE_FAMILIES.values()):
            raise fault(self._path, "unknown_chat_template")
        return template

    def _check_adapter(self) -> None:
        kind = self._text("adapter.type", "general_type")
        if kind != "lora":
            raise fault(self._path, "adapter_kind", kind=kind or "unknown")
        if self._structure.types.get("adapter.lora.alpha") != "float32":
            raise fault(self._path, "adapter_alpha")
        if not self._structure.tensors:
            raise fault(self._path, "no_tensors")

    def _text(self, key: str, code: str) -> str | None:
        value = self._metadata.get(key)
        if value is not None and not isinstance(value, str):
            raise fault(self._path, code, key=key)
        return value


def _light(value: Value) -> Value:
    """``value`` without the items of a long list."""
    if isinstance(value, GgufArray) and value.count > len(value.items[:64]):
        return GgufArray(value.type_name, value.count)
    return value
