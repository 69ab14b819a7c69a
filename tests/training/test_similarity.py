from hypothesis import given
from hypothesis import strategies as st

from supportbot.product.text import content_words, trigram_similarity, trigrams
from supportbot.training.similarity import NearIndex, four_word_opening

WORDS = st.lists(
    st.sampled_from("how do i archive issue issues the team page csv export".split()), max_size=8
)
TEXTS = st.lists(WORDS.map(" ".join), max_size=25)


@given(TEXTS)
def test_the_index_drops_exactly_what_comparing_every_pair_would_drop(texts):
    index = NearIndex(0.7)
    kept: list[str] = []
    for text in texts:
        near = any(trigram_similarity(trigrams(text), trigrams(other)) > 0.7 for other in kept)
        assert (index.add(text) is not None) == near
        if not near:
            kept.append(text)


def test_case_and_spaces_do_not_hide_a_copy():
    assert trigrams("How  do I\tEXPORT") == trigrams("how do i export")


def test_content_words_ignore_order_filler_and_plural():
    assert content_words("How do I bulk-archive issues?") == content_words("issue bulk archive")


def test_an_opening_needs_four_words():
    assert four_word_opening("one two three") == ""
    assert four_word_opening("One two, three four five") == "one two three four"
