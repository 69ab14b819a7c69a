"""Writes real GGUF files of a few hundred kilobytes, so that tests run a real llama.cpp without a download.

Two kinds: random weights (``write_tiny_gguf(path)``: nonsense in printable ASCII that depends on every
earlier token, never ends by itself) and a model that recites (``says=("Open ", "Settings.")``: after the
line break that opens an answer it writes exactly these pieces, then the end token).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from gguf import GGUFWriter, TokenType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDTH = 64
LAYERS = 2
HEADS = 4
FEED_FORWARD = 128
CHATML_TEMPLATE = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] "
    "+ '<|im_end|>' + '\\n' }}{% endfor %}{% if add_generation_prompt %}"
    "{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
MERGES = ("Ġ t", "h e", "Ġt he", "i n", "Ġ o", "o n", "e r")
SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")


def write_tiny_gguf(
    path: Path,
    *,
    finetune_id: str = "tiny-helper",
    seed: int = 0,
    says: Sequence[str | bytes] = (),
    context_tokens: int = 4096,
    alphabet: str = "ascii",
    architecture: str = "llama",
    chat_template: str | None = CHATML_TEMPLATE,
) -> Path:
    """A tiny llama model with a byte-level BPE vocabulary and a ChatML template, at ``path``.

    Args:
        path: Where to write; parents are made.
        finetune_id: The value of ``supportbot.finetune_id``.
        seed: Seed of the random weights.
        says: Pieces to recite; each is one token of the vocabulary, bytes may be half a character.
        context_tokens: Trained context length in the header.
        alphabet: ``"ascii"`` writes printable ASCII, ``"bytes"`` any bytes (so mostly broken UTF-8).
        architecture: Anything but ``llama`` gives a file that llama.cpp must refuse.
        chat_template: ``None`` leaves the template out.
    """
    rng = np.random.default_rng(seed)
    pieces = [p.encode() if isinstance(p, str) else p for p in says]
    tokens, types = _vocabulary(pieces)
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = GGUFWriter(path, architecture)
    writer.add_name("tiny")
    writer.add_string("supportbot.finetune_id", finetune_id)
    writer.add_context_length(context_tokens)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges(list(MERGES))
    writer.add_bos_token_id(tokens.index("<|im_start|>"))
    writer.add_eos_token_id(tokens.index("<|im_end|>"))
    writer.add_add_bos_token(False)
    if chat_template is not None:
        writer.add_chat_template(chat_template)
    embedding = rng.standard_normal((len(tokens), WIDTH)).astype(np.float32)
    output = _output(rng, embedding, tokens, pieces, alphabet)
    _write_tensors(writer, rng, embedding, output, mute=bool(pieces))
    return path


def write_tiny_lora(path: Path, *, seed: int = 1, rank: int = 4, strength: float = 0.5) -> Path:
    """A LoRA adapter for ``write_tiny_gguf``'s model that changes what it writes."""
    rng = np.random.default_rng(seed)
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = GGUFWriter(path, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(rank))
    for layer in range(LAYERS):
        for name in ("attn_q", "attn_output"):
            down = rng.standard_normal((rank, WIDTH)).astype(np.float32) * strength
            up = rng.standard_normal((WIDTH, rank)).astype(np.float32) * strength
            writer.add_tensor(f"blk.{layer}.{name}.weight.lora_a", down)
            writer.add_tensor(f"blk.{layer}.{name}.weight.lora_b", up)
    _finish(writer)
    return path


def byte_token(byte: int) -> str:
    """The character by which byte-level BPE writes ``byte`` in its vocabulary."""
    return _BYTE_CHARACTERS[byte]


def _byte_characters() -> list[str]:
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    table, following = [], 256
    for byte in range(256):
        if byte in printable:
            table.append(chr(byte))
        else:
            table.append(chr(following))
            following += 1
    return table


_BYTE_CHARACTERS = _byte_characters()


def _vocabulary(pieces: Sequence[bytes]) -> tuple[list[str], list[int]]:
    tokens = [*_BYTE_CHARACTERS, *(merge.replace(" ", "") for merge in MERGES)]
    types = [TokenType.NORMAL] * len(tokens)
    for piece in pieces:
        spelled = "".join(byte_token(b) for b in piece)
        if spelled not in tokens:
            tokens.append(spelled)
            types.append(TokenType.NORMAL)
    tokens += SPECIAL
    types += [TokenType.CONTROL] * len(SPECIAL)
    return tokens, [int(kind) for kind in types]


def _output(
    rng: np.random.Generator,
    embedding: np.ndarray,
    tokens: list[str],
    pieces: Sequence[bytes],
    alphabet: str,
) -> np.ndarray:
    if pieces:
        chain = ["".join(byte_token(b) for b in piece) for piece in (b"\n", *pieces)]
        if len(set(chain)) != len(chain):
            raise ValueError("every piece must be different, and none a line break alone")
        output = np.zeros_like(embedding)
        for before, after in zip(chain, [*chain[1:], "<|im_end|>"], strict=True):
            output[tokens.index(after)] = embedding[tokens.index(before)]
        return output
    output = rng.standard_normal(embedding.shape).astype(np.float32) * 0.5
    output[len(tokens) - len(SPECIAL) :] = 0.0
    if alphabet == "ascii":
        allowed = {byte_token(byte) for byte in range(0x20, 0x7F)}
        for index, token in enumerate(tokens):
            if token not in allowed:
                output[index] = 0.0
    return output


def _write_tensors(
    writer: GGUFWriter,
    rng: np.random.Generator,
    embedding: np.ndarray,
    output: np.ndarray,
    *,
    mute: bool,
) -> None:
    def matrix(rows: int, columns: int, *, silent: bool = False) -> np.ndarray:
        values = rng.standard_normal((rows, columns)).astype(np.float32) / np.sqrt(columns)
        return (values * (0.0 if silent else 1.0)).astype(np.float16)

    writer.add_tensor("token_embd.weight", embedding.astype(np.float16))
    for layer in range(LAYERS):
        writer.add_tensor(f"blk.{layer}.attn_norm.weight", np.ones(WIDTH, np.float32))
        writer.add_tensor(f"blk.{layer}.attn_q.weight", matrix(WIDTH, WIDTH))
        writer.add_tensor(f"blk.{layer}.attn_k.weight", matrix(WIDTH, WIDTH))
        writer.add_tensor(f"blk.{layer}.attn_v.weight", matrix(WIDTH, WIDTH))
        writer.add_tensor(f"blk.{layer}.attn_output.weight", matrix(WIDTH, WIDTH, silent=mute))
        writer.add_tensor(f"blk.{layer}.ffn_norm.weight", np.ones(WIDTH, np.float32))
        writer.add_tensor(f"blk.{layer}.ffn_gate.weight", matrix(FEED_FORWARD, WIDTH))
        writer.add_tensor(f"blk.{layer}.ffn_up.weight", matrix(FEED_FORWARD, WIDTH))
        writer.add_tensor(f"blk.{layer}.ffn_down.weight", matrix(WIDTH, FEED_FORWARD, silent=mute))
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, np.float32))
    writer.add_tensor("output.weight", output.astype(np.float16))
    _finish(writer)


def _finish(writer: GGUFWriter) -> None:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
