"""A program's icon from a pack's logo, as Windows (.ico) and macOS (.icns) want it.

Owns the two containers; both hold PNGs, which Qt paints from the SVG. For builds only.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024, b"ic11": 32, b"ic12": 64}


def write_ico(svg: Path, folder: Path) -> Path:
    """Write ``icon.ico`` into ``folder``; where it is."""
    pictures = [_png(svg, size) for size in ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    start = len(head) + 16 * len(pictures)
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), start)
        start += len(picture)
    return _write(folder / "icon.ico", head + b"".join(pictures))


def write_icns(svg: Path, folder: Path) -> Path:
    """Write ``icon.icns`` into ``folder``; where it is."""
    parts = b""
    for kind, size in ICNS_TYPES.items():
        picture = _png(svg, size)
        parts += struct.pack(">4sI", kind, 8 + len(picture)) + picture
    return _write(folder / "icon.icns", struct.pack(">4sI", b"icns", 8 + len(parts)) + parts)


def _png(svg: Path, size: int) -> bytes:
    """The picture, ``size`` pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
