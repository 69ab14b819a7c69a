"""Whether somebody is at the keyboard or the mouse, for rings that only the keyboard needs.

Qt tells why a widget got the focus, but not what somebody did who closed a form or a sheet and thereby moved it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_MOVED = (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.PopupFocusReason)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)


class LastInput:
    """What was used last.

    Attributes:
        by_key: Whether it was the keyboard.
    """

    def __init__(self) -> None:
        self.by_key = False

    def note(self, event: QEvent) -> None:
        """Take notice of an event; most say nothing."""
        if event.type() in _KEYS:
            self.by_key = True
        elif event.type() in _POINTER:
            self.by_key = False

    def rings(self, reason: Qt.FocusReason) -> bool:
        """Whether a widget that gets the focus for this reason shows it."""
        return reason in _BY_KEY or (reason in _MOVED and self.by_key)


# There is one keyboard and one mouse; windows share them.
LAST_INPUT = LastInput()
