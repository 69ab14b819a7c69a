"""Which pictures are taken: every state in English, light and dark, and beside that every pair of all other conditions.

Languages, widths, scales of the display and sizes of the text would make thousands of pictures. Most faults need only
two of them to come together, so pictures are chosen greedily until every two values stand together in one of them, the
parts of the window among these; what room is left goes to states that have not been seen so yet.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, product, zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.ui.states import State

MOST = 250
THEMES = ("light", "dark")
HEIGHTS = {440: 700, 360: 640, 1400: 900}
DISPLAYS = (1, 2)
TEXTS = (1, 2)

Pair = tuple[tuple[str, Any], tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A state under conditions.

    Attributes:
        state: Its name.
        theme: ``light`` or ``dark``.
        language: A code.
        width: Of the window, in logical pixels.
        display: Scale of the display.
        text: Size of the text.
    """

    state: str
    theme: str = "light"
    language: str = "en"
    width: int = 440
    display: int = 1
    text: int = 1

    @property
    def name(self) -> str:
        """Of its file, without the suffix."""
        parts = [self.state]
        parts += [self.language] if self.language != "en" else []
        parts.append(self.theme)
        parts += [str(self.width)] if self.width != 440 else []
        parts += ["display-200"] if self.display == 2 else []
        parts += ["text-200"] if self.text == 2 else []
        return "-".join(parts)

    @property
    def size(self) -> tuple[int, int]:
        """Of the window, in logical pixels."""
        return self.width, HEIGHTS[self.width]

    @property
    def pixels(self) -> int:
        """How many it has."""
        return self.size[0] * self.size[1] * self.display**2

    def conditions(self, area: str) -> dict[str, Any]:
        """Everything about it but the state, whose part of the window is ``area``."""
        return {
            "area": area,
            "theme": self.theme,
            "language": self.language,
            "width": self.width,
            "display": self.display,
            "text": self.text,
        }


def axes(states: Iterable[State], languages: Sequence[str]) -> dict[str, tuple[Any, ...]]:
    """The values of each condition."""
    return {
        "area": tuple(dict.fromkeys(state.area for state in states)),
        "theme": THEMES,
        "language": tuple(languages),
        "width": tuple(HEIGHTS),
        "display": DISPLAYS,
        "text": TEXTS,
    }


def pairs(values: Mapping[str, Any]) -> set[Pair]:
    """Every two conditions of a picture."""
    return set(combinations(values.items(), 2))


def plain(states: Iterable[State]) -> list[Picture]:
    """Every state in English, light and dark, at the usual size."""
    return [Picture(state.name, theme) for state in states for theme in THEMES]


def varied(states: Sequence[State], languages: Sequence[str], room: int) -> list[Picture]:
    """Pictures that have every pair of conditions among them, one a state and at most ``room``.

    Raises:
        ValueError: There is not room enough.
    """
    values = axes(states, languages)
    missing = {
        pair
        for (one, some), (other, more) in combinations(values.items(), 2)
        for pair in product(((one, value) for value in some), ((other, value) for value in more))
    }
    areas = {state.name: state.area for state in states}
    for picture in plain(states):
        missing -= pairs(picture.conditions(areas[picture.state]))
    options = [
        (theme, language, width, display, text)
        for theme, language, width, display, text in product(*list(values.values())[1:])
        if (language, width, display, text) != ("en", 440, 1, 1)
    ]
    used: Counter[tuple[str, Any]] = Counter()
    chosen: list[Picture] = []
    waiting = _in_turn(states)
    while len(chosen) < room and (waiting or missing):
        state = waiting.pop(0) if waiting else next(s for s in states if _lacks(s.area, missing))
        best = max(
            (Picture(state.name, *option) for option in options),
            key=lambda one: _worth(one, areas[one.state], missing, used),
        )
        conditions = best.conditions(state.area)
        missing -= pairs(conditions)
        used.update(conditions.items())
        if best not in chosen:
            chosen.append(best)
    if missing:
        raise ValueError(f"{room} pictures are too few: {len(missing)} pairs are missing")
    order = {state.name: at for at, state in enumerate(states)}
    return sorted(chosen, key=lambda one: order[one.state])


def all_pictures(states: Sequence[State], languages: Sequence[str]) -> list[Picture]:
    """Every picture there is."""
    first = plain(states)
    return first + varied(states, languages, MOST - len(first))


def quick(pictures: Sequence[Picture], areas: Mapping[str, str]) -> list[Picture]:
    """A few of them that are quick to take: each part of the window light and dark, and each condition."""
    chosen: dict[Picture, None] = {}
    seen: set[tuple[str, Any]] = set()
    small = sorted(pictures, key=lambda one: one.pixels)
    for theme in THEMES:
        for area in dict.fromkeys(areas.values()):
            of_area = [p for p in small if areas[p.state] == area and p.theme == theme]
            chosen[of_area[min(len(of_area) - 1, THEMES.index(theme))]] = None
    for one in small:
        conditions = {item for item in one.conditions("").items() if item[0] != "area"}
        if conditions - seen:
            seen |= conditions
            chosen[one] = None
    return list(chosen)


def _in_turn(states: Sequence[State]) -> list[State]:
    """One state of each part of the window after the other."""
    rows: dict[str, list[State]] = {}
    for state in states:
        rows.setdefault(state.area, []).append(state)
    return [one for column in zip_longest(*rows.values()) for one in column if one is not None]


def _lacks(area: str, missing: set[Pair]) -> bool:
    return any(("area", area) in pair for pair in missing) or not any(
        condition == "area" for pair in missing for condition, _ in pair
    )


def _worth(
    one: Picture, area: str, missing: set[Pair], used: Counter[tuple[str, Any]]
) -> tuple[int, int, int]:
    """How many missing pairs it brings; then, how seldom its conditions were seen; then, how small it is."""
    conditions = one.conditions(area)
    new = len(pairs(conditions) & missing)
    return new, -sum(used[item] for item in conditions.items()), -one.pixels
