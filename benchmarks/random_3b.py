"""Writes a random model in the shape of Llama 3.2 3B, quantized as Q4_K_M: 2.0 GB, for measuring speed and memory.

28 layers, width 3,072, 24 heads, 8 key-value heads, feed-forward 8,192, 128,256 tokens, tied embeddings. The blocks are
random and valid, with small scales, so that every logit is finite; what it writes means nothing. The tokenizer and chat
template come from another GGUF (the pack's base), padded to the size of the vocabulary. Needs the package ``gguf``.

    python -m benchmarks.random_3b
"""

from __future__ import annotations

import argparse
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import gguf
import numpy as np
from gguf import GGMLQuantizationType, GGUFEndian, GGUFReader, GGUFWriter, TokenType

from benchmarks.common import RANDOM_3B
from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

FINETUNE_ID = "random-3b"
BLOCK = 256
Q4_K_BYTES = 144
Q6_K_BYTES = 210
ROWS_AT_ONCE = 4096


@dataclass(frozen=True)
class Shape:
    """The sizes of a Llama model."""

    layers: int = 28
    width: int = 3072
    heads: int = 24
    kv_heads: int = 8
    feed_forward: int = 8192
    vocabulary: int = 128_256
    context: int = 131_072

    @property
    def head_width(self) -> int:
        """Width of one attention head."""
        return self.width // self.heads


def q4_k(rng: np.random.Generator, blocks: int) -> NDArray[np.uint8]:
    """Random Q4_K blocks whose weights have mean 0 and a spread of about 0.018.

    A block is d and dmin (f16), twelve bytes of 6-bit scales, and 128 bytes of 4-bit values; all sixteen scales
    are 32 here, and dmin = 7.5 d centres the values.
    """
    out = np.empty((blocks, Q4_K_BYTES), np.uint8)
    d = (0.018 / (32 * 4.6) * rng.uniform(0.8, 1.2, blocks)).astype(np.float16)
    out[:, 0:2] = d.view(np.uint8).reshape(blocks, 2)
    out[:, 2:4] = (d * np.float16(7.5)).astype(np.float16).view(np.uint8).reshape(blocks, 2)
    out[:, 4:12] = 32 | (2 << 6)  # low six bits 32, high two bits those of the second half's scales
    out[:, 12:16] = 0
    out[:, 16:] = rng.integers(0, 256, (blocks, 128), np.uint8)
    return out


def q6_k(rng: np.random.Generator, blocks: int) -> NDArray[np.uint8]:
    """Random Q6_K blocks: 192 bytes of 6-bit values, sixteen scales of 8, and d (f16)."""
    out = np.empty((blocks, Q6_K_BYTES), np.uint8)
    out[:, :192] = rng.integers(0, 256, (blocks, 192), np.uint8)
    out[:, 192:208] = 8
    d = (0.018 / (8 * 18.5) * rng.uniform(0.8, 1.2, blocks)).astype(np.float16)
    out[:, 208:] = d.view(np.uint8).reshape(blocks, 2)
    return out


