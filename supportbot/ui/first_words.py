"""What the window says before anything was asked, as far as the pack decides it. Imports little: the first frame waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.ui.days import full_date

if TYPE_CHECKING:
    import datetime as dt

    from supportbot.product.pack import ProductPack


def facts_line(facts_as_of: dt.date) -> str:
    """How old the pack's facts are, in the reader's own way of writing dates."""
    said = QCoreApplication.translate("Footer", "Facts as of %1")
    return said.replace("%1", full_date(facts_as_of))


def page_line(updated: dt.date, pages: int) -> str:
    """How old the help page under an answer is, or the oldest of several."""
    translate = QCoreApplication.translate
    said = (
        translate("Answer", "Help page updated %1")
        if pages == 1
        else translate("Answer", "Oldest help page: %1")
    )
    return said.replace("%1", full_date(updated))


def greeting_of(pack: ProductPack) -> tuple[str, str]:
    """Title and text of the first screen: a long greeting is a title and a sentence, not a shout."""
    greeting, tagline = pack.product.brand.greeting, pack.product.brand.tagline
    first, mark, rest = greeting.partition("! ")
    if not rest:
        return greeting, tagline
    return first + mark.strip(), rest
