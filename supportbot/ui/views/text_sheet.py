"""A sheet with a long text to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from supportbot.ui.views.panels import Field
from supportbot.ui.views.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look


class TextSheet(Sheet):
    """A title and a text that may be very long.

    Args:
        look: The theme in force.
        title: What it is.
    """

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(look, title, parent, tall=True)
        self.stack.setContentsMargins(0, 0, 0, 0)  # the field keeps room for its ring itself
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.text.setMinimumHeight(look.px(120))
        field = Field(look, self.text)
        field.hold((9, 7, 4, 7))
        self.stack.addWidget(field, 1)

    def show_text(self, text: str) -> None:
        """Have this to read."""
        self.text.setPlainText(text)
