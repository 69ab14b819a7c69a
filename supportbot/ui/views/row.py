"""A button over the whole width with as many lines as its text takes, and a chevron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.views.controls import Control
from supportbot.ui.views.lettering import Lettering
from supportbot.ui.views.policy import let_height_follow_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look

# From its edge to its words at every size of the text, as in a card.
_SIDE = 13


class Row(Control):
    """A question to start with, over the whole width, with as many lines as it takes."""

    radius = 11
    turned = 0.0  # its chevron, in degrees

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent=parent)
        let_height_follow_width(self, wide=True)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return int(self._words(width - 2 * self.halo).height) + 2 * self.look.px(11) + 2 * self.halo

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(300), self.heightForWidth(self.look.px(300)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(43) + 2 * self.halo)

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        fill = self.look.colour(
            "surface" if self.lit and self.look.theme.scheme == "light" else "raised"
        )
        line = self.look.colour("accent" if self.lit else "line")
        self.ground(painter, body, fill, line)
        padding, size = _SIDE, self.look.px(16)
        words = self._words(int(body.width()))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        text_left = body.left() + padding + (size + self.look.px(10) if mirrored else 0)
        words.paint(
            painter, text_left, body.center().y() - words.height / 2, self.look.colour("text")
        )
        beside = padding + size / 2
        painter.save()
        painter.translate(
            body.left() + beside if mirrored else body.right() - beside, body.center().y()
        )
        painter.scale(-1 if mirrored else 1, 1)
        painter.rotate(self.turned)
        place = QRectF(-size / 2, -size / 2, size, size)
        paint_icon(painter, "chevron", place, self.look.colour("muted"))
        painter.restore()

    def _words(self, width: int) -> Lettering:
        room = width - 2 * _SIDE - self.look.px(16) - self.look.px(10)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = self.look.line_height("body")
        return Lettering(self.text(), self.look.font("body"), line, room, mirrored=mirrored)
