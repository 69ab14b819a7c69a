"""Buttons of every kind the window has, painted from the theme.

Each keeps room for its focus ring inside its own rectangle (``HALO``), so that a ring is never clipped
and never moves its neighbours. A button is a button to assistive technology too, with a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.shortcuts import Keys
from supportbot.ui.theme import GAP_2, HALO, RADIUS_CONTROL
from supportbot.ui.views.last_input import LAST_INPUT
from supportbot.ui.views.lettering import Lettering

if TYPE_CHECKING:
    from supportbot.ui.look import Look


class Control(QAbstractButton):
    """Base of the buttons: hover, pressed and focus states.

    Args:
        look: The theme in force.
        text: What stands on it; also its accessible name unless one is given.
        name: Accessible name and tool tip of a button without text.
    """

    halo = HALO
    radius: float = RADIUS_CONTROL
    ring = "accent"  # colour token

    def __init__(
        self, look: Look, text: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._ringed = False
        self.setText(text)
        self.setAccessibleName(name or text)
        if name:
            self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def body(self) -> QRectF:
        """The rectangle that is drawn, without the room for the ring."""
        return QRectF(self.rect()).adjusted(self.halo, self.halo, -self.halo, -self.halo)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        """Draw the button; the ring is drawn afterwards."""
        raise NotImplementedError

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self.body()
        self.draw(painter, body)
        if self._ringed:
            offset = self.halo - 1.0
            ring = body.adjusted(-offset, -offset, offset, offset)
            painter.setPen(QPen(self.look.colour(self.ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, self.radius + offset, self.radius + offset)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = LAST_INPUT.rings(event.reason())
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        LAST_INPUT.note(event)
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        LAST_INPUT.note(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()  # Qt leaves it to the system whether Enter presses a button
        else:
            super().keyPressEvent(event)

    def ground(
        self, painter: QPainter, body: QRectF, fill: QColor | None, line: QColor | None = None
    ) -> None:
        """Fill the body, with a line of one pixel if asked for."""
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1) if line is not None else Qt.PenStyle.NoPen)
        inner = body.adjusted(0.5, 0.5, -0.5, -0.5) if line is not None else body
        painter.drawRoundedRect(inner, self.radius, self.radius)

    @property
    def lit(self) -> bool:
        """Whether the pointer is over it or it is pressed."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Button(Control):
    """A button with a text and perhaps an icon.

    ``primary`` is the one thing to do, ``danger`` too where it cannot be undone, ``secondary`` stands beside it, ``link``
    is only words, in ``colour``.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        kind: Literal["primary", "danger", "secondary", "link"] = "secondary",
        icon: str = "",
        colour: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent=parent)
        self._kind = kind
        self._icon = icon
        self._colour = colour
        if kind == "link":
            self.radius = 6
            self.ring = colour

    def rename(self, text: str, icon: str | None = None) -> None:
        """Say something else, and perhaps show another icon."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = self._icon if icon is None else icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Literal["primary", "secondary"]) -> None:
        """Be the one thing to do, or stand beside it."""
        self._kind = kind
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._font()).horizontalAdvance(self.text()) + 2 * self._padding()
        if self._icon:
            width += self._icon_size() + self._gap()
        return QSize(int(width + 0.999) + 2 * self.halo, self._height() + 2 * self.halo)

    @override
    def heightForWidth(self, width: int) -> int:
        """As high as its words need; a layout asks for it where it has less room for them than they wish."""
        lines = self._lines(width - 2 * (self.halo + self._padding()))
        more = int(lines.height) - self.look.line_height(self._role())
        return self._height() + more + 2 * self.halo

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.look.px(64)), self._height() + 2 * self.halo)

    @property
    def inset(self) -> int:
        """The room it keeps beside its words."""
        return self.halo + self._padding()

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        ink = self._ink()
        if self._kind == "primary" and not self.isEnabled():
            self.ground(painter, body, self.look.colour("chip"))
        elif self._kind == "primary":
            self.ground(painter, body, self.look.colour("accent_hover" if self.lit else "accent"))
        elif self._kind == "danger":
            self.ground(painter, body, self.look.colour("danger_hover" if self.lit else "danger"))
        elif self._kind == "secondary":
            fill = self.look.colour("hover") if self.lit else self.look.colour("background")
            self.ground(painter, body, fill, self.look.colour("line"))
        metrics = QFontMetricsF(self._font())
        extra = self._icon_size() + self._gap() if self._icon else 0
        room = body.width() - 2 * self._padding() - extra
        if extra and metrics.horizontalAdvance(self.text()) > room + 1:  # words say more
            room, extra = room + extra, 0
        lines = self._lines(room)
        if lines.lines > 1 and lines.height <= body.height():
            left, top = body.left() + self._padding(), body.center().y() - lines.height / 2
            lines.paint(painter, left, top, ink)
            return
        said = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        width = metrics.horizontalAdvance(said) + extra
        left = body.left() + (body.width() - width) / 2
        if extra:
            size = self._icon_size()
            at = left if not self._mirrored() else left + width - size
            paint_icon(
                painter, self._icon, QRectF(at, body.center().y() - size / 2, size, size), ink
            )
        line = self.look.line_height(self._role())
        words = Lettering(said, self._font(), line)
        text_left = left + (extra if not self._mirrored() else 0)
        words.paint(painter, text_left, body.center().y() - line / 2, ink)

    def _lines(self, room: float) -> Lettering:
        """Its words, in as many lines as they take; those of a link begin below each other."""
        return Lettering(
            self.text(),
            self._font(),
            self.look.line_height(self._role()),
            room + 1,
            centred=self._kind != "link",
            mirrored=self._mirrored(),
        )

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self.look.colour("muted")
        inks = {"primary": "on_accent", "danger": "on_danger", "secondary": "text"}
        name = inks.get(self._kind, self._colour)
        return self.look.colour("accent_hover" if name == "accent" and self.lit else name)

    def _role(self) -> str:
        return "footer-strong" if self._kind == "link" else "button"

    def _font(self) -> QFont:
        return self.look.font(self._role())

    def _height(self) -> int:
        return self.look.px(24 if self._kind == "link" else 36)

    def _padding(self) -> int:
        return self.look.px(4 if self._kind == "link" else 14)

    def _icon_size(self) -> int:
        return self.look.px(15 if self._kind == "link" else 16)

    def _gap(self) -> int:
        return self.look.px(6 if self._kind == "link" else GAP_2)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


