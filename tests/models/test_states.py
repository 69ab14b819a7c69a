"""The states a model can be in, and what may be asked of it in each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from supportbot.models.states import TRANSITIONS, Arrival, Command, ModelState

S = ModelState


def test_there_are_eight_and_each_can_be_reached_and_left():
    assert {state.value for state in S} == {
        "absent", "downloading", "paused", "verifying", "checking", "ready", "damaged", "superseded",
    }  # fmt: skip
    assert set(TRANSITIONS) == set(S)
    reached, open_states = {S.ABSENT}, [S.ABSENT]
    while open_states:
        for following in TRANSITIONS[open_states.pop()] - reached:
            reached.add(following)
            open_states.append(following)
    assert reached == set(S)
    assert all(TRANSITIONS[state] for state in S)


@pytest.mark.parametrize(
    "journey",
    [
        (S.ABSENT, S.DOWNLOADING, S.PAUSED, S.DOWNLOADING, S.VERIFYING, S.CHECKING, S.READY),
        (S.DOWNLOADING, S.ABSENT),
        (S.VERIFYING, S.DAMAGED, S.DOWNLOADING),
        (S.CHECKING, S.DAMAGED),
        (S.READY, S.SUPERSEDED, S.DOWNLOADING),
        (S.READY, S.VERIFYING, S.READY),
    ],
)
def test_journeys(journey):
    assert all(before.may_become(after) for before, after in pairwise(journey))


@pytest.mark.parametrize(
    ("before", "after"),
    [(S.ABSENT, S.READY), (S.DOWNLOADING, S.READY), (S.PAUSED, S.READY), (S.DAMAGED, S.READY)],
)
def test_nothing_is_ready_unverified(before, after):
    assert not before.may_become(after)
    assert before.may_become(before)


# --------------------------------------------------------------------------- commands


@pytest.mark.parametrize("state", S)
def test_every_command_leads_where_the_state_may_go(state):
    arrival = Arrival(state)
    for command in arrival.commands:
        assert state.may_become(arrival.told(command).state)
    for command in set(Command) - arrival.commands:
        with pytest.raises(ValueError, match=command.value):
            arrival.told(command)


def test_a_transfer_that_cannot_pause_is_not_asked_to():
    arrival = Arrival(S.DOWNLOADING, frozenset({Command.START, Command.CANCEL}))
    assert arrival.commands == {Command.CANCEL}


class Arriving(RuleBasedStateMachine):
    """Any order of commands and reports: nothing is used unverified, and a way on is always left."""

    def __init__(self):
        super().__init__()
        self.arrival = Arrival()
        self.verified = False

    @rule(data=strategies.data())
    def command(self, data):
        commands = sorted(self.arrival.commands)
        if commands:
            self.arrival = self.arrival.told(data.draw(strategies.sampled_from(commands)))
            self.note()

    @rule(state=strategies.sampled_from(sorted(S)))
    def report(self, state):
        before = self.arrival
        if not before.state.may_become(state):
            with pytest.raises(ValueError, match=state.value):
                before.moved(state)
            return
        self.arrival = before.moved(state)
        assert self.arrival.able == before.able
        self.note()

    def note(self):
        state = self.arrival.state
        if state is S.VERIFYING:
            self.verified = True
        elif state not in {S.CHECKING, S.READY}:
            self.verified = False

    @invariant()
    def nothing_is_ready_unverified(self):
        assert self.arrival.state is not S.READY or self.verified

    @invariant()
    def whoever_waits_can_do_something(self):
        assert self.arrival.state is S.READY or self.arrival.commands


TestArriving = Arriving.TestCase
TestArriving.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
