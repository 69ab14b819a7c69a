"""Half-written Markdown is shown without jumping."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.ui.markdown import closed, key_caps, looks_like_keys
from tests.ui.scripted import ARCHIVE

WHOLE = (
    ARCHIVE
    + "\n\nSee [the page](https://linear.app/docs) and ~~not~~ _that_ one.\n\n```\ncode *\n```\nDone."
)


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ("Choose **Arch", "Choose **Arch**"),
        ("Choose **", "Choose "),
        ("Choose **Archive*", "Choose **Archive**"),
        ("Press `Shi", "Press `Shi`"),
        ("Press `", "Press "),
        ("See [the pa", "See the pa"),
        ("See [the page](https://lin", "See the page"),
        ("See ![pict", "See pict"),
        ("one\n2.", "one"),
        ("text\n-", "text"),
        ("text\n#", "text"),
        ("snake_case", "snake_case"),
        ("2 * 3", "2 * 3"),
        (r"star \*", r"star \*"),
        ("```\nx = 1", "```\nx = 1\n```"),
        ("**bold and `code", "**bold and `code`**"),
    ],
)
def test_a_piece_gets_the_ending_it_will_probably_get(piece, shown):
    assert closed(piece) == shown


def test_no_mark_is_ever_seen_while_the_answer_is_written():
    for end in range(len(WHOLE)):
        shown = closed(WHOLE[:end])
        outside = re.sub(r"```.*?```|`[^`]*`", "", shown, flags=re.DOTALL)
        assert outside.count("**") % 2 == 0, shown
        assert "](" not in outside or outside.count("](") == outside.count(")"), shown


@given(st.text(alphabet=list("ab *_`~[]()!#->|\n\\1."), max_size=80))
def test_any_text_can_be_closed_and_closing_is_stable(text):
    shown = closed(text)
    assert closed(shown) is not None
    assert len(shown) <= len(text) + 80


@pytest.mark.parametrize(
    "text", ["X", "Ctrl+A", "Cmd/Ctrl+K", "Shift", "Esc", "F1", "⌘ K", "Shift+D", "?"]
)
def test_keys_are_told_from_code(text):
    assert looks_like_keys(text)


@pytest.mark.parametrize(
    "text",
    [
        "git checkout",
        "a.py",
        "issues.csv",
        "SELECT 1",
        "x = 1",
        "Umschalt halten",
        "Fin de línea",
        "strg_a",
    ],
)
def test_code_is_no_key(text):
    assert not looks_like_keys(text)


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("X", ["X"]),
        ("Ctrl+A", ["Ctrl", "A"]),
        ("Ctrl + Shift + K", ["Ctrl", "Shift", "K"]),
        ("Cmd/Ctrl+K", ["Cmd", "Ctrl", "K"]),
        ("⌘ K", ["⌘", "K"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("Ctrl+/", ["Ctrl", "/"]),
        ("+", ["+"]),
        ("/", ["/"]),
        ("Page Up", ["Page Up"]),
        ("Shift+Page down", ["Shift", "Page down"]),
        ("Strg+A", ["Strg", "A"]),
        ("Umschalt", ["Umschalt"]),
        ("Strg + Umschalt + Entf", ["Strg", "Umschalt", "Entf"]),
        ("Umschalt+Bild auf", ["Umschalt", "Bild auf"]),
        ("Strg+Pos1", ["Strg", "Pos1"]),
        ("Alt Gr+Q", ["Alt Gr", "Q"]),
        ("Eingabetaste", ["Eingabetaste"]),
        ("Ctrl+Mayús+Supr", ["Ctrl", "Mayús", "Supr"]),
        ("Re Pág", ["Re Pág"]),
        ("Mayús+Flecha arriba", ["Mayús", "Flecha arriba"]),
        ("Intro", ["Intro"]),
        ("Ctrl+スペース", ["Ctrl", "スペース"]),
    ],
)
def test_each_key_has_a_cap_of_its_own(text, caps):
    assert looks_like_keys(text)
    assert [text[first:end] for first, end in key_caps(text)] == caps
