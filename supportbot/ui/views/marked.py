"""Texts with their hits set off: those that are painted, cut to so many lines, and those that are shown in a widget."""

from __future__ import annotations

import itertools
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from supportbot.knowledge import Piece
from supportbot.ui.theme import RADIUS_MARK
from supportbot.ui.views.lettering import Lettering
from supportbot.ui.views.places import fixed_box, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QColor

    from supportbot.ui.look import Look

_ELLIPSIS = "…"
_WIDER = 12  # letters that are set off take the room of one more
_MARK = int(QTextFormat.Property.UserProperty) + 2
_HIT, _CHOSEN = 1, 2
# What no ellipsis follows: spaces, punctuation that goes on, signs such as an arrow.
_DANGLING = ("Z", "Pc", "Pd", "Pi", "Po", "Ps", "Sm")
_KEPT = "%‰٪+"
# Pixels: beside a mark, and what may stand between two parts of one (the room around key caps).
_BESIDE, _GAP = 1, 6
# How much of the height of a line stays free between the marks of two lines.
_SLACK = 0.08


class _Marked(Lettering):
    """Lettering with marks behind parts of it.

    Args:
        look: The theme in force.
        role: Role of type.
        pieces: The text.
        width: Room in pixels.
        mirrored: Whether lines begin on the right.
    """

    def __init__(
        self, look: Look, role: str, pieces: Sequence[Piece], width: float, *, mirrored: bool
    ) -> None:
        self._look = look
        self._line_height = look.line_height(role)
        said, formats = _said(pieces), _formats(look, pieces)
        self._marks = [(one.start, one.length) for one in formats]
        super().__init__(
            said, look.font(role), self._line_height, width, mirrored=mirrored, formats=formats
        )

    @override
    def paint(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        for place in self.marks():
            _paint_mark(painter, place.translated(left, top), self._look)
        super().paint(painter, left, top, colour)

    def marks(self) -> Iterator[QRectF]:
        """Where the marks are painted: inside of their lines, however tall the letters' font is."""
        for start, length in self._marks:
            for line, place in stretches(self._layout, start, length, _GAP):
                high = self._line_height
                yield _mark_in(place, (line.lineNumber() + _SLACK / 2) * high, high)


_MOST_LAID = 128  # a few screens of them


class Letterings:
    """Texts of rows that are drawn again and again, laid out once.

    Args:
        look: The theme in force; another one has everything laid out anew.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._laid: dict[tuple[object, ...], Lettering] = {}  # the one used last at the end
        look.changed.connect(self._laid.clear)

    def of(
        self,
        role: str,
        pieces: Sequence[Piece],
        width: float,
        lines: int,
        *,
        mirrored: bool = False,
        from_hit: bool = False,
    ) -> Lettering:
        """Pieces of text, hits set off, in at most so many lines; an ellipsis stands for the rest.

        It stands at the end of the room, as close as letters allow.

        Args:
            role: Role of type.
            pieces: The text.
            width: Room in pixels.
            lines: Most lines.
            mirrored: Whether lines begin on the right.
            from_hit: Whether it may begin later, with an ellipsis, so that its first hit is seen.
        """
        key = (role, tuple(pieces), width, lines, mirrored, from_hit)
        laid = self._laid.pop(key, None)
        if laid is None:
            laid = self._lay_out(role, pieces, width, lines, mirrored=mirrored, from_hit=from_hit)
            if len(self._laid) >= _MOST_LAID:
                del self._laid[next(iter(self._laid))]
        self._laid[key] = laid
        return laid

    def _lay_out(
        self,
        role: str,
        pieces: Sequence[Piece],
        width: float,
        lines: int,
        *,
        mirrored: bool,
        from_hit: bool,
    ) -> Lettering:
        def lay_out(parts: Sequence[Piece]) -> _Marked:
            return _Marked(self._look, role, parts, width, mirrored=mirrored)

        @cache
        def cut(length: int) -> _Marked:
            return lay_out([*_first(pieces, length), Piece(_ELLIPSIS)])

        said = _said(pieces)
        begin, fitting = 0, self._fitting(role, said, width)  # of one line, if nothing is set off
        if lines > 1 or fitting == utf16_length(said):
            whole = lay_out(pieces)
            if whole.lines <= lines:
                return whole
            if lines > 1:
                begin = whole.end_of_line(lines - 2)
                fitting = begin + self._fitting(role, said[begin:], width)
        # What is set off is wider, if at all: no more fits.
        wider = sum(utf16_length(one.text) for one in _first(pieces, fitting) if one.hit) // _WIDER
        fit = _last(lambda length: cut(length).lines <= lines, begin, fitting + 1, fitting - wider)
        unhit = list(itertools.takewhile(lambda piece: not piece.hit, pieces))
        before, hits = _said(unhit), pieces[len(unhit) :]
        if from_hit and hits and fit < utf16_length(before + hits[0].text):
            later = _later(before)
            if later != before:
                parts = [Piece(later), *hits]
                return self._lay_out(role, parts, width, lines, mirrored=mirrored, from_hit=True)
        parts = _first(pieces, _whole(said, fit))
        kept = _undangled(parts)
        return cut(fit) if kept == _first(pieces, fit) else lay_out([*kept, Piece(_ELLIPSIS)])

    def _fitting(self, role: str, text: str, width: float) -> int:
        """How many UTF-16 units of a text fit in a line, with an ellipsis after them if not all do."""
        metrics, elide = QFontMetricsF(self._look.font(role)), Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(text, elide, width)
        return utf16_length(shown if shown == text else shown.removesuffix(_ELLIPSIS))


def _last(holds: Callable[[int], bool], least: int, most: int, likely: int) -> int:
    """The last number for which something holds, as it does for all up to there.

    Args:
        holds: Asked as seldom as may be.
        least: A number for which it holds.
        most: One for which it does not.
        likely: Where to look first.
    """
    at, step = min(max(likely, least + 1), most - 1), 1
    while most - least > 1:
        if held := holds(at):
            least = at
        else:
            most = at
        if (
            least + step < most - step
        ):  # the far end is not in sight: go on from this one in longer steps
            at = least + step if held else most - step
            step *= 2
        else:
            at = (least + most) // 2
    return least


def _whole(text: str, length: int) -> int:
    """At most so many UTF-16 units, and no letter without what belongs to it."""
    layout = QTextLayout(text)
    return length if layout.isValidCursorPosition(length) else layout.previousCursorPosition(length)


def utf16_length(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def mark_spans(
    edit: QTextEdit,
    look: Look,
    spans: Iterable[tuple[int, int]],
    chosen: tuple[int, int] | None = None,
) -> None:
    """Set off parts of a text that is shown, in code points, and one of them more than the others.

    The marks themselves are painted by ``paint_marks``; here letters on them get colours that can be read there.
    """
    text = edit.toPlainText()
    marks = []
    for start, end in spans:
        first, last = utf16_length(text[:start]), utf16_length(text[:end])
        kind = _CHOSEN if (start, end) == chosen else _HIT
        shape, links = QTextCharFormat(), list(_links_in(edit, first, last))
        shape.setProperty(_MARK, kind)
        if not links:
            shape.setForeground(look.colour("text"))
        marks.append(_selection(edit, first, last, shape))
        for link in links:
            shape = QTextCharFormat()
            shape.setForeground(look.colour("hit_link"))
            marks.append(_selection(edit, *link, shape))
    edit.setExtraSelections(marks)


def marks_of(edit: QTextEdit) -> list[tuple[int, int, bool]]:
    """What is set off: its first UTF-16 unit, the one after its last, and whether it is the chosen one."""
    return [
        (one.cursor.selectionStart(), one.cursor.selectionEnd(), kind == _CHOSEN)
        for one in edit.extraSelections()
        if (kind := one.format.property(_MARK))
    ]


def paint_marks(painter: QPainter, edit: QTextEdit, look: Look, exposed: QRectF) -> None:
    """Paint the marks of a text whose lines have a fixed height, below its letters."""
    for place, is_chosen in mark_places(edit):
        if place.intersects(exposed):
            _paint_mark(painter, place, look, is_chosen=is_chosen)


def mark_places(edit: QTextEdit) -> Iterator[tuple[QRectF, bool]]:
    """Where each mark is painted, and whether it is that of the chosen one."""
    document = edit.document()
    for first, last, is_chosen in marks_of(edit):
        block = document.findBlock(first)
        while block.isValid() and block.position() < last:
            corner = document.documentLayout().blockBoundingRect(block).topLeft()
            start, height = first - block.position(), block.blockFormat().lineHeight()
            for line, place in stretches(block.layout(), max(start, 0), last - first, _GAP):
                top, high = fixed_box(line, height)
                yield _mark_in(place, top + _SLACK * high, high).translated(corner), is_chosen
            block = block.next()


def _mark_in(place: QRectF, top: float, height: float) -> QRectF:
    """A mark in a line of this height: it leaves the lines above and below in peace."""
    wide, high = place.width() + 2 * _BESIDE, height * (1 - _SLACK)
    return QRectF(place.left() - _BESIDE, top, wide, high)


def _paint_mark(painter: QPainter, place: QRectF, look: Look, *, is_chosen: bool = False) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("hit_chosen" if is_chosen else "hit"))
    painter.setPen(QPen(look.colour("accent"), 1) if is_chosen else Qt.PenStyle.NoPen)
    radius = look.px(RADIUS_MARK)
    painter.drawRoundedRect(place, radius, radius)
    painter.restore()


def _selection(
    edit: QTextEdit, first: int, last: int, shape: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.format = shape
    cursor = QTextCursor(edit.document())
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    return made


def _links_in(edit: QTextEdit, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of links between two places of a text."""
    block = edit.document().findBlock(first)
    while block.isValid() and block.position() < last:
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            start, end = fragment.position(), fragment.position() + fragment.length()
            if fragment.charFormat().isAnchor() and start < last and end > first:
                yield max(start, first), min(end, last)
            at += 1
        block = block.next()


def _formats(look: Look, pieces: Iterable[Piece]) -> list[QTextLayout.FormatRange]:
    formats = []
    at = 0
    for piece in pieces:
        length = utf16_length(piece.text)
        if piece.hit:
            shape = QTextLayout.FormatRange()
            shape.start, shape.length = at, length
            shape.format.setForeground(look.colour("text"))
            shape.format.setFontWeight(QFont.Weight.DemiBold)
            formats.append(shape)
        at += length
    return formats


def _said(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _later(text: str) -> str:
    """The second half of what stands before a hit, from the beginning of a word where one begins there."""
    words = text.removeprefix(_ELLIPSIS)
    kept = words[-(len(words) // 2) :] if len(words) > 1 else ""
    _, between, whole = kept.partition(" ")
    return _ELLIPSIS + (whole if between and whole else kept)


def _first(pieces: Iterable[Piece], length: int) -> list[Piece]:
    """The first so many UTF-16 units of the pieces, without a space at the end."""
    kept: list[Piece] = []
    for piece in pieces:
        units = piece.text.encode("utf-16-le", "surrogatepass")[: 2 * max(length, 0)]
        text = units.decode("utf-16-le", "ignore")
        length -= len(units) // 2
        if text:
            kept.append(Piece(text, piece.hit))
    if kept:
        kept[-1] = Piece(kept[-1].text.rstrip(), kept[-1].hit)
    return kept


def _undangled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without what would stand lost before an ellipsis; all of them where they are nothing else."""
    kept = list(pieces)
    while kept:
        text = kept[-1].text
        while (
            text and text[-1] not in _KEPT and unicodedata.category(text[-1]).startswith(_DANGLING)
        ):
            text = text[:-1]
        if text:
            kept[-1] = Piece(text, kept[-1].hit)
            return kept
        kept.pop()
    return list(pieces)
