"""What the window says before anything was asked, as far as the pack decides it. Imports little: the first frame waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    import datetime as dt

    from supportbot.product.pack import ProductPack


def facts_line(facts_as_of: dt.date) -> str:
    """How old the pack's facts are, in the reader's own way of writing dates."""
    translate = QCoreApplication.translate
    return translate("Footer", "Facts as of %1").replace("%1", _date(facts_as_of))


def _date(when: dt.date) -> str:
    translate = QCoreApplication.translate
    pattern = translate("Footer", "d MMMM yyyy", "format of a date, as QLocale writes it")
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)


def page_line(updated: dt.date, pages: int) -> str:
    """How old the help page under an answer is, or the oldest of several."""
    translate = QCoreApplication.translate
    said = (
        translate("Answer", "This page: %1")
        if pages == 1
        else translate("Answer", "Oldest page: %1")
    )
    return said.replace("%1", _date(updated))


def greeting_of(pack: ProductPack) -> tuple[str, str]:
    """Title and text of the first screen: a long greeting is a title and a sentence, not a shout."""
    greeting, tagline = pack.product.brand.greeting, pack.product.brand.tagline
    first, mark, rest = greeting.partition("! ")
    if not rest:
        return greeting, tagline
    return first + mark.strip(), rest
