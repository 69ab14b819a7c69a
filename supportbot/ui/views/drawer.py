"""The drawer: kept conversations beside the open one, or over it where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from supportbot.ui.roles import Role
from supportbot.ui.theme import DRAWER_DOCKS_FROM, DRAWER_WIDTH, GAP_1, GAP_2, GAP_3, GAP_4, HALO
from supportbot.ui.views.arrange import Shared
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.conversation_list import ConversationListView
from supportbot.ui.views.focus import tab_within
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.policy import let_height_follow_width
from supportbot.ui.views.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.ui.conversations import Row
    from supportbot.ui.look import Look

_LEAST_BESIDE = 44  # of the window is seen beside a drawer that lies over it
_LARGEST_SHARE = 0.48  # of the window, while it stands beside the conversation


class Drawer(QWidget):
    """Search, list, and what can be done with all conversations.

    Signals:
        needle_changed: What is searched for.
        submitted: Enter, in the search field.
        new_requested: Another conversation.
        menu_requested: What can be done with all of them.
        close_requested: The drawer is to go.
    """

    accessible_role = Role.Pane
    needle_changed = Signal(str)
    submitted = Signal()
    new_requested = Signal()
    menu_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._docked = False
        self._before: QWidget | None = None
        self.setAccessibleName(self.tr("Conversations"))
        self.panel = QWidget(self)
        self.panel.setAutoFillBackground(True)  # what lies beneath is not painted
        self.compose = IconButton(look, "compose", self.tr("New conversation"))
        self.more = IconButton(look, "more", self.tr("All conversations"))
        self.close_button = IconButton(look, "close", self.tr("Close"), icon_size=18)
        self.search = SearchField(look, self.tr("Search"))
        self.list = ConversationListView(look)
        self.title = Text(look, "strong", centred=True)
        self.message = Text(look, "small", "muted", centred=True)
        self.begin = Button(look, self.tr("New conversation"))
        let_height_follow_width(self.begin)
        self.begin.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty_page())
        self._head = QVBoxLayout()
        self._head.addWidget(self._head_line())
        field = QVBoxLayout()
        field.setContentsMargins(GAP_2 - HALO, 0, GAP_2 - HALO, GAP_3 - HALO)
        field.addWidget(self.search)
        layout = QVBoxLayout(self.panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addLayout(field)
        layout.addWidget(self._pages, 1)
        self._connect()
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.hide()

    @property
    def docked(self) -> bool:
        """Whether it stands beside the conversation."""
        return self._docked

    @property
    def holds_focus(self) -> bool:
        """Whether the keyboard is in it."""
        return self.isVisible() and self.isAncestorOf(QApplication.focusWidget() or self.window())

    def open(self) -> None:
        """Come up; the keyboard goes to the search field."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self.show()
            self.raise_()
            self.list.scrollToTop()
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def dismiss(self) -> None:
        """Go away, forget what was searched for and give the focus back."""
        before, self._before = self._before, None
        if self.holds_focus and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.search.edit.clear()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show conversations."""
        self.list.show_rows(rows)
        self._pages.setCurrentWidget(self.list)
        self.search.show()
        self.begin.hide()

    def show_message(self, title: str, text: str, *, begins: bool = False) -> None:
        """Say why there are none; ``begins``: there is nothing to search, but one may begin."""
        held = self.list.hasFocus()
        sought = self.search.edit.hasFocus()
        self.begin.setVisible(begins)
        self.search.setVisible(not begins)
        self.list.show_rows(())
        self.title.setText(title)
        self.message.setText(text)
        self._pages.setCurrentIndex(1)
        if begins and (held or sought):
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held:
            self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_below(self, room: int) -> None:
        """Keep this much room below what is listed: something lies over it."""
        self.list.leave_below(room)

    def place(self, window: QRect) -> int:
        """Stand in a window of that size; returns the width taken from what stands beside it."""
        self._docked = window.width() >= DRAWER_DOCKS_FROM
        self.close_button.setVisible(not self._docked)  # beside it the header's button is seen
        wished = self._look.px(DRAWER_WIDTH)
        if self._docked:
            width = min(wished, int(window.width() * _LARGEST_SHARE))
        else:
            width = min(self._look.px(DRAWER_WIDTH + 20), window.width() - _LEAST_BESIDE)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        panel = QRect(window.width() - width if mirrored else 0, 0, width, window.height())
        if self._docked:
            self.setGeometry(panel)
            self.panel.setGeometry(int(mirrored), 0, width - 1, window.height())  # beside the line
        else:
            self.setGeometry(window)
            self.panel.setGeometry(panel)
        self.update()
        return width if self._docked and self.isVisible() else 0

    # ------------------------------------------------------------------ inside

    def _connect(self) -> None:
        self.compose.clicked.connect(self.new_requested)
        self.begin.clicked.connect(self.new_requested)
        self.more.clicked.connect(self.menu_requested)
        self.close_button.clicked.connect(self.close_requested)
        self.search.changed.connect(self.needle_changed)
        self.search.left.connect(self._on_left_downwards)
        self.search.entered.connect(self.submitted)
        self.list.left_upwards.connect(self._on_left_upwards)
        self.list.typed.connect(self.search.add)

    def _head_line(self) -> QWidget:
        """The title with its buttons beside it, or below it where it would be cut."""
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addStretch(1)
        for button in (self.compose, self.more, self.close_button):
            line.addWidget(button)
        name = Text(self._look, "name", text=self.tr("Conversations"), wrap=False)
        return Shared(0, (name, buttons))

    def _empty_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(GAP_4, 0, GAP_4, 0)
        layout.setSpacing(2)
        layout.addStretch(2)
        layout.addWidget(self.title)
        layout.addWidget(self.message)
        layout.addSpacing(GAP_3)
        layout.addWidget(self.begin)
        layout.addStretch(3)
        return page

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside while the rest lies below."""
        if self._docked:
            return super().focusNextPrevChild(forward)
        tab_within(self.panel, forward=forward)
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_requested.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scrim = QColor(self._look.theme.colours.scrim)
        painter.fillRect(self.rect(), self._look.colour("line") if self._docked else scrim)
        painter.fillRect(self.panel.geometry(), self._look.colour("background"))

    def _on_left_downwards(self) -> None:
        if self._pages.currentWidget() is self.list:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left_upwards(self) -> None:
        self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look_changed(self) -> None:
        side = (self._look.px(56) - self._look.px(32)) // 2
        near, far = GAP_4 + 2, GAP_2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            near, far = far, near
        self._head.setContentsMargins(near, side, far, side - GAP_1)
        self.update()
