"""Every keyboard shortcut of the window: its keys, what they are called on this system, and what they do.

The one place where shortcuts are named. Views bind them, tool tips and menus show them, and the sheet behind F1 lists
them. Keys are written as Qt writes them everywhere: ``Ctrl`` is Cmd on macOS.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

_Standard = QKeySequence.StandardKey
_AS_SEEN = QKeySequence.SequenceFormat.NativeText
_ENTER = "Return" if sys.platform == "darwin" else "Enter"  # what stands on the key


class Keys(Enum):
    """Keys that do something, each by what it does first of all."""

    NEW = _Standard.New
    COMPOSER = "Ctrl+L"
    PERSON = "Ctrl+Shift+H"
    FIND = _Standard.Find
    SEARCH = "Ctrl+Shift+F"
    SETTINGS = "Ctrl+,"
    SHORTCUTS = "F1"
    CLOSE = "Esc"
    ENTER = _ENTER
    LINE_BREAK = f"Shift+{_ENTER}"
    FIND_NEXT = _Standard.FindNext
    FIND_PREVIOUS = _Standard.FindPrevious
    RENAME = "F2"
    DELETE = "Del"
    UNDO = _Standard.Undo
    BACK = _Standard.Back

    @property
    def sequence(self) -> QKeySequence:
        """The keys, for Qt; of a standard action those of this system, which only an application knows."""
        return QKeySequence(self.value)

    @property
    def key(self) -> Qt.Key:
        """The key without those that are held with it."""
        return Qt.Key(self.sequence[0].key())  # type: ignore[index]  # its type is not complete

    @property
    def said(self) -> str:
        """The keys as this system writes them: ``Ctrl+N``, ``⌘N``."""
        return self.sequence.toString(_AS_SEEN)

    @property
    def caps(self) -> tuple[str, ...]:
        """What stands on each key, in the order in which they are pressed."""
        return split_keys(self.said, QKeySequence(self.key).toString(_AS_SEEN))

    def after(self, text: str) -> str:
        """A name with the keys in brackets, for a tool tip."""
        return f"{text} ({self.said})"


def split_keys(said: str, key: str) -> tuple[str, ...]:
    """The keys of a combination as a system writes it; ``key`` is the last, which ``+`` may be too."""
    held = said.removesuffix(key)
    parts = (
        held.split("+") if "+" in held else list(held)
    )  # macOS: one sign each, and nothing between
    return (*(part for part in parts if part), key)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What keys do."""

    title: str
    keys: Keys


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """Shortcuts that work in one place of the window."""

    title: str
    shortcuts: tuple[Shortcut, ...]


def shortcut_groups() -> tuple[ShortcutGroup, ...]:
    """Every shortcut, by where it works."""
    translate = QCoreApplication.translate
    return (
        ShortcutGroup(
            translate("Shortcuts", "Everywhere"),
            (
                Shortcut(translate("Shortcuts", "New conversation"), Keys.NEW),
                Shortcut(translate("Shortcuts", "Write a question"), Keys.COMPOSER),
                Shortcut(translate("Shortcuts", "Talk to a human"), Keys.PERSON),
                Shortcut(translate("Shortcuts", "Find in what is shown"), Keys.FIND),
                Shortcut(translate("Shortcuts", "Search all conversations"), Keys.SEARCH),
                Shortcut(translate("Shortcuts", "Settings"), Keys.SETTINGS),
                Shortcut(translate("Shortcuts", "Keyboard shortcuts"), Keys.SHORTCUTS),
                Shortcut(translate("Shortcuts", "Close what is open, stop an answer"), Keys.CLOSE),
            ),
        ),
        ShortcutGroup(
            translate("Shortcuts", "Writing a question"),
            (
                Shortcut(translate("Shortcuts", "Send"), Keys.ENTER),
                Shortcut(translate("Shortcuts", "New line"), Keys.LINE_BREAK),
            ),
        ),
        ShortcutGroup(
            translate("Shortcuts", "Finding in a conversation"),
            (
                Shortcut(translate("Shortcuts", "Next"), Keys.FIND_NEXT),
                Shortcut(translate("Shortcuts", "Previous"), Keys.FIND_PREVIOUS),
            ),
        ),
        ShortcutGroup(
            translate("Shortcuts", "List of conversations"),
            (
                Shortcut(translate("Shortcuts", "Open"), Keys.ENTER),
                Shortcut(translate("Shortcuts", "Rename"), Keys.RENAME),
                Shortcut(translate("Shortcuts", "Delete"), Keys.DELETE),
                Shortcut(translate("Shortcuts", "Undo delete"), Keys.UNDO),
            ),
        ),
        ShortcutGroup(
            translate("Shortcuts", "Help pages and settings"),
            (Shortcut(translate("Shortcuts", "Back"), Keys.BACK),),
        ),
    )
