"""The states a model can be in."""

from __future__ import annotations

from itertools import pairwise

import pytest

from supportbot.models.states import TRANSITIONS, ModelState

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
