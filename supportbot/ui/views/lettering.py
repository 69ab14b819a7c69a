"""Text laid out with a fixed line height, for everything that is painted and not edited.

Qt's own labels take the font's line height, which is too tight for text that is read; this is the one
place that lays out lines. ``Text`` is the label made of it.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.ui.look import Look

_LINE_SEPARATOR = "\u2028"
_WIDE = 1 << 20
_MOST_SIZES = 8
# Scripts with marks above and below their letters: Hebrew and Arabic to those of India and Southeast Asia.
_MARKED = re.compile("[\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]")


class Lettering:
    """Some text in one font, broken into lines of one height.

    Args:
        text: Plain text; line breaks are kept.
        font: The font.
        line_height: Height of a line in pixels.
        width: Room in pixels; ``None`` for one line of any width.
        centred: Whether lines stand in the middle of ``width``.
        mirrored: Whether they begin on the right, as everything does in a right-to-left window.
        formats: Parts of the text that are drawn otherwise; their places are Qt's, in UTF-16 units.

    Attributes:
        overhang: How far letters reach out above the first line, as marks of other scripts do.
        underhang: How far they reach out below the last.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: int,
        width: float | None = None,
        *,
        centred: bool = False,
        mirrored: bool = False,
        formats: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        self._layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
        if formats:
            self._layout.setFormats(list(formats))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(text_direction(text))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(
            Qt.AlignmentFlag.AlignHCenter if centred else side | Qt.AlignmentFlag.AlignAbsolute
        )
        self._layout.setTextOption(option)
        metrics = QFontMetricsF(font)
        base = (line_height - metrics.height()) / 2 + metrics.ascent()
        self.width = 0.0
        count = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width if width is not None else _WIDE)
            # Letters that another font lends (another script) stand on the same line as the rest.
            line.setPosition(QPointF(0, count * line_height + base - line.ascent()))
            self.width = max(self.width, line.naturalTextWidth())
            count += 1
        self._layout.endLayout()
        self.height = max(count, 1) * line_height
        self.lines = count
        self._lift = self.overhang = self.underhang = 0.0
        if _MARKED.search(text) or self._is_deep(metrics):
            self._measure_ink()

    def end_of_line(self, number: int) -> int:
        """Where a line ends in the text, in UTF-16 units; lines count from 0."""
        line = self._layout.lineAt(number)
        return line.textStart() + line.textLength()

    def paint(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Draw with the first line's box starting at ``left``, ``top``."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(left, top - self._lift))

    def _is_deep(self, metrics: QFontMetricsF) -> bool:
        """Whether another font, with more room below its letters, lends some to the last line."""
        last = self.lines - 1
        return last >= 0 and self._layout.lineAt(last).descent() > metrics.descent() + 1

    def _measure_ink(self) -> None:
        """Lift letters that hang out below as far as there is room above; what reaches out all the same is told."""
        top, bottom = _inked(self._layout.lineAt(0))
        if self.lines > 1:
            bottom = _inked(self._layout.lineAt(self.lines - 1))[1]
        below = bottom - self.height
        self._lift = max(0.0, min(below, top))
        self.overhang = max(0.0, self._lift - top)
        self.underhang = max(0.0, below - self._lift)


class Text(QLabel):
    """A label in a role of type and a colour of the theme.

    Args:
        look: The theme in force.
        role: Role of type.
        colour: Name of the colour token.
        text: What it says.
        wrap: Whether it may take several lines; otherwise it is cut with an ellipsis.
        centred: Whether lines stand in the middle.
        own_side: Whether they begin where their own language does, and not where the window's does.
    """

    def __init__(
        self,
        look: Look,
        role: str,
        colour: str = "text",
        text: str = "",
        *,
        wrap: bool = True,
        centred: bool = False,
        own_side: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._own_side = own_side
        self._look = look
        self._role = role
        self._colour = colour
        self._wrap = wrap
        self._centred = centred
        self._widest = ""
        self._sizes: dict[tuple[str, int | None], tuple[float, int]] = {}  # by text and room
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        if not wrap:
            policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
            policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_look_changed)

    @override
    def setText(self, text: str) -> None:
        self._sizes.clear()
        super().setText(text)

    def keep_room_for(self, text: str) -> None:
        """Take as much room as ``text`` would, whatever it says."""
        self._widest = text
        self.updateGeometry()

    def set_colour(self, colour: str) -> None:
        """Use another colour token."""
        self._colour = colour
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return self._wrap

    @override
    def heightForWidth(self, width: int) -> int:
        if not self._wrap:
            return self.sizeHint().height()
        return max(self._size(one, width)[1] for one in {self.text(), self._widest})

    @override
    def sizeHint(self) -> QSize:
        widest, height = self._size(self.text(), None)
        if self._widest:
            widest = max(widest, self._size(self._widest, None)[0])
        return QSize(int(widest + 1.999), height)

    @override
    def minimumSizeHint(self) -> QSize:
        if not self._wrap:
            return QSize(
                min(self.sizeHint().width(), self._look.px(24)), self._look.line_height(self._role)
            )
        return QSize(self._look.px(48), self._look.line_height(self._role))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._look.font(self._role)
        said = self.text()
        direction = text_direction(said) if self._own_side else self.layoutDirection()
        if not self._wrap:
            said = QFontMetricsF(font).elidedText(said, Qt.TextElideMode.ElideRight, self.width())
        lettering = Lettering(
            said,
            font,
            self._look.line_height(self._role),
            self.width(),
            centred=self._centred,
            mirrored=direction == Qt.LayoutDirection.RightToLeft,
        )
        above = min(math.ceil(lettering.overhang), max(0, self.height() - lettering.height))
        lettering.paint(painter, 0, above, self._look.colour(self._colour))

    def _size(self, text: str, room: int | None) -> tuple[float, int]:
        """How wide and high a text is; layouts ask again and again."""
        key = text, room
        if key not in self._sizes:
            if len(self._sizes) >= _MOST_SIZES:  # somebody drags an edge
                self._sizes.clear()
            role = self._role
            laid = Lettering(text, self._look.font(role), self._look.line_height(role), room)
            out = math.ceil(laid.overhang) + math.ceil(laid.underhang)
            self._sizes[key] = laid.width, laid.height + out
        return self._sizes[key]

    def _on_look_changed(self) -> None:
        self._sizes.clear()
        self.updateGeometry()
        self.update()


def _inked(line: QTextLine) -> tuple[float, float]:
    """From where to where the letters of a line reach, downwards; their fonts would take more."""
    tops, bottoms = [], []
    for run in line.glyphRuns():
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            ink = font.boundingRect(glyph)
            tops.append(place.y() + ink.top())
            bottoms.append(place.y() + ink.bottom())
    return min(tops, default=0.0), max(bottoms, default=0.0)


def text_direction(text: str) -> Qt.LayoutDirection:
    """The direction of the first strong character outside of isolates, as the Unicode algorithm has it."""
    depth = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif kind == "L" and not depth:
            return Qt.LayoutDirection.LeftToRight
        elif kind in ("R", "AL") and not depth:
            return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight
