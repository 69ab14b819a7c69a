"""Work that only the main thread can do, a few milliseconds at a time, so that the window answers meanwhile.

What needs no widget is done on a worker thread instead (``supportbot.ui.operations``).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE_MS = 8.0
_PAUSE_MS = 2  # in which what was typed, and the worker threads, have their turn


class Slices(QObject):
    """Goes on with one piece of work whenever the event loop comes by.

    Args:
        slice_ms: How long a slice may take, once the first is over; 0 for one step at a time.

    Signals:
        sliced: A slice was done.
        ended: All of it was done.
    """

    sliced = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None, *, slice_ms: float = SLICE_MS) -> None:
        super().__init__(parent)
        self._slice_ms = slice_ms
        self._work: Iterator[object] | None = None
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(lambda: self._go_on(self._slice_ms))

    @property
    def busy(self) -> bool:
        """Whether something is left to do."""
        return self._work is not None

    def start(self, work: Iterator[object], first_ms: float = SLICE_MS) -> None:
        """Begin with a slice now; other work that was not done is dropped.

        Args:
            work: Does a small step each time it is asked for the next of whatever it yields.
            first_ms: How long the first slice may take.
        """
        self._work = work
        self._timer.start()
        self._go_on(first_ms)

    def stop(self) -> None:
        """Drop what is left."""
        self._work = None
        self._timer.stop()

    def _go_on(self, limit_ms: float) -> None:
        work, until = self._work, time.perf_counter() + limit_ms / 1000
        if work is None:
            return
        for _ in work:
            if self._work is not work:  # a step led to other work
                return
            if time.perf_counter() >= until:
                self.sliced.emit()
                return
        if self._work is work:
            self.stop()
            self.sliced.emit()
            self.ended.emit()
