"""Speed and time left, by a clock that a test winds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies

from supportbot.models.pace import Pace
from supportbot.models.states import ModelProgress, ModelState

MB = 1_000_000


class Clock:
    """Seconds that pass when told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def drive(steps, total=1000 * MB, state=ModelState.DOWNLOADING):
    """What is passed on of reports: pairs of seconds that pass and bytes that come."""
    clock, told, done = Clock(), [], 0
    pace = Pace(told.append, clock)
    pace(ModelProgress(state, 0, total))
    for seconds, came in steps:
        clock.now += seconds
        done += came
        pace(ModelProgress(state, done, total))
    return told


def test_a_steady_speed_is_told_with_the_time_it_still_takes():
    told = drive([(0.5, 5 * MB)] * 20)
    assert told[0].speed_bytes_s is None
    assert told[-1].speed_bytes_s == pytest.approx(10 * MB)
    assert told[-1].left_s == pytest.approx((1000 - 100) / 10)


def test_a_speed_that_falls_is_followed_without_jumps():
    told = drive([(0.5, 5 * MB)] * 20 + [(0.5, 1 * MB)] * 40)
    speeds = [one.speed_bytes_s for one in told if one.speed_bytes_s is not None]
    assert speeds == sorted(speeds, reverse=True)
    assert all(before - after < 2 * MB for before, after in pairwise(speeds))
    assert speeds[-1] == pytest.approx(2 * MB, rel=0.1)


def test_a_machine_that_slept_does_not_count_the_night():
    told = drive([(0.5, 5 * MB)] * 20 + [(28_800, 5 * MB)] + [(0.5, 5 * MB)] * 8)
    assert told[-1].speed_bytes_s == pytest.approx(10 * MB)


def test_nothing_is_known_of_what_stands_still_or_has_no_total():
    assert drive([(1, 0)] * 10)[-1].speed_bytes_s is None
    told = drive([(1, MB)] * 10, total=None)
    assert (told[-1].speed_bytes_s, told[-1].left_s) == (pytest.approx(MB), None)


def test_a_state_begins_to_be_measured_anew_and_is_told_at_once():
    clock, told = Clock(), []
    pace = Pace(told.append, clock)
    for state in (ModelState.DOWNLOADING, ModelState.VERIFYING, ModelState.CHECKING):
        pace(ModelProgress(state, 5 * MB, 9 * MB))
    assert [one.state for one in told] == ["downloading", "verifying", "checking"]


@settings(max_examples=50)
@given(
    strategies.lists(
        strategies.tuples(strategies.floats(0, 100), strategies.integers(-5 * MB, 50 * MB)),
        max_size=20,
    )
)
def test_whatever_comes_is_passed_on_at_most_a_few_times_a_second(steps):
    told = drive(steps)
    assert len(told) <= 1 + sum(seconds for seconds, _ in steps) / 0.25 + 1
    for one in told:
        assert one.speed_bytes_s is None or one.speed_bytes_s >= 1
        assert one.left_s is None or one.left_s >= 0
