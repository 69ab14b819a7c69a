"""Icons: one-colour SVG drawings, tinted and drawn by the painter at any scale.

Owns the folder ``icons/``. A drawing is rendered straight into the widget, never through a bitmap, so it
is as crisp at 200 % as at 100 %.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).with_name("icons")


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon of ``icons/`` into ``rect`` in one colour."""
    _renderer(name, colour.name()).render(painter, rect)


def tinted_icon(name: str, size: int, colour: QColor, ratio: float) -> QIcon:
    """An icon for what cannot paint itself (menus), at the display's own resolution.

    Args:
        name: Which icon; empty for an empty one of the same size.
        size: Side in device-independent pixels.
        colour: Its colour.
        ratio: Device pixels a pixel.
    """
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    if name:
        painter = QPainter(picture)
        paint_icon(painter, name, QRectF(0, 0, size, size), colour)
        painter.end()
    return QIcon(picture)


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
