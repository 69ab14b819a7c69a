"""A sheet over the window: what is behind it waits. Two small ones stand here, questions and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.roles import Role
from supportbot.ui.shortcuts import Keys
from supportbot.ui.theme import COLUMN_WIDTH, GAP_4, HALO, RADIUS_SHEET
from supportbot.ui.views.arrange import Shared
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.focus import bring_into_view, tab_within
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.overlay_bar import OverlayBar
from supportbot.ui.views.scrolling import scroll_by_key

if TYPE_CHECKING:
    from supportbot.ui.look import Look

_TOP_GAP = 88
# What stands in it, what scrolls, the scroll bar: each round tells the next.
_LAYOUT_ROUNDS = 3
_SHADOW, _DARKEST = 18, 36
# What stands in a sheet keeps so far from its sides; the scroll bar lies in between.
_SIDE, _BAR = 18 - HALO, 10
_ABOVE, _GAP, _BELOW = 18, 10, 16
_TALLEST_FLOATING = 640


class Sheet(QWidget):
    """Covers its parent, dims it, and holds the focus until it is closed.

    Args:
        look: The theme in force.
        title: What it is about; its accessible name too.
        tall: Whether it takes all the height it may have, or only what it needs.

    Signals:
        closed: It went away.
    """

    accessible_role = Role.Dialog
    least_above_foot = 200  # pixels for what scrolls; with less, the buttons below scroll too
    closed = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget, *, tall: bool = False) -> None:
        super().__init__(parent)
        self.look = look
        self._tall = tall
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self.panel = QWidget(self)
        self.close_button = IconButton(look, "close", self.tr("Close"), icon_size=18)
        self.close_button.setToolTip(Keys.CLOSE.after(self.close_button.accessibleName()))
        self.close_button.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        self._title = Text(look, "heading", text=title)
        self._title_line = QVBoxLayout()
        self._title_line.addWidget(self._title)
        head.addLayout(self._title_line, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._inner = QWidget()
        self._beside = beside = QHBoxLayout(self._inner)
        self.stack = QVBoxLayout()
        beside.addLayout(self.stack)
        self.stack.setContentsMargins(HALO, 0, HALO, 0)
        self.stack.setSpacing(10)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self._scroll.viewport(), self._inner):
            ground.setAutoFillBackground(False)
        self._bar = OverlayBar(look, self._scroll)
        for moved in (self._bar.valueChanged, self._bar.rangeChanged):
            moved.connect(self.update)
        self._column = QVBoxLayout(self.panel)
        self._column.setSpacing(_GAP)
        row = QHBoxLayout()
        near, far = HALO + _BAR, _BAR
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row.setContentsMargins(far if mirrored else near, 0, near if mirrored else far, 0)
        row.addLayout(head)
        self._column.addLayout(row)
        self._column.addWidget(self._scroll, 1)
        self._foot = QWidget()
        self.foot = QVBoxLayout(self._foot)
        self.foot.setSpacing(8)
        self.foot.setContentsMargins(_BAR, 0, _BAR, 0)
        self._column.addWidget(self._foot)
        self._foot_scrolls = False
        parent.installEventFilter(self)
        look.changed.connect(self._on_look_changed)

    def present(self, first: QWidget | None = None) -> None:
        """Come up and take the focus."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        first = first or self.panel
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self.bring_into_sight(first)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part of it as soon as that is laid out, and what is below it."""

        def show() -> None:
            for _ in range(_LAYOUT_ROUNDS):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            bring_into_view(part)
            QTimer.singleShot(0, part, lambda: bring_into_view(part))

        QTimer.singleShot(0, part, show)

    def dismiss(self) -> None:
        """Go away and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        tab_within(self.panel, forward=forward)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif not scroll_by_key(self._scroll.verticalScrollBar(), event):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
            focused = QApplication.focusWidget()
            if focused is not None and self.panel.isAncestorOf(focused):
                self.bring_into_sight(focused)
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self.look.theme.colours.scrim))
        body = QRectF(self.panel.geometry())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Rings beside each other: what is very faint and lies on top of each other adds up in steps.
        for spread in range(_SHADOW):
            painter.setPen(QPen(QColor(0, 0, 0, int(_DARKEST * (1 - spread / _SHADOW) ** 2)), 1))
            far = spread + 0.5
            painter.drawRoundedRect(
                body.adjusted(-far, -far, far, far), RADIUS_SHEET + far, RADIUS_SHEET + far
            )
        path = QPainterPath()
        path.addRoundedRect(body, RADIUS_SHEET, RADIUS_SHEET)
        if not self._floats():
            path.setFillRule(Qt.FillRule.WindingFill)
            path.addRect(body.adjusted(0, RADIUS_SHEET, 0, 0))
        painter.fillPath(path, self.look.colour("background"))
        self._paint_edges(painter)

    def _paint_edges(self, painter: QPainter) -> None:
        """Lines where something more lies above or below what is seen."""
        bar, line = self._scroll.verticalScrollBar(), self.look.colour("line")
        area = self._scroll.geometry().translated(self.panel.pos())
        wide = self.panel.geometry()
        if bar.value() > bar.minimum():
            painter.fillRect(QRect(wide.left(), area.top() - 1, wide.width(), 1), line)
        if bar.value() < bar.maximum() and not self._foot_scrolls:
            painter.fillRect(QRect(wide.left(), area.bottom() + 1, wide.width(), 1), line)

    def _floats(self) -> bool:
        return self.width() > COLUMN_WIDTH + 2 * GAP_4

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        self._title_line.setContentsMargins(0, self._title_inset(), 0, 0)
        self._fit_bottom()
        width = min(self.width(), COLUMN_WIDTH - 120) if self._floats() else self.width()
        room = self.height() - (2 * GAP_4 if self._floats() else GAP_4)
        wanted = self._wanted_height(width)
        if self._tall:
            wanted = max(wanted, self.height() - _TOP_GAP)
            wanted = min(wanted, self.look.px(_TALLEST_FLOATING)) if self._floats() else wanted
        height = min(wanted, room)
        top = (self.height() - height) // 2 if self._floats() else self.height() - height
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)
        self._settle_foot(height, wanted)
        self.update()

    def _fit_bottom(self) -> None:
        """Without a foot, what scrolls goes on to the edge of the sheet."""
        to_edge = self.foot.count() == 0 or self._foot_scrolls
        self._foot.setVisible(self.foot.count() > 0)
        below = 0 if to_edge and not self._tall else _BELOW
        self._column.setContentsMargins(_SIDE - _BAR, self._above(), _SIDE - _BAR, below)
        self._beside.setContentsMargins(_BAR, 0, _BAR, _BELOW - below)

    def _above(self) -> int:
        """Room above the head, so that the words of the title, not the button, begin where everything begins."""
        return max(_ABOVE - self._title_inset(), 0)

    def _title_inset(self) -> int:
        """Room above the title, so that its first line stands in the middle of the button beside it."""
        line = self.look.line_height("heading")
        return max(self.close_button.sizeHint().height() - line, 0) // 2

    def _settle_foot(self, height: int, wanted: int) -> None:
        """Have the foot stand below what scrolls, or scroll with it where that would leave too little room."""
        inner_width = self.panel.width() - 2 * _SIDE
        head, foot = self._head_height(inner_width), self._foot_height(inner_width)
        taken = self._above() + head + _GAP + _GAP + foot + _BELOW
        scrolls = height < wanted and height - taken < self.look.px(self.least_above_foot)
        if scrolls == self._foot_scrolls:
            return
        self._foot_scrolls = scrolls
        focused = QApplication.focusWidget()
        inside = focused is not None and self._foot.isAncestorOf(focused)
        side = 0 if scrolls else _BAR
        self.foot.setContentsMargins(side, 0, side, 0)
        (self.stack if scrolls else self._column).addWidget(self._foot)
        self._fit_bottom()
        self._foot.show()  # what moves to another place is hidden, and loses the focus
        if focused is not None and inside:
            focused.setFocus()

    def _wanted_height(self, width: int) -> int:
        layout = self.panel.layout()
        if layout is None:
            return 0
        inner_width = width - 2 * _SIDE
        inner = (
            self.stack.heightForWidth(inner_width)
            if self.stack.hasHeightForWidth()
            else self.stack.sizeHint().height()
        )
        apart = self.foot.count() > 0 and not self._foot_scrolls
        foot = _GAP + self._foot_height(inner_width) if apart else 0
        return self._above() + self._head_height(inner_width) + _GAP + inner + foot + _BELOW

    def _head_height(self, width: int) -> int:
        button = self.close_button.sizeHint()
        title = self._title.heightForWidth(width - HALO - button.width() - 6)
        return max(button.height(), title + self._title_inset())

    def _foot_height(self, width: int) -> int:
        if self.foot.hasHeightForWidth():
            return max(self.foot.heightForWidth(width), 0)
        return max(self.foot.sizeHint().height(), 0)

    def _on_look_changed(self) -> None:
        self._place()


