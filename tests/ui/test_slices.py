"""Work of the main thread in slices: the event loop comes by, and what was begun later takes its place."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer

from supportbot.ui.slices import SLICE_MS, Slices


def steps(done: list[str], name: str, count: int):
    """Steps that each take longer than a slice."""
    for number in range(count):
        until = time.perf_counter() + SLICE_MS / 1000
        while time.perf_counter() < until:
            pass
        done.append(f"{name}{number}")
        yield


def test_the_event_loop_comes_by_between_slices(qtbot):
    done: list[str] = []
    slices = Slices()
    QTimer.singleShot(0, lambda: done.append("event"))
    with qtbot.waitSignal(slices.ended):
        slices.start(steps(done, "a", 3))
        assert done == ["a0"]
        assert slices.busy
    assert done.index("event") < done.index("a2")
    assert not slices.busy


def test_what_is_short_is_done_at_once(qtbot):
    slices = Slices()
    with qtbot.waitSignals([slices.sliced, slices.ended]):
        slices.start(iter(range(5)))
        assert not slices.busy


def test_other_work_takes_the_place_of_what_was_not_done(qtbot):
    done: list[str] = []
    slices = Slices()
    slices.start(steps(done, "a", 3))
    with qtbot.waitSignal(slices.ended):
        slices.start(steps(done, "b", 2))
    assert done == ["a0", "b0", "b1"]


def test_a_step_may_begin_other_work(qtbot):
    done: list[str] = []
    slices = Slices()

    def first():
        slices.start(steps(done, "b", 2))
        yield
        done.append("never")

    with qtbot.waitSignal(slices.ended):
        slices.start(first())
    assert done == ["b0", "b1"]


def test_one_step_at_a_time_if_it_is_said_so(qtbot):
    done: list[int] = []
    slices = Slices(slice_ms=0)
    seen = []
    slices.sliced.connect(lambda: seen.append(len(done)))
    with qtbot.waitSignal(slices.ended):
        slices.start((done.append(number) for number in range(4)), 0)
    assert seen[:4] == [1, 2, 3, 4]
