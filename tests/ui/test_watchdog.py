"""The watchdog sees when the main thread stays away, and where it was."""

from __future__ import annotations

import threading

from PySide6.QtCore import QTimer

from benchmarks.watchdog import Watchdog


def stay_away():
    """Hold the main thread for longer than is allowed."""
    threading.Event().wait(0.2)


def test_a_stall_is_found_with_its_place(qtbot):
    with Watchdog(limit_ms=20) as watch:
        QTimer.singleShot(0, stay_away)
        qtbot.waitUntil(lambda: any("stay_away" in str(one.stack) for one in watch.stalls))
    assert watch.longest_ms > 20


def test_it_can_begin_again_and_leaves_no_thread(qtbot):
    watch = Watchdog(limit_ms=60_000)
    for _ in range(2):
        before = len(watch.gaps_ms)
        with watch:
            qtbot.waitUntil(lambda b=before: len(watch.gaps_ms) > b)
    assert watch.stalls == []
    assert not any(one.name == "watchdog" for one in threading.enumerate())
