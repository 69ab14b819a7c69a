"""A text with its hits set off, cut to so many lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextLayout
from PySide6.QtWidgets import QTextEdit

from supportbot.knowledge import Piece
from supportbot.ui.views.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from supportbot.ui.look import Look

_ELLIPSIS = "…"
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
    ) -> Lettering:
        """Pieces of text, hits set off, in at most so many lines; an ellipsis stands for the rest.

        Args:
            role: Role of type.
            pieces: The text.
            width: Room in pixels.
            lines: Most lines.
            mirrored: Whether lines begin on the right.
        """
        key = (role, tuple(pieces), width, lines, mirrored)
        laid = self._laid.pop(key, None)
        if laid is None:
            laid = self._lay_out(role, pieces, width, lines, mirrored=mirrored)
            if len(self._laid) >= _MOST_LAID:
                del self._laid[next(iter(self._laid))]
        self._laid[key] = laid
        return laid

    def _lay_out(
        self, role: str, pieces: Sequence[Piece], width: float, lines: int, *, mirrored: bool
    ) -> Lettering:
        font, height = self._look.font(role), self._look.line_height(role)

        def lay_out(parts: Sequence[Piece]) -> Lettering:
            said = "".join(part.text for part in parts)
            formats = _formats(self._look, parts)
            return Lettering(said, font, height, width, mirrored=mirrored, formats=formats)

        laid = lay_out(pieces)
        cut = laid.end_of_line(lines - 1) if laid.lines > lines else 0
        while cut > 1 and laid.lines > lines:
            cut -= 1
            laid = lay_out([*_first(pieces, cut), Piece(_ELLIPSIS)])
        return laid


def utf16_length(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def mark_spans(
    edit: QTextEdit,
    look: Look,
    spans: Iterable[tuple[int, int]],
    chosen: tuple[int, int] | None = None,
) -> None:
    """Set off parts of a text that is shown, in code points, and one of them more than the others."""
    text = edit.toPlainText()
    marks = []
    for start, end in spans:
        mark = QTextEdit.ExtraSelection()
        mark.format = hit_format(look)
        if (start, end) == chosen:
            mark.format.setBackground(look.colour("accent"))
            mark.format.setForeground(look.colour("on_accent"))
        cursor = QTextCursor(edit.document())
        cursor.setPosition(utf16_length(text[:start]))
        cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        marks.append(mark)
    edit.setExtraSelections(marks)


def hit_format(look: Look) -> QTextCharFormat:
    """How a hit is set off from the text around it."""
    shape = QTextCharFormat()
    shape.setBackground(look.colour("hit"))
    shape.setForeground(look.colour("text"))
    return shape


def _formats(look: Look, pieces: Iterable[Piece]) -> list[QTextLayout.FormatRange]:
    formats = []
    at = 0
    for piece in pieces:
        length = utf16_length(piece.text)
        if piece.hit:
            shape = QTextLayout.FormatRange()
            shape.start, shape.length = at, length
            shape.format = hit_format(look)
            shape.format.setFontWeight(QFont.Weight.DemiBold)
            formats.append(shape)
        at += length
    return formats


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
