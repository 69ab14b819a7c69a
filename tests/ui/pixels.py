"""Pictures as numbers: kept small, compared, and their differences shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage, QImageWriter

if TYPE_CHECKING:
    from pathlib import Path

# A channel that differs by no more is the same: smoothing differs a little from machine to machine.
SAME = 16
MOST_PIXELS = 0.005
# A button that moved is little of a large window: no part of this many pixels squared may differ by more than that share.
PART, MOST_OF_PART = 32, 0.05
# Colours nearer than this to one that is kept become it, if that makes few enough for a palette.
_NEAR = (3, 5, 8)
_PALETTE = 256
# A colour with as many pixels is a surface and stays as it is, however near another one is.
_SURFACE = 256


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two pictures are apart.

    Attributes:
        share: Of the pixels that differ.
        worst: The largest such share in any part.
        where: The corner of that part.
    """

    share: float
    worst: float
    where: tuple[int, int] = (0, 0)

    @property
    def same(self) -> bool:
        """Whether nobody would call them different."""
        return self.share <= MOST_PIXELS and self.worst <= MOST_OF_PART

    def __str__(self) -> str:
        return f"{self.share:.2%} differ, {self.worst:.0%} of the part at {self.where}"


def pixels(image: QImage) -> np.ndarray:
    """Rows × columns × (red, green, blue), each 0 to 255."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def compare(one: QImage, other: QImage) -> Difference:
    """How far two pictures are apart; different sizes are all the way."""
    if one.size() != other.size():
        return Difference(1.0, 1.0)
    differs = _differs(one, other)
    high, wide = (-(-length // PART) for length in differs.shape)
    padded = np.zeros((high * PART, wide * PART), bool)
    padded[: differs.shape[0], : differs.shape[1]] = differs
    parts = padded.reshape(high, PART, wide, PART).mean(axis=(1, 3))
    row, column = np.unravel_index(parts.argmax(), parts.shape)
    where = (int(column) * PART, int(row) * PART)
    return Difference(float(differs.mean()), float(parts.max()), where)


def show_difference(before: QImage, after: QImage) -> QImage:
    """Before, after, and what differs in red, side by side."""
    tall = max(before.height(), after.height())
    panels = [np.full((tall, one.width(), 3), 255, np.uint8) for one in (before, after, after)]
    for panel, image in zip(panels, (before, after, after), strict=True):
        panel[: image.height()] = pixels(image)
    panels[2] = 255 - (255 - panels[2]) // 4
    if before.size() == after.size():
        panels[2][: after.height()][_differs(before, after)] = (220, 0, 40)
    return _image(np.hstack(panels))


def save(image: QImage, path: Path) -> None:
    """Write a small PNG: with a palette where no channel of a pixel differs by more than the eye can see.

    Raises:
        OSError: It could not be written.
    """
    found = pixels(image)
    packed = found.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    codes, inverse, counts = np.unique(packed, return_inverse=True, return_counts=True)
    colours = np.stack([codes >> 16 & 255, codes >> 8 & 255, codes & 255], axis=1).astype(np.int16)
    kept, nearest = _palette(colours, counts)
    made = _image(found) if kept is None else _indexed(kept, nearest[inverse.reshape(packed.shape)])
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(made):
        raise OSError(f"{path}: {writer.errorString()}")


def _differs(one: QImage, other: QImage) -> np.ndarray:
    apart = np.abs(pixels(one).astype(np.int16) - pixels(other).astype(np.int16))
    return apart.max(axis=2) > SAME


def _palette(colours: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray | None, np.ndarray]:
    """Colours to keep, and for each colour which of these it becomes."""
    if len(colours) <= _PALETTE:
        return colours, np.arange(len(colours))
    order = np.argsort(-counts, kind="stable")
    for near in _NEAR:
        kept: list[int] = []
        becomes = np.full(len(colours), -1)
        for at in order:
            if becomes[at] >= 0:
                continue
            if len(kept) == _PALETTE:
                break
            close = (np.abs(colours - colours[at]).max(axis=1) <= near) & (becomes < 0)
            becomes[close & (counts < _SURFACE)] = becomes[at] = len(kept)
            kept.append(at)
        else:
            return colours[kept], becomes
    return None, np.empty(0, int)


def _indexed(palette: np.ndarray, indices: np.ndarray) -> QImage:
    high, wide = indices.shape
    line = -(-wide // 4) * 4
    rows = np.zeros((high, line), np.uint8)
    rows[:, :wide] = indices
    image = QImage(rows.tobytes(), wide, high, line, QImage.Format.Format_Indexed8).copy()
    image.setColorTable([0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in palette])
    return image


def _image(array: np.ndarray) -> QImage:
    high, wide, _ = array.shape
    data = np.ascontiguousarray(array).tobytes()
    return QImage(data, wide, high, wide * 3, QImage.Format.Format_RGB888).copy()
