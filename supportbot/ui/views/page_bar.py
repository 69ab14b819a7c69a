"""The bar above a page that stands in place of the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from supportbot.ui.theme import COLUMN_WIDTH, GAP_1, GAP_2, GAP_4

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supportbot.ui.look import Look

_OUTDENT = 4  # icon buttons at its ends: what is seen of them stands nearly at the column's edge


class PageBar(QWidget):
    """A row as high as the window's header, as wide as the column below it.

    Args:
        look: The theme in force.

    Attributes:
        row: Where its parts are put in: a title or a button first, a button last.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._button_first = False
        self.row = QHBoxLayout(self)
        self.row.setSpacing(GAP_2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set_button_first(self, *, button_first: bool) -> None:
        """Whether a button stands first."""
        self._button_first = button_first
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()
        super().changeEvent(event)

    def _on_look_changed(self) -> None:
        self.setMinimumHeight(self._look.px(56))
        self._fit()
        self.updateGeometry()
        self.update()

    def _fit(self) -> None:
        side = max(GAP_4, (self.width() - COLUMN_WIDTH) // 2)
        near, far = side - (_OUTDENT if self._button_first else 0), side - _OUTDENT
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            near, far = far, near
        self.row.setContentsMargins(near, GAP_1, far, GAP_1 + 1)
