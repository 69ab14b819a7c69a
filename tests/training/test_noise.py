import random

from hypothesis import given
from hypothesis import strategies as st

from supportbot.training.noise import spoil
from supportbot.training.recipe import Noise

NOISE = Noise(drop_word=0.3, swap_letters=0.3)


@given(st.text(max_size=200), st.integers(0, 1000))
def test_noise_repeats_with_its_seed_and_invents_no_letters(text, seed):
    once = spoil(text, NOISE, random.Random(seed))
    assert once == spoil(text, NOISE, random.Random(seed))
    assert sorted(once) == sorted(once)
    assert set(once) <= set(text)
    assert len(once.split(" ")) * 2 >= len(text.split(" "))


def test_no_noise_leaves_the_question_alone():
    assert (
        spoil("how do I export all my issues", Noise(), random.Random(1))
        == "how do I export all my issues"
    )


def test_short_questions_keep_every_word():
    assert len(spoil("export csv now", NOISE, random.Random(3)).split()) == 3
