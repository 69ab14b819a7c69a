"""Texts that are cut with their hits set off: an ellipsis at the end of the room, and nothing lost before it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from supportbot.knowledge import Piece
from supportbot.ui.look import Look
from supportbot.ui.views.marked import Letterings


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
    laid = Letterings(look).of("fine", [Piece(text)], room, 1)
    assert said(laid) == "Dark mode is under extraordi…"
    assert laid.lines == 1


def test_what_fits_is_not_cut(look):
    laid = Letterings(look).of("fine", [Piece("whole")], room_for(look, "whole") + 1, 1)
    assert said(laid) == "whole"


@pytest.mark.parametrize("end", [" → ", ", ", " – ", " ("])
def test_nothing_dangles_before_the_ellipsis(look, end):
    text = f"under Preferences{end}WWWWWW and more of it"
    room = room_for(look, f"under Preferences{end}…") + 2
    laid = Letterings(look).of("fine", [Piece(text)], room, 1)
    assert said(laid) == "under Preferences…"


def test_a_text_of_signs_only_is_not_cut_to_nothing(look):
    laid = Letterings(look).of("fine", [Piece("— " * 60)], 80, 1)
    assert said(laid).startswith("—")


def test_no_letter_is_parted_from_its_accents_or_its_other_half(look):
    text = "e\u0301😀" * 40
    for room in range(60, 90, 3):
        kept = said(Letterings(look).of("fine", [Piece(text)], room, 1)).removesuffix("…")
        assert text.startswith(kept)
        assert not text[len(kept) :].startswith("\u0301")


def test_the_last_of_several_lines_is_filled(look):
    text = "one two three " + "extraordinarilylongword " * 6
    laid = Letterings(look).of("fine", [Piece(text[:20]), Piece(text[20:], hit=True)], 150, 2)
    assert laid.lines == 2
    assert said(laid).endswith("…")
    longer = Letterings(look).of("fine", [Piece(said(laid)[:-1] + "ww…")], 150, 9)
    assert longer.lines == 3


def test_marks_stand_inside_their_line_in_any_script(look):
    line = look.line_height("fine")
    for text in ("archive", "أرشفة", "課題"):
        (mark,) = Letterings(look).of("fine", [Piece(text, hit=True)], 200, 1).marks()
        assert mark.top() >= 0
        assert mark.bottom() <= line


@pytest.mark.parametrize("lines", [1, 2])
def test_one_letter_more_would_not_fit(look, lines):
    text = "Archive the issues of a team and the archived ones of another wherever they are kept"
    before, _, after = text.partition("archived")
    pieces = [Piece(before), Piece("archived", hit=True), Piece(after * 3)]
    whole = "".join(piece.text for piece in pieces)
    for room in range(240, 330, 7):
        laid = Letterings(look).of("fine", pieces, room, lines)
        kept = said(laid).removesuffix("…")
        assert whole.startswith(kept)
        assert laid.lines == lines
        assert len(kept) > len(before)
        longer = whole[: len(kept) + 2] + "…"
        more = [Piece(before), Piece("archived", hit=True), Piece(longer[len(before) + 8 :])]
        assert said(Letterings(look).of("fine", more, room, lines)) != longer


@pytest.mark.parametrize(
    "text", ["many words before the one that was looked for: ", "長い文章です" * 8]
)
def test_a_hit_that_would_be_cut_off_is_come_to_sooner(look, text):
    laid = Letterings(look).of(
        "fine", [Piece(text), Piece("archive", hit=True), Piece(" it")], 120, 1, from_hit=True
    )
    assert said(laid).startswith("…")
    assert "archive" in said(laid)
    (mark,) = laid.marks()
    assert mark.right() <= 120
