"""Fields of several lines that say what is to be written in them.

Qt cuts a placeholder off at the height of a line of the first font, which is too little for other scripts, and shows it in
an empty field only; so it is painted here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading


class PromptedEdit(QTextEdit):
    """Plain text of several lines; Tab leaves it.

    Args:
        prompt: What stands in it while its first line is empty, also if there is text below; that line begins the text.
    """

    def __init__(self, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt = prompt
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_prompt_changed)
        self._on_prompt_changed()

    @override
    def setPlaceholderText(self, text: str) -> None:
        self._prompt = text
        self._on_prompt_changed()

    @override
    def placeholderText(self) -> str:
        return self._prompt

    @property
    def prompts(self) -> bool:
        """Whether it says what is to be written."""
        first = self.document().firstBlock()
        return not first.text().strip() and not first.layout().preeditAreaText()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._prompt and self.prompts:
            self.paint_prompt(QPainter(self.viewport()))

    def paint_prompt(self, painter: QPainter) -> None:
        """Paint what is to be written, in as many lines as it takes."""
        margin = int(self.document().documentMargin())
        room = self.viewport().rect().adjusted(margin, margin, -margin, 0)
        room.moveTop(room.top() - self.verticalScrollBar().value())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(room, _FLAGS, self._prompt)

    def _on_prompt_changed(self) -> None:
        said = self._prompt if self.prompts else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            self.viewport().update()
