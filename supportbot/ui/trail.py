"""Where a reader has been: the list, a page, a page a link led to. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the help pages.

    Attributes:
        page_id: The page; empty for the list.
        anchor: The section it was opened at; empty for its beginning.
        forms: Words that were searched for, to be marked on the page.
        scroll: How far it was scrolled when it was left, in pixels; ``None`` when it was not left yet.
    """

    page_id: str = ""
    anchor: str = ""
    forms: frozenset[str] = frozenset()
    scroll: int | None = None

    @property
    def is_list(self) -> bool:
        """Whether it is the list of pages."""
        return not self.page_id


class Trail:
    """The way from where the reader was opened to where it is."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    @property
    def here(self) -> Place | None:
        """The place that is shown; ``None`` while the reader is closed."""
        return self._places[-1] if self._places else None

    @property
    def at_start(self) -> bool:
        """Whether there is nothing to go back to."""
        return len(self._places) <= 1

    def go(self, place: Place, scroll: int = 0) -> None:
        """Go on to a place; the one that is left keeps how far it was scrolled. The list is on the way once."""
        if self._places:
            self._places[-1] = replace(self._places[-1], scroll=scroll)
        if place.is_list:
            kept = next((n for n, one in enumerate(self._places) if one.is_list), len(self._places))
            del self._places[kept:]
        self._places.append(place)

    def back(self) -> Place | None:
        """Go back one place; ``None`` when that leads out of the reader."""
        if self._places:
            self._places.pop()
        return self.here

    def clear(self) -> None:
        """The reader was closed."""
        self._places.clear()
