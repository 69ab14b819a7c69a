"""From right to left, whatever language the window speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.spoken import SPOKEN
from tests.ui.states.answers import SOURCES, ask_why, find
from tests.ui.states.drawer import search as search_talks
from tests.ui.states.pages import search as search_pages
from tests.ui.states.registry import area
from tests.ui.states.settings import open_pane

if TYPE_CHECKING:
    from tests.ui.scene import Scene

state = area("From right to left")


def _answer(scene: Scene) -> None:
    scene.said = SPOKEN["ar"]
    scene.say(scene.said.archive, sources=SOURCES)


@state("A conversation in Arabic", mirrored=True)
def rtl(scene: Scene) -> None:
    _answer(scene)


@state("What was wrong with an Arabic answer, and found in it", mirrored=True)
def feedback_rtl(scene: Scene) -> None:
    _answer(scene)
    ask_why(scene)
    find(scene, "اختر")


@state("Conversations, searched in Arabic", mirrored=True)
def drawer_rtl(scene: Scene) -> None:
    search_talks(scene, "أرشفة")


@state("Help pages, searched", mirrored=True)
def pages_rtl(scene: Scene) -> None:
    search_pages(scene, "archive iss")


@state("Settings", mirrored=True)
def settings_rtl(scene: Scene) -> None:
    open_pane(scene, "general")
