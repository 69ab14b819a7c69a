"""Noise on questions while training: dropped words and swapped letters, as hurried people type them.

The same question is spoilt differently in every epoch and identically in every run with the same seed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from supportbot.training.recipe import Noise

MIN_WORDS = 4


def spoil(question: str, noise: Noise, rng: random.Random) -> str:
    """``question`` with words dropped and letters swapped; never shorter than half of its words.

    Args:
        question: The question as written.
        noise: The chances a word.
        rng: Source of randomness; the caller seeds it by run, epoch and row.
    """
    words = question.split(" ")
    if len(words) >= MIN_WORDS and noise.drop_word:
        kept = [word for word in words if rng.random() >= noise.drop_word]
        words = kept if len(kept) * 2 >= len(words) else words
    return " ".join(
        _swap(word, rng) if rng.random() < noise.swap_letters else word for word in words
    )


def _swap(word: str, rng: random.Random) -> str:
    if len(word) < MIN_WORDS:
        return word
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
