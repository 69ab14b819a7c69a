"""The list of the window's states: what each is called, what it shows, and how a scene gets there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.ui.scene import Scene
    from tests.ui.stage import Stage

Play = Callable[["Scene"], None]


@dataclass(frozen=True, slots=True)
class State:
    """A state of the window.

    Attributes:
        name: Of its pictures.
        area: The part of the window that it is about.
        shows: What is seen, in one line.
        play: Brings a scene there, once its window is open.
        before: What has to be the case before the window opens.
        stage: How its stage is set up.
        mirrored: Whether the window is laid out from right to left, whatever its language.
    """

    name: str
    area: str
    shows: str
    play: Play
    before: Callable[[Stage], None] | None = None
    stage: Mapping[str, Any] = field(default_factory=dict)
    mirrored: bool = False


STATES: dict[str, State] = {}


def area(title: str) -> Callable[..., Callable[[Play], Play]]:
    """What enters states of one part of the window: a decorator of the functions that play them."""

    def state(
        shows: str,
        *,
        before: Callable[[Stage], None] | None = None,
        mirrored: bool = False,
        **stage: Any,
    ) -> Callable[[Play], Play]:
        def enter(play: Play) -> Play:
            name = play.__name__.replace("_", "-")
            assert name not in STATES, name
            STATES[name] = State(name, title, shows, play, before, stage, mirrored)
            return play

        return enter

    return state
