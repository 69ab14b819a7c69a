"""Fields of several lines that are written in, as high as what stands in them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from supportbot.ui.theme import RADIUS_CARD
from supportbot.ui.views.lettering import Lettering
from supportbot.ui.views.panels import Field
from supportbot.ui.views.prompted import PromptedEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look

_MOST_LINES = 6


class Editor(PromptedEdit):
    """Plain text; Enter submits, Shift+Enter breaks the line, an input method's Enter only composes.

    Signals:
        submitted: Enter.
        began: The first character was typed into an empty editor.
    """

    submitted = Signal()
    began = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self._composing = False
        self._was_empty = True
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_text_changed)

    def leave_above(self, room: int) -> None:
        """Keep this much room above the first line."""
        self.setViewportMargins(0, room, 0, 0)

    @property
    def above_prompt(self) -> int:
        """How far the words that stand in it while it is empty reach out above its first line."""
        return math.ceil(self._prompt_in_line().overhang)

    @override
    def paint_prompt(self, painter: QPainter) -> None:
        self._prompt_in_line().paint(painter, 0, self.above_prompt, self._look.colour("muted"))

    def _prompt_in_line(self) -> Lettering:
        metrics, room = self.fontMetrics(), self.viewport().width()
        said = metrics.elidedText(self.placeholderText(), Qt.TextElideMode.ElideRight, room)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Lettering(said, self.font(), metrics.height(), room, mirrored=mirrored)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._composing:
            return
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        empty = self.document().isEmpty()
        if self._was_empty and not empty:
            self.began.emit()
        self._was_empty = empty


class WritingField(Field):
    """A field that grows with its text, up to a few lines; then it scrolls.

    Args:
        look: The theme in force.
        name: Accessible name.
        placeholder: What stands in it while it is empty.
    """

    def __init__(
        self, look: Look, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        self.edit = Editor(look)
        super().__init__(look, self.edit, RADIUS_CARD, parent)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def put(self, text: str) -> None:
        """Have this text in it, ready to go on at its end."""
        self.edit.setPlainText(text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    @override
    def restyle(self) -> None:
        """Take the theme's font and colours."""
        super().restyle()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = self.edit.fontMetrics().lineSpacing()
        wanted = int(self.edit.document().size().height() + 0.999)
        most = _MOST_LINES * line
        # Letters of other scripts reach further down than the font's own.
        beside = max(2, self.look.line_height("body") - line)
        self.edit.leave_above(beside // 2 - 1)
        least = line + self.edit.above_prompt
        self.edit.setFixedHeight(min(max(wanted, least), most) + beside)
        scrolls = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if wanted > most
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.edit.setVerticalScrollBarPolicy(scrolls)
