"""What the settings say, in words; testable without a window. Values go in, sentences come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from supportbot.models.states import ModelState
from supportbot.ui import amounts
from supportbot.ui.error_words import sentence_of
from supportbot.ui.support_details import without_user
from supportbot.ui.wording import filled, joined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from supportbot.models.states import ModelStatus
    from supportbot.quality.doctor import Devices
    from supportbot.ui.storage_facts import Stored

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One kind of thing that is kept: what it is, in plain words, and its size."""

    title: str
    text: str
    size: str


@dataclass(frozen=True, slots=True)
class ModelWords:
    """What is said of the model; empty for what there is nothing to say of."""

    name: str = ""
    state: str = ""
    size: str = ""
    place: str = ""
    can_verify: bool = False


def pane_titles() -> tuple[str, ...]:
    """What the pages are called, in reading order."""
    return (
        translate("GeneralPane", "General"),
        translate("PrivacyPane", "Privacy"),
        translate("ModelPane", "Model"),
        translate("AdvancedPane", "Advanced"),
        translate("AboutPane", "About"),
    )


def stored_rows(stored: Sequence[Stored]) -> tuple[StoredRow, ...]:
    """What is kept, in plain words."""
    words = {
        "conversations": (
            translate("Stored", "Conversations"),
            translate(
                "Stored",
                "Your questions, also unsent ones, the answers, what you said of them, and what you called them.",
            ),
        ),
        "states": (
            translate("Stored", "Head start"),
            translate(
                "Stored", "Lets the model go on with a conversation without reading it again."
            ),
        ),
        "models": (
            translate("Stored", "Answer model"),
            translate(
                "Stored", "What was installed, and its checksums. Nothing of yours is in it."
            ),
        ),
        "settings": (translate("Stored", "Settings"), translate("Stored", "What you chose here.")),
        "logs": (
            translate("Stored", "Logs"),
            translate("Stored", "What went wrong and when, without a word of what you asked."),
        ),
    }
    return tuple(StoredRow(*words[one.kind], size_line(one.size_bytes)) for one in stored)


def size_line(size_bytes: int) -> str:
    """A size as the reader's language writes it."""
    if not size_bytes:
        return translate("Stored", "Empty")
    return amounts.size(max(size_bytes, 1000))


def model_words(status: ModelStatus | None, given: Path | None = None) -> ModelWords:
    """What is said of the model.

    Args:
        status: What the store says; ``None`` while nobody has looked.
        given: A file that was named at the start instead of the pack's model.
    """
    if given is not None:
        state = translate(
            "ModelPane", "Named when the window was opened. It has no checksum to compare with."
        )
        return ModelWords(given.name, state, place=without_user(given))
    if status is None:
        return ModelWords(state=translate("ModelPane", "Looking…"))
    if status.model_id is None:
        text = translate(
            "ModelPane", "This helper has no model: it answers from checked answers and help pages."
        )
        return ModelWords(state=text)
    there = status.path is not None
    return ModelWords(
        name=f"{status.model_id} · {status.sha256[:12]}" if status.sha256 else status.model_id,
        state=_state_line(status),
        size=size_line(status.size_bytes) if there and status.size_bytes else "",
        place=without_user(status.path) if status.path is not None else "",
        can_verify=there,
    )


def verdict_line(status: ModelStatus) -> str:
    """What came of a verification that found nothing wrong."""
    text = translate("ModelPane", "Intact: every byte is as it should be.")
    return joined(text, _checked_line(status))


def devices_line(devices: Devices | None, chosen: str) -> str:
    """What the model can run on here.

    Args:
        devices: What was found; ``None`` when it could not be found out.
        chosen: ``auto``, ``cpu`` or ``gpu``.
    """
    if devices is None:
        return translate("AdvancedPane", "What this computer has could not be found out.")
    if devices.gpus:
        text = translate("AdvancedPane", "Graphics processor: %1.")
        return filled(text, QLocale().createSeparatedList(list(devices.gpus)))
    if chosen == "gpu":
        return translate(
            "AdvancedPane",
            "No graphics processor was found that can be used: the processor answers.",
        )
    return translate("AdvancedPane", "No graphics processor was found that can be used.")


def _state_line(status: ModelStatus) -> str:
    if status.state is ModelState.READY:
        return joined(translate("ModelPane", "Ready."), _checked_line(status))
    if status.state is ModelState.VERIFYING:
        return translate("ModelPane", "There, and not compared with its checksum yet.")
    if status.state is ModelState.SUPERSEDED:
        return translate("ModelPane", "Another version is here; this one is not installed yet.")
    if status.problem is not None and status.state is ModelState.DAMAGED:
        return sentence_of(status.problem)
    return translate("ModelPane", "Not on this computer.")


def _checked_line(status: ModelStatus) -> str:
    if status.checked_at is None:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(status.checked_at.timestamp()))
    said = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    return translate("ModelPane", "Checked %1.").replace("%1", said)
