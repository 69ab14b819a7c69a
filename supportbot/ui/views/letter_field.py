"""The field of a letter: as high as its text, so that only what is around it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from supportbot.ui.views.prompted import PromptedEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from supportbot.ui.look import Look

_LEAST = 120  # pixels of height at 100 %


class LetterEdit(PromptedEdit):
    """Plain text that is all seen at once.

    Signals:
        cursor_moved: What is around it should show where it is written now.
    """

    cursor_moved = Signal()

    def __init__(self, look: Look, prompt: str) -> None:
        super().__init__(prompt)
        self._look = look
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        look.changed.connect(self._fit)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # what is around it scrolls

    def _fit(self) -> None:
        high = int(self.document().size().height() + 0.999)
        self.setMinimumHeight(max(high, self._look.px(_LEAST)))

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit()
