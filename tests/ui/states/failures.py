"""What went wrong: one sentence of what happened, one of what to do, and a button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportbot.errors import (
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseNewerError,
    DiskFullError,
)
from supportbot.ui.condition import InstallOffer
from tests.ui.scripted import failed
from tests.ui.states.answers import archive, two
from tests.ui.states.registry import area

if TYPE_CHECKING:
    from tests.ui.scene import Scene

state = area("Failures")

_OFFER = InstallOffer(98_362_432, needed_bytes=200_000_000, free_bytes=64_000_000_000)


def _fail(scene: Scene, code: str) -> None:
    """The engine fails with a code, at the second question."""
    archive(scene)
    scene.ask(scene.said.restore[0], lambda question: failed(question, code))


@state("The answer model stopped; the question is kept")
def failure(scene: Scene) -> None:
    _fail(scene, "crashed")


@state("The computer ran out of memory")
def failure_memory(scene: Scene) -> None:
    _fail(scene, "out_of_memory")


@state("The model cannot be read any more")
def failure_model(scene: Scene) -> None:
    _fail(scene, "model_file")


@state("The question needs the model, which is not there", offer=_OFFER, installed=False)
def failure_no_model(scene: Scene) -> None:
    scene.until(scene.window.model_card.isVisible)
    scene.window.model_card.not_now.click()
    scene.ask(scene.said.restore[0], lambda question: failed(question, "not_installed"))
    scene.until(scene.window.model_card.isVisible)


@state("The processor cannot run the model: no Retry, a human is there")
def failure_processor(scene: Scene) -> None:
    _fail(scene, "cpu_unsupported")


@state("The engine stopped and is started again by itself")
def restarting(scene: Scene) -> None:
    archive(scene)
    scene.begin(scene.said.restore, scene.said.restore_half, holds=True)
    scene.until(scene.last.status.isVisible)
    scene.stage.bridge.engine_stopped.emit()


@state("Conversations were written by a newer version",
       history_fault=DatabaseNewerError("Written by version 9.", "Update."))  # fmt: skip
def history_newer(scene: Scene) -> None:
    scene.settle()


@state("The file with the conversations is damaged",
       history_fault=DatabaseDamagedError("No database.", "Restore it."))  # fmt: skip
def history_damaged(scene: Scene) -> None:
    scene.settle()


@state("The conversations are in use by another program",
       history_fault=DatabaseLockedError("Another program is using the database.", "Close it."))  # fmt: skip
def history_off(scene: Scene) -> None:
    scene.settle()


@state("The disk is full: the last messages are not saved")
def history_full(scene: Scene) -> None:
    two(scene)
    scene.stage.bridge.history_failed.emit(DiskFullError("The disk is full.", "Free some space."))


@state("A link that no browser took")
def link_failed(scene: Scene) -> None:
    archive(scene)
    scene.stage.takes_urls = False
    scene.window.conversation.link_activated.emit("https://linear.app/docs/nowhere-yet")
