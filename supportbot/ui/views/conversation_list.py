"""The list of conversations: rows, the keyboard, and the menu of a row."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from supportbot.ui.announce import point_out_row
from supportbot.ui.conversations import Entry, Heading, Row
from supportbot.ui.shortcuts import Keys
from supportbot.ui.views.conversation_rows import ROW, Index, RowDelegate, row_of
from supportbot.ui.views.last_input import LAST_INPUT
from supportbot.ui.views.overlay_bar import OverlayBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.ui.look import Look

# So many pixels before the end more rows are asked for.
_NEAR_END = 400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# The key that says "delete" on a Mac is the one that others call Backspace.
_DELETE = (Keys.DELETE.key, *((Qt.Key.Key_Backspace,) if sys.platform == "darwin" else ()))


class _Rows(QAbstractListModel):
    """Rows for a view."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; what was there before stays where it was if these only go on."""
        kept = len(self.rows)
        if kept and len(rows) > kept and list(rows[:kept]) == self.rows:
            self.beginInsertRows(QModelIndex(), kept, len(rows) - 1)
            self.rows = list(rows)
            self.endInsertRows()
        elif [_key(row) for row in rows] == [_key(row) for row in self.rows]:
            self.rows = list(rows)
            if self.rows:
                self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        else:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Heading) else row.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text if isinstance(row, Heading) else row.spoken
        if isinstance(row, Entry) and role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.passage.text
        if isinstance(row, Entry) and role == Qt.ItemDataRole.ToolTipRole:
            return row.title.text
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not isinstance(row_of(index), Entry):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren


class ConversationListView(QListView):
    """Conversations to choose from.

    Signals:
        chosen: A conversation is to be opened.
        renamed: A conversation's id and its new title.
        delete_requested: A conversation is to be deleted.
        menu_requested: A conversation's id, and where on the screen its menu belongs.
        undo_requested: What was deleted is to come back.
        left_upwards: Up, on the first row.
        typed: A text that belongs into the search field.
        end_neared: More rows would be seen soon.
    """

    chosen = Signal(str)
    renamed = Signal(str, str)
    delete_requested = Signal(str)
    menu_requested = Signal(str, object)
    undo_requested = Signal()
    left_upwards = Signal()
    typed = Signal(str)
    end_neared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self._delegate = RowDelegate(look, self)
        self._delegate.renamed.connect(self.renamed)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Conversations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self._bar = OverlayBar(look, self)
        bar = self.verticalScrollBar()
        bar.setSingleStep(24)
        bar.valueChanged.connect(self._on_scrolled)
        look.changed.connect(self._on_look_changed)

    def leave_below(self, room: int) -> None:
        """Keep this much room below the last row, for what lies over it."""
        self.setViewportMargins(0, 0, 0, room)

    def mark(self, conversation_id: str | None) -> None:
        """Set a row off while its menu is open."""
        self._delegate.marked = conversation_id
        self.viewport().update()

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows.rows

    @property
    def current_id(self) -> str | None:
        """The conversation the keyboard is at."""
        row = row_of(self.currentIndex())
        return row.id if isinstance(row, Entry) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the keyboard stays at its conversation, or where that was."""
        current, at = self.current_id, self.currentIndex().row()
        if self._delegate.editing is not None and list(rows) == self._rows.rows:
            return
        value = self.verticalScrollBar().value()
        self._rows.show_rows(rows)
        if self.current_id != current or current is None:
            self._take_up(current, at)
        self.verticalScrollBar().setValue(value)

    def go_to_first(self) -> None:
        """Put the keyboard at the first conversation and show it."""
        self._take_up(None, 0)
        self.scrollToTop()

    def rename(self, conversation_id: str) -> None:
        """Have a title written over."""
        for at, row in enumerate(self._rows.rows):
            if isinstance(row, Entry) and row.id == conversation_id:
                index = self._rows.index(at)
                self.setCurrentIndex(index)
                self.scrollTo(index)
                self.edit(index)

    # ------------------------------------------------------------------ keyboard and pointer

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current_id
        key = event.key()
        if self._delegate.editing is not None:
            return  # a title is written; its line leaves Enter to whoever is behind it
        if event.matches(Keys.UNDO.value):
            self.undo_requested.emit()
        elif current is not None and key in _ENTER:
            self.chosen.emit(current)
        elif current is not None and key == Keys.RENAME.key:
            self.rename(current)
        elif current is not None and key in _DELETE:
            self.delete_requested.emit(current)
        elif key == Qt.Key.Key_Up and not self._has_entry_above():
            self.left_upwards.emit()
        elif event.text().isprintable() and event.text().strip() and not _is_command(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        LAST_INPUT.note(event)
        # The row is chosen when the button is let go over it, as with every button.
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = row_of(index)
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(row, Entry):
            return
        if index != self.currentIndex() or row.id == self._delegate.editing:
            return
        if self._more_rect(index).contains(point):
            self._ask_for_menu(row.id, index)
        else:
            self.chosen.emit(row.id)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        row = row_of(index)
        if not isinstance(row, Entry):
            return
        self.setCurrentIndex(index)
        if by_keyboard:
            self._ask_for_menu(row.id, index)
        else:
            self.menu_requested.emit(row.id, event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.ringed = LAST_INPUT.rings(event.reason())
        super().focusInEvent(event)
        if self.current_id is None:
            self._take_up(None, 0)
        QTimer.singleShot(0, self, lambda: point_out_row(self))
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.ringed = False
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_scrolled(self.verticalScrollBar().value())

    # ------------------------------------------------------------------ inside

    def _take_up(self, conversation_id: str | None, at: int) -> None:
        """Put the keyboard at a conversation, else at the entry nearest to ``at``."""
        entries = [
            (number, row) for number, row in enumerate(self._rows.rows) if isinstance(row, Entry)
        ]
        if not entries:
            return
        wanted = [number for number, row in entries if row.id == conversation_id]
        below = [number for number, _ in entries if number >= at]
        number = (wanted or below or [entries[-1][0]])[0]
        self.setCurrentIndex(self._rows.index(number))

    def _has_entry_above(self) -> bool:
        above = self._rows.rows[: max(self.currentIndex().row(), 0)]
        return any(isinstance(row, Entry) for row in above)

    def _more_rect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._delegate.more_rect(self.visualRect(index), mirrored=mirrored)

    def _ask_for_menu(self, conversation_id: str, index: QModelIndex) -> None:
        corner = self._more_rect(index).bottomLeft() + QPoint(0, 4)
        self.menu_requested.emit(conversation_id, self.viewport().mapToGlobal(corner))

    def _on_scrolled(self, value: int) -> None:
        if self._rows.rows and value >= self.verticalScrollBar().maximum() - _NEAR_END:
            self.end_neared.emit()

    def _on_look_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def _key(row: Row) -> str:
    return row.id if isinstance(row, Entry) else f"# {row.text}"


def _is_command(event: QKeyEvent) -> bool:
    held = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return bool(held)
