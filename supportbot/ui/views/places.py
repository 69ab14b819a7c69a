"""Where things stand in text that is laid out, whichever way the words around them run.

The box of a line is as high as the line is meant to be: a font that lends letters of another script makes the line that
Qt laid out taller, and moves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextLayout, QTextLine

# What of a fixed line height Qt has above the letters' feet.
_ABOVE_BASELINE = 0.8


def lines_of(layout: QTextLayout) -> Iterator[QTextLine]:
    """The lines of a layout, from the first."""
    return (layout.lineAt(number) for number in range(layout.lineCount()))


def baseline(line: QTextLine) -> float:
    """The height at which the letters of a line stand."""
    return line.y() + line.ascent()


def fixed_box(line: QTextLine, height: float) -> tuple[float, float]:
    """Top and height of the box of a line in a block of this fixed line height."""
    return baseline(line) - _ABOVE_BASELINE * height, height


def places(layout: QTextLayout, start: int, length: int) -> Iterator[tuple[QTextLine, QRectF]]:
    """Where characters stand, in UTF-16 units: one place a line, from its first to its last of them."""
    for line in lines_of(layout):
        edges = [edge for run in _runs(line, start, length) for edge in run]
        if edges:
            wide = max(edges) - min(edges)
            yield line, QRectF(min(edges), line.y(), wide, line.height())


def stretches(
    layout: QTextLayout, start: int, length: int, gap: float
) -> Iterator[tuple[QTextLine, QRectF]]:
    """As ``places``; but words that run both ways may stand in several stretches, with others between them.

    Args:
        layout: The text.
        start: The first character.
        length: How many.
        gap: What stands this close together is one stretch.
    """
    for line in lines_of(layout):
        joined: list[list[float]] = []
        for left, right in sorted(_runs(line, start, length)):
            if joined and left <= joined[-1][1] + gap:
                joined[-1][1] = max(right, joined[-1][1])
            else:
                joined.append([left, right])
        for left, right in joined:
            yield line, QRectF(left, line.y(), right - left, line.height())


def ink_bottom(line: QTextLine) -> float:
    """How far down the letters of a line reach."""
    lowest = baseline(line)
    for run in line.glyphRuns():
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            lowest = max(lowest, place.y() + font.boundingRect(glyph).bottom())
    return lowest


def _runs(line: QTextLine, start: int, length: int) -> Iterator[tuple[float, float]]:
    """Left and right edge of each run of glyphs."""
    first = max(start, line.textStart())
    last = min(start + length, line.textStart() + line.textLength())
    if first >= last:
        return
    for run in line.glyphRuns(first, last - first):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        edges = [
            edge
            for place, advance in zip(run.positions(), advances, strict=True)
            for edge in (place.x(), place.x() + advance.x())
        ]
        if edges:
            yield min(edges), max(edges)
