"""Draws: greedy, repeatable, inside the nucleus, with the right log-probability."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from supportbot.contracts import Sampling
from supportbot.engine.sampling import Sampler
from supportbot.errors import EngineError

ROWS = arrays(np.float32, st.integers(2, 60), elements=st.floats(-30, 30, width=32))


@given(ROWS)
def test_greedy_takes_the_best_and_reports_its_log_probability(row):
    before = row.copy()
    token, logprob = Sampler(Sampling(temperature=0), len(row)).draw(row)
    assert token == row.argmax()
    exact = row.astype(np.float64)
    assert logprob == pytest.approx(exact[token] - np.logaddexp.reduce(exact), abs=1e-3)
    assert (row == before).all()


@given(ROWS, st.floats(0.1, 2), st.floats(0.05, 1), st.integers(0, 2**32))
def test_draws_stay_in_the_nucleus_and_repeat_by_seed(row, temperature, top_p, seed):
    sampling = Sampling(temperature=temperature, top_p=top_p, seed=seed)
    sampler, again = Sampler(sampling, len(row)), Sampler(sampling, len(row))
    weights = np.exp((row - row.max()).astype(np.float64) / temperature)
    weights /= weights.sum()
    for _ in range(5):
        token, _ = sampler.draw(row)
        assert again.draw(row)[0] == token
        assert weights[weights > weights[token]].sum() <= top_p + 1e-3


def test_frequencies_follow_the_weights():
    row = np.log(np.array([0.5, 0.3, 0.15, 0.05], np.float32))
    sampler = Sampler(Sampling(temperature=1.0, top_p=0.9, seed=3), 4)
    drawn = np.bincount([sampler.draw(row)[0] for _ in range(4000)], minlength=4) / 4000
    assert drawn == pytest.approx(np.array([0.5, 0.3, 0.15, 0]) / 0.95, abs=0.03)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_rows_that_are_no_numbers_are_an_error(bad):
    row = np.zeros(5, np.float32)
    row[2] = bad
    with pytest.raises(EngineError):
        Sampler(Sampling(temperature=0), 5).draw(row)
