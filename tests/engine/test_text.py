"""Bytes of tokens become whole characters, and stop strings never show."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from supportbot.engine.text import TextAssembler


def feed(pieces, stop=()):
    assembler = TextAssembler(stop)
    given_out = []
    for piece in pieces:
        given_out.append(assembler.feed(piece))
        if assembler.stopped:
            break
    given_out.append(assembler.finish())
    return assembler, given_out


def split(data, cuts):
    points = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in itertools.pairwise(points)]


@given(st.text(), st.lists(st.integers(min_value=0)))
def test_text_is_the_same_however_its_bytes_are_cut(text, cuts):
    text = text.encode(errors="replace").decode()
    assembler, given_out = feed(split(text.encode(), cuts))
    assert "".join(given_out) == assembler.text == text
    assert all("\ufffd" not in piece or "\ufffd" in text for piece in given_out)


@given(st.text(alphabet="abST", max_size=30), st.lists(st.integers(min_value=0)))
def test_stop_strings_cut_wherever_tokens_end(text, cuts):
    pieces = split(text.encode(), cuts)
    assembler, given_out = feed(pieces, ("ST", "bbb"))
    ends = [at for at in (text.find("ST"), text.find("bbb")) if at >= 0]
    # The first stop string that is complete ends the answer; a later one may begin earlier.
    assert "".join(given_out) == assembler.text
    assert assembler.stopped == bool(ends)
    if ends:
        assert assembler.text in [text[:end] for end in ends]
    else:
        assert assembler.text == text
    kept = b"".join(pieces[: assembler.whole_tokens]).decode()
    assert assembler.text.startswith(kept)


@given(st.lists(st.binary(max_size=4)))
def test_any_bytes_give_some_text(pieces):
    assembler, given_out = feed(pieces, ("\ufffd\ufffd\ufffd",))
    assert "".join(given_out) == assembler.text


def test_half_a_character_waits_and_is_dropped_at_the_end():
    assembler = TextAssembler()
    assert assembler.feed(b"a\xf0\x9f") == "a"
    assert assembler.feed(b"\x98") == ""
    assert assembler.finish() == ""
    assert assembler.text == "a"


def test_what_may_begin_a_stop_string_waits():
    assembler = TextAssembler(("<|im_end|>",))
    assert assembler.feed(b"see <|im") == "see "
    assert assembler.feed(b"possible") == "<|impossible"
    assert not assembler.stopped
