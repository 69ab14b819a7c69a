"""How texts are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.product.text import (
    contains_any,
    contains_form,
    content_words,
    near_copy,
    normalise,
    trigram_similarity,
    trigrams,
)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Open **Settings → General**", "open settings > general"),
        ("Settings > General", "settings > general"),
        ("Settings, then General", "settings > general"),
        ("Settings -> General => Theme", "settings > general > theme"),
        ("# `Archive`\n\n_page_", "archive page"),
        ("See [the pricing page](https://x.example/p).", "see the pricing page."),
        ("the team\u2019s \u201cArchive\u201d", 'the team\'s "archive"'),
        ("1\u20138 weeks, auto\u2011archive", "1-8 weeks, auto-archive"),
        ("\uff33hift\u3000\uff0b \uff21", "shift + a"),
        ("STRASSE Straße", "strasse strasse"),
        ("", ""),
    ],
)
def test_the_normal_form(written, compared):
    assert normalise(written) == compared


@given(st.text(max_size=200))
def test_the_normal_form_is_stable_where_marks_do_not_meet(text):
    once = normalise(text)
    assert "  " not in once
    assert not set(once) & set("*_`#")
    assert once == once.strip()


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("Press **C** to create an issue.", "press c", True),
        ("Press Ctrl to create", "press c", False),
        ("archived issues", "archive", False),
        ("unarchive", "archive", False),
        ("the archive, then restore", "archive → restore", True),
        ("press ?", "press ?", True),
        ("it redirects for 30 days", "30 days", True),
        ("it redirects for 130 days", "30 days", False),
        ("un archive, the archive", "archive", True),
        ("snake_case", "case", False),
        ("設定からエクスポートします", "エクスポート", True),
        ("anything", "**", False),
        ("", "x", False),
    ],
)
def test_forms_stand_on_word_boundaries(text, form, said):
    assert contains_form(text, form) is said
    assert contains_any(text, [form, "certainly not said"]) is said


def test_trigrams_and_content_words():
    assert trigram_similarity(trigrams("Abc  d"), trigrams("abc d")) == 1.0
    assert trigram_similarity(trigrams("abc"), trigrams("xyz")) == 0.0
    assert content_words("How do I see the issues of Marta's team?") == {
        "see",
        "issue",
        "marta",
        "team",
    }


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("How do I export all my issues to CSV?", "how do i export all issues to csv", True),
        ("When was Linear founded?", "linear was founded when", True),
        ("How do I delete my account?", "How do I archive a project?", False),
        ("what?", "how?", False),
    ],
)
def test_near_copies(left, right, near):
    assert near_copy(left, right) is near
    assert near_copy(right, left) is near
