"""What is said when conversations are not kept, and what the button beside it does; testable without a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.errors import DatabaseDamagedError, DatabaseNewerError, DiskFullError
from supportbot.ui.error_words import sentence_of
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from supportbot.errors import SupportbotError

translate = QCoreApplication.translate


class HistoryRemedy(Enum):
    """What can be done about a history that fails: open it again, write again, or begin another."""

    OPEN = auto()
    KEEP = auto()
    START_NEW = auto()


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
            "The file with your conversations is damaged, so nothing is kept right now. "
            "It can be put aside, unchanged, and a new one begun.",
        )
        return HistoryNotice(text, translate("History", "Begin a new one"), HistoryRemedy.START_NEW)
    if works:
        if isinstance(error, DiskFullError):
            text = translate(
                "History",
                "The disk is full, so what was said last is not kept yet. Free some space, then keep it.",
            )
        else:
            text = translate("History", "What was said last is not kept yet. %1")
        text = filled(text, sentence_of(error))
        return HistoryNotice(text, translate("History", "Keep it now"), HistoryRemedy.KEEP)
    if isinstance(error, DatabaseNewerError):
        text = translate(
            "History",
            "Your conversations were written by a newer version of this app, so nothing is kept right now. "
            "Install that version again, then try again; they are unchanged.",
        )
    elif isinstance(error, DiskFullError):
        text = translate(
            "History",
            "The disk is full, so conversations are not kept right now. Free some space, then try again.",
        )
    else:
        text = translate("History", "Conversations are not kept right now. %1")
    text = filled(text, sentence_of(error))
    return HistoryNotice(text, translate("History", "Try again"), HistoryRemedy.OPEN)
