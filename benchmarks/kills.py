"""The window against a worker that is killed again and again.

Opens the real window (offscreen), asks questions, and kills the worker with SIGKILL at a random moment of each: while
it loads, reads or writes. Questions whose answer was faster than the kill are followed by others until as many kills
hit as were asked for. Counts windows lost, questions that hang, and how each question ended: answered, or standing
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
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.common import arguments, report, run, verdict

if TYPE_CHECKING:
    from supportbot.app import RunningWindow
    from supportbot.contracts import Reply

PATIENCE_S = 300.0  # far above two loads and an answer: what takes longer hangs
LONGEST_DELAY_S = 1.2
LONGEST_ANSWER = 20  # repaints
COLD_SHARE = 0.25


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
    enough = counts.get("killed", 0) >= options.kills
    met = not lost and counts.get("hangs") == 0 and ended == counts.get("questions") and enough
    lines = [
        f"windows lost: {lost}, hangs: {counts.get('hangs')}, of {counts.get('questions')} questions "
        f"{counts.get('answered')} answered, {counts.get('retry')} with Retry {verdict(met)}",
        f"workers killed while a question was open: {counts.get('killed')}",
    ]
    report(options, "kills", {"windows_lost": lost, **counts}, lines)
    return 0 if met else 1


class _Killer:
    """Kills the worker once in each question: some time after it was asked, or some way into its answer."""

    def __init__(self, running: RunningWindow, seed: int) -> None:
        self._running = running
        self._rng = random.Random(seed)
        self._armed = False
        self._repaints_left = -1
        self.killed = 0
        running.bridge.grew.connect(self._on_grew)

    def before(self) -> None:
        """Some questions find no worker, so that the kill hits while one loads."""
        if self._rng.random() < COLD_SHARE and (pid := self._running.worker_pid):
            os.kill(pid, signal.SIGKILL)
            while self._running.worker_pid == pid:
                time.sleep(0.01)

    def arm(self) -> None:
        """Choose the moment; call right after the question was asked."""
        from PySide6.QtCore import QTimer

        self._armed = True
        self._repaints_left = -1
        if self._rng.random() < 0.5:
            self._repaints_left = self._rng.randrange(LONGEST_ANSWER)
        else:
            QTimer.singleShot(int(self._rng.uniform(0, LONGEST_DELAY_S) * 1000), self._kill)

    def disarm(self) -> None:
        """The question has ended."""
        self._armed = False

    def _on_grew(self, _: str) -> None:
        if self._repaints_left == 0:
            self._kill()
        self._repaints_left -= 1

    def _kill(self) -> None:
        pid = self._running.worker_pid
        if self._armed and pid is not None:
            self._armed = False
            self.killed += 1
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def _window(kills: int, seed: int, data_dir: Path) -> int:
    from PySide6.QtCore import QEventLoop, QTimer

    from supportbot.app import AppOptions, open_window

    running = open_window(AppOptions(data_dir=data_dir, device="cpu", new_instance=True))
    rows = (Path(__file__).parent / "linear" / "development.jsonl").read_text("utf-8").splitlines()
    questions = [json.loads(row)["question"] for row in rows if '"topic"' in row]
    counts = {"questions": 0, "answered": 0, "retry": 0, "hangs": 0, "killed": 0}
    loop = QEventLoop()
    ended: list[str] = []
    bridge = running.bridge

    def end(how: str) -> None:
        ended.append(how)
        loop.quit()

    def replied(reply: Reply) -> None:
        end("retry" if reply.shown == "none" and not reply.refused else "answered")

    bridge.replied.connect(replied)
    bridge.rejected.connect(lambda *_: end("rejected"))
    bridge.stopped.connect(lambda: end("stopped"))
    limit = QTimer(singleShot=True, interval=int(PATIENCE_S * 1000))
    limit.timeout.connect(lambda: end("hangs"))
    bridge.model_changed.connect(lambda _: loop.quit())
    running.show()
    loop.exec()
    killer = _Killer(running, seed)
    while killer.killed < kills:
        ended.clear()
        killer.before()
        bridge.ask(f"{questions[counts['questions'] % len(questions)]} ({counts['questions']})")
        killer.arm()
        limit.start()
        while not ended:
            loop.exec()
        limit.stop()
        killer.disarm()
        counts["questions"] += 1
        counts[ended[0]] = counts.get(ended[0], 0) + 1
        if ended[0] == "hangs":
            break
        print(f"\r{killer.killed}", end="", file=sys.stderr)
    counts["killed"] = killer.killed
    running.close()
    print(json.dumps(counts), flush=True)
    return 0


if __name__ == "__main__":
    run(main)
