"""The list of help pages: all of them, or those that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.pages import PageRow, Pieces, plain
from supportbot.ui.theme import COLUMN_WIDTH, GAP_2, GAP_4, RADIUS_CONTROL
from supportbot.ui.views.marked import Letterings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.ui.look import Look
    from supportbot.ui.views.lettering import Lettering

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_TITLE_LINES, _LEAD_LINES, _FOUND_LINES = 2, 1, 2
_ABOVE, _CHEVRON = 10, 16
_BATCH = 200


class PageList(QListView):
    """Rows of pages.

    Signals:
        chosen: A ``PageRow``, by the pointer or Enter.
        left: The arrow up on the first row: back to the search.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_RowPainter(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # thousands of pages must not hold it up
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._on_clicked)
        self._look = look
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @property
    def rows(self) -> tuple[PageRow, ...]:
        """What is listed."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[PageRow], *, keep: bool = False) -> None:
        """List these; ``keep`` leaves the list where it is scrolled to: the same pages in other words."""
        at, scroll = self.currentIndex().row(), self.verticalScrollBar().value()
        self._rows.show_rows(tuple(rows))
        if keep:
            self.setCurrentIndex(self._rows.index(at))
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scroll)
        else:
            self.scrollToTop()
            if self.hasFocus():
                self.setCurrentIndex(self._rows.index(0))

    def enter(self) -> None:
        """Take the focus on the row it was on, or the first one."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_first(self) -> None:
        """Open what stands first."""
        if self.rows:
            self.setCurrentIndex(self._rows.index(0))
            self.chosen.emit(self.rows[0])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and at.isValid():
            self._on_clicked(at)
            return
        if event.key() == Qt.Key.Key_Up and at.row() <= 0:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_look_changed(self) -> None:
        self.verticalScrollBar().setStyleSheet(self._look.style_sheet)
        self.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.chosen.emit(index.data(_ROW))


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PageRow, ...] = ()

    def show_rows(self, rows: tuple[PageRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == _ROW else None


class _RowPainter(QStyledItemDelegate):
    """Draws a row in the column that everything in the window keeps to."""

    def __init__(self, look: Look, view: PageList) -> None:
        super().__init__(view)
        self._look = look
        self._letterings = Letterings(look)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._height(index.data(_ROW), self._column(width).width()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRectF = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        column = self._column(int(rect.width())).translated(rect.left(), rect.top())
        column.setHeight(rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = column.adjusted(-GAP_2, 1, GAP_2, -1)
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_MouseOver or current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("surface"))
            painter.drawRoundedRect(ground, RADIUS_CONTROL, RADIUS_CONTROL)
        if current:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 0, -1, 0), RADIUS_CONTROL, RADIUS_CONTROL)
        self._draw(painter, column, self._lines(index.data(_ROW), column.width()))
        painter.restore()

    def _draw(self, painter: QPainter, column: QRectF, lines: list[Lettering]) -> None:
        mirrored = self._mirrored()
        left = column.left() + (
            column.width() - self._text_width(column.width()) if mirrored else 0
        )
        top = column.top() + self._look.px(_ABOVE)
        for at, line in enumerate(lines):
            said = at == len(lines) - 1 and at > 0
            line.paint(painter, left, top, self._look.colour("muted" if said else "text"))
            top += line.height
        size = self._look.px(_CHEVRON)
        chevron = QRectF(0, column.center().y() - size / 2, size, size)
        if mirrored:
            painter.translate(column.left() + size, 0)
            painter.scale(-1, 1)
        else:
            painter.translate(column.right() - size, 0)
        paint_icon(painter, "chevron", chevron, self._look.colour("muted"))

    def _height(self, row: PageRow, width: float) -> int:
        """How high a row is; what takes one line need not be laid out for that."""
        room, mirrored = self._text_width(width), self._mirrored()
        heights = (
            self._look.line_height(role)
            if lines == 1
            else self._letterings.of(role, text, room, lines, mirrored=mirrored).height
            for role, text, lines in _parts(row)
        )
        return sum(heights) + 2 * self._look.px(_ABOVE)

    def _lines(self, row: PageRow, width: float) -> list[Lettering]:
        room, mirrored = self._text_width(width), self._mirrored()
        return [
            self._letterings.of(role, text, room, lines, mirrored=mirrored)
            for role, text, lines in _parts(row)
        ]

    def _column(self, width: int) -> QRectF:
        # In the middle of the whole view, scroll bar included, as everything above and below it.
        side = max(GAP_4, (self._view.width() - COLUMN_WIDTH) // 2)
        bar = self._view.width() - width
        left = side - bar if self._mirrored() else side
        return QRectF(left, 0, self._view.width() - 2 * side, 0)

    def _text_width(self, width: float) -> float:
        return width - self._look.px(_CHEVRON) - GAP_2

    def _mirrored(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _parts(row: PageRow) -> list[tuple[str, Pieces, int]]:
    """What stands in a row: role of type, text, most lines."""
    found = bool(row.forms)
    parts = [("strong", row.title, _TITLE_LINES)]
    if found and row.section:
        parts.append(("small", row.section, 1))
    if row.text:
        parts.append(("small", row.text, _FOUND_LINES if found else _LEAD_LINES))
    return parts
