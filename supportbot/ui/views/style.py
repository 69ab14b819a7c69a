"""What is left of Qt's own drawing: the arrow of a submenu, and the ground of a tool tip.

A style and no style sheet: a sheet for tool tips would have to be worn by everything that has one. All colours come
from the palette, which ``supportbot.ui.look`` keeps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QWidget
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.theme import RADIUS_TIP, TIP_PAD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOption

_Primitive = QStyle.PrimitiveElement
_ARROWS = (_Primitive.PE_IndicatorArrowRight, _Primitive.PE_IndicatorArrowLeft)


class Style(QProxyStyle):
    """Fusion, with chevrons and quiet tool tips."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in _ARROWS:
            _draw_arrow(option, painter, mirrored=element == _Primitive.PE_IndicatorArrowLeft)
        elif element == _Primitive.PE_PanelTipLabel:
            _draw_tip(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)

    @override
    def polish(self, target: object) -> None:
        """Give a tool tip its round corners and room for its words before it is laid out."""
        if _is_tip(target):
            target.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
            target.setContentsMargins(*TIP_PAD)
        super().polish(target)  # type: ignore[call-overload]  # it is one of the three


def _is_tip(target: object) -> TypeGuard[QWidget]:
    return isinstance(target, QWidget) and target.inherits("QTipLabel")


def _draw_arrow(option: QStyleOption, painter: QPainter, *, mirrored: bool) -> None:
    place = QRectF(option.rect)
    side = min(place.width(), place.height())
    painter.save()
    painter.translate(place.center())
    painter.scale(-1 if mirrored else 1, 1)
    ink = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
    paint_icon(painter, "chevron", QRectF(-side / 2, -side / 2, side, side), ink)
    painter.restore()


def _draw_tip(option: QStyleOption, painter: QPainter) -> None:
    palette = QGuiApplication.palette()
    body = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
    painter.setBrush(palette.color(QPalette.ColorRole.ToolTipBase))
    painter.drawRoundedRect(body, RADIUS_TIP, RADIUS_TIP)
    painter.restore()
