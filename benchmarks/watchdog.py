"""A watchdog of the main thread: how late it comes back to its event loop, and what it was doing meanwhile.

For benchmarks and tests. A timer of the main thread leaves a stamp; a thread of its own looks at the stamp and, where it
has grown old, notes the main thread's stack.

    with Watchdog() as watch:
        …run the event loop…
    print(watch.longest_ms, watch.stalls)
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from types import TracebackType

TICK_MS = 5
STALL_MS = 50.0
_LOOK_S = 0.01


@dataclass(frozen=True, slots=True)
class Stall:
    """A time in which the main thread did not come back.

    Attributes:
        gap_ms: How long it took from one tick to the next.
        stack: What it was doing when the limit had passed, innermost call last; empty where the interpreter
            was held all the while.
    """

    gap_ms: float
    stack: tuple[str, ...]


class Watchdog(QObject):
    """Watches the thread it is made in, from ``begin`` to ``end`` or as a context.

    Args:
        limit_ms: A longer gap is a stall.

    Attributes:
        gaps_ms: Every gap between two ticks.
        stalls: Those over the limit.
    """

    def __init__(self, limit_ms: float = STALL_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps_ms: list[float] = []
        self.stalls: list[Stall] = []
        self._limit_s = limit_ms / 1000
        self._watched = threading.get_ident()
        self._stamp = 0.0
        self._caught: tuple[float, tuple[str, ...]] = (0.0, ())
        self._over = threading.Event()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def longest_ms(self) -> float:
        """The longest gap; 0 without any."""
        return max(self.gaps_ms, default=0.0)

    def begin(self) -> None:
        """Watch from now on."""
        if self._thread is None:
            self._over.clear()
            self._stamp = time.perf_counter()
            self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
            self._thread.start()
            self._timer.start()

    def end(self) -> None:
        """Watch no more; a stall that is still going on counts."""
        if self._thread is not None:
            self._on_tick()
            self._timer.stop()
            self._over.set()
            self._thread.join()
            self._thread = None

    def __enter__(self) -> Self:
        """Begin."""
        self.begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End."""
        self.end()

    def _on_tick(self) -> None:
        now, before = time.perf_counter(), self._stamp
        self._stamp = now
        self.gaps_ms.append((now - before) * 1000)
        if now - before > self._limit_s:
            at, stack = self._caught
            self.stalls.append(Stall((now - before) * 1000, stack if at == before else ()))

    def _watch(self) -> None:
        while not self._over.wait(_LOOK_S):
            stamp = self._stamp
            if time.perf_counter() - stamp <= self._limit_s or self._caught[0] == stamp:
                continue
            self._caught = (stamp, _stack_of(self._watched))


def _stack_of(thread: int) -> tuple[str, ...]:
    """A thread's stack in words; no frame is kept, for it would keep what is painted with alive."""
    frame = sys._current_frames().get(thread)
    lines = traceback.extract_stack(frame) if frame is not None else []
    return tuple(f"{line.filename}:{line.lineno} {line.name}" for line in lines)
