"""Contact sheets: many pictures on one, each with its name, for a look at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_HIGH, _GAP, _LABEL, _WIDE = 350, 16, 22, 2620
_GROUND, _INK, _EDGE = QColor("#d5d8de"), QColor("#2a2d33"), QColor("#b9bdc6")


def contact_sheet(pictures: Sequence[Path], high: int = _HIGH, wide: int = _WIDE) -> QImage:
    """Pictures of one height in rows, with their names; needs a QGuiApplication for these.

    Args:
        pictures: PNG files.
        high: Of each picture, in pixels.
        wide: Of the sheet, in pixels.
    """
    placed: list[tuple[Path, QImage, QRect]] = []
    left, top = _GAP, _GAP
    for path in pictures:
        image = QImage(str(path)).scaledToHeight(high, Qt.TransformationMode.SmoothTransformation)
        if left > _GAP and left + image.width() + _GAP > wide:
            left, top = _GAP, top + high + _LABEL + _GAP
        placed.append((path, image, QRect(left, top, image.width(), high)))
        left += image.width() + _GAP
    sheet = QImage(wide, top + high + _LABEL + _GAP, QImage.Format.Format_RGB32)
    sheet.fill(_GROUND)
    painter = QPainter(sheet)
    font = QFont("Inter")
    font.setPixelSize(12)
    painter.setFont(font)
    for path, image, place in placed:
        painter.drawImage(place.topLeft(), image)
        painter.setPen(_EDGE)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setPen(_INK)
        label = QRect(place.left(), place.bottom() + 2, place.width(), _LABEL)
        elided = painter.fontMetrics().elidedText(
            path.stem, Qt.TextElideMode.ElideMiddle, label.width()
        )
        painter.drawText(label, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
    painter.end()
    return sheet
