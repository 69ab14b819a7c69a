"""The program itself, watched: times its first painted frame and, while answers stream, its event loop.

Run by ``benchmarks.window`` and ``benchmarks.memory`` as a process of its own; prints one JSON line. It starts the
program as its users do, with the window opened by ``supportbot.app.open_window``, and only listens in: to the first
paint event, to the signals of the bridge, and with a timer.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

import psutil
from PySide6.QtCore import QCoreApplication, QObject, QTimer

import supportbot.app
from benchmarks.watchdog import Watchdog
from supportbot.__main__ import main as program
from supportbot.quality.machine import memory_bytes

if TYPE_CHECKING:
    from supportbot.app import AppOptions, RunningWindow
    from supportbot.contracts import Reply
    from supportbot.ui.condition import ModelCondition

STALL_MS = 50
SETTLE_MS = 1500
TOKENS = 200
QUESTIONS = (
    "How does the board of a project work together with its cycles?",
    "what happens to a guest who leaves, and who keeps the things they wrote down",
    "we moved from another tool and now half of the list looks wrong, what should i look at first",
    "is there a way to see everything that waits for me in one place",
    "explain the difference between the two kinds of views again, in more words",
    "how would a small team with two projects set this up",
    "why does the order change when i come back after lunch",
    "who can see what i write in there",
)

RESULT: dict[str, Any] = {}


def note_first_frame(running: RunningWindow, started: float, *, then_quit: bool) -> None:
    """Note when the first frame is there: when the event loop comes back from painting it."""

    def on_painted() -> None:
        RESULT["first_frame_ms"] = (time.time() - started) * 1000
        if then_quit:
            QCoreApplication.quit()

    running.window.painted.connect(lambda: QTimer.singleShot(0, on_painted))


class Questions(QObject):
    """Asks as soon as the model is there, until enough tokens have streamed, and follows the answers."""

    def __init__(self, running: RunningWindow) -> None:
        super().__init__()
        self._bridge = running.bridge
        self._waiting = list(QUESTIONS)
        self._stalls = Watchdog()
        running.bridge.model_changed.connect(self._on_model_changed)
        running.bridge.grew.connect(self._stalls.begin)
        running.bridge.replied.connect(self._on_replied)

    def _on_model_changed(self, condition: ModelCondition) -> None:
        if condition.problem is not None:
            RESULT["problem"] = str(condition.problem)
            QCoreApplication.quit()
            return
        RESULT["memory_before"] = memory_bytes()
        RESULT["window_memory"] = _own_memory()
        RESULT["completion"] = 0
        self._ask()

    def _ask(self) -> None:
        self._bridge.ask(self._waiting.pop(0))

    def _on_replied(self, reply: Reply) -> None:
        self._stalls.end()
        RESULT["completion"] += (reply.tokens.completion or 0) if reply.tokens else 0
        if RESULT["completion"] < TOKENS and self._waiting:
            QTimer.singleShot(0, self._ask)
            return
        gaps = self._stalls.gaps_ms
        RESULT["longest_gap_ms"] = max(gaps, default=0.0)
        RESULT["gaps_over_50_ms"] = sum(gap > STALL_MS for gap in gaps)
        RESULT["ticks"] = len(gaps)
        RESULT["memory"] = memory_bytes()
        QTimer.singleShot(SETTLE_MS, self._on_settled)

    def _on_settled(self) -> None:
        RESULT["memory"] = max(memory_bytes(), RESULT["memory"], key=lambda found: found["pss"])
        QCoreApplication.quit()


def _own_memory() -> int:
    info = psutil.Process().memory_full_info()
    return int(getattr(info, "pss", info.uss))


def main() -> int:
    """Run the program under watch: start time (seconds since 1970), ``start`` or ``stream``, its own arguments."""
    started, mode, *given = sys.argv[1:]

    def watched(options: AppOptions) -> int:
        running = supportbot.app.open_window(options)
        application = QCoreApplication.instance()
        assert application is not None
        note_first_frame(running, float(started), then_quit=mode == "start")
        asking = Questions(running) if mode == "stream" else None
        running.show()
        code = application.exec()
        del asking
        running.close()
        return code

    supportbot.app.run_app = watched
    sys.argv = ["supportbot", *given]
    RESULT["exit_code"] = program()
    print(json.dumps(RESULT), flush=True)
    return int(RESULT["exit_code"])


if __name__ == "__main__":
    sys.exit(main())
