"""When a silent worker is given up."""

from __future__ import annotations

import itertools
import queue

import pytest

from supportbot.contracts import GenerationRequest, Prompt, Sampling
from supportbot.engine.watch import Run, Watch


class Silent:
    """A worker that says nothing; it uses ``share`` of a processor."""

    exit_code = None

    def __init__(self, share):
        self.reports = queue.SimpleQueue()
        self.killed = False
        self._times = itertools.count(0.0, share)

    @property
    def computed_s(self):
        return next(self._times)

    def kill(self):
        self.killed = True


@pytest.fixture
def run():
    return Run(GenerationRequest("r", Prompt((), (), ()), Sampling()))


def looks_until_killed(worker, run, *, timeout_s=0.001):
    watch = Watch(worker, run, timeout_s)
    for look in range(1, 20):
        assert watch.next() is None
        if worker.killed:
            assert run.hung
            return look
    return None


def test_one_that_does_nothing_is_given_up_in_time(run):
    assert looks_until_killed(Silent(0.0), run) == 1


def test_one_that_computes_gets_longer_and_not_for_ever(run):
    assert looks_until_killed(Silent(1.0), run) == 5
