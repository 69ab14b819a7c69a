"""How a row of the list of conversations is drawn and renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from supportbot.history import Passage
from supportbot.knowledge import Piece
from supportbot.ui.conversations import Entry, Heading, Row
from supportbot.ui.icons import paint_icon
from supportbot.ui.theme import GAP_1, GAP_2, GAP_3, HALO, TARGET
from supportbot.ui.views.lettering import Lettering
from supportbot.ui.views.line import Line
from supportbot.ui.views.marked import Letterings

if TYPE_CHECKING:
    from supportbot.ui.look import Look

ROW = Qt.ItemDataRole.UserRole
_RADIUS = 10
_SIDE, _TOP, _LEADING = 10, 8, 2
_MORE, _MORE_ICON = 24, 16
_EDIT_PAD = 2  # that a line edit keeps beside its text
Index = QModelIndex | QPersistentModelIndex


def pieces_of(passage: Passage) -> list[Piece]:
    """A passage in pieces that are hits or are not."""
    pieces: list[Piece] = []
    at = 0
    for first, end in passage.hits:
        pieces += [Piece(passage.text[at:first]), Piece(passage.text[first:end], hit=True)]
        at = end
    return [piece for piece in (*pieces, Piece(passage.text[at:])) if piece.text]


def row_of(index: Index) -> Row | None:
    """The row at an index."""
    found = index.data(ROW)
    return found if isinstance(found, Heading | Entry) else None


class RowDelegate(QStyledItemDelegate):
    """Draws headings and entries; an entry's title can be written over.

    Signals:
        renamed: A conversation's id and its new title.
    """

    renamed = Signal(str, str)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._letterings = Letterings(look)
        self.editing: str | None = None  # whose title is being written over
        self.ringed = False  # whether the keyboard is in the list
        self.marked: str | None = None  # whose menu is open

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = self._look.line_height
        if isinstance(row_of(index), Heading):
            above = 0 if index.row() == 0 else GAP_3
            return QSize(0, lines("footer-strong") + above + GAP_1 + 2)
        return QSize(0, lines("entry") + _LEADING + lines("fine") + 2 * _TOP + 2)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_of(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, _shape(option), row, _mirrored(option))
        elif row is not None:
            self._paint_entry(painter, option, row)
        painter.restore()

    def more_rect(self, option_rect: QRect, *, mirrored: bool) -> QRect:
        """Where the button stands that opens a row's menu."""
        side = self._look.px(_MORE)
        body = _inside(option_rect)
        left = body.left() + 6 if mirrored else body.right() - 6 - side
        return QRect(int(left), int(body.top()) + _TOP - 2, side, side)

    # ------------------------------------------------------------------ drawing

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Heading, mirrored: bool) -> None:
        look, line = self._look, self._look.line_height("footer-strong")
        room = rect.width() - 2 * (GAP_2 + _SIDE)
        words = Lettering(row.text, look.font("footer-strong"), line, room, mirrored=mirrored)
        top = rect.bottom() + 1 - line - GAP_1
        words.paint(painter, rect.left() + GAP_2 + _SIDE, top, look.colour("muted"))

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, row: Entry) -> None:
        look, state = self._look, _state(option)
        mirrored, body = _mirrored(option), _inside(_shape(option))
        lit = bool(state & QStyle.StateFlag.State_MouseOver)
        current = bool(state & QStyle.StateFlag.State_HasFocus) and self.ringed
        self._paint_ground(painter, body, row, lit=lit or row.id == self.marked, current=current)
        inner = body.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        title_line, line = look.line_height("entry"), look.line_height("fine")
        if row.id != self.editing:
            if lit:
                taken = float(look.px(_MORE)) - 4
                self._paint_more(painter, self.more_rect(_shape(option), mirrored=mirrored))
            else:
                taken = self._paint_when(painter, inner, row.when, mirrored)
            place = _without(inner, taken + GAP_2, mirrored=mirrored)
            place.setHeight(title_line)
            self._paint_passage(painter, place, row.title, "entry", "text", mirrored)
        below = QRectF(inner.left(), inner.bottom() - line, inner.width(), line)
        if row.id == self.editing:
            below.adjust(0, 4, 0, 4)
            said = QCoreApplication.translate("Conversations", "Enter saves, Esc cancels")
            self._paint_passage(painter, below, Passage(said), "fine", "muted", mirrored)
        else:
            self._paint_passage(
                painter, below, row.passage, "fine", "muted", mirrored, from_hit=True
            )

    def _paint_ground(
        self, painter: QPainter, body: QRectF, row: Entry, *, lit: bool, current: bool
    ) -> None:
        colour = self._look.colour
        painter.setPen(Qt.PenStyle.NoPen)
        if row.open or lit:
            painter.setBrush(colour("bubble" if row.open else "hover"))
            painter.drawRoundedRect(body, _RADIUS, _RADIUS)
        if row.id == self.editing:
            self._paint_field(painter, body)
        elif current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)

    def _paint_field(self, painter: QPainter, body: QRectF) -> None:
        """The frame of the title while it is written over, as fields have it."""
        colour, line = self._look.colour, self._look.line_height("entry")
        high = max(line, TARGET) + 2 * HALO
        top = body.top() + _TOP - (high - line) // 2  # a whole pixel, where the editor is
        frame = QRectF(body.left() + _SIDE - 7, top, body.width() - 2 * _SIDE + 14, high)
        painter.setBrush(colour("ring"))
        painter.drawRoundedRect(frame, _RADIUS - 1, _RADIUS - 1)
        painter.setBrush(colour("surface"))
        painter.setPen(QPen(colour("accent"), 1))
        inner = frame.adjusted(HALO + 0.5, HALO + 0.5, -HALO - 0.5, -HALO - 0.5)
        painter.drawRoundedRect(inner, _RADIUS - 3, _RADIUS - 3)

    def _paint_when(self, painter: QPainter, inner: QRectF, when: str, mirrored: bool) -> float:
        look, line = self._look, self._look.line_height("fine")
        words = Lettering(when, look.font("fine"), line)
        left = inner.left() if mirrored else inner.right() - words.width
        top = inner.top() + (look.line_height("entry") - line) / 2
        words.paint(painter, left, top, look.colour("muted"))
        return words.width

    def _paint_more(self, painter: QPainter, place: QRect) -> None:
        side = self._look.px(_MORE_ICON)
        body = QRectF(0, 0, side, side)
        body.moveCenter(QRectF(place).center())
        paint_icon(painter, "more", body, self._look.colour("muted"))

    def _paint_passage(
        self,
        painter: QPainter,
        place: QRectF,
        passage: Passage,
        role: str,
        colour: str,
        mirrored: bool,
        *,
        from_hit: bool = False,
    ) -> None:
        pieces = pieces_of(passage)
        words = self._letterings.of(
            role, pieces, place.width(), 1, mirrored=mirrored, from_hit=from_hit
        )
        words.paint(painter, place.left(), place.top(), self._look.colour(colour))

    # ------------------------------------------------------------------ renaming

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row = row_of(index)
        editor = Line("", parent)
        editor.setFrame(False)
        editor.setObjectName("field")
        editor.setStyleSheet(self._look.style_sheet)
        editor.setFont(self._look.font("entry"))
        side = Qt.AlignmentFlag.AlignRight if _mirrored(option) else Qt.AlignmentFlag.AlignLeft
        editor.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)  # as the title, in any script
        palette = QPalette(editor.palette())
        clear = self._look.colour("background")
        clear.setAlpha(0)
        palette.setColor(QPalette.ColorRole.Base, clear)
        editor.setPalette(palette)
        editor.setAccessibleName(QCoreApplication.translate("Conversations", "Title"))
        self.editing = row.id if isinstance(row, Entry) else None
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row = row_of(index)
        if isinstance(editor, QLineEdit) and isinstance(row, Entry) and not editor.isModified():
            editor.setText(row.title.text)
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        row = row_of(index)
        if isinstance(editor, QLineEdit) and isinstance(row, Entry) and editor.isModified():
            self.renamed.emit(row.id, editor.text())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        inner = _inside(_shape(option)).adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        line = self._look.line_height("entry")
        height = max(line, TARGET)
        editor.setGeometry(
            int(inner.left()) - _EDIT_PAD,
            int(inner.top()) - (height - line) // 2,
            int(inner.width()) + 2 * _EDIT_PAD,
            height,
        )

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editing = None
        super().destroyEditor(editor, index)


def _shape(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state


def _mirrored(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft


def _inside(rect: QRect) -> QRectF:
    return QRectF(rect).adjusted(GAP_2, 1, -GAP_2, -1)


def _without(inner: QRectF, taken: float, *, mirrored: bool) -> QRectF:
    return inner.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)
