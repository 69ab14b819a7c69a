"""The table of pictures in ``docs/ui-review.md``: a line for each, what it shows, and room for three reviewers.

Written anew with the pictures; what reviewers wrote stays with the picture of that name, and so does all the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.ui.pictures import Picture
    from tests.ui.states import State

REVIEWERS = 3
_BEGIN, _END = "<!-- pictures -->", "<!-- end of pictures -->"
_LINE = re.compile(
    r"^\| \[([\w-]+)\]\(images/[\w-]+\.png\) \| [^|]* ((?:\|[^|]*){3})\|$", re.MULTILINE
)


def listed(document: str) -> list[str]:
    """The names of the pictures in the table, from top to bottom."""
    return [found.group(1) for found in _LINE.finditer(document)]


def updated(document: str, pictures: Sequence[Picture], states: Mapping[str, State]) -> str:
    """The document with a line for each of these pictures.

    Raises:
        ValueError: There is no place for the table.
    """
    head, begin, rest = document.partition(_BEGIN)
    old, end, foot = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{_BEGIN} and {_END} are not there")
    notes = {found.group(1): found.group(2) for found in _LINE.finditer(old)}
    table = "\n".join(_table(pictures, states, notes))
    return f"{head}{begin}\n\n{table}\n\n{end}{foot}"


def shown(picture: Picture, state: State) -> str:
    """What a picture shows, in a line."""
    told = [state.shows]
    if picture.language != "en":
        told.append(QLocale.languageToString(QLocale(picture.language).language()))
    told.append(picture.theme)
    told += [f"{picture.width} px wide"] if picture.width != 440 else []
    told += ["display at 200 %"] if picture.display == 2 else []
    told += ["text at 200 %"] if picture.text == 2 else []
    return " · ".join(told)


def _table(
    pictures: Sequence[Picture], states: Mapping[str, State], notes: Mapping[str, str]
) -> Iterator[str]:
    order = {name: at for at, name in enumerate(states)}
    numbers = " | ".join(str(one + 1) for one in range(REVIEWERS))
    area = ""
    for picture in sorted(pictures, key=lambda one: order[one.state]):
        state = states[picture.state]
        if state.area != area:
            area = state.area
            yield from ("", f"### {area}", "", f"| Picture | Shows | {numbers} |")
            yield "|---" * (2 + REVIEWERS) + "|"
        said = notes.get(picture.name, "| " * REVIEWERS)
        yield f"| [{picture.name}](images/{picture.name}.png) | {shown(picture, state)} {said}|"
