"""Writing conversations to a file the customer chose: its name, and what it is written as."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.history import ExportWords
from supportbot.paths import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from supportbot.history import ExportFormat

translate = QCoreApplication.translate
SUFFIXES: dict[ExportFormat, str] = {"markdown": ".md", "jsonl": ".jsonl", "json": ".json"}
_LONGEST_NAME = 60
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def file_name(title: str | None, fmt: ExportFormat) -> str:
    """A name to propose, from a conversation's title or, with ``None``, for all of them."""
    if title is None:
        stem = QCoreApplication.translate("Exporting", "Conversations")
    else:
        stem = " ".join(_UNFIT.sub(" ", title).split())[:_LONGEST_NAME].strip(". …")
    return (stem or QCoreApplication.translate("Exporting", "Conversation")) + SUFFIXES[fmt]


def export_words() -> ExportWords:
    """What an export for people says of its own, in the window's language."""
    return ExportWords(
        question=translate("Exporting", "Question"),
        answer=translate("Exporting", "Answer"),
        not_written=translate("Exporting", "No answer was written."),
        not_shown=translate("Exporting", "No answer was shown."),
        helpful=translate("Exporting", "Found helpful"),
        not_helpful=translate("Exporting", "Found not helpful"),
        reasons={
            "wrong": translate("FeedbackForm", "It is wrong or out of date"),
            "misunderstood": translate("FeedbackForm", "It missed my question"),
            "incomplete": translate("FeedbackForm", "Something is missing"),
            "unclear": translate("FeedbackForm", "It is hard to follow"),
        },
    )


def of_kind(path: Path, suffix: str) -> Path:
    """The path with that suffix: the system's dialog does not add it everywhere."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def write_export(path: Path, read: Callable[[], str]) -> Path:
    """Write what ``read`` gives; blocks.

    Raises:
        SupportbotError: It could not be read or written; what stood there before still does.
    """
    write_atomically(path, read().encode())
    return path
