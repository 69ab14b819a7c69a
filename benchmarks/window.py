"""The window: start to first painted frame (at most 1 s), no stall over 50 ms while 200 tokens stream, its own memory.

Starts the program itself, off screen where there is no display, in a throw-away data folder; as its users do, without a
word on the command line, where nothing else than the bundled pack is measured.

    python -m benchmarks.window
    python -m benchmarks.window --random-3b
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.common import arguments, report, run, verdict
from supportbot.errors import EnvironmentFault
from supportbot.models.gguf import read_header
from supportbot.paths import bundled_pack_dir
from supportbot.quality.machine import Spread
from supportbot.settings import Settings, save_settings

if TYPE_CHECKING:
    import argparse

    from supportbot.models.gguf import GgufHeader

VISIBLE_TARGET_MS = 1000.0
STALL_TARGET_MS = 50.0
MEMORY_TARGET_BYTES = 200_000_000


def watch(mode: str, pack: Path, data: Path, model: Path | None) -> dict[str, Any]:
    """Run the program once under watch; what it measured."""
    given = ["--new", "--pack", str(pack), "--data-dir", str(data), "--device", "cpu"]
    given += ["--model", str(model.absolute())] if model else []
    return watch_process(mode, given, {})


def watch_plain_start(data: Path) -> dict[str, Any]:
    """Start the program on its own pack, as an icon on the desktop does; what was measured."""
    if not sys.platform.startswith("linux"):  # elsewhere no variable moves the data folder
        return watch("start", bundled_pack_dir(), data, None)
    return watch_process("start", [], {"XDG_DATA_HOME": str(data)})


def watch_process(mode: str, given: list[str], variables: dict[str, str]) -> dict[str, Any]:
    """Run the program with these arguments under watch; what it measured."""
    environment = {**os.environ, **variables}
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "benchmarks.window_child", repr(time.time()), mode, *given]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=900, check=False
    )
    for line in reversed(done.stdout.splitlines()):
        if line.startswith("{"):
            found: dict[str, Any] = json.loads(line)
            if "problem" in found:
                raise EnvironmentFault(f"The window could not be measured: {found['problem']}")
            return found
    raise EnvironmentFault(f"The window ended without a result: {done.stderr.strip()[-400:]}")


def pack_for(model: Path | None, folder: Path, pack: Path) -> Path:
    """The pack, or a copy of it that takes another GGUF as its own (only its words are used then)."""
    if model is None:
        return pack
    header = read_header(model)
    copy = folder / "pack"
    shutil.copytree(pack, copy, ignore=shutil.ignore_patterns("sources", "models"))
    product = copy / "product.toml"
    sections = re.split(r"(?m)^(?=\[)", product.read_text(encoding="utf-8"))
    kept = "".join(s for s in sections if "models.generator" not in s.partition("\n")[0])
    product.write_text(kept + generator_section(model, header), encoding="utf-8")
    return copy


def generator_section(model: Path, header: GgufHeader) -> str:
    """``[models.generator]`` for a GGUF that is named by ``--model`` and never fetched."""
    template = hashlib.sha256((header.chat_template or "").encode()).hexdigest()
    return (
        f'\n[models.generator]\nfinetune_id = "{header.finetune_id or "linear-helper"}"\nstop = ["<|im_end|>"]\n'
        f'repo_id = "none/none"\nrevision = "{"0" * 40}"\nfilename = "{model.name}"\n'
        f'size_bytes = {model.stat().st_size}\nsha256 = "{"0" * 64}"\nlicense = "none"\n'
        f'template_sha256 = "{template}"\n'
    )


def prepare(options: argparse.Namespace, folder: Path) -> tuple[Path, Path]:
    """Pack and data folder for a run."""
    data = folder / "data"
    data.mkdir()
    settings = Settings().changed(memory=options.memory, threads=options.threads)
    save_settings(data / "settings.json", settings)
    return pack_for(options.model, folder, options.pack or bundled_pack_dir()), data


def main() -> int:
    """Measure, print, and end with 1 where a target is missed."""
    parser = arguments(__doc__)
    parser.add_argument("--starts", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="supportbot-window-") as name:
        pack, data = prepare(options, Path(name))
        plain = options.model is None and options.pack is None
        starts = [
            (watch_plain_start(data) if plain else watch("start", pack, data, options.model))[
                "first_frame_ms"
            ]
            for _ in range(options.starts)
        ]
        stream = watch("stream", pack, data, options.model)
    visible = Spread.of(starts)
    met = (
        visible.median <= VISIBLE_TARGET_MS
        and stream["longest_gap_ms"] <= STALL_TARGET_MS
        and stream["window_memory"] <= MEMORY_TARGET_BYTES
    )
    result = {
        "first_frame_ms": {**asdict(visible), "target": f"<= {VISIBLE_TARGET_MS:g}"},
        "streaming": {**stream, "target": f"no gap over {STALL_TARGET_MS:g} ms"},
        "window_memory": {
            "bytes": stream["window_memory"],
            "target": f"<= {MEMORY_TARGET_BYTES / 1e6:g} MB",
        },
        "met": met,
    }
    lines = [
        f"start to first painted frame: {visible.describe(' ms', 0)}; target <= {VISIBLE_TARGET_MS:.0f} ms",
        f"longest gap of the main thread while {stream.get('completion')} tokens streamed: "
        f"{stream['longest_gap_ms']:.1f} ms; target <= {STALL_TARGET_MS:.0f} ms",
        f"memory of the window's own process, before the model: {stream['window_memory'] / 1e6:.0f} MB (PSS); "
        f"target <= {MEMORY_TARGET_BYTES / 1e6:.0f} MB",
        verdict(met),
    ]
    report(options, "window", result, lines)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
