"""Texts that are cut with their hits set off: an ellipsis at the end of the room, and nothing lost before it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from supportbot.knowledge import Piece
from supportbot.ui.look import Look
from supportbot.ui.views.marked import marked_lettering


@pytest.fixture
def look(qapp):
    return Look("#5e6ad2", "light")


def said(lettering):
    return lettering._layout.text()


def room_for(look, text):
    return QFontMetricsF(look.font("fine")).horizontalAdvance(text)


def test_as_many_letters_stand_there_as_fit(look):
    text = "Dark mode is under extraordinarilylongpreferences"
    room = room_for(look, "Dark mode is under extraordi…") + 1
    laid = marked_lettering(look, "fine", [Piece(text)], room, 1)
    assert said(laid) == "Dark mode is under extraordi…"
    assert laid.lines == 1


def test_what_fits_is_not_cut(look):
    laid = marked_lettering(look, "fine", [Piece("whole")], room_for(look, "whole") + 1, 1)
    assert said(laid) == "whole"


@pytest.mark.parametrize("end", [" → ", ", ", " – ", " ("])
def test_nothing_dangles_before_the_ellipsis(look, end):
    text = f"under Preferences{end}WWWWWW and more of it"
    room = room_for(look, f"under Preferences{end}…") + 2
    laid = marked_lettering(look, "fine", [Piece(text)], room, 1)
    assert said(laid) == "under Preferences…"


def test_a_text_of_signs_only_is_not_cut_to_nothing(look):
    laid = marked_lettering(look, "fine", [Piece("— " * 60)], 80, 1)
    assert said(laid).startswith("—")


def test_no_letter_is_parted_from_its_accents_or_its_other_half(look):
    text = "e\u0301😀" * 40
    for room in range(60, 90, 3):
        kept = said(marked_lettering(look, "fine", [Piece(text)], room, 1)).removesuffix("…")
        assert text.startswith(kept)
        assert not text[len(kept) :].startswith("\u0301")


def test_the_last_of_several_lines_is_filled(look):
    text = "one two three " + "extraordinarilylongword " * 6
    laid = marked_lettering(look, "fine", [Piece(text[:20]), Piece(text[20:], hit=True)], 150, 2)
    assert laid.lines == 2
    assert said(laid).endswith("…")
    longer = marked_lettering(look, "fine", [Piece(said(laid)[:-1] + "ww…")], 150, 9)
    assert longer.lines == 3


def test_marks_stand_inside_their_line_in_any_script(look):
    line = look.line_height("fine")
    for text in ("archive", "أرشفة", "課題"):
        (mark,) = marked_lettering(look, "fine", [Piece(text, hit=True)], 200, 1).marks()
        assert mark.top() >= 0
        assert mark.bottom() <= line
