"""Words in any script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.knowledge.words import forms_in, query_words, related, spans_of, words_in


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Cmd/Ctrl+K, sub-issues", ["cmd", "ctrl", "k", "sub", "issues"]),
        ("Résumé NAÏVE straße", ["resume", "naive", "strasse"]),
        ("ＡＢＣ ﬁle", ["abc", "file"]),
        ("snake_case 3.14", ["snake", "case", "3", "14"]),
        ("Ёлка מַיִם", ["елка", "מים"]),
        ("हिन्दी", ["हिन्दी"]),
        ("課題", ["課", "題", "課題"]),
        ("ｶﾞｲﾄﾞ・ガイド", ["ガ", "イ", "ド", "ガイ", "イド"] * 2),
        ("GitHub連携", ["github", "連", "携", "連携"]),
        ("½ x²", ["1", "2", "x2"]),
        ("!? …", []),
    ],
)
def test_forms(text, forms):
    assert sorted(word.form for word in words_in(text)) == sorted(forms)
    assert sorted(forms_in(text)) == sorted(forms)


def test_a_query_asks_for_two_characters_at_a_time():
    assert query_words("課題を Archive archive 課") == ("課題", "題を", "archive", "課")


def test_spans_are_of_the_text_as_it_was_written():
    assert [("Résumé"[a:b]) for a, b in spans_of("Résumé", {"resume"})] == ["Résumé"]
    assert spans_of("課題管理", {"課題", "題管"}) == ((0, 3),)
    assert spans_of("one two", {"three"}) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("issue", "issues"), ("archive", "archiving"), ("create", "creating"), ("key", "keys")],
)
def test_endings_make_no_other_word(one, other):
    assert related(one, other)
    assert related(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("date", "data"), ("use", "useful"), ("the", "there"), ("team", "template"), ("a1", "a12")],
)
def test_other_words_are_other_words(one, other):
    assert not related(one, other)


@given(st.text(max_size=80))
def test_any_text_has_words_with_places_in_it(text):
    for word in words_in(text):
        assert word.form
        assert 0 <= word.start < word.end <= len(text)
    assert set(query_words(text)) <= set(forms_in(text))


@given(st.text(max_size=80), st.text(max_size=10))
def test_spans_neither_touch_nor_overlap(text, query):
    spans = spans_of(text, set(query_words(query)))
    assert all(start < end for start, end in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
