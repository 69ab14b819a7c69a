"""A column of text that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.theme import COLUMN_WIDTH, GAP_4
from supportbot.ui.views.overlay_bar import OverlayBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supportbot.ui.look import Look


class Column(QScrollArea):
    """A scrolling column, never wider than reads well, in the middle of whatever room there is."""

    def __init__(self, look: Look, outdent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outdent = outdent
        self.body = QWidget()
        self.stack = QVBoxLayout(self.body)
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayBar(look, self)
        self._fit(self.width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        side = max(GAP_4, (width - COLUMN_WIDTH) // 2) - self._outdent
        self.stack.setContentsMargins(side, GAP_4, side, GAP_4)
