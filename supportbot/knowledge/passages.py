"""A help page in passages: what is searched, and later embedded and cited, one a section."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.knowledge.plain import inline_text, sections_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supportbot.product.schema import HelpPage

_WORD = re.compile(r"[\w]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One section of a help page, as plain text.

    Attributes:
        page_id: The page's id in the pack.
        title: The page's title.
        anchor: Names the section on its page; empty for what stands before the first heading.
        heading: The section's heading; empty where the anchor is.
        text: Its paragraphs, list items and lines of code, one a line.
        pointers: Its blocks that are only a link to somewhere else, one a line.
        readings: Words with marks of emphasis in them, in each way they may be read.
    """

    page_id: str
    title: str
    anchor: str
    heading: str
    text: str
    pointers: str = ""
    readings: str = ""


def passages_of(page: HelpPage) -> tuple[Passage, ...]:
    """The passages of a page in reading order; the first is the one before any heading, even if empty."""
    first, *rest = sections_of(page.body)
    anchors = anchors_of(section.heading for section in rest)
    return tuple(
        Passage(
            page.id,
            page.title,
            anchor,
            section.heading,
            "\n".join(section.blocks),
            "\n".join(section.pointers),
            "\n".join(section.readings),
        )
        for section, anchor in zip((first, *rest), ("", *anchors), strict=True)
    )


def anchors_of(headings: Iterable[str]) -> tuple[str, ...]:
    """Names for the headings of a page, in order: its words with hyphens, and a number where one repeats."""
    taken: dict[str, int] = {}
    anchors = []
    for heading in headings:
        plain = unicodedata.normalize("NFKC", inline_text(heading)).casefold()
        stem = "-".join(_WORD.findall(plain)) or "section"
        count = taken[stem] = taken.get(stem, -1) + 1
        anchors.append(f"{stem}-{count}" if count else stem)
    return tuple(anchors)
