"""Controls that hold a choice: a switch, segments, and a button that opens a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.theme import RADIUS_CONTROL
from supportbot.ui.views.arrange import Arrangement
from supportbot.ui.views.controls import Control
from supportbot.ui.views.lettering import Lettering
from supportbot.ui.views.menus import Menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.choices import Option
    from supportbot.ui.look import Look

_CLOSED = 0.55  # how strongly what cannot be chosen is drawn


class Switch(Control):
    """On or off."""

    radius: float = 12

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(name)
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(40) + 2 * self.halo, self.look.px(24) + 2 * self.halo)

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        on = self.isChecked()
        self.radius = body.height() / 2
        fill = self.look.colour("accent_hover" if self.lit else "accent") if on else None
        self.ground(painter, body, fill, None if on else self.look.colour("muted"))
        side = body.height() - self.look.px(8)
        inset = (body.height() - side) / 2
        far = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        left = body.right() - inset - side if far else body.left() + inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("on_accent" if on else "muted"))
        painter.drawEllipse(QRectF(left, body.top() + inset, side, side))


class OneOf(Control):
    """One of several siblings that exclude each other: Tab stops at the chosen one, arrows go to the others."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.toggled.connect(self._on_toggled)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        onward = -1 if mirrored else 1
        steps = {
            Qt.Key.Key_Right: onward,
            Qt.Key.Key_Left: -onward,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        group = self.parentWidget()
        if step is None or not isinstance(group, Arrangement):
            super().keyPressEvent(event)
            return
        open_ones = [item for item in group.items if item.isEnabled() or item is self]
        other = open_ones[(open_ones.index(self) + step) % len(open_ones)]
        if isinstance(other, OneOf):
            other.click()
            other.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_toggled(self, checked: bool) -> None:
        policy = Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)


class Segment(OneOf):
    """One of several values."""

    radius = RADIUS_CONTROL - 2

    def __init__(self, look: Look, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self.setAccessibleName(f"{name}: {text}")

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.font("button")).horizontalAdvance(self.text())
        width = int(words + 0.999) + 2 * self.look.px(14)
        return QSize(width + 2 * self.halo, self.look.px(30) + 2 * self.halo)

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        chosen = self.isChecked()
        if chosen:
            self.ground(painter, body, self.look.colour("raised"), self.look.colour("line"))
        elif self.lit:
            self.ground(painter, body, self.look.colour("hover"))
        if not self.isEnabled():
            painter.setOpacity(_CLOSED)
        ink = self.look.colour("text" if chosen or self.lit else "muted")
        centred_words(self, painter, body, "button" if chosen else "entry", ink)


