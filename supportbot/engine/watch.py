"""One question at a worker, and the watch over both: what was shown, what hangs, what does not stop.

Kills a worker and never starts one; what the end means is ``client``'s.
"""

from __future__ import annotations

import queue
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from supportbot.contracts import GenerationFailed, GenerationFinished, TextDelta, TokenCounts

if TYPE_CHECKING:
    from supportbot.contracts import EngineEvent, GenerationRequest
    from supportbot.engine import protocol
    from supportbot.engine.process import WorkerProcess

CANCEL_PATIENCE_S = 1.5
"""A worker that has not stopped so long after a cancellation is killed (graphics processors do not stop)."""
_LOOK_S = 0.5
_SLOW_FACTOR = 5
"""A worker that is silent and yet computes gets so many times the patience: the machine may be slow, or busy."""
_COMPUTING_SHARE = 0.01


@dataclass(slots=True, eq=False)
class Run:
    """One call of ``generate``: what was shown of it, and what happened to it."""

    request: GenerationRequest
    shown: str = ""
    restarted: bool = False
    hung: bool = False
    cancelled_at: float | None = None

    @property
    def id(self) -> str:
        """The request's."""
        return self.request.request_id

    def taken(self, report: protocol.Report | None) -> EngineEvent | None:
        """The report as an event of this run, if it is one."""
        if getattr(report, "request_id", None) != self.id:
            return None
        if isinstance(report, TextDelta):
            self.shown += report.text
        return cast("EngineEvent", report)

    def cancelled(self) -> GenerationFinished:
        """The end of a run whose worker will not report one."""
        return GenerationFinished(self.id, "cancelled", self.shown, TokenCounts(0, 0, 0))

    def failed(self, code: str, detail: str, remedy: str) -> GenerationFailed:
        """The end of a run without an answer."""
        return GenerationFailed(self.id, code, detail, remedy)


class Watch:
    """Waits for reports; kills a worker that hangs, or does not stop when it should.

    Attributes:
        ended: The worker ended, and its last report was read.

    Args:
        worker: Which is watched.
        run: The question it was asked.
        hang_timeout_s: How long it may give no sign of life.
    """

    def __init__(self, worker: WorkerProcess, run: Run, hang_timeout_s: float) -> None:
        self._worker = worker
        self._run = run
        self._hang_timeout_s = hang_timeout_s
        self._quiet_s = 0.0
        self._computed_s = 0.0
        self._killed = False
        self.ended = False

    def next(self) -> protocol.Report | None:
        """The next report; nothing after a while, or when the worker ended (then ``ended``)."""
        patience = min(_LOOK_S, self._hang_timeout_s)
        if self._run.cancelled_at is not None:
            patience = min(patience, 0.1)
        try:
            report = self._worker.reports.get(timeout=patience)
        except queue.Empty:
            if not self._quiet_s:
                self._computed_s = self._worker.computed_s
            # Counted in looks, not by the clock: time in which this process was stopped does not count.
            self._quiet_s += patience
            self._look()
            return None
        if report is None:
            self.ended = self._worker.exit_code is not None and self._worker.reports.empty()
        else:
            self._quiet_s = 0.0
        return report

    def _look(self) -> None:
        if self._killed:
            # A process that cannot even be killed (stuck in a driver) is left behind.
            self.ended = self._quiet_s > CANCEL_PATIENCE_S
            return
        cancelled_at = self._run.cancelled_at
        if cancelled_at is not None and time.monotonic() - cancelled_at > CANCEL_PATIENCE_S:
            self._kill()
        elif self._quiet_s >= self._hang_timeout_s and not self._is_slow():
            self._run.hung = True
            self._kill()

    def _is_slow(self) -> bool:
        """Whether it computes, on a slow or busy machine, and is not yet overdue even for that."""
        if self._quiet_s >= _SLOW_FACTOR * self._hang_timeout_s:
            return False
        return self._worker.computed_s - self._computed_s > _COMPUTING_SHARE * self._quiet_s

    def _kill(self) -> None:
        self._worker.kill()
        self._killed = True
        self._quiet_s = 0.0
