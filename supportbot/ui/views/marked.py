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


def marked_lettering(
    look: Look,
    role: str,
    pieces: Sequence[Piece],
    width: float,
    lines: int,
    *,
    mirrored: bool = False,
) -> Lettering:
    """Lay out pieces of text, hits set off, in at most so many lines; an ellipsis stands for the rest.

    Args:
        look: The theme in force.
        role: Role of type.
        pieces: The text.
        width: Room in pixels.
        lines: Most lines.
        mirrored: Whether lines begin on the right.
    """
    font, height = look.font(role), look.line_height(role)

    def lay_out(parts: Sequence[Piece]) -> Lettering:
        said = "".join(part.text for part in parts)
        formats = _formats(look, parts)
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
