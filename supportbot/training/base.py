"""Loads a base model and its tokenizer into transformers, from a GGUF or from a folder.

The only module that knows how transformers is fed. ``llama.cpp`` runs the same bytes later.
"""

from __future__ import annotations

import importlib.util
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from supportbot.errors import EngineError, NotInstalledError
from supportbot.training.build import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

_SPLITS_DIGITS = frozenset({"smollm"})


@dataclass(frozen=True, slots=True)
class HubTokenizer:
    """A transformers tokenizer behind our ``Tokenizer`` protocol."""

    backend: Any

    def ids(self, text: str, *, special: bool) -> list[int]:
        """Token ids of ``text``; special tokens are recognised only when ``special``."""
        self.backend.encode_special_tokens = not special
        return list(self.backend.encode(text, add_special_tokens=False).ids)


def require_training() -> None:
    """Raise a clear error when the training extra is not installed."""
    for name in ("gguf", "peft", "torch", "transformers"):
        if importlib.util.find_spec(name) is None:
            raise NotInstalledError(
                f"Training needs {name}, which is not installed.",
                "Run: pip install 'supportbot[train]'",
            )


def as_folder(source: Path, work: Path) -> Path:
    """A transformers folder for ``source``; a GGUF is dequantized once and kept under ``work``.

    Args:
        source: A folder with ``config.json``, or a GGUF file.
        work: Where the dequantized copy is kept, named by the file's hash.

    Raises:
        NotInstalledError: ``source`` is not there.
        EngineError: transformers cannot read it.
    """
    if source.is_dir():
        return source
    if not source.is_file():
        raise NotInstalledError(f"There is no base model at {source}.", "Run: make model")
    folder = work / f"base-{sha256_of(source)[:16]}"
    if (folder / "complete").exists():
        return folder
    _dequantize(source, folder)
    (folder / "complete").touch()
    return folder


def _dequantize(source: Path, folder: Path) -> None:
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM

    log.info("dequantizing %s", source.name)
    try:
        loaded = AutoModelForCausalLM.from_pretrained(
            source.parent, gguf_file=source.name, dtype=torch.float32
        )
        tokenizer = gguf_tokenizer(source)
    except (OSError, ValueError, KeyError, RuntimeError) as err:
        raise EngineError(
            f"The base {source.name} could not be loaded: {err}", "Use a base transformers knows."
        ) from err
    # A model loaded from a GGUF refuses to be saved: build a plain one of the same shape and copy the weights.
    raw = loaded.config.to_dict()
    raw.pop("quantization_config", None)
    config = AutoConfig.for_model(raw.pop("model_type"), **raw)
    plain: Any = AutoModelForCausalLM.from_config(config)  # type: ignore[no-untyped-call]
    plain.load_state_dict(loaded.state_dict(), strict=False)
    folder.mkdir(parents=True, exist_ok=True)
    plain.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def gguf_tokenizer(source: Path) -> Any:
    """The tokenizer in a GGUF, splitting text as llama.cpp does.

    transformers rebuilds it with GPT-2's splitting and forgets that some families split every digit from what
    is before it; then " ½" becomes other tokens than in llama.cpp.
    """
    import gguf
    from tokenizers import pre_tokenizers
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(source.parent, gguf_file=source.name)
    kind = gguf.GGUFReader(source).fields.get("tokenizer.ggml.pre")
    if kind is not None and kind.contents() in _SPLITS_DIGITS:
        tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [
                pre_tokenizers.Digits(individual_digits=True),
                pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
            ]
        )
    return tokenizer


def load_tokenizer(folder: Path) -> tuple[HubTokenizer, str]:
    """The tokenizer of a transformers folder, and its chat template."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    template = tokenizer.chat_template or ""
    return HubTokenizer(tokenizer.backend_tokenizer), str(template)


def load_model(folder: Path) -> Any:
    """The model of a transformers folder, in fp32 on the CPU and bf16 on a GPU."""
    import torch
    from transformers import AutoModelForCausalLM

    on_gpu = torch.cuda.is_available()
    model: Any = AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.bfloat16 if on_gpu else torch.float32, attn_implementation="sdpa"
    )
    return model.to("cuda" if on_gpu else "cpu")
