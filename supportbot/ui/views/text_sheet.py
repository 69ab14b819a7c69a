"""A sheet with a long text to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from supportbot.ui.views.panels import Field
from supportbot.ui.views.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class TextSheet(Sheet):
    """A title and a text that may be very long.

    Args:
        look: The theme in force.
        title: What it is.
    """

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(look, title, parent, tall=True)
        self.stack.setContentsMargins(0, 0, 0, 0)  # the field keeps room for its ring itself
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.text.setMinimumHeight(look.px(120))
        self.text.document().setDocumentMargin(0)
        field = Field(look, self.text, is_page=True)
        field.hold((0, 2, 0, 2))
        self.stack.addWidget(field, 1)

    def show_text(self, text: str) -> None:
        """Have this to read."""
        self.text.setPlainText(text)
        line = QTextBlockFormat()
        line.setLineHeight(self.look.line_height("body"), _FIXED)
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(line)
