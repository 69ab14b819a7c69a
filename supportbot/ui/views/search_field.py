"""The field that is searched with: a glass, what is typed, and a way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from supportbot.ui.theme import HALO
from supportbot.ui.views.controls import IconButton
from supportbot.ui.views.line import Line
from supportbot.ui.views.panels import Field, Icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from supportbot.ui.look import Look

_LONGEST_QUERY = 200


class SearchField(Field):
    """A line to search with.

    Signals:
        changed: What is typed now.
        entered: Enter.
        left: The arrow down: on to what was found.
    """

    changed = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, placeholder: str, parent: QWidget | None = None) -> None:
        self.edit = _SearchLine()
        super().__init__(look, self.edit, parent=parent)
        self.edit.setMaxLength(_LONGEST_QUERY)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.clear = IconButton(look, "close", self.tr("Clear search"), size=24, icon_size=14)
        self.clear.hide()
        layout = QHBoxLayout(self)
        near, far = 10 + HALO, 6 + HALO
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        layout.setContentsMargins(
            far if mirrored else near, 4 + HALO, near if mirrored else far, 4 + HALO
        )
        if mirrored:  # also words of another direction begin beside the glass
            self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setSpacing(8)
        layout.addWidget(Icon(look, "search", 16, "muted"))
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.clear)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self.entered)
        self.edit.went_down.connect(self.left)
        self.clear.clicked.connect(self._on_clear)
        self._fit()

    def add(self, text: str) -> None:
        """Go on typing here: the text comes to the end."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.end(False)
        self.edit.insert(text)

    @override
    def restyle(self) -> None:
        super().restyle()
        self._fit()

    def _fit(self) -> None:
        # As high with the button as without it.
        self.edit.setMinimumHeight(self.look.px(24))

    def _on_text_changed(self, text: str) -> None:
        self.clear.setVisible(bool(text))
        self.changed.emit(text)

    def _on_clear(self) -> None:
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class _SearchLine(Line):
    went_down = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
            return
        super().keyPressEvent(event)
