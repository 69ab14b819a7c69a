"""What happened to the settings file, in the reader's language; testable without a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from supportbot.ui.error_words import sentence_of
from supportbot.ui.wording import filled, joined

if TYPE_CHECKING:
    from supportbot.settings import Notices, SettingsNotice

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """What is said of the file.

    Attributes:
        text: One sentence, or a few.
        action: What stands on the button that shows the file that was kept; empty when none was.
    """

    text: str
    action: str = ""


def notice_lines(notices: Notices) -> tuple[NoticeLine, ...]:
    """What is said of one look at the file: that the earlier one is kept is said with what happened, not again."""
    kept = [one for one in notices if one.code == "earlier_kept"]
    others = [one for one in notices if one.code != "earlier_kept"] or kept
    lines = [NoticeLine(notice_line(one)) for one in others]
    if kept:
        text = lines[-1].text
        if kept != others:
            text = joined(
                text, translate("SettingsFile", "A new file was written, and the old one is kept.")
            )
        lines[-1] = NoticeLine(text, translate("SettingsFile", "Show file"))
    return tuple(lines)


def notice_line(notice: SettingsNotice) -> str:
    """A notice of the settings file; one that is not known here as it came."""
    error = sentence_of(notice.error) if notice.error is not None else ""
    named = QLocale().createSeparatedList([_title(name) for name in notice.names])
    text = _texts().get(notice.code)
    if notice.code == "unread":
        return error
    return joined(filled(text, named), error) if text is not None else str(notice)


def _texts() -> dict[str, str]:
    return {
        "removed": translate(
            "SettingsFile", "The settings file was removed. Your settings are written again."
        ),
        "taken_over": translate(
            "SettingsFile", "Settings were changed outside this window and are taken over: %1."
        ),
        "no_settings_kept": translate(
            "SettingsFile",
            "The settings file could not be read. Your settings are still the same, and you do not need to do anything.",
        ),
        "no_settings_reset": translate(
            "SettingsFile",
            "Your settings could not be read, so the standard ones are in use. You can choose yours again in the settings.",
        ),
        "bad_value_kept": translate(
            "SettingsFile", "The setting “%1” had a value that cannot be used. It stays as it was."
        ),
        "bad_value_reset": translate(
            "SettingsFile",
            "The setting “%1” had a value that cannot be used. It is back to the standard one.",
        ),
        "unknown_key": translate(
            "SettingsFile", "The setting “%1” is not known to this version; it is left out."
        ),
        "not_repaired": translate("SettingsFile", "The settings file could not be repaired."),
        "earlier_kept": translate("SettingsFile", "The earlier file is kept as %1."),
    }


def _title(name: str) -> str:
    """What a key is called in the window, if it can be chosen there."""
    return {
        "language": translate("SettingsFile", "language"),
        "theme": translate("SettingsFile", "theme"),
        "text_scale": translate("SettingsFile", "text size"),
        "retention_days": translate("SettingsFile", "how long conversations are kept"),
        "device": translate("SettingsFile", "where the model runs"),
        "threads": translate("SettingsFile", "threads"),
        "memory": translate("SettingsFile", "memory"),
        "tray": translate("SettingsFile", "icon in the system tray"),
    }.get(name, name.replace("_", " "))
