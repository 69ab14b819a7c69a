"""Keys as they look on a keyboard, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from supportbot.ui.roles import Role
from supportbot.ui.theme import GAP_1, RADIUS_KEY
from supportbot.ui.views.lettering import Lettering

if TYPE_CHECKING:
    from supportbot.ui.look import Look
    from supportbot.ui.shortcuts import Keys

_PAD = 7


class KeyCaps(QWidget):
    """The caps of keys that are pressed together.

    They stand in the order in which they are pressed, from left to right, also where text runs the other way: so they
    are written there too.

    Args:
        look: The theme in force.
        keys: Which keys.
    """

    accessible_role = Role.StaticText

    def __init__(self, look: Look, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._caps = keys.caps
        self.setAccessibleName(keys.said)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def places(self) -> list[QRectF]:
        """Where each cap is painted."""
        metrics = QFontMetricsF(self._look.font("key"))
        high = self._look.line_height("key")
        found: list[QRectF] = []
        left = 0.0
        for cap in self._caps:
            wide = max(metrics.horizontalAdvance(cap) + 2 * self._look.px(_PAD), high)
            found.append(QRectF(left, 0, wide, high))
            left += wide + GAP_1
        return found

    @override
    def sizeHint(self) -> QSize:
        last = self.places()[-1]
        return QSize(int(last.right() + 0.999), int(last.bottom()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, line = self._look.font("key"), self._look.line_height("key")
        for cap, place in zip(self._caps, self.places(), strict=True):
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.setBrush(self._look.colour("chip"))
            body = place.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(body, RADIUS_KEY, RADIUS_KEY)
            words = Lettering(cap, font, line)
            left = place.center().x() - words.width / 2
            words.paint(painter, left, place.top(), self._look.colour("text"))

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
