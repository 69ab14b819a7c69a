"""What the model card says in each state, and which of its controls are there; testable without a window.

Owns the sentences. An arrival goes in, with what is known of this machine, of a transfer and of what went wrong; a
frozen value comes out, which the card lays out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.errors import DiskFullError, ModelFileError, NetworkError
from supportbot.models.states import Arrival, Command, ModelProgress, ModelState
from supportbot.ui import amounts
from supportbot.ui.error_words import said_of
from supportbot.ui.wording import joined

if TYPE_CHECKING:
    from supportbot.errors import SupportbotError
    from supportbot.ui.condition import InstallOffer

translate = QCoreApplication.translate
_S, _C = ModelState, Command


@dataclass(frozen=True, slots=True)
class CardContent:
    """What the card shows.

    Attributes:
        title: What is the case, in one line.
        text: What that means, or what to do.
        figures: How far it is and how fast.
        left: How long it still takes.
        share: How much is done, 0 to 1; ``None`` without a bar.
        start: What stands on the button that fetches; empty without one.
        again: Whether that was tried before, and is tried again.
        commands: Which other controls there are.
        can_check: Whether it can be looked for again.
        facts: In figures what it would take. Where room is short they stand above the buttons and the text below;
            ``None``: the text belongs above them.
    """

    title: str
    text: str
    figures: str = ""
    left: str = ""
    share: float | None = None
    start: str = ""
    again: bool = False
    commands: frozenset[Command] = frozenset()
    can_check: bool = False
    facts: str | None = None


def offer_content(
    arrival: Arrival, offer: InstallOffer | None, problem: SupportbotError | None
) -> CardContent:
    """The card while nothing moves: there is no model that may answer.

    Args:
        arrival: Absent, damaged or superseded, and what can be done here.
        offer: What it would take; ``None`` when nothing can be fetched or chosen.
        problem: Why there is none.
    """
    title, text = _lack(arrival.state, problem, can_fetch=_C.START in arrival.commands)
    commands = arrival.commands
    if offer is None and isinstance(problem, ModelFileError):  # a file that was named by hand
        said = said_of(problem)
        title, text = said.message, said.remedy
    if offer is None:
        return CardContent(title, text, commands=commands, can_check=True, facts="")
    start = ""
    if _C.START in commands:
        labels = {
            _S.DAMAGED: translate("ModelCard", "Download again"),
            _S.SUPERSEDED: translate("ModelCard", "Download the new one"),
        }
        start = labels.get(arrival.state, translate("ModelCard", "Download"))
    size, free = _sizes(offer)
    content = CardContent(
        title,
        text,
        start=start,
        commands=commands,
        can_check=not commands & {_C.START, _C.CHOOSE_FILE},
        facts=f"{size}{free}",
    )
    if offer.lacks_space:
        return _no_space(commands, offer, free_bytes=offer.free_bytes)
    if offer.lacks_memory:
        return _too_little_memory(content, offer)
    return content


def offer_line(offer: InstallOffer) -> str:
    """What it takes to have the model, for where there is room for a line."""
    if offer.lacks_space:
        return _space_lacking(offer, offer.free_bytes)
    return "".join(_sizes(offer))


def progress_content(
    arrival: Arrival, progress: ModelProgress, *, is_here: bool = False
) -> CardContent:
    """The card while something moves, or is paused; ``is_here``: the model is in its place and only compared."""
    told = {
        _S.PAUSED: (
            translate("ModelCard", "The download is paused"),
            translate("ModelCard", "What is already downloaded is kept."),
        ),
        _S.VERIFYING: (translate("ModelCard", "Checking the answer model"), ""),
        _S.CHECKING: (translate("ModelCard", "Trying the answer model out"), ""),
    }
    title, text = told.get(arrival.state, (translate("ModelCard", "Getting the answer model"), ""))
    if is_here and arrival.state is _S.VERIFYING:
        text = translate(
            "ModelCard",
            "It is on this computer already and is checked before its first answer. Nothing is downloaded.",
        )
    meanwhile = translate("ModelCard", "You can ask, read help pages and reach a human meanwhile.")
    total = progress.total_bytes
    figures = (
        [amounts.part_of(progress.done_bytes, total)]
        if total and arrival.state is not _S.CHECKING
        else []
    )
    if arrival.state is _S.CHECKING:
        figures.append(translate("ModelCard", "Almost ready"))
    if arrival.state is _S.DOWNLOADING and progress.speed_bytes_s:
        figures.append(amounts.speed(progress.speed_bytes_s))
    left = progress.left_s if arrival.state is _S.DOWNLOADING else None
    return CardContent(
        title,
        joined(text, meanwhile),
        figures=" · ".join(figures),
        left=amounts.time_left(left) if left is not None else "",
        share=min(progress.done_bytes / total, 1.0) if total else 0.0,
        commands=arrival.commands,
        facts="",
    )


def failure_content(
    arrival: Arrival, offer: InstallOffer | None, error: SupportbotError, *, from_file: bool
) -> CardContent:
    """The card after a transfer that failed.

    Args:
        arrival: Where that leaves it.
        offer: What it would take, as was known before.
        error: What happened.
        from_file: Whether a file had been chosen.
    """
    said = said_of(error)
    title, text = said.message, said.remedy
    can_choose = _C.CHOOSE_FILE in arrival.commands
    if isinstance(error, DiskFullError):
        return _no_space(arrival.commands, offer, free_bytes=None)
    if isinstance(error, NetworkError):
        title = translate("ModelCard", "The answer model could not be fetched")
        text = translate("ModelCard", "Check the internet connection, then try again.")
        if can_choose:
            text = translate(
                "ModelCard", "Check the internet connection and try again, or choose a file."
            )
    elif isinstance(error, ModelFileError) and from_file:
        title = translate("ModelCard", "The chosen file is not the answer model of this product")
        text = translate("ModelCard", "Your file was not changed. Choose another one.")
        if _C.START in arrival.commands:
            text = translate(
                "ModelCard", "Your file was not changed. Choose another one, or download the model."
            )
    elif isinstance(error, ModelFileError):
        title = translate("ModelCard", "What arrived is not the answer model, so it was not used")
        text = translate("ModelCard", "Try again; if it stays so, tell a human.")
    start = ""
    if _C.START in arrival.commands:
        start = translate("ModelCard", "Try again")
        if from_file:
            start = translate("ModelCard", "Download")
            size = "".join(_sizes(offer)) if offer is not None else ""
            text = "\n".join(filter(None, (text, size)))
    return CardContent(title, text, start=start, again=not from_file, commands=arrival.commands)


# --------------------------------------------------------------------------- what is lacking


def _lack(
    state: ModelState, problem: SupportbotError | None, *, can_fetch: bool
) -> tuple[str, str]:
    here = translate("ModelCard", "Checked answers, help pages and a human are here for you.")
    if state is _S.DAMAGED:
        if isinstance(problem, ModelFileError) and problem.code == "hash_mismatch":
            what = translate("ModelCard", "The file on this computer is damaged and is not used.")
            if can_fetch:
                what = joined(what, translate("ModelCard", "Download it again."))
        else:
            what = translate("ModelCard", "It is not the file it should be, so it is not used.")
        return translate("ModelCard", "The answer model is damaged"), joined(what, here)
    if state is _S.SUPERSEDED:
        what = translate(
            "ModelCard", "The one on this computer is for an earlier version of the help."
        )
        return translate("ModelCard", "A newer answer model is needed"), joined(what, here)
    wanted = translate("ModelCard", "Other questions need the answer model.")
    if can_fetch:
        wanted = translate(
            "ModelCard",
            "For other questions, download the answer model once. It is checked and stays on this computer.",
        )
    return translate("ModelCard", "The answer model is not on this computer"), joined(here, wanted)


def _sizes(offer: InstallOffer) -> tuple[str, str]:
    """How large it is; and, going on from there, how much is free."""
    size = translate("ModelCard", "Size: %1").replace("%1", amounts.size(offer.size_bytes))
    if offer.free_bytes is None:
        return size, ""
    free = translate("ModelCard", "%1 free on this disk")
    return size, f" · {free.replace('%1', amounts.size(offer.free_bytes))}"


def _no_space(
    commands: frozenset[Command], offer: InstallOffer | None, *, free_bytes: int | None
) -> CardContent:
    """The card where the disk has no room; ``free_bytes`` is ``None`` where it ran out on the way."""
    return CardContent(
        translate("ModelCard", "There is not enough free space for the answer model"),
        _space_lacking(offer, free_bytes),
        commands=commands - {_C.START, _C.CHOOSE_FILE},
        can_check=True,
    )


def _space_lacking(offer: InstallOffer | None, free_bytes: int | None) -> str:
    free_some = translate("ModelCard", "Free some space, then check again.")
    if offer is None or not offer.needed_bytes:
        return free_some
    needed = translate("ModelCard", "It needs %1 of free space, and less than that is free.")
    if free_bytes is not None:
        needed = translate("ModelCard", "It needs %1 of free space, and %2 is free.")
        free_some = translate("ModelCard", "Free at least %3 more, then check again.")
        free_some = free_some.replace("%3", amounts.at_least(offer.needed_bytes - free_bytes))
    if _C.START in offer.can:
        why = translate("ModelCard", "The download and the model itself both take space at first.")
        needed = joined(needed, why)
    needed = needed.replace("%1", amounts.size(offer.needed_bytes))
    return joined(needed.replace("%2", amounts.size(free_bytes or 0)), free_some)


def _too_little_memory(content: CardContent, offer: InstallOffer) -> CardContent:
    text = translate(
        "ModelCard",
        "It takes about %1, and this computer has %2. Checked answers, help pages and a human are here for you; "
        "with the model it may become slow, or answers may fail.",
    )
    text = text.replace("%1", amounts.size(offer.memory_needed_bytes))
    text = text.replace("%2", amounts.size(offer.memory_bytes or 0))
    return replace(
        content,
        title=translate("ModelCard", "This computer has little memory for the answer model"),
        text=f"{text}\n{content.facts}",
        start=content.start and translate("ModelCard", "Download anyway"),
        facts=None,  # why it may fail is read before the button that fetches it all the same
    )