class Segments(Arrangement):
    """A few choices side by side, in rows of equal length where there is no room.

    Args:
        look: The theme in force.
        name: What is chosen.
        options: In reading order.

    Signals:
        chosen: A value.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, name: str, options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, parent=parent)
        self._look = look
        self._values = [option.value for option in options]
        self.setAccessibleName(name)
        for option in options:
            segment = Segment(look, option.title, name)
            segment.clicked.connect(lambda _, value=option.value: self.chosen.emit(value))
            self.add(segment)
        look.changed.connect(self.update)

    def show_value(self, value: object) -> None:
        """Have this one chosen."""
        for segment, its_value in zip(self.items, self._values, strict=True):
            if isinstance(segment, Segment) and its_value == value:
                segment.setChecked(True)

    def set_offered(self, value: object, *, offered: bool) -> None:
        """Whether this one can be chosen; the one that is chosen stays so."""
        for segment, its_value in zip(self.items, self._values, strict=True):
            if isinstance(segment, Segment) and its_value == value:
                segment.setEnabled(offered or segment.isChecked())

    def set_reason(self, text: str) -> None:
        """Say why something is as it is, to those who cannot see what stands beside it."""
        for segment in self.items:
            segment.setAccessibleDescription("" if segment.isEnabled() else text)

    @override
    def places(self, width: int) -> list[QRect]:
        wide = max(item.sizeHint().width() for item in self.items)
        high = max(item.sizeHint().height() for item in self.items)
        count = len(self.items)
        columns = max(n for n in range(1, count + 1) if n == 1 or _fits(n, count, wide, width))
        each = width // columns
        found = []
        for at in range(count):
            row, column = divmod(at, columns)
            end = width if column == columns - 1 else each * (column + 1)
            found.append(QRect(each * column, high * row, end - each * column, high))
        return found

    @override
    def sizeHint(self) -> QSize:
        wide = max(item.sizeHint().width() for item in self.items) * len(self.items)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.colour("track"))
        painter.setPen(Qt.PenStyle.NoPen)
        body = QRectF(self.contentsRect())
        painter.drawRoundedRect(body, RADIUS_CONTROL, RADIUS_CONTROL)


class ChoiceButton(Control):
    """Says what is chosen; opens a list of what can be.

    Args:
        look: The theme in force.
        name: What is chosen.

    Signals:
        chosen: A value.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._name = name
        self._options: Sequence[Option] = ()
        self._value: object = None
        self.clicked.connect(self.open_list)

    def show_value(self, options: Sequence[Option], value: object) -> None:
        """Have these to choose from, and this one chosen."""
        self._options, self._value = options, value
        title = next((one.title for one in options if one.value == value), "")
        self.setText(title)
        self.setAccessibleName(f"{self._name}: {title}")
        self.updateGeometry()
        self.update()

    def open_list(self) -> None:
        """Show what can be chosen."""
        menu = Menu(self.look, self._name, self)
        menu.setObjectName("choices")
        chosen: QAction | None = None
        for option in self._options:
            entry = menu.entry(
                option.title,
                lambda value=option.value: self.chosen.emit(value),  # type: ignore[misc]
                mark=option.value == self._value,
            )
            if option.value == self._value:
                chosen = entry
        menu.setMinimumWidth(self.width() - 2 * self.halo)
        menu.open_below(self, self.halo)
        if chosen is not None:
            menu.setActiveAction(chosen)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.font("entry")).horizontalAdvance(self.text())
        width = int(words + 0.999) + 2 * self.look.px(12) + self.look.px(6 + 14)
        return QSize(width + 2 * self.halo, self.look.px(34) + 2 * self.halo)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(64), self.sizeHint().height())

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        fill = self.look.colour("hover" if self.lit else "background")
        self.ground(painter, body, fill, self.look.colour("line"))
        padding, size = self.look.px(12), self.look.px(14)
        font, line = self.look.font("entry"), self.look.line_height("entry")
        room = body.width() - 2 * padding - size - self.look.px(6)
        said = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = Lettering(said, font, line)
        left = body.right() - padding - words.width if mirrored else body.left() + padding
        words.paint(painter, left, body.center().y() - line / 2, self.look.colour("text"))
        at = body.left() + padding + size / 2 if mirrored else body.right() - padding - size / 2
        painter.save()
        painter.translate(QPointF(at, body.center().y()))
        painter.rotate(90)
        square = QRectF(-size / 2, -size / 2, size, size)
        paint_icon(painter, "chevron", square, self.look.colour("muted"))
        painter.restore()


def _fits(columns: int, count: int, wide: int, width: int) -> bool:
    """Whether there is room for so many side by side, and no row is left half empty."""
    return wide * columns <= width and count % columns == 0


def centred_words(
    control: Control, painter: QPainter, body: QRectF, role: str, ink: QColor
) -> None:
    """Write what stands on a control in its middle."""
    font, line = control.look.font(role), control.look.line_height(role)
    said = QFontMetricsF(font).elidedText(control.text(), Qt.TextElideMode.ElideRight, body.width())
    words = Lettering(said, font, line)
    words.paint(
        painter,
        body.center().x() - words.width / 2,
        body.center().y() - line / 2,
        ink,
    )
