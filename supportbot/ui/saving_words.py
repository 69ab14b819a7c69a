"""Why a file could not be saved where the customer wanted it, in their language; testable without a window.

They chose the place, so the remedy is another one. What else went wrong is ``error_words``'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.errors import AccessError, DiskFullError, EnvironmentFault
from supportbot.ui.error_words import sentence_of
from supportbot.ui.wording import filled, joined

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.errors import SupportbotError

translate = QCoreApplication.translate


def not_saved(error: SupportbotError, path: Path) -> str:
    """What kept a file from being saved, and what can be done about it."""
    if not isinstance(error, EnvironmentFault) or error.named.get("path") != path:
        return sentence_of(error)  # it is not about this file
    elsewhere = translate("Saving", "Choose another folder.")
    folder = str(path.parent)
    if isinstance(error, DiskFullError):
        happened = translate("Saving", "There is no room left in the folder %1.")
        remedy = translate("Saving", "Free some space, or choose another folder.")
        return joined(filled(happened, folder), remedy)
    cause = error.named.get("cause") if isinstance(error, AccessError) else None
    if cause == "gone":
        happened = translate("Saving", "The folder %1 is not there any more.")
        remedy = translate("Saving", "Connect the drive it is on, or choose another folder.")
        return joined(filled(happened, folder), remedy)
    if cause == "name":
        happened = translate("Saving", "A file cannot be called %1 here.")
        return joined(filled(happened, path.name), translate("Saving", "Choose another name."))
    happened = {
        "denied": translate(
            "Saving", "You may not save in the folder %1, or another program is using the file."
        ),
        "read_only": translate("Saving", "The folder %1 can only be read."),
    }.get(str(cause), translate("Saving", "The folder %1 cannot be written to."))
    return joined(filled(happened, folder), elsewhere)
