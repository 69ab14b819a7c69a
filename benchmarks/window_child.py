"""The program itself, watched: times its first painted frame and, while an answer streams, its event loop.

Run by ``benchmarks.window`` and ``benchmarks.memory`` as a process of its own; prints one JSON line. It starts the
program as its users do and only listens in: to the first paint event, to the signals of the bridge, and with a timer.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

import supportbot.app
from supportbot.__main__ import main as program
from supportbot.quality.machine import memory_bytes
from supportbot.ui.bridge import Bridge

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supportbot.contracts import Reply
    from supportbot.ui.session import ModelCondition, Session

TICK_MS = 5
STALL_MS = 50
SETTLE_MS = 1500
QUESTION = "How does the board of a project work together with its cycles?"

RESULT: dict[str, Any] = {}


class FirstPaint(QObject):
    """Notes when the first visible widget has been painted."""

    def __init__(self, application: QApplication, started: float, *, then_quit: bool) -> None:
        super().__init__(application)
        self._started = started
        self._then_quit = then_quit
        self._seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at every event, keep none."""
        if not self._seen and event.type() == QEvent.Type.Paint:
            self._seen = True
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        RESULT["first_frame_ms"] = (time.time() - self._started) * 1000
        if self._then_quit:
            QCoreApplication.quit()


class Stalls(QObject):
    """Measures how late a timer of the main thread comes."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """Measure from now on."""
        if not self._timer.isActive():
            self._last = time.perf_counter()
            self._timer.start()

    def end(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


class AskingBridge(Bridge):
    """Asks one question as soon as the model is there, and follows the answer."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stalls = Stalls()
        self.model_changed.connect(self._on_model_changed)
        self.grew.connect(self._stalls.begin)
        self.replied.connect(self._on_reply)

    def _on_model_changed(self, condition: ModelCondition) -> None:
        if condition.ready:
            RESULT["memory_before"] = memory_bytes()
            QTimer.singleShot(0, self._ask)
        elif condition.problem is not None:
            RESULT["problem"] = str(condition.problem)
            QTimer.singleShot(0, QCoreApplication.quit)

    def _ask(self) -> None:
        self.ask(QUESTION)

    def _on_reply(self, reply: Reply) -> None:
        self._stalls.end()
        gaps = self._stalls.gaps_ms
        RESULT["longest_gap_ms"] = max(gaps, default=0.0)
        RESULT["gaps_over_50_ms"] = sum(gap > STALL_MS for gap in gaps)
        RESULT["ticks"] = len(gaps)
        RESULT["completion"] = reply.tokens.completion if reply.tokens else 0
        RESULT["served_from"] = reply.served_from
        RESULT["memory"] = memory_bytes()
        QTimer.singleShot(SETTLE_MS, self._on_settled)

    def _on_settled(self) -> None:
        RESULT["memory"] = max(memory_bytes(), RESULT["memory"], key=lambda found: found["pss"])
        QCoreApplication.quit()


def main() -> int:
    """Run the program under watch: start time (seconds since 1970), ``start`` or ``stream``, its own arguments."""
    started, mode, *given = sys.argv[1:]
    make_application = supportbot.app._application

    def watched(*arguments: Any) -> QApplication:  # noqa: ANN401
        application = make_application(*arguments)
        paint = FirstPaint(application, float(started), then_quit=mode == "start")
        application.installEventFilter(paint)
        return application

    supportbot.app._application = watched
    if mode == "stream":
        supportbot.app.Bridge = AskingBridge
    sys.argv = ["supportbot", *given]
    RESULT["exit_code"] = program()
    print(json.dumps(RESULT), flush=True)
    return int(RESULT["exit_code"])


if __name__ == "__main__":
    sys.exit(main())