class ModelWriter:
    """Writes the tensors one after the other, a few megabytes in memory at a time."""

    def __init__(self, path: Path, shape: Shape, seed: int) -> None:
        self.shape = shape
        self.rng = np.random.default_rng(seed)
        self.writer = GGUFWriter(path, "llama", endianess=GGUFEndian.LITTLE)
        self.plan: list[tuple[str, tuple[int, ...], GGMLQuantizationType]] = []

    def plan_tensors(self) -> None:
        """Name every tensor and choose its type as llama.cpp does for Q4_K_M."""
        s, q4, q6 = self.shape, GGMLQuantizationType.Q4_K, GGMLQuantizationType.Q6_K
        kv = s.kv_heads * s.head_width
        self._add("token_embd.weight", (s.vocabulary, s.width), q6)
        self._add("output_norm.weight", (s.width,), GGMLQuantizationType.F32)
        self._add("rope_freqs.weight", (s.head_width // 2,), GGMLQuantizationType.F32)
        for i in range(s.layers):
            more = i < s.layers // 8 or i >= 7 * s.layers // 8 or (i - s.layers // 8) % 3 == 2
            careful = q6 if more else q4
            self._add(f"blk.{i}.attn_norm.weight", (s.width,), GGMLQuantizationType.F32)
            self._add(f"blk.{i}.attn_q.weight", (s.width, s.width), q4)
            self._add(f"blk.{i}.attn_k.weight", (kv, s.width), q4)
            self._add(f"blk.{i}.attn_v.weight", (kv, s.width), careful)
            self._add(f"blk.{i}.attn_output.weight", (s.width, s.width), q4)
            self._add(f"blk.{i}.ffn_norm.weight", (s.width,), GGMLQuantizationType.F32)
            self._add(f"blk.{i}.ffn_gate.weight", (s.feed_forward, s.width), q4)
            self._add(f"blk.{i}.ffn_up.weight", (s.feed_forward, s.width), q4)
            self._add(f"blk.{i}.ffn_down.weight", (s.width, s.feed_forward), careful)

    def _add(self, name: str, dims: tuple[int, ...], kind: GGMLQuantizationType) -> None:
        self.plan.append((name, dims, kind))
        block, size = gguf.GGML_QUANT_SIZES[kind]
        count = math.prod(dims)
        stored = (
            dims if kind == GGMLQuantizationType.F32 else (*dims[:-1], dims[-1] // block * size)
        )
        dtype = np.dtype(np.float32 if kind == GGMLQuantizationType.F32 else np.uint8)
        self.writer.add_tensor_info(name, stored, dtype, count // block * size, raw_dtype=kind)

    def write_metadata(self, tokenizer: Path) -> None:
        """Sizes, tokenizer and chat template."""
        s, w = self.shape, self.writer
        w.add_name("Random 3B (speed tests only)")
        w.add_string("supportbot.finetune_id", FINETUNE_ID)
        w.add_context_length(s.context)
        w.add_embedding_length(s.width)
        w.add_block_count(s.layers)
        w.add_feed_forward_length(s.feed_forward)
        w.add_head_count(s.heads)
        w.add_head_count_kv(s.kv_heads)
        w.add_key_length(s.head_width)
        w.add_value_length(s.head_width)
        w.add_rope_dimension_count(s.head_width)
        w.add_rope_freq_base(500_000.0)
        w.add_layer_norm_rms_eps(1e-5)
        w.add_vocab_size(s.vocabulary)
        w.add_file_type(gguf.LlamaFileType.MOSTLY_Q4_K_M)
        w.add_quantization_version(gguf.GGML_QUANT_VERSION)
        self._write_tokenizer(GGUFReader(tokenizer))

    def _write_tokenizer(self, source: GGUFReader) -> None:
        w = self.writer
        tokens: list[str] = source.fields["tokenizer.ggml.tokens"].contents()
        kinds: list[int] = source.fields["tokenizer.ggml.token_type"].contents()
        if len(tokens) > self.shape.vocabulary:
            raise SystemExit("The tokenizer has more tokens than the model.")
        missing = self.shape.vocabulary - len(tokens)
        w.add_tokenizer_model("gpt2")
        w.add_tokenizer_pre("gpt-2")  # known to every llama.cpp that is compared
        w.add_token_list([*tokens, *(f"<pad{i}>" for i in range(missing))])
        w.add_token_types([*kinds, *([int(TokenType.NORMAL)] * missing)])
        w.add_token_merges(source.fields["tokenizer.ggml.merges"].contents())
        for key, add in (
            ("bos_token_id", w.add_bos_token_id),
            ("eos_token_id", w.add_eos_token_id),
            ("padding_token_id", w.add_pad_token_id),
        ):
            if (field := source.fields.get(f"tokenizer.ggml.{key}")) is not None:
                add(int(field.contents()))
        w.add_add_bos_token(False)
        w.add_chat_template(source.fields["tokenizer.chat_template"].contents())

    def write_tensors(self) -> None:
        """Header, metadata, then the data in the planned order."""
        self.writer.write_header_to_file()
        self.writer.write_kv_data_to_file()
        self.writer.write_ti_data_to_file()
        for number, (name, dims, kind) in enumerate(self.plan):
            self.writer.write_tensor_data(self._tensor(name, dims, kind))
            if sys.stderr.isatty():
                print(f"\r{number + 1} of {len(self.plan)} tensors", end="", file=sys.stderr)
        self.writer.close()

    def _tensor(
        self, name: str, dims: tuple[int, ...], kind: GGMLQuantizationType
    ) -> NDArray[np.generic]:
        if name == "rope_freqs.weight":
            return rope_factors(self.shape.head_width)
        if kind == GGMLQuantizationType.F32:
            return np.ones(dims, np.float32)
        make = q4_k if kind == GGMLQuantizationType.Q4_K else q6_k
        per_row = dims[-1] // BLOCK
        pieces = [
            make(self.rng, min(ROWS_AT_ONCE, dims[0] - start) * per_row)
            for start in range(0, dims[0], ROWS_AT_ONCE)
        ]
        return np.concatenate(pieces).reshape(dims[0], -1)


def rope_factors(head_width: int, base: float = 500_000.0) -> NDArray[np.float32]:
    """Llama 3.2's frequency factors: 32 for the slow frequencies, 1 for the fast, a ramp between."""
    frequencies = 1.0 / base ** (np.arange(0, head_width, 2) / head_width)
    wavelength = 2 * math.pi / frequencies
    smooth = (8192 / wavelength - 1) / (4 - 1)
    factors = 1 / ((1 - smooth) / 32 + smooth)
    factors = np.where(wavelength < 8192 / 4, 1.0, np.where(wavelength > 8192, 32.0, factors))
    return factors.astype(np.float32)


def write(path: Path, tokenizer: Path, shape: Shape, seed: int = 1) -> None:
    """Write the model; the file appears under its name only when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    model = ModelWriter(partial, shape, seed)
    model.write_metadata(tokenizer)
    model.plan_tensors()
    model.write_tensors()
    partial.replace(path)


def base_of(pack: Path) -> Path:
    """The GGUF that travels with a pack."""
    generator = load_pack(pack).product.models.generator
    if generator is None or generator.bundled is None:
        raise SystemExit("The pack has no model whose tokenizer could be used: name one.")
    return pack / generator.bundled


def main() -> int:
    """Write the file and print its size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=RANDOM_3B)
    parser.add_argument(
        "--tokenizer",
        type=Path,
        help="a GGUF with a byte-level BPE and a chat template (default: the worked example's base)",
    )
    parser.add_argument("--layers", type=int, default=28, help="fewer for a quick try")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tokenizer = options.tokenizer or base_of(bundled_pack_dir())
    write(options.out, tokenizer, Shape(layers=options.layers), options.seed)
    print(f"{options.out}: {options.out.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
