"""The sheet that lists every keyboard shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportbot.ui.theme import GAP_1, GAP_3, GAP_4
from supportbot.ui.views.key_caps import KeyCaps
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.policy import let_height_follow_width
from supportbot.ui.views.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.ui.look import Look
    from supportbot.ui.shortcuts import Shortcut, ShortcutGroup


class ShortcutsSheet(Sheet):
    """What each key does.

    Args:
        look: The theme in force.
        groups: In reading order.
    """

    def __init__(self, look: Look, groups: Sequence[ShortcutGroup], parent: QWidget) -> None:
        super().__init__(
            look, QCoreApplication.translate("ShortcutsSheet", "Keyboard shortcuts"), parent
        )
        self.stack.setSpacing(GAP_4)
        for group in groups:
            column = QVBoxLayout()
            column.setSpacing(GAP_1)
            column.addWidget(Text(look, "label", "muted", group.title))
            for shortcut in group.shortcuts:
                column.addWidget(_Line(look, shortcut))
            self.stack.addLayout(column)
        self.stack.addStretch(1)


class _Line(QWidget):
    """What it does, and the keys at the end of the line."""

    def __init__(self, look: Look, shortcut: Shortcut) -> None:
        super().__init__()
        let_height_follow_width(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(GAP_3)
        line.addWidget(Text(look, "body", text=shortcut.title), 1)
        line.addWidget(KeyCaps(look, shortcut.keys), 0, Qt.AlignmentFlag.AlignTop)
