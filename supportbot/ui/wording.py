"""Putting texts together in any language: sentences side by side, names and numbers inside of them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale, Qt

_PLACE = re.compile(r"%([1-9])")
# Scripts that leave no gap between two sentences end them so.
_FULL_STOPS = ("。", "！", "？")
_FIRST_STRONG, _POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def joined(*sentences: str) -> str:
    """Sentences one after the other; empty ones are left out."""
    text = ""
    for sentence in filter(None, sentences):
        gap = "" if not text or text.endswith(_FULL_STOPS) else " "
        text += gap + sentence
    return text


def filled(text: str, *values: str) -> str:
    """``%1``, ``%2``, … replaced; where it is read from the right, each value keeps its own direction."""
    if QLocale().textDirection() == Qt.LayoutDirection.RightToLeft:
        values = tuple(f"{_FIRST_STRONG}{value}{_POP}" if value else "" for value in values)

    def value_of(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        return values[at] if at < len(values) else place[0]

    return _PLACE.sub(value_of, text)


class Counted:
    """Texts that say how many, for what has no ``tr`` of its own.

    Its one instance is named as their context is: Qt's tool knows a count in ``tr`` only, and takes the name for it.
    """

    def tr(self, text: str, comment: str, count: int) -> str:
        """The text in the form for that many, ``%Ln`` replaced."""
        return QCoreApplication.translate("counted", text, comment, count)


counted = Counted()


def number(value: int) -> str:
    """A whole number as the reader's language writes it."""
    return QLocale().toString(value)