class Confirm(Sheet):
    """A question with two answers.

    Args:
        look: The theme in force.
        title: What is asked.
        text: What it means.
        action: What the answer does that goes on.
        final: Whether that cannot be undone.

    Signals:
        confirmed: The customer means it.
    """

    confirmed = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        text: str,
        action: str,
        parent: QWidget,
        *,
        final: bool = False,
    ) -> None:
        super().__init__(look, title, parent)
        self.words = Text(look, "body", "muted")
        self.stack.addWidget(self.words)
        self.say(text)
        self.cancel = Button(look, self.tr("Cancel"))
        self.cancel.clicked.connect(self.dismiss)
        self.action = Button(look, action, kind="danger" if final else "primary")
        self.action.clicked.connect(self._on_confirmed)
        buttons = Shared(2, (self.cancel, self.action))
        buttons.grows = 1
        self.foot.addWidget(buttons)

    def say(self, text: str) -> None:
        """Say what it means."""
        self.words.setText(text)
        self.setAccessibleDescription(text)
        self._place()

    def _on_confirmed(self) -> None:
        self.dismiss()
        self.confirmed.emit()


class Words(Sheet):
    """Something to read."""

    def __init__(
        self, look: Look, title: str, paragraphs: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(look, title, parent)
        for paragraph in paragraphs:
            self.stack.addWidget(Text(look, "small", "muted", paragraph))
        self.setAccessibleDescription("\n".join(paragraphs))
        self.stack.addStretch(1)
