"""The frozen folder: its size (at most 350 MB), and from its start to the first painted frame (at most 1.5 s).

Runs the folder that ``make frozen`` built as it is, off screen where there is no display, in a throw-away data folder;
Qt itself says when it has painted. The processor time until then says what a busy machine adds.

    python -m benchmarks.frozen
    python -m benchmarks.frozen --folder dist/supportbot --starts 5
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

import psutil

from benchmarks.common import arguments, report, run, verdict
from supportbot.errors import EnvironmentFault, NotInstalledError
from supportbot.quality.machine import Spread

SIZE_TARGET_BYTES = 350_000_000
VISIBLE_TARGET_MS = 1500.0
PAINTED = "qt.widgets.painting: Flushing"


def size_bytes(folder: Path) -> dict[str, int]:
    """What the folder takes, and its largest parts by the folder below the top one."""
    parts: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            name = "/".join(path.relative_to(folder).parts[:2])
            parts[name] = parts.get(name, 0) + path.stat().st_size
    return dict(sorted(parts.items(), key=lambda part: -part[1]))


def start(program: Path, data: Path) -> tuple[float, float]:
    """Start the program once; milliseconds, and those of the processor, until its window is painted."""
    environment = {**os.environ, "QT_LOGGING_RULES": "qt.widgets.painting=true"}
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(program), "--new", "--data-dir", str(data)],
        env=environment,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        assert process.stderr is not None
        painted = next((line for line in process.stderr if line.startswith(PAINTED)), None)
        took = (time.perf_counter() - began) * 1000
        computed = sum(psutil.Process(process.pid).cpu_times()[:2]) * 1000 if painted else 0.0
        process.terminate()
        process.communicate()
    if painted is None:
        raise EnvironmentFault("The program ended before it painted its window.", "Start it.")
    return took, computed


def main() -> int:
    """Measure, print, and end with 1 where a target is missed."""
    parser = arguments(__doc__)
    parser.add_argument("--folder", type=Path, default=Path("dist/supportbot"))
    parser.add_argument("--starts", type=int, default=20)
    options = parser.parse_args()
    program = options.folder.absolute() / f"supportbot{'.exe' if sys.platform == 'win32' else ''}"
    if not program.exists():
        raise NotInstalledError(f"There is no program {program}.", "Build it with 'make frozen'.")
    with tempfile.TemporaryDirectory(prefix="supportbot-frozen-") as name:
        starts = [start(program, Path(name) / "data") for _ in range(options.starts)]
    parts = size_bytes(options.folder)
    size = sum(parts.values())
    visible = Spread.of([took for took, _ in starts])
    computed = Spread.of([computed for _, computed in starts])
    met = size <= SIZE_TARGET_BYTES and visible.median <= VISIBLE_TARGET_MS
    result = {
        "size_bytes": {"all": size, "target": f"<= {SIZE_TARGET_BYTES}", "parts": parts},
        "first_frame_ms": {**asdict(visible), "target": f"<= {VISIBLE_TARGET_MS:g}"},
        "processor_ms": asdict(computed),
        "met": met,
    }
    largest = ", ".join(f"{part} {taken / 1e6:.0f}" for part, taken in list(parts.items())[:6])
    lines = [
        f"size: {size / 1e6:.0f} MB ({largest}); target <= {SIZE_TARGET_BYTES / 1e6:.0f} MB",
        f"start to first painted frame: {visible.describe(' ms', 0)}; target <= {VISIBLE_TARGET_MS:.0f} ms",
        f"processor time until then: {computed.describe(' ms', 0)}",
        verdict(met),
    ]
    report(options, "frozen", result, lines)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
