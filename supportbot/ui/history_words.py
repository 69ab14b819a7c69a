"""What is said when conversations are not kept, and what the button beside it does; testable without a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.errors import (
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseNewerError,
    DiskFullError,
)
from supportbot.ui.error_words import sentence_of
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from supportbot.errors import SupportbotError

translate = QCoreApplication.translate


class HistoryRemedy(Enum):
    """What can be done about a history that fails: open it again, write again, begin another, or see where it is."""

    OPEN = auto()
    KEEP = auto()
    START_NEW = auto()
    SHOW = auto()


@dataclass(frozen=True, slots=True)
class HistoryNotice:
    """What happened and what to do, one sentence each; what stands on the button, and what it does."""

    text: str
    action: str
    remedy: HistoryRemedy


def history_notice(error: SupportbotError, *, works: bool) -> HistoryNotice:
    """The notice for an error of the history; ``works``: it was open, and only writing failed."""
    if isinstance(error, DatabaseDamagedError):
        text = translate(
            "History",
            "Your saved conversations cannot be opened: their file is damaged, so new ones are not saved. "
            "You can start a new list; the damaged file stays on this computer.",
        )
        return HistoryNotice(
            text, translate("History", "Start a new list"), HistoryRemedy.START_NEW
        )
    if works:
        if isinstance(error, DiskFullError):
            text = translate(
                "History",
                "The disk is full, so your last messages are not saved. Free some space, then save them.",
            )
        else:
            text = translate("History", "Your last messages are not saved. %1")
        text = filled(text, sentence_of(error))
        return HistoryNotice(text, translate("History", "Save now"), HistoryRemedy.KEEP)
    if isinstance(error, DatabaseNewerError):
        text = translate(
            "History",
            "Your conversations are safe in their folder. A newer version of this app saved them, and this one "
            "cannot open them. Install the newest version to see them again; until then, new ones are not saved.",
        )
        return HistoryNotice(text, translate("History", "Show folder"), HistoryRemedy.SHOW)
    if isinstance(error, DatabaseLockedError):
        text = translate(
            "History",
            "Another program is using your saved conversations, so new ones are not saved. "
            "Close it, then try again.",
        )
    elif isinstance(error, DiskFullError):
        text = translate(
            "History",
            "The disk is full, so conversations are not saved. Free some space, then try again.",
        )
    else:
        text = translate("History", "Conversations are not saved right now. %1")
    text = filled(text, sentence_of(error))
    return HistoryNotice(text, translate("History", "Try again"), HistoryRemedy.OPEN)
