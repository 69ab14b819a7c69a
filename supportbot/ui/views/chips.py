"""Small buttons of an icon and a few words, in as many lines as the words take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.views.controls import Control
from supportbot.ui.views.lettering import Lettering

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look

_HIGH, _HIGH_OPTION = 24, 28
_ICON, _BESIDE, _SIDE = 13, 6, 9


class Chip(Control):
    """A small link to a page: icon and title."""

    radius = 8
    high = _HIGH

    def __init__(
        self, look: Look, text: str, icon: str = "doc", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, parent=parent)
        self._icon = icon

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.font("chip")).horizontalAdvance(self.text())
        width = words + self._beside_words
        return QSize(int(width + 0.999) + 2 * self.halo, self.look.px(self.high) + 2 * self.halo)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        words = self._words(width - 2 * self.halo - self._beside_words)
        more = int(words.height) - self.look.line_height("chip")
        return self.look.px(self.high) + more + 2 * self.halo

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        self.ground(painter, body, self.look.colour("line" if self.lit else "chip"))
        self.draw_words(painter, body, self._icon, "muted")

    def draw_words(self, painter: QPainter, body: QRectF, icon: str, colour: str) -> None:
        """Draw the icon, in line with the first of the words, and these."""
        size, padding = self.look.px(_ICON), self.look.px(_SIDE)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self._words(body.width() - self._beside_words)
        top = body.center().y() - words.height / 2
        at = body.right() - padding - size if mirrored else body.left() + padding
        middle = top + self.look.line_height("chip") / 2
        mark = QRectF(at, middle - size / 2, size, size)
        paint_icon(painter, icon, mark, self.look.colour(colour))
        left = body.left() + padding if mirrored else mark.right() + self.look.px(_BESIDE)
        words.paint(painter, left, top, self.look.colour("text"))

    @property
    def _beside_words(self) -> int:
        return self.look.px(_ICON) + self.look.px(_BESIDE) + 2 * self.look.px(_SIDE)

    def _words(self, room: float) -> Lettering:
        font, line = self.look.font("chip"), self.look.line_height("chip")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Lettering(self.text(), font, line, room + 1, mirrored=mirrored)


class Option(Chip):
    """Something that applies or does not."""

    high = _HIGH_OPTION

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent=parent)
        self.setCheckable(True)

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        on = self.isChecked()
        fill = self.look.colour("ring" if on else "hover" if self.lit else "background")
        self.ground(painter, body, fill, self.look.colour("accent" if on else "line"))
        self.draw_words(painter, body, "check" if on else "plus", "text" if on else "muted")
