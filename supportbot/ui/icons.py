"""Icons: one-colour SVG drawings, tinted and drawn by the painter at any scale.

Owns the folder ``icons/``. A drawing is rendered straight into the widget, never through a bitmap, so it
is as crisp at 200 % as at 100 %.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).with_name("icons")


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon of ``icons/`` into ``rect`` in one colour."""
    _renderer(name, colour.name()).render(painter, rect)


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
