"""The sheet behind "Talk to a human"."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.ui.states.doubts import refuse
from tests.ui.states.registry import area

if TYPE_CHECKING:
    from supportbot.ui.views.handoff_sheet import HandoffSheet
    from tests.ui.scene import Scene

state = area("Talking to a human")

_NOWHERE = Path("/media/stick/question.eml")


def _open(scene: Scene) -> HandoffSheet:
    """The sheet, after a refusal."""
    refuse(scene)
    scene.last.person.human.click()
    scene.until(lambda: scene.stage.presenter.sheet is not None)
    return scene.stage.presenter.sheet


def _take(sheet: HandoffSheet, kind: str) -> None:
    """Choose a way and go it."""
    (at,) = [at for at, way in enumerate(sheet.ways._values) if way.kind == kind]
    sheet.ways.items[at].click()
    sheet.action.click()


@state("Exactly what will be handed over, to be read and changed")
def handoff(scene: Scene) -> None:
    _open(scene)


@state("A human from the first moment: nothing was asked yet")
def handoff_empty(scene: Scene) -> None:
    scene.window.footer.human.click()
    scene.until(lambda: scene.stage.presenter.sheet is not None)


@state("Handed to the mail program")
def handoff_handed(scene: Scene) -> None:
    _take(_open(scene), "email")


@state("No mail program could be opened")
def handoff_no_mail(scene: Scene) -> None:
    sheet = _open(scene)
    scene.stage.takes_urls = False
    _take(sheet, "email")


@state("Saved as a file")
def handoff_saved(scene: Scene) -> None:
    sheet = _open(scene)
    scene.stage.save_to = scene.stage.database.parent / "question.eml"
    _take(sheet, "file")
    scene.until(sheet.outcome.isVisible)


@state("The file could not be written")
def handoff_not_saved(scene: Scene) -> None:
    sheet = _open(scene)
    scene.stage.save_to = _NOWHERE
    _take(sheet, "file")
    scene.until(sheet.outcome.isVisible)
