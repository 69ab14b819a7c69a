"""Controls that hold a choice: a switch, segments, tabs, and a button that opens a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from typing_extensions import override

from supportbot.ui.choices import Option
from supportbot.ui.icons import paint_icon
from supportbot.ui.theme import GAP_1, GAP_2, HALO, RADIUS_CONTROL
from supportbot.ui.views.arrange import Arrangement
from supportbot.ui.views.controls import Control
from supportbot.ui.views.lettering import Lettering
from supportbot.ui.views.menus import Menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look

_WIDEST_LIST = 360  # pixels


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
        other = group.items[(group.items.index(self) + step) % len(group.items)]
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
        ink = self.look.colour("text" if chosen or self.lit else "muted")
        _centred_words(self, painter, body, "button" if chosen else "entry", ink)


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


class Tab(OneOf):
    """The name of a page; a line stands under the one that is shown."""

    radius = 6

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.font("button")).horizontalAdvance(self.text())
        return QSize(
            int(words + 0.999) + 2 * self.look.px(9) + 2 * self.halo,
            self.look.px(34) + 2 * self.halo,
        )

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        chosen = self.isChecked()
        ink = self.look.colour("text" if chosen or self.lit else "muted")
        _centred_words(self, painter, body, "button" if chosen else "entry", ink)
        if chosen:
            high = self.look.px(2)
            painter.fillRect(
                QRectF(body.left() + 4, body.bottom() - high, body.width() - 8, high),
                self.look.colour("accent"),
            )


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
        for option in self._options:
            menu.entry(
                option.title,
                lambda value=option.value: self.chosen.emit(value),  # type: ignore[misc]
                mark=option.value == self._value,
            )
        menu.open_below(self)

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


class Tabs(Arrangement):
    """Names of pages in one line; where that is too long, a button that says which is shown and lists them all.

    Args:
        look: The theme in force.
        name: What they are pages of.
        titles: In reading order.

    Attributes:
        side: Where the words below it begin, from the side.
        list: The button.

    Signals:
        chosen: Which page, counted from 0.
    """

    chosen = Signal(int)

    def __init__(
        self, look: Look, name: str, titles: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, parent=parent)
        self._look = look
        self.side = 0
        self._options = [Option(at, title) for at, title in enumerate(titles)]
        self.list = ChoiceButton(look, name, self)
        self.list.hide()
        self.list.chosen.connect(self.show_page)
        for at, title in enumerate(titles):
            tab = Tab(look, title)
            tab.toggled.connect(lambda on, at=at: self._on_chosen(at) if on else None)
            self.add(tab)

    def show_page(self, at: int) -> None:
        """Have this page's name chosen."""
        tab = self.items[at]
        if isinstance(tab, Tab):
            tab.setChecked(True)

    def focus_page(self, at: int) -> None:
        """Have the keyboard at this page's name."""
        stop = self.items[at] if self.list.isHidden() else self.list
        stop.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def places(self, width: int) -> list[QRect]:
        left = self._start()
        found = []
        for item in self.items:
            wish = item.sizeHint()
            found.append(QRect(left, 0, wish.width(), wish.height()))
            left += wish.width()
        return found

    @override
    def heightForWidth(self, width: int) -> int:
        if self._fits_in(width):
            return super().heightForWidth(width)
        return self.list.sizeHint().height() + GAP_2

    @override
    def minimumSizeHint(self) -> QSize:
        return self.list.minimumSizeHint()

    @override
    def arrange(self) -> None:
        self._fold(folded=not self._fits_in(self.width()))
        super().arrange()
        inset = max(self.side - self.list.halo, 0)
        room = self.width() - 2 * inset
        wide = min(room, self._look.px(_WIDEST_LIST))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - inset - wide if mirrored else inset
        self.list.setGeometry(left, 0, wide, self.list.sizeHint().height())

    def _start(self) -> int:
        """Where the first tab begins, so that its words stand in line with those below."""
        return max(self.side - self._look.px(9) - HALO, GAP_1)

    def _fits_in(self, width: int) -> bool:
        wished = sum(item.sizeHint().width() for item in self.items)
        return 2 * self._start() + wished <= width

    def _fold(self, *, folded: bool) -> None:
        if folded is not self.list.isHidden():
            return
        held = any(one.hasFocus() for one in (self.list, *self.items))
        self.list.setVisible(folded)
        for item in self.items:
            item.setVisible(not folded)
        if held:
            self.focus_page(next((at for at, one in enumerate(self.items) if _is_on(one)), 0))

    def _on_chosen(self, at: int) -> None:
        self.list.show_value(self._options, at)
        self.chosen.emit(at)


def _is_on(tab: QWidget) -> bool:
    return isinstance(tab, Tab) and tab.isChecked()


def _fits(columns: int, count: int, wide: int, width: int) -> bool:
    """Whether there is room for so many side by side, and no row is left half empty."""
    return wide * columns <= width and count % columns == 0


def _centred_words(
    control: Control, painter: QPainter, body: QRectF, role: str, ink: QColor
) -> None:
    font, line = control.look.font(role), control.look.line_height(role)
    said = QFontMetricsF(font).elidedText(control.text(), Qt.TextElideMode.ElideRight, body.width())
    words = Lettering(said, font, line)
    words.paint(
        painter,
        body.center().x() - words.width / 2,
        body.center().y() - line / 2,
        ink,
    )
