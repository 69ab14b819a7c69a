"""Markdown becomes the words a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.knowledge.plain import inline_text, sections_of


def blocks(markdown: str) -> list[str]:
    return [block for section in sections_of(markdown) for block in section.blocks]


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("choose **Archive** now", "choose Archive now"),
        ("*a* _b_ ***c*** ~~d~~ ~e~", "a b c d e"),
        ("Arch**ive**", "Archive"),
        ("2*3 and snake_case_name", "2*3 and snake_case_name"),
        ("a * b * c", "a * b * c"),
        ("press `Ctrl+A`, then ``a`b``", "press Ctrl+A, then a`b"),
        ("`**not bold**` \\*nor this\\*", "**not bold** *nor this*"),
        ("see [the page](https://a.example/x) now", "see the page now"),
        ("[a](https://a.example/x_(y)) [b](<u v>) [c](u 'title')", "a b c"),
        ("[a](not a link) [b] (no)", "[a](not a link) [b] (no)"),
        ("![a picture](x.png) [![in a link](x.png)](https://a.example)", "a picture in a link"),
        ("R&amp;D &#169; &euro;5 &nothing; AT&T", "R&D © €5 &nothing; AT&T"),
        ("<b>bold</b> <script>", "<b>bold</b> <script>"),
        ("これは**重要**です", "これは重要です"),
        ("**open", "**open"),
        ("one\n  two", "one two"),
    ],
)
def test_marks_go_and_words_stay(markdown, plain):
    assert inline_text(markdown) == plain


def test_blocks_are_paragraphs_items_cells_and_code():
    markdown = (
        "First\nline.\n\n- one\n- [x] two\n  more\n\n1. three\n   > quoted\n\n---\n\n"
        "```sh\n# no heading\ngit  push\n```\n\n| Role | May |\n|---|:-:|\n| Guest | see |\n"
    )
    assert blocks(markdown) == [
        "First line.", "one", "two more", "three", "quoted", "# no heading", "git push",
        "| Role | May |", "| Guest | see |",
    ]  # fmt: skip


def test_headings_divide_a_page():
    markdown = "lead\n\n# One #\ntext\n\nTwo `X`\n===\nmore\n\n####### no\n#no\n##\n~~~\n# code\n"
    assert [(s.heading, s.blocks) for s in sections_of(markdown)] == [
        ("", ["lead"]),
        ("One", ["text"]),
        ("Two X", ["more", "####### no #no"]),
        ("", ["# code"]),
    ]


def test_a_block_that_is_only_a_link_points_elsewhere():
    (section,) = sections_of("- [Roles](https://a.example)\n- See [Roles](https://a.example).\n")
    assert (section.pointers, section.blocks) == (["Roles"], ["See Roles."])


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "*",
                "_",
                "`",
                "[",
                "](",
                ")",
                "\n",
                "> ",
                "- ",
                "#",
                "|",
                "\\",
                "~~~",
                " ",
                "&",
                "!",
            ]
        ),
        max_size=60,
    )
)
def test_any_marks_can_be_read(parts):
    shown = "".join(
        section.heading + "".join(section.blocks + section.pointers)
        for section in sections_of("".join(parts))
    )
    assert shown.count("a") <= parts.count("a")


@pytest.mark.parametrize(
    "part",
    [
        "> ",
        "[",
        "*a ",
        "*a* ",
        "a**b",
        "`",
        "e`",
        "``x`",
        "[a](b",
        "<",
        "_",
        "|a",
        "- ",
        "&a",
        "\\",
        "[a](<",
        "(",
        "](",
    ],
)
def test_a_page_as_large_as_can_be_is_read_whatever_is_in_it(part):
    """Anything that grows with the square of the text would run into the time limit."""
    assert sections_of(part * (60_000 // len(part)))
