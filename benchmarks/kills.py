"""The window against a worker that is killed again and again.

Opens the real window (offscreen), asks questions, and kills the worker with SIGKILL at a random moment of each: while
it loads, reads or writes. Counts windows lost, questions that hang, and how each question ended: answered, or standing
there with Retry.

    python -m benchmarks.kills --kills 200
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, report, run, verdict

PATIENCE_S = 120.0
LONGEST_DELAY_S = 2.0


def main() -> int:
    """Run the window in a process of its own, so that a lost one is seen; 1 where anything was lost."""
    parser = arguments(__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", action="store_true", help="run the window (used by the parent)")
    options = parser.parse_args()
    if options.child:
        return _window(options.kills, options.seed, options.data_dir)
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "benchmarks.kills", "--child", "--data-dir", scratch]
        command += ["--kills", str(options.kills), "--seed", str(options.seed)]
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=env, check=False)
    counts: dict[str, Any] = {}
    with contextlib.suppress(ValueError, IndexError):
        counts = json.loads(done.stdout.splitlines()[-1])
    lost = 0 if done.returncode == 0 and counts else 1
    ended = counts.get("answered", 0) + counts.get("retry", 0)
    met = not lost and counts.get("hangs") == 0 and ended == options.kills
    lines = [
        f"windows lost: {lost}, hangs: {counts.get('hangs')}, of {options.kills} questions "
        f"{counts.get('answered')} answered, {counts.get('retry')} with Retry {verdict(met)}",
        f"workers killed: {counts.get('killed')} (the others had already answered, or were not there yet)",
    ]
    report(options, "kills", {"windows_lost": lost, **counts}, lines)
    return 0 if met else 1


def _window(kills: int, seed: int, data_dir: Path) -> int:
    from PySide6.QtCore import QEventLoop, QTimer

    from supportbot.app import AppOptions, open_window

    rng = random.Random(seed)
    running = open_window(AppOptions(data_dir=data_dir, device="cpu", new_instance=True))
    rows = (Path(__file__).parent / "linear" / "development.jsonl").read_text("utf-8").splitlines()
    questions = [json.loads(row)["question"] for row in rows if '"topic"' in row]
    counts = {"answered": 0, "retry": 0, "hangs": 0, "killed": 0}
    loop = QEventLoop()
    running.show()
    ready: list[object] = []
    running.bridge.model_changed.connect(lambda condition: (ready.append(condition), loop.quit()))
    if not ready:
        loop.exec()

    def kill() -> None:
        pid = running.worker_pid
        if pid is not None:
            counts["killed"] += 1
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    for number in range(kills):
        outcome: list[Any] = []
        slot = running.bridge.replied.connect(
            lambda reply, seen=outcome: (seen.append(reply), loop.quit())
        )
        running.bridge.ask(f"{questions[number % len(questions)]} ({number})")
        QTimer.singleShot(int(rng.uniform(0, LONGEST_DELAY_S) * 1000), kill)
        limit = QTimer(singleShot=True, interval=int(PATIENCE_S * 1000))
        limit.timeout.connect(loop.quit)
        limit.start()
        loop.exec()
        limit.stop()
        running.bridge.replied.disconnect(slot)
        if not outcome:
            counts["hangs"] += 1
        elif outcome[0].shown == "none":
            counts["retry"] += 1
        else:
            counts["answered"] += 1
    running.close()
    print(json.dumps(counts), flush=True)
    return 0


if __name__ == "__main__":
    run(main)
