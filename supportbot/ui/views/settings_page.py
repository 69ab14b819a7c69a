"""The settings in place of the conversation: a bar, the names of the pages, and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.shortcuts import Keys
from supportbot.ui.theme import COLUMN_WIDTH, GAP_1, GAP_4
from supportbot.ui.views.controls import IconButton
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.notices import Notices
from supportbot.ui.views.page_bar import PageBar
from supportbot.ui.views.policy import let_height_follow_width
from supportbot.ui.views.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.ui.look import Look
    from supportbot.ui.views.settings_rows import Pane


class SettingsPage(QWidget):
    """Everything of the settings that is seen.

    Args:
        look: The theme in force.
        titles: What the pages are called, in reading order.

    Signals:
        close_requested: Back to the conversation.
        pane_chosen: Another page is to be shown, counted from 0.
    """

    close_requested = Signal()
    pane_chosen = Signal(int)

    def __init__(self, look: Look, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(self.tr("Settings"))
        self._title = Text(look, "name", text=self.tr("Settings"), wrap=False)
        self.close_button = IconButton(look, "close", self.tr("Close settings"))
        self.close_button.setToolTip(Keys.CLOSE.after(self.close_button.accessibleName()))
        self.close_button.clicked.connect(self.close_requested)
        self.tabs = Tabs(look, self.accessibleName(), titles)
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(1)  # it scrolls, and yields to what cannot
        self.tabs.chosen.connect(self.pane_chosen)
        self._head = _Head(look)
        bar = PageBar(look)
        bar.row.addWidget(self._title)
        bar.row.addStretch(1)
        bar.row.addWidget(self.close_button)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)  # the mark of a tab lies on the line
        head.setSpacing(0)
        head.addWidget(bar)
        head.addWidget(self.tabs)
        self._notices = Notices(look, self.stack, below=GAP_1)  # a heading has room of its own
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._notices)
        layout.addWidget(self.stack, 1)
        # Only while the focus is in here: a sheet that lies on top keeps its own keys.
        back = QShortcut(Keys.BACK.sequence, self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.close_requested)

    def add(self, pane: Pane, title: str) -> None:
        """Take a page in; it is not shown by that."""
        pane.setAccessibleName(title)
        self.stack.addWidget(pane)

    def show_pane(self, at: int) -> None:
        """Choose a page and take the focus to its name."""
        self.tabs.show_page(at)
        self.tabs.focus_page(at)

    def show_notice(
        self, text: str, action: str = "", done: Callable[[], None] | None = None
    ) -> None:
        """Say something above the page until it is put away, perhaps with a button; not twice."""
        self._notices.say(text, action, done)

    def clear_notices(self) -> None:
        """Take all notices away."""
        self._notices.clear()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.tabs.side = max(GAP_4, (event.size().width() - COLUMN_WIDTH) // 2)
        self.tabs.updateGeometry()
        self._notices.fit(event.size())
        super().resizeEvent(event)


class _Head(QWidget):
    """A ground with a line below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        let_height_follow_width(self)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(
            QRectF(0, self.height() - 1, self.width(), 1), self._look.colour("line")
        )
