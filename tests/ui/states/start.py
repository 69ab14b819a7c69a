"""First run, and the model's arrival."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supportbot.errors import DiskFullError, ModelFileError, NetworkError, SupportbotError
from supportbot.models.states import ModelProgress, ModelState
from supportbot.ui.condition import InstallOffer
from tests.ui.states.registry import area

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.scene import Scene
    from tests.ui.stage import Stage

state = area("First run and the model's arrival")

_TOTAL = 2_300_000_000
_OFFER = InstallOffer(_TOTAL, needed_bytes=4_700_000_000, free_bytes=64_000_000_000)
_DOWNLOADING = ModelProgress(ModelState.DOWNLOADING, 900_000_000, _TOTAL, 11_200_000, 125.0)
_COMPARING = ModelProgress(ModelState.VERIFYING, 1_600_000_000, _TOTAL, 4e8, 1.8)


def _offered(**changes: Any) -> Callable[[Stage], None]:
    """A model that can be fetched, and waits half way."""

    def before(stage: Stage) -> None:
        stage.offer = dataclasses.replace(_OFFER, **changes)
        stage.installer.can_pause = True
        stage.installer.gate.clear()
        if changes.get("state") is ModelState.DAMAGED:
            stage.model_fault = ModelFileError("m.gguf", "differs", "Again.", code="hash_mismatch")

    return before


def _bundled(stage: Stage) -> None:
    """A model that is there and has to be compared first."""
    _offered()(stage)

    def verify(tell: Callable[[ModelProgress], None]) -> None:
        tell(_COMPARING)
        stage.installer.gate.wait(60)

    stage.verification = verify


def _offer(scene: Scene) -> None:
    scene.until(scene.window.model_card.isVisible)


def _move(scene: Scene, *steps: ModelProgress) -> None:
    """Have it begin, and come as far as the last step."""
    _offer(scene)
    scene.stage.installer.steps = steps
    card = scene.window.model_card
    card.install.click()
    scene.until(lambda: card.bar.value() > 0)


def _fail(scene: Scene, fault: SupportbotError, *, from_file: bool = False) -> None:
    """Have it begin and fail."""
    _offer(scene)
    card, transfer = scene.window.model_card, scene.stage.installer
    transfer.fault = fault
    transfer.gate.set()
    scene.stage.model_file = Path("x.gguf")
    failed: list[object] = []
    scene.stage.bridge.install_failed.connect(failed.append)
    (card.choose if from_file else card.install).click()
    scene.until(lambda: bool(failed))


@state("Greeting with starter questions; the model is there")
def first_run(scene: Scene) -> None:
    scene.settle()


@state("No model yet: size, free space, what is checked; Download, Choose a file, Not now",
       before=_offered(), installed=False)  # fmt: skip
def model_absent(scene: Scene) -> None:
    _offer(scene)


@state("The model does not fit on the disk", before=_offered(free_bytes=1_200_000_000), installed=False)  # fmt: skip
def model_little_disk(scene: Scene) -> None:
    _offer(scene)


@state("The computer has little memory for the model",
       before=_offered(memory_needed_bytes=3_200_000_000, memory_bytes=2_000_000_000), installed=False)  # fmt: skip
def model_little_memory(scene: Scene) -> None:
    _offer(scene)


@state("The model is on its way: share, speed, time left, pause, cancel", before=_offered(), installed=False)  # fmt: skip
def model_downloading(scene: Scene) -> None:
    _move(scene, _DOWNLOADING)


@state("The download is paused", before=_offered(), installed=False)
def model_paused(scene: Scene) -> None:
    _move(scene, _DOWNLOADING)
    card = scene.window.model_card
    card.pause.click()
    scene.until(card.resume.isVisible)


@state("What was downloaded is compared with its checksum", before=_offered(), installed=False)
def model_verifying(scene: Scene) -> None:
    _move(scene, _COMPARING)


@state("The model is tried out with a few questions", before=_offered(), installed=False)
def model_checking(scene: Scene) -> None:
    done = ModelProgress(ModelState.VERIFYING, _TOTAL, _TOTAL)
    _move(scene, done, ModelProgress(ModelState.CHECKING, _TOTAL, _TOTAL))


@state("No network while the model is fetched", before=_offered(), installed=False)
def model_offline(scene: Scene) -> None:
    _fail(scene, NetworkError("No connection.", "Check it."))


@state("The disk became full while the model was fetched", before=_offered(), installed=False)
def model_full_disk(scene: Scene) -> None:
    _fail(scene, DiskFullError("The disk is full.", "Free some space."))


@state("The chosen file is another model", before=_offered(), installed=False)
def model_wrong_file(scene: Scene) -> None:
    fault = ModelFileError("x", "is another", "Other.", code="hash_mismatch")
    _fail(scene, fault, from_file=True)


@state("The model is damaged", before=_offered(state=ModelState.DAMAGED), installed=False)
def model_damaged(scene: Scene) -> None:
    _offer(scene)


@state("The model is of an earlier version", before=_offered(state=ModelState.SUPERSEDED), installed=False)  # fmt: skip
def model_superseded(scene: Scene) -> None:
    _offer(scene)


@state("A model that came with the app is compared before its first use", before=_bundled)
def model_bundled(scene: Scene) -> None:
    scene.until(lambda: scene.window.model_card.bar.value() > 0)
