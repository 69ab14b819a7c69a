"""The bar that finds something in the conversation: a field, how many there are, and the way through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.shortcuts import Keys
from supportbot.ui.theme import COLUMN_WIDTH, GAP_1, GAP_2, GAP_4, HALO
from supportbot.ui.views.arrange import Shared
from supportbot.ui.views.controls import IconButton
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supportbot.ui.look import Look


class _Field(SearchField):
    """A field that is content with less, so that the bar is one line as long as it can be."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(150), super().sizeHint().height())


class FindBar(QWidget):
    """Finds in what is on the screen.

    Signals:
        changed: What is looked for now.
        next_requested: On to the next one.
        previous_requested: Back to the one before.
        close_requested: Nothing is looked for any more.
    """

    changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        title = self.tr("Find in this conversation")
        self.setAccessibleName(title)
        self.field = _Field(look, title)
        self.field.changed.connect(self.changed)
        self.field.entered.connect(self.next_requested)
        self.field.left.connect(self.next_requested)
        self.field.edit.installEventFilter(self)
        self.count = Text(look, "fine", "muted", wrap=False)
        self.previous = self._button("chevron-up", self.tr("Previous"), self.previous_requested)
        self.next = self._button("chevron-down", self.tr("Next"), self.next_requested)
        self.close_button = self._button("close", self.tr("Close search"), self.close_requested)
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_1)
        row.addSpacing(GAP_1)
        row.addStretch(1)
        for widget in (self.count, self.previous, self.next, self.close_button):
            row.addWidget(widget)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(Shared(GAP_1, (self.field, tools)))
        for keys, button, signal in (
            (Keys.FIND_NEXT, self.next, self.next_requested),
            (Keys.FIND_PREVIOUS, self.previous, self.previous_requested),
            (Keys.CLOSE, self.close_button, None),
        ):
            button.setToolTip(keys.after(button.accessibleName()))
            if signal is not None:
                shortcut = QShortcut(keys.sequence, self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(signal)
        look.changed.connect(self.update)

    def focus_field(self) -> None:
        """Have the customer type; what is there is replaced by the first letter."""
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def keep_room_for(self, texts: Iterable[str]) -> None:
        """Take as much room as the longest of these counts would, so that the field does not change with them."""
        metrics = QFontMetricsF(self._look.font("fine"))
        self.count.keep_room_for(max(texts, key=metrics.horizontalAdvance))

    def show_count(self, text: str, *, found: bool) -> None:
        """Which of how many; ``found`` says whether there is a way through them."""
        self.count.setText(text)
        self.previous.setEnabled(found)
        self.next.setEnabled(found)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shift+Enter and the arrow up go back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            back = enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if back or event.key() == Qt.Key.Key_Up:
                self.previous_requested.emit()
                return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(GAP_4, (event.size().width() - COLUMN_WIDTH) // 2)
        self._layout.setContentsMargins(
            side - HALO, GAP_2 - HALO, side - HALO - 4, GAP_2 - HALO + 1
        )
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._look.colour("line")
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)

    def _button(self, icon: str, name: str, signal: SignalInstance) -> IconButton:
        button = IconButton(self._look, icon, name, size=28, icon_size=16)
        button.clicked.connect(signal)
        return button
