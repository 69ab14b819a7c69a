"""The window's main thread under load, how smoothly a long conversation scrolls, and the memory of the window's process.

Each part in a process of its own, off screen where there is no display, on a history of 10,000 conversations. No model.

    figure                                                         target
    longest gap: from the first frame until all is joined,         50 ms
      an answer of 200 tokens streaming, a search typed,
      finding in a conversation, all conversations erased
    longest gap: the drawer, the settings and the help pages       50 ms, each
      opened for the first time
    longest gap: 1,000 messages opened, until all of them are      50 ms, each
      built, and left
    longest gap: 1,000 messages scrolled from end to end           100 ms
    frames a second meanwhile                                      30
    memory of the window's process at the start                    200 MB
    ... after question 500, over that after question 50            10 MB

    python -m benchmarks.stalls
    python -m benchmarks.stalls --conversations 300 --messages 60 --questions 20
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, pack_of, report, run, verdict
from benchmarks.search import fill
from supportbot.errors import EnvironmentFault

STALL_TARGET_MS = 50.0
SCROLL_TARGET_MS = 100.0
FRAMES_TARGET = 30.0
MEMORY_TARGET_BYTES = 200_000_000
GROWTH_TARGET_BYTES = 10_000_000
EARLY = 50
PARTS = ("start", "stream", "search", "first", "long", "find", "erase", "memory")


def measure(part: str, database: Path, options: dict[str, Any]) -> dict[str, Any]:
    """Run one part in a process of its own; what it measured."""
    environment = dict(os.environ)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked = json.dumps({"part": part, "database": str(database), **options})
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.stalls_child", asked],
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    if done.returncode:
        raise EnvironmentFault(f"{part} could not be measured: {done.stderr.strip()[-600:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def told(name: str, found: dict[str, Any], target_ms: float = STALL_TARGET_MS) -> list[str]:
    """A watched part in a line, and where its longest stall was."""
    lines = [
        f"{name}: longest gap {found['longest_ms']:.0f} ms, target <= {target_ms:.0f} ms;"
        f" {len(found['stalls'])} over {STALL_TARGET_MS:.0f} ms, in {found['seconds']:.1f} s"
    ]
    stalls = sorted(found["stalls"], key=lambda one: one["gap_ms"], reverse=True)
    if stalls and stalls[0]["stack"]:
        lines.append(f"  in {stalls[0]['stack'][-1]}")
    return lines


def main() -> int:
    """Measure, print, and end with 1 where a target is missed."""
    parser = arguments(__doc__)
    parser.add_argument("--tokens", type=int, default=200)
    parser.add_argument("--conversations", type=int, default=10_000)
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=500)
    options = parser.parse_args()
    sizes = {name: getattr(options, name) for name in ("tokens", "messages", "questions")}
    sizes |= {"pack": str(options.pack) if options.pack else None, "early": EARLY}
    with tempfile.TemporaryDirectory(prefix="supportbot-stalls-") as name:
        database = Path(name) / "history.sqlite3"
        fill(database, pack_of(options), options.conversations)
        found = {part: measure(part, database, sizes) for part in PARTS}
    scrolled, left = found["long"].pop("scrolled"), found["long"].pop("left")
    memory = found.pop("memory")
    watched = {**found, "leave": left}
    growth = memory["late"] - memory["early"]
    met = (
        all(one["longest_ms"] <= STALL_TARGET_MS for one in watched.values())
        and scrolled["longest_ms"] <= SCROLL_TARGET_MS
        and scrolled["frames_per_s"] >= FRAMES_TARGET
        and memory["start"] <= MEMORY_TARGET_BYTES
        and growth <= GROWTH_TARGET_BYTES
    )
    lines = [
        *told("from the first frame on, the program with its model", watched["start"]),
        *told(f"{options.tokens} tokens streaming", watched["stream"]),
        *told(f"a search among {options.conversations} conversations", watched["search"]),
        *told("the first drawer, settings and help pages", watched["first"]),
        "  " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in watched["first"]["each"].items()),
        *told(f"opening {options.messages} messages", watched["long"]),
        *told("scrolling them", scrolled, SCROLL_TARGET_MS),
        f"  {scrolled['frames_per_s']:.0f} frames a second; target >= {FRAMES_TARGET:.0f}",
        *told("leaving them", left),
        *told("finding in them", watched["find"]),
        *told("erasing everything", watched["erase"]),
        f"memory of the window's process: {memory['start'] / 1e6:.0f} MB at the start, target <="
        f" {MEMORY_TARGET_BYTES / 1e6:.0f} MB; {memory['early'] / 1e6:.0f} MB after question"
        f" {min(EARLY, options.questions)}, {memory['late'] / 1e6:.0f} MB after question"
        f" {options.questions}: {growth / 1e6:+.0f} MB, target <= {GROWTH_TARGET_BYTES / 1e6:.0f} MB",
        verdict(met),
    ]
    result = {**sizes, "conversations": options.conversations, **watched, "scroll": scrolled}
    result["memory"] = memory
    report(options, "stalls", {**result, "met": met}, lines)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
