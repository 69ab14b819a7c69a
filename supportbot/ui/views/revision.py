"""The last question, to be put in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportbot.ui.views.button_row import ButtonRow
from supportbot.ui.views.controls import Button
from supportbot.ui.views.writing import WritingField

if TYPE_CHECKING:
    from supportbot.ui.look import Look


class Revision(QWidget):
    """A question in a field, where its bubble was.

    Signals:
        submitted: What it says now.
        cancelled: It stays as it is.
    """

    submitted = Signal(str)
    cancelled = Signal()

    def __init__(self, look: Look, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        name = self.tr("Edit your question")
        self.setAccessibleName(name)
        self.field = WritingField(look, name)
        self.field.hold((11, 8, 11, 8))
        self.field.put(question)
        self.cancel = Button(look, self.tr("Cancel"))
        self.ask = Button(look, self.tr("Ask again"), kind="primary")
        self.cancel.clicked.connect(self.cancelled)
        self.ask.clicked.connect(self._on_submitted)
        self.field.edit.submitted.connect(self._on_submitted)
        self.field.edit.textChanged.connect(self._on_text_changed)
        buttons = ButtonRow(look, (self.cancel, self.ask), grows=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field)
        layout.addWidget(buttons)

    def focus_end(self) -> None:
        """Have the customer write."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_changed(self) -> None:
        self.ask.setEnabled(bool(self.field.edit.toPlainText().strip()))

    def _on_submitted(self) -> None:
        text = self.field.edit.toPlainText().strip()
        if text:
            self.submitted.emit(text)
