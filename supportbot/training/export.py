"""``export``: the trained adapter as GGUF, marked with the pack's fine-tune id.

Runs llama.cpp's own ``convert_lora_to_gguf.py``, then copies its file once more with our key added: the app
refuses an adapter without the right ``supportbot.finetune_id``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from supportbot.errors import EngineError
from supportbot.training.llama_source import converter_folder

FINETUNE_KEY = "supportbot.finetune_id"


def export_adapter(
    adapter: Path, base_folder: Path, out: Path, finetune_id: str, *, cache: Path
) -> Path:
    """Write ``adapter`` (peft layout) as an f16 GGUF to ``out``.

    Args:
        adapter: Folder that ``train`` wrote.
        base_folder: The transformers folder of the base it was trained on.
        out: The GGUF to write, atomically.
        finetune_id: Value of ``supportbot.finetune_id``.
        cache: Where llama.cpp's converters are kept.

    Raises:
        EngineError: The converter failed; carries its last line.
    """
    source = converter_folder(cache)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent) as scratch:
        raw = Path(scratch) / "adapter.gguf"
        command = [
            sys.executable,
            str(source / "convert_lora_to_gguf.py"),
            "--base",
            str(base_folder),
        ]
        command += ["--outtype", "f16", "--outfile", str(raw), str(adapter)]
        env = {**os.environ, "HF_HUB_OFFLINE": "1", "PYTHONPATH": str(source / "gguf-py")}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
        if done.returncode or not raw.exists():
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise EngineError(
                f"The adapter could not be converted: {last}", "See the converter's message above."
            )
        marked = Path(scratch) / "marked.gguf"
        _copy_with_key(raw, marked, finetune_id)
        marked.replace(out)
    return out


def _copy_with_key(source: Path, target: Path, finetune_id: str) -> None:
    import gguf

    reader = gguf.GGUFReader(source)
    architecture = reader.fields["general.architecture"].contents()
    writer = gguf.GGUFWriter(target, architecture)
    for key, field in reader.fields.items():
        if key.startswith("GGUF.") or key == "general.architecture":
            continue
        _add(writer, key, field)
    writer.add_string(FINETUNE_KEY, finetune_id)
    for tensor in reader.tensors:
        writer.add_tensor(tensor.name, tensor.data, raw_dtype=tensor.tensor_type)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add(writer: Any, key: str, field: Any) -> None:
    import gguf

    kind = field.types[0]
    sub = field.types[-1] if kind is gguf.GGUFValueType.ARRAY else None
    writer.add_key_value(key, field.contents(), kind, sub_type=sub)
