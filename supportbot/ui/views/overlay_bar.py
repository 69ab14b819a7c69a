"""A scroll bar that lies on what it scrolls: one that took room would narrow the text as soon as it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollBar
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from supportbot.ui.look import Look


class OverlayBar(QScrollBar):
    """The vertical bar of a scroll area, drawn over its far edge.

    Args:
        look: The theme in force.
        area: What is scrolled; its own bar is hidden.
    """

    def __init__(self, look: Look, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._look = look
        self._area = area
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = area.verticalScrollBar()
        inner.rangeChanged.connect(self._on_inner_changed)
        inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(inner.setValue)
        area.installEventFilter(self)
        area.viewport().installEventFilter(self)
        self._fit_step()
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Resize:
            return False
        if watched is not self._area:
            self._fit_step()
        else:
            wide = self.sizeHint().width()
            mirrored = self._area.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = 0 if mirrored else self._area.width() - wide
            self.setGeometry(left, 0, wide, self._area.height())
        return False

    def _fit_step(self) -> None:
        # The inner bar learns its page after it told of its range, and tells nobody of that.
        self.setPageStep(self._area.viewport().height())

    def _on_look_changed(self) -> None:
        self.setStyleSheet(self._look.style_sheet)

    def _on_inner_changed(self, least: int, most: int) -> None:
        inner = self._area.verticalScrollBar()
        self.setRange(least, most)
        self.setSingleStep(inner.singleStep())
        self.setVisible(most > least)
        self.raise_()
