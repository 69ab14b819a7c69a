"""An area that scrolls only where it has to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.views.overlay_bar import OverlayBar

if TYPE_CHECKING:
    from supportbot.ui.look import Look


class Fitting(QScrollArea):
    """A column that wants to be as high as what stands in it, and scrolls in less.

    Attributes:
        column: Where things are put in.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self.viewport(), self._inner):
            ground.setAutoFillBackground(False)
        self._bar = OverlayBar(look, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self.column.totalHeightForWidth(width)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the layout around it what changed inside; Qt does not."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        return self.column.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.column.totalMinimumSize().width(), 0)
