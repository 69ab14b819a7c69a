"""A line that is written in, where letters that another font lends stand on the same line as the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from supportbot.ui.views.lettering import Lettering

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QPaintEvent

_PAD = 2  # that a line edit keeps beside its text


class Line(QLineEdit):
    """A line edit whose words keep their height in any script.

    Qt lifts a line with a taller font in it by as much as that font is taller, which puts Arabic at a field's upper edge.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._composed = ""
        self.textChanged.connect(self._settle)
        self._settle()

    @override
    def sizeHint(self) -> QSize:
        return self._without_margin(super().sizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        return self._without_margin(super().minimumSizeHint())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settle()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self._settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = self.fontMetrics()
        room = self.width() - 2 * _PAD
        if self.hasFocus() or metrics.horizontalAdvance(self.text()) <= room:
            super().paintEvent(event)
            return
        # Its beginning, to read; Qt would cut it off amid a letter.
        said = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = Lettering(said, self.font(), metrics.height(), room, mirrored=mirrored)
        top = (self.height() - metrics.height()) // 2
        words.paint(QPainter(self), _PAD, top, self.palette().color(QPalette.ColorRole.Text))

    def read_from_right(self) -> None:
        """Have its parts follow each other from right to left, also where they begin with Latin letters."""
        key = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Direction_R, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self, key)

    def _without_margin(self, size: QSize) -> QSize:
        """As high as with any other words."""
        return QSize(size.width(), size.height() - self.textMargins().bottom())

    def _settle(self) -> None:
        layout = QTextLayout(self.text() + self._composed, self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        lift = max(round(line.ascent()) - self.fontMetrics().ascent(), 0) if line.isValid() else 0
        # The words stand in the middle of what is left beside the margins: one below zero lowers them.
        if self.textMargins().bottom() != -2 * lift:
            self.setTextMargins(0, 0, 0, -2 * lift)
