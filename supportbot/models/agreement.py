"""Whether a model file is the one that a product pack means, and whether an adapter fits a base.

Owns the comparison of sound files with the pack and with each other; hashes are the store's. Pure functions on
headers that ``supportbot.models.gguf`` has read.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from supportbot.models.faults import fault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from supportbot.models.gguf import GgufHeader
    from supportbot.product.schema import Generator

_HALVES = {".lora_a": 0, ".lora_b": 1}


def check_language(path: Path, header: GgufHeader, generator: Generator) -> None:
    """A model speaks as the pack expects: its chat template, and the tokens that end an answer.

    Raises:
        ModelFileError: It does not.
    """
    template = (header.chat_template or "").encode()
    if hashlib.sha256(template).hexdigest() != generator.template_sha256:
        raise fault(path, "template_mismatch")
    for token in generator.stop:
        if token not in header.special_tokens:
            raise fault(path, "stop_token", token=token)


def check_finetune(files: Sequence[tuple[Path, GgufHeader]], generator: Generator) -> None:
    """A model with its adapters was fine-tuned for this pack.

    Args:
        files: The model, then the adapters attached to it; one of them at least carries the id.
        generator: What the pack expects.

    Raises:
        ModelFileError: None does, or one carries another id.
    """
    named = [(path, header.finetune_id) for path, header in files if header.finetune_id is not None]
    for path, found in named:
        if found != generator.finetune_id:
            raise fault(path, "finetune_id", found=found, expected=generator.finetune_id)
    if not named:
        raise fault(files[-1][0], "finetune_id_missing")


def check_adapter_fits(path: Path, adapter: GgufHeader, base: GgufHeader) -> None:
    """An adapter can be attached to this base: architecture, and every pair of matrices.

    Raises:
        ModelFileError: llama.cpp would refuse it, or worse.
    """
    if adapter.architecture != base.architecture:
        raise fault(
            path, "adapter_architecture", found=adapter.architecture, expected=base.architecture
        )
    for name, (down, up) in _pairs(path, adapter).items():
        if down is None or up is None:
            raise fault(path, "adapter_pair", tensor=name)
        if not _fits(name, _matrix(down), _matrix(up), _matrix(base.tensors.get(name, ()))):
            raise fault(path, "adapter_base", tensor=name)


_Shape = tuple[int, ...]


def _pairs(path: Path, adapter: GgufHeader) -> dict[str, list[_Shape | None]]:
    pairs: dict[str, list[_Shape | None]] = {}
    for tensor, shape in adapter.tensors.items():
        name, half = tensor[: -len(".lora_a")], tensor[-len(".lora_a") :]
        if half in _HALVES and name:
            pairs.setdefault(name, [None, None])[_HALVES[half]] = shape
        elif not tensor.endswith("_norm.weight"):
            raise fault(path, "adapter_tensor", tensor=tensor)
    return pairs


def _matrix(shape: _Shape) -> _Shape:
    """``shape`` with two dimensions at least, as ggml sees it."""
    return (*shape, 1, 1)[: max(2, len(shape))]


def _fits(name: str, down: _Shape, up: _Shape, base: _Shape) -> bool:
    if name.endswith("token_embd.weight"):  # stored the other way round, as llama.cpp wants it
        return base[0] == up[1] and base[1] == down[1] and down[0] == up[0]
    return base[0] == down[0] and base[1] == up[1] and down[1] == up[0]
