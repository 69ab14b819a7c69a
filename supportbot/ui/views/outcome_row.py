"""What became of something the customer did: a tick or a sign, a sentence, and what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportbot.ui.roles import Role
from supportbot.ui.theme import GAP_2, HALO
from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.controls import Button
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Icon, Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.ui.look import Look

Next = tuple[str, str, "Callable[[], None]"]
"""What a button says, its icon, and what it does."""


class OutcomeRow(Panel):
    """A row that tells whether something worked.

    Attributes:
        buttons: What can be done next.
    """

    accessible_role = Role.Note

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "background", "line", parent=parent)
        self._icon = Icon(look, "check", 18, "good")
        self._words = Text(look, "small")
        self._row = Flow(2)
        self.buttons: list[Button] = []
        head = QHBoxLayout()
        head.setContentsMargins(HALO, 0, HALO, 0)
        head.setSpacing(GAP_2)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12 - HALO, 10, 12 - HALO, 10)
        column.setSpacing(GAP_2 - HALO)
        column.addLayout(head)
        column.addWidget(self._row)
        self._row.hide()
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def tell(self, text: str, *, done: bool, then: Sequence[Next] = ()) -> None:
        """Say what became of it, and offer what comes next."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._words.set_colour("text" if done else "doubt_text")
        self._icon.become("check" if done else "info", "good" if done else "doubt_text")
        self.recolour(*(("background", "line") if done else ("doubt", "doubt_line")))
        self._offer(then)
        self.show()

    def _offer(self, then: Sequence[Next]) -> None:
        old, self.buttons = self.buttons, []
        self._row.set_shown(dict.fromkeys(old, False))
        for button in old:
            button.deleteLater()
        for title, icon, does in then:
            button = Button(self.look, title, icon=icon)
            button.clicked.connect(lambda _=False, does=does: does())
            self._row.add(button)
            self.buttons.append(button)
        self._row.setVisible(bool(then))
