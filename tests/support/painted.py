"""What a window really paints: every piece of text and every icon, its colour, and what is behind it.

A paint engine notes what is drawn, whoever draws it; a picture at a multiple of the size tells the ground behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest.mock import patch

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPainterPath,
    QTransform,
)
from typing_extensions import override

from supportbot.ui import icons
from supportbot.ui.theme import SHAPE_CONTRAST, TEXT_CONTRAST, contrast, rgb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QWidget

_SCALE = 3
_NEAR = 6  # of 255: rounding, and the edge of a glyph
_LARGE_PX, _LARGE_BOLD_PX, _BOLD = 24, 19, 700
_COVERED = 0.1
_METRIC = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of text or an icon as it is painted.

    Attributes:
        what: The text, or the icon's name.
        place: Where, in the widget's coordinates.
        ink: Its colour, ``#rrggbb``.
        least: The contrast it needs.
    """

    what: str
    place: QRectF
    ink: str
    least: float


def marks(widget: QWidget) -> list[Mark]:
    """Everything a widget and its children paint that is to be read or recognized, and nothing paints over."""
    device = _Notes(widget.width(), widget.height())
    renderer = icons._renderer

    def noted(name: str, colour: str) -> _NotedIcon:
        return _NotedIcon(renderer(name, colour), name, colour, device.engine.seen)

    with patch.object(icons, "_renderer", noted):
        widget.render(device)
    return device.engine.seen


def contrasts(widget: QWidget) -> Iterator[tuple[Mark, float]]:
    """Each mark that can be seen, and its contrast to what is painted behind it."""
    picture = _picture(widget)
    for mark in marks(widget):
        if _is_off_or_cut(widget, mark.place):
            continue
        pixels = _cut(picture, mark.place)
        if not (pixels.size and _is(mark.ink, pixels).any()):
            continue  # clipped
        behind = pixels[~_is(mark.ink, pixels)]
        yield mark, contrast(mark.ink, _commonest(behind)) if behind.size else 1.0


def _is_off_or_cut(root: QWidget, place: QRectF) -> bool:
    """Whether it belongs to a control that does nothing now, or goes on below what covers a part of it."""
    middle, high = place.center(), QPointF(0, place.height() / 2 - 1)
    upper, lower = (root.childAt((middle + way).toPoint()) for way in (-high, high))
    return upper is not lower or (upper is not None and not upper.isEnabled())


def _is(ink: str, pixels: np.ndarray) -> np.ndarray:
    return (np.abs(pixels.astype(int) - rgb(ink)) <= _NEAR).all(axis=-1)


def _picture(widget: QWidget) -> np.ndarray:
    """Rows of pixels, each red, green and blue, at ``_SCALE`` times the size."""
    image = QImage(widget.size() * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(widget.palette().window().color())
    widget.render(image, QPoint())
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, 2::-1].copy()


def _cut(picture: np.ndarray, place: QRectF) -> np.ndarray:
    """The pixels of a place, by rows."""
    left, top = max(int(place.left() * _SCALE), 0), max(int(place.top() * _SCALE), 0)
    right, bottom = max(int(place.right() * _SCALE), 0), max(int(place.bottom() * _SCALE), 0)
    return picture[top:bottom, left:right]


def _commonest(pixels: np.ndarray) -> str:
    packed = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    values, counts = np.unique(packed, return_counts=True)
    return f"#{values[counts.argmax()]:06x}"


class _NotedIcon:
    """An icon that notes where it is drawn."""

    def __init__(self, renderer: QSvgRenderer, name: str, colour: str, seen: list[Mark]) -> None:
        self._renderer, self._name, self._colour, self._seen = renderer, name, colour, seen

    def render(self, painter, rect: QRectF) -> None:
        """Draw it."""
        place = painter.deviceTransform().mapRect(rect)
        self._renderer.render(painter, rect)
        self._seen.append(Mark(f"icon {self._name}", place, self._colour, SHAPE_CONTRAST))


class _Engine(QPaintEngine):
    """Notes text and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.seen: list[Mark] = []
        self._ink = QColor()
        self._fills = False
        self._place = QTransform()

    @override
    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    @override
    def begin(self, device: QPaintDevice) -> bool:
        return True

    @override
    def end(self) -> bool:
        return True

    @override
    def updateState(self, state) -> None:
        changed = state.state()
        if changed & QPaintEngine.DirtyFlag.DirtyPen:
            self._ink = state.pen().color()
        if changed & QPaintEngine.DirtyFlag.DirtyBrush:
            brush = state.brush()
            self._fills = brush.style() != Qt.BrushStyle.NoBrush and brush.color().alpha() > 0
        if changed & QPaintEngine.DirtyFlag.DirtyTransform:
            self._place = state.transform()

    @override
    def drawTextItem(self, at: QPointF, item) -> None:
        metrics = QFontMetrics(item.font())
        if not item.text().strip() or not all(map(metrics.inFont, item.text())):
            return  # what no font here has is drawn as a box
        height = item.ascent() + item.descent()
        box = QRectF(at.x(), at.y() - item.ascent(), item.width(), height)
        if (
            self.painter().hasClipping()
        ):  # what is chosen in a text is drawn with all of its line, cut
            box = box.intersected(self.painter().clipBoundingRect())
            if box.isEmpty():
                return
        size, bold = item.font().pixelSize(), item.font().weight() >= _BOLD
        large = size >= _LARGE_PX or (bold and size >= _LARGE_BOLD_PX)
        least = SHAPE_CONTRAST if large else TEXT_CONTRAST
        self.seen.append(Mark(item.text(), self._place.mapRect(box), self._ink.name(), least))

    @override
    def drawPath(self, path: QPainterPath) -> None:
        self._cover(path.boundingRect())

    @override
    def drawRects(self, rects) -> None:
        for rect in rects:
            self._cover(QRectF(rect))

    @override
    def drawPolygon(self, points, mode) -> None:
        return

    @override
    def drawPixmap(self, *drawn) -> None:
        return

    @override
    def drawImage(self, *drawn) -> None:
        return

    def _cover(self, shape: QRectF) -> None:
        """Forget what is painted over."""
        if self._fills:
            over = self._place.mapRect(shape)
            self.seen[:] = [mark for mark in self.seen if _share(mark.place, over) < _COVERED]


def _share(place: QRectF, over: QRectF) -> float:
    """How much of a place lies under another."""
    both = place.intersected(over)
    area = place.width() * place.height()
    return both.width() * both.height() / area if area else 0.0


class _Notes(QPaintDevice):
    """A device of that size whose engine notes what is painted."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.engine = _Engine()
        self._metrics = {
            _METRIC.PdmWidth: width,
            _METRIC.PdmHeight: height,
            _METRIC.PdmDpiX: 96,
            _METRIC.PdmDpiY: 96,
            _METRIC.PdmPhysicalDpiX: 96,
            _METRIC.PdmPhysicalDpiY: 96,
            _METRIC.PdmDepth: 32,
            _METRIC.PdmDevicePixelRatio: 1,
            _METRIC.PdmDevicePixelRatioScaled: int(QPaintDevice.devicePixelRatioFScale()),
        }

    @override
    def paintEngine(self) -> QPaintEngine:
        return self.engine

    @override
    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, 0)
