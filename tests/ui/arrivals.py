"""The states of a model's arrival, played on a stage for pictures."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.errors import ModelFileError, NetworkError
from supportbot.models.states import ModelProgress, ModelState
from supportbot.ui.condition import InstallOffer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.stage import Stage

ARRIVALS = (
    "model-absent",
    "model-little-disk",
    "model-little-memory",
    "model-downloading",
    "model-paused",
    "model-verifying",
    "model-checking",
    "model-offline",
    "model-wrong-file",
    "model-damaged",
    "model-superseded",
    "model-bundled",
    "model-absent-rtl",
    "model-downloading-rtl",
)
_TOTAL = 2_300_000_000
OFFER = InstallOffer(_TOTAL, needed_bytes=4_700_000_000, free_bytes=64_000_000_000)
_DOWNLOADING = ModelProgress(ModelState.DOWNLOADING, 900_000_000, _TOTAL, 11_200_000, 125.0)


def set_up(stage: Stage, scene: str) -> None:
    """What has to be the case before the window opens."""
    scene = scene.removesuffix("-rtl")
    offers = {
        "model-little-disk": {"free_bytes": 1_200_000_000},
        "model-little-memory": {
            "memory_needed_bytes": 3_200_000_000,
            "memory_bytes": 2_000_000_000,
        },
        "model-damaged": {"state": ModelState.DAMAGED},
        "model-superseded": {"state": ModelState.SUPERSEDED},
    }
    stage.offer = dataclasses.replace(OFFER, **offers.get(scene, {}))
    if scene == "model-damaged":
        stage.model_fault = ModelFileError("m.gguf", "differs", "Again.", code="hash_mismatch")
    stage.installer.can_pause = True
    stage.installer.gate.clear()
    if scene == "model-bundled":
        stage.verification = lambda tell: _verify(stage, tell)


def play(stage: Stage, scene: str, until: Callable[[Callable[[], bool]], None]) -> None:
    """Bring the card into the scene's state."""
    scene = scene.removesuffix("-rtl")
    card, transfer = stage.window.model_card, stage.installer
    until(card.isVisible)
    steps = {
        "model-downloading": _DOWNLOADING,
        "model-paused": _DOWNLOADING,
        "model-verifying": ModelProgress(ModelState.VERIFYING, 1_600_000_000, _TOTAL, 4e8, 1.8),
        "model-checking": ModelProgress(ModelState.CHECKING, _TOTAL, _TOTAL),
    }
    faults = {
        "model-offline": NetworkError("No connection.", "Check it."),
        "model-wrong-file": ModelFileError("x", "is another", "Other.", code="hash_mismatch"),
    }
    if scene in steps:
        step = steps[scene]
        verifying = ModelProgress(ModelState.VERIFYING, _TOTAL, _TOTAL)
        transfer.steps = (verifying, step) if step.state is ModelState.CHECKING else (step,)
        card.install.click()
        until(lambda: card.bar.value() > 0)
    if scene == "model-paused":
        card.pause.click()
        until(card.resume.isVisible)
    if scene in faults:
        transfer.fault = faults[scene]
        transfer.gate.set()
        stage.model_file = Path("x.gguf")
        (card.choose if scene == "model-wrong-file" else card.install).click()
        until(lambda: not card.bar.isVisible() and card.title.text() != "")
    if scene == "model-bundled":
        until(lambda: card.bar.value() > 0)


def _verify(stage: Stage, tell: Callable[[ModelProgress], None]) -> None:
    tell(ModelProgress(ModelState.VERIFYING, 1_600_000_000, _TOTAL))
    stage.installer.gate.wait(60)
