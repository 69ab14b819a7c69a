"""Where the customer writes, and the line below it that is always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.theme import COLUMN_WIDTH, HALO
from supportbot.ui.views.controls import Button, SendButton
from supportbot.ui.views.foot_line import FootLine
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.writing import WritingField

if TYPE_CHECKING:
    from supportbot.ui.look import Look


class Composer(WritingField):
    """The field with Send, which turns into Stop.

    Signals:
        sent: What was written; the field is empty now.
        stop_requested: Stop the answer.
        began: The customer began to type.
    """

    sent = Signal(str)
    stop_requested = Signal()
    began = Signal()

    def __init__(self, look: Look, placeholder: str, parent: QWidget | None = None) -> None:
        self._busy = False
        self.send = SendButton(look)
        super().__init__(look, self.tr("Your question"), placeholder, parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(7, 7, 7, 7)
        layout.setSpacing(8 - HALO)
        layout.addSpacing(13 + HALO - 7)
        layout.addWidget(self.edit, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.submitted.connect(self._submit)
        self.edit.began.connect(self.began)
        self.send.clicked.connect(self._on_clicked)
        self._on_text_changed()

    def set_busy(self, *, busy: bool) -> None:
        """Whether an answer is being written."""
        self._busy = busy
        self.send.set_stops(stops=busy)
        self._on_text_changed()

    def put_back(self, text: str) -> None:
        """Give a question back that could not be asked, unless another was begun."""
        if not self.edit.toPlainText().strip():
            self.put(text)

    def _on_text_changed(self) -> None:
        self.send.setEnabled(self._busy or bool(self.edit.toPlainText().strip()))

    def _on_clicked(self) -> None:
        if self._busy:
            self.stop_requested.emit()
        else:
            self._submit()

    def _submit(self) -> None:
        text = self.edit.toPlainText().strip()
        if self._busy or not text:
            return
        self.edit.clear()
        self.sent.emit(text)


class Footer(QWidget):
    """Composer, what the facts are of, and the way to a person.

    Signals:
        person_requested: Talk to a human.
    """

    person_requested = Signal()

    def __init__(
        self, look: Look, placeholder: str, facts: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._facts = facts
        self.composer = Composer(look, placeholder)
        self.note = Text(look, "footer", "muted", facts)
        self.note.keep_room_for(facts)  # so that nothing moves when the words change
        self.human = Button(look, self.tr("Talk to a human"), kind="link", icon="person")
        self.human.clicked.connect(self.person_requested)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(1)
        self._layout.addWidget(self.composer)
        self._layout.addWidget(FootLine(self.note, self.human))
        look.changed.connect(self.update)

    def set_busy(self, *, busy: bool) -> None:
        """Whether an answer is being written."""
        self.composer.set_busy(busy=busy)
        self.note.setText(self.tr("Esc stops") if busy else self._facts)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(12, (event.size().width() - COLUMN_WIDTH) // 2 - 4) - HALO
        self._layout.setContentsMargins(side, 11 - HALO, side, 12 - HALO - 3)
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.colour("line"))
