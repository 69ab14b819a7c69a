"""How fast something goes and how long it still takes, from reports of how far it is.

Owns the smoothing and how often a report is passed on; moves no bytes. Time is a monotonic clock's, so that a clock
that is set does not matter; a machine that slept begins to measure anew.
"""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.models.states import ModelProgress

EVERY_S = 0.25
_SMOOTHED_OVER_S = 4.0
_KNOWN_AFTER_S = 2.0
_SLEPT_S = 15.0


class Pace:
    """Passes reports on with speed and time left: each change of state, and between them a few a second.

    Args:
        tell: Gets the reports.
        clock: Seconds, from any beginning.
    """

    def __init__(
        self, tell: Callable[[ModelProgress], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tell = tell
        self._clock = clock
        self._last: ModelProgress | None = None
        self._began_s = self._last_s = self._told_s = 0.0
        self._speed = 0.0

    def __call__(self, progress: ModelProgress) -> None:
        """Take a report; may raise what ``tell`` raises."""
        now, last = self._clock(), self._last
        changed = last is None or last.state is not progress.state
        if (
            last is None
            or changed
            or progress.done_bytes < last.done_bytes
            or now - self._last_s > _SLEPT_S
        ):
            self._begin(progress, now)
        elif now - self._last_s >= EVERY_S:
            self._measure(progress.done_bytes - last.done_bytes, now)
            self._last, self._last_s = progress, now
        if changed or now - self._told_s >= EVERY_S:
            self._told_s = now
            self._tell(self._measured(progress, now))

    def _begin(self, progress: ModelProgress, now: float) -> None:
        self._last, self._last_s = progress, now
        self._began_s = now
        self._speed = 0.0

    def _measure(self, came_bytes: int, now: float) -> None:
        passed = now - self._last_s
        speed = came_bytes / passed
        if self._last_s == self._began_s:
            self._speed = speed
        else:
            self._speed += (1 - math.exp(-passed / _SMOOTHED_OVER_S)) * (speed - self._speed)

    def _measured(self, progress: ModelProgress, now: float) -> ModelProgress:
        if now - self._began_s < _KNOWN_AFTER_S or self._speed < 1:
            return progress
        total = progress.total_bytes
        left = None if total is None else max(total - progress.done_bytes, 0) / self._speed
        return replace(progress, speed_bytes_s=self._speed, left_s=left)
