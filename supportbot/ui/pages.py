"""What the reader shows of the help pages, in values and words; testable without a window.

Pages and hits go in, frozen values come out; views only lay them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.knowledge import Hit, Piece
from supportbot.knowledge.words import forms_in
from supportbot.ui.first_words import facts_line
from supportbot.ui.markdown import is_intricate
from supportbot.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from supportbot.product.links import LinkPolicy
    from supportbot.product.schema import HelpPage

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page in the list.

    Attributes:
        page_id: Which page.
        title: Its title, hits marked.
        section: Heading of the section that was found; empty for the page's beginning.
        text: How the page begins, or the part of it that was found.
        anchor: Where to open it.
        forms: Words to be marked on it.
    """

    page_id: str
    title: Pieces
    section: Pieces = ()
    text: Pieces = ()
    anchor: str = ""
    forms: frozenset[str] = frozenset()

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ". ".join(
            said for part in (self.title, self.section, self.text) if (said := plain(part))
        )


@dataclass(frozen=True, slots=True)
class PageText:
    """A page to be read.

    Attributes:
        page_id: Which page.
        title: Its title.
        facts: How old what it says is.
        markdown: What it says; empty when it cannot be shown here.
        url: Its address on the web; empty when it may not be opened.
        excuse: Why it cannot be shown here; empty when it can.
    """

    page_id: str
    title: str
    facts: str
    markdown: str
    url: str
    excuse: str = ""


def rows_of(pages: Iterable[HelpPage], leads: Mapping[str, str]) -> tuple[PageRow, ...]:
    """All pages by their titles, as a dictionary orders them.

    Args:
        pages: The pack's pages.
        leads: How each begins, by its id; may be incomplete.
    """
    ordered = sorted(pages, key=lambda page: (forms_in(page.title), page.id))
    return tuple(
        PageRow(page.id, (Piece(page.title),), text=(Piece(leads.get(page.id, "")),))
        for page in ordered
    )


def row_of(hit: Hit) -> PageRow:
    """A page that was found."""
    return PageRow(hit.page_id, hit.title, hit.heading, hit.snippet, hit.anchor, hit.forms)


def page_of(page: HelpPage, links: LinkPolicy) -> PageText:
    """A page to be read; one that no reader should have to lay out is only told of."""
    translate = QCoreApplication.translate
    excuse = ""
    if is_intricate(page.body):
        excuse = translate("Reader", "This page is too intricate to be shown here.")
    elif not page.body.strip():
        excuse = translate("Reader", "This page has no text yet.")
    return PageText(
        page_id=page.id,
        title=page.title,
        facts=facts_line(page.updated),
        markdown="" if excuse else page.body,
        url="" if links.fault(page.url) else page.url,
        excuse=excuse,
    )


def count_line(count: int) -> str:
    """How many pages were found, for a screen reader."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Reader", "1 page found")
    return counted.tr("%Ln pages found", "", count)


def plain(pieces: Pieces) -> str:
    """Pieces as the text they are."""
    return "".join(piece.text for piece in pieces)
