"""What the settings say, in words; testable without a window. Values go in, sentences come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from supportbot.models.states import ModelState
from supportbot.ui import amounts
from supportbot.ui.days import clock_time, full_date, now_here
from supportbot.ui.error_words import sentence_of
from supportbot.ui.support_details import without_user
from supportbot.ui.wording import counted, filled, joined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from supportbot.models.states import ModelStatus
    from supportbot.product.pack import ProductPack
    from supportbot.quality.doctor import Devices
    from supportbot.ui.licences import Part
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
                "Your questions and drafts, the answers, your ratings, and the names you gave conversations.",
            ),
        ),
        "states": (
            translate("Stored", "Quick resume"),
            translate(
                "Stored", "Lets the model continue a conversation without reading all of it again."
            ),
        ),
        "models": (
            translate("Stored", "Answer model"),
            translate("Stored", "The installed model. Nothing of yours is in it."),
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


def model_words(
    status: ModelStatus | None, given: Path | None = None, title: str = ""
) -> ModelWords:
    """What is said of the model.

    Args:
        status: What the store says; ``None`` while nobody has looked.
        given: A file that was named at the start instead of the pack's model.
        title: What the pack's model is called.
    """
    if given is not None:
        state = translate("ModelPane", "Chosen when the program was started. It cannot be checked.")
        return ModelWords(given.name, state, place=without_user(given))
    if status is None:
        return ModelWords(state=translate("ModelPane", "Looking…"))
    if status.model_id is None:
        text = translate(
            "ModelPane", "This helper works without a model: with checked answers and help pages."
        )
        return ModelWords(state=text)
    there = status.path is not None
    return ModelWords(
        name=title or status.model_id,
        state=_state_line(status),
        size=size_line(status.size_bytes) if there and status.size_bytes else "",
        place=without_user(status.path) if status.path is not None else "",
        can_verify=there,
    )


def verdict_line() -> str:
    """What came of a verification that found nothing wrong."""
    return translate("ModelPane", "Intact: every byte is as it should be.")


def model_title(pack: ProductPack) -> str:
    """What the pack's model is called, in words; empty for a pack without one."""
    generator = pack.product.models.generator
    if generator is None:
        return ""
    name = generator.filename.rpartition("/")[2].partition(".")[0].replace("-", " ")
    product = f"{pack.product.name} {pack.product.version}"
    return filled(translate("ModelPane", "%1, for %2"), name, product)


def part_title(part: Part) -> str:
    """What a part is, and its name."""
    named = {
        "program": translate("AboutPane", "Program: %1"),
        "model": translate("AboutPane", "Answer model: %1"),
    }
    return filled(named[part.kind], part.name) if part.kind in named else part.name


def erase_words(conversations: int) -> str:
    """What is lost when everything is erased; ``0``: nobody knows yet how many conversations there are."""
    if conversations == 1:
        who = translate("Erasing", "One conversation will be erased from this computer.")
    elif conversations:
        who = counted.tr("%Ln conversations will be erased from this computer.", "", conversations)
    else:
        who = translate("Erasing", "All conversations will be erased from this computer.")
    rest = translate(
        "Erasing",
        "Your drafts, your ratings and the names you gave conversations go too. This cannot be undone.",
    )
    return joined(who, rest)


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
        return translate("ModelPane", "On this computer, but not checked yet.")
    if status.state is ModelState.SUPERSEDED:
        return translate("ModelPane", "Another version is here; this one is not installed yet.")
    if status.problem is not None and status.state is ModelState.DAMAGED:
        return sentence_of(status.problem)
    return translate("ModelPane", "Not on this computer.")


def _checked_line(status: ModelStatus) -> str:
    if status.checked_at is None:
        return ""
    checked, now = status.checked_at.astimezone(), now_here()
    if checked.date() == now.date():
        said = translate("ModelPane", "Checked today at %1.")
        return filled(said, _whole(clock_time(checked)))
    return filled(translate("ModelPane", "Checked on %1."), _whole(full_date(checked)))


def _whole(text: str) -> str:
    """A text that stays on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")