class IconButton(Control):
    """A button that is only an icon; it always has a name.

    Args:
        look: The theme in force.
        icon: Which icon.
        name: Accessible name and tool tip.
        size: Side of the button in pixels at 100 %.
        icon_size: Side of the icon.
        directed: Whether the icon points along the line of reading and turns with it.
        colour: Its colour while it is not pointed at.
    """

    halo = 0
    radius = 8

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        *,
        size: int = 32,
        icon_size: int = 20,
        directed: bool = False,
        colour: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name=name, parent=parent)
        self._colour = colour
        self._icon = icon
        self._directed = directed
        self._size = size
        self._icon_size = icon_size

    def set_icon(self, icon: str, name: str) -> None:
        """Show another icon under another name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(self._size), self.look.px(self._size))

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        if self.lit or self.isChecked():
            self.ground(painter, body, self.look.colour("bubble" if self.isChecked() else "hover"))
        side = self.look.px(self._icon_size)
        ink = self._ink()
        if self._directed and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        paint_icon(painter, self._icon, _centred(body, side), ink)

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self.look.colour("off")
        return self.look.colour(
            "accent" if self.isChecked() else "text" if self.lit else self._colour
        )

    @override
    def body(self) -> QRectF:
        # No ring room around it: the ring stands just inside.
        return QRectF(self.rect()).adjusted(1, 1, -1, -1)


class SendButton(Control):
    """Send, which turns into Stop while an answer is written."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._stops = False
        self.set_stops(stops=False)

    @property
    def stops(self) -> bool:
        """Whether it is Stop now."""
        return self._stops

    def set_stops(self, *, stops: bool) -> None:
        """Be Stop, or Send again."""
        self._stops = stops
        name = Keys.CLOSE.after(self.tr("Stop")) if stops else self.tr("Send")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self.look.px(32) + 2 * self.halo
        return QSize(side, side)

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        fill = "accent_hover" if self.lit else "accent" if self.isEnabled() else "chip"
        self.ground(painter, body, self.look.colour(fill))
        ink = self.look.colour("on_accent" if self.isEnabled() else "muted")
        paint_icon(painter, "stop" if self._stops else "up", _centred(body, self.look.px(17)), ink)


class Chip(Control):
    """A small link to a page: icon and title."""

    radius = 8

    def __init__(
        self, look: Look, text: str, icon: str = "doc", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, parent=parent)
        self._icon = icon

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.font("chip")).horizontalAdvance(self.text())
        width = words + self.look.px(13) + self.look.px(6) + 2 * self.look.px(9)
        return QSize(int(width + 0.999) + 2 * self.halo, self.look.px(24) + 2 * self.halo)

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        self.ground(painter, body, self.look.colour("line" if self.lit else "chip"))
        size, padding, gap = self.look.px(13), self.look.px(9), self.look.px(6)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon_left = body.right() - padding - size if mirrored else body.left() + padding
        icon = QRectF(icon_left, body.center().y() - size / 2, size, size)
        paint_icon(painter, self._icon, icon, self.look.colour("muted"))
        font, line = self.look.font("chip"), self.look.line_height("chip")
        room = body.width() - 2 * padding - size - gap
        said = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        left = body.left() + padding if mirrored else icon.right() + gap
        Lettering(said, font, line).paint(
            painter, left, body.center().y() - line / 2, self.look.colour("text")
        )


def _centred(body: QRectF, side: float) -> QRectF:
    return QRectF(body.center().x() - side / 2, body.center().y() - side / 2, side, side)
