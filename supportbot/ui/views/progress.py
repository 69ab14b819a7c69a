"""A thin bar in the accent: how much is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy
from typing_extensions import override

if TYPE_CHECKING:
    from supportbot.ui.look import Look


class ProgressBar(QProgressBar):
    """Progress of something that takes a while."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Progress"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """How much is done, 0 to 1; in thousandths, since bytes may be more than Qt counts."""
        self.setRange(0, 1000)
        self.setValue(round(min(share, 1.0) * 1000))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(5) + 8)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = self._look.px(5)
        track = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setBrush(self._look.colour("line"))
        painter.drawRoundedRect(track, high / 2, high / 2)
        share = self.value() / max(self.maximum(), 1)
        if not share:
            return
        filled = QRectF(track)
        filled.setWidth(max(track.width() * share, high))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(track.right())
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(filled, high / 2, high / 2)
