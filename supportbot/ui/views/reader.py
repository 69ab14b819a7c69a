"""The reader of help pages: the list with its search, a page, and the line below that leads to a person."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.shortcuts import Keys
from supportbot.ui.theme import COLUMN_WIDTH, GAP_4, HALO
from supportbot.ui.views.cards import Notice
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.foot_line import FootLine
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.page_bar import PageBar
from supportbot.ui.views.page_list import PageList
from supportbot.ui.views.page_view import PageView
from supportbot.ui.views.panels import Icon
from supportbot.ui.views.search_field import SearchField
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.product.links import LinkPolicy
    from supportbot.ui.look import Look
    from supportbot.ui.pages import PageRow, PageText


class Reader(QWidget):
    """Everything of the help pages that is seen.

    Signals:
        back_requested: To where the reader was before.
        close_requested: Back to the conversation.
        search_requested: To the list and its search.
        question_wanted: Ask the helper what was searched for.
        person_requested: Talk to a human.
        link_activated: A link on a page that the policy allows.
        browser_requested: A page's own address.
    """

    back_requested = Signal()
    close_requested = Signal()
    search_requested = Signal()
    question_wanted = Signal(str)
    person_requested = Signal()
    link_activated = Signal(str)
    browser_requested = Signal(str)

    def __init__(self, look: Look, links: LinkPolicy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._links = links
        self.setAccessibleName(self.tr("Help pages"))
        self.bar = ReaderBar(look)
        self.bar.back.clicked.connect(self.back_requested)
        self.bar.close_button.clicked.connect(self.close_requested)
        self.bar.search.clicked.connect(self.search_requested)
        self.list = ListPane(look)
        self.list.question_wanted.connect(self.question_wanted)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.setMinimumHeight(1)  # it scrolls, and yields to what cannot
        self.foot = ReaderFoot(look)
        self.foot.person_requested.connect(self.person_requested)
        self._notices = QVBoxLayout()
        self._notice: Notice | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(self._notices)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.foot)
        # Only while the focus is in here: a sheet that lies on top keeps its own keys.
        back = QShortcut(Keys.BACK.sequence, self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_requested)

    @cached_property
    def page(self) -> PageView:
        """A page, instead of the list; built when the first one is to be read."""
        page = PageView(self._look, self._links)
        page.title_passed.connect(self._on_title_passed)
        page.link_activated.connect(self.link_activated)
        page.browser_requested.connect(self.browser_requested)
        self.stack.addWidget(page)
        return page

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self.page.verticalScrollBar().value() if "page" in self.__dict__ else 0

    def show_list(self, *, can_go_back: bool) -> None:
        """Show the list."""
        self.bar.show_at_list(can_go_back=can_go_back)
        self.stack.setCurrentWidget(self.list)

    def show_page(self, page: PageText, forms: frozenset[str]) -> None:
        """Show a page from its beginning and take the focus to it."""
        self.bar.show_at_page()
        self.stack.setCurrentWidget(self.page)
        self.page.show_page(page, forms)
        first = self.page.browser if page.excuse and page.url else self.page.prose
        (self.bar.back if page.excuse and not page.url else first).setFocus(
            Qt.FocusReason.PopupFocusReason
        )

    def show_notice(
        self, text: str, action: str = "", done: Callable[[], None] | None = None
    ) -> None:
        """Say something above the page until it is put away or another place is shown; empty for nothing."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        self._notices.setContentsMargins(GAP_4, 12 if text else 0, GAP_4, 0)
        if text:
            self._notice = Notice(self._look, text, action)
            if done is not None:
                self._notice.action_requested.connect(done)
            self._notices.addWidget(self._notice)
            self._notice.show()

    def _on_title_passed(self, passed: bool) -> None:
        self.bar.show_title(self.page.title.text() if passed else "")


class ReaderBar(PageBar):
    """Back, where one is, search, close."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.back = IconButton(look, "back", self.tr("Back"), directed=True)
        self.title = Text(look, "name", wrap=False)
        self.search = IconButton(look, "search", self.tr("Search help pages"))
        self.close_button = IconButton(look, "close", self.tr("Close help pages"))
        for button, keys in (
            (self.back, Keys.BACK),
            (self.search, Keys.FIND),
            (self.close_button, Keys.CLOSE),
        ):
            button.setToolTip(keys.after(button.accessibleName()))
        self.row.addWidget(self.back)
        self.row.addWidget(self.title)
        self.row.addStretch(1)
        self.row.addWidget(self.search)
        self.row.addWidget(self.close_button)

    def show_at_list(self, *, can_go_back: bool) -> None:
        """The list is shown."""
        self.back.setVisible(can_go_back)
        self.search.hide()
        self.title.setText(self.tr("Help pages"))
        self.set_button_first(button_first=can_go_back)

    def show_at_page(self) -> None:
        """A page is shown, from its beginning."""
        self.back.show()
        self.search.show()
        self.title.setText("")
        self.set_button_first(button_first=True)

    def show_title(self, title: str) -> None:
        """Name the page whose title was scrolled out of sight."""
        self.title.setText(title)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(
            QRectF(0, self.height() - 1, self.width(), 1), self._look.colour("line")
        )


class ListPane(QWidget):
    """The search and what it found.

    Signals:
        question_wanted: Ask the helper what was searched for.
    """

    question_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(look, self.tr("Search help pages"))
        self.rows = PageList(look)
        self.rows.setAccessibleName(self.tr("Help pages"))
        self.nothing = NothingFound(look)
        self.nothing.hide()
        self.nothing.ask.clicked.connect(lambda: self.question_wanted.emit(self.search.edit.text()))
        self.search.left.connect(self._on_search_left)
        self.rows.left.connect(self.focus_search)
        self._top = QHBoxLayout()
        self._top.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.nothing, 1)

    def show_rows(self, rows: Sequence[PageRow], *, keep: bool = False) -> None:
        """List pages; ``keep`` leaves the list where it is."""
        self.nothing.hide()
        self.rows.show()
        self.rows.show_rows(rows, keep=keep)

    def show_nothing(self, query: str) -> None:
        """Say that no page fits, and what can be done."""
        self.rows.show_rows(())
        self.rows.hide()
        self.nothing.show_query(query)
        self.nothing.show()

    def focus_search(self) -> None:
        """Have the customer type; what is there is replaced by the first letter."""
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(GAP_4, (event.size().width() - COLUMN_WIDTH) // 2) - HALO
        self._top.setContentsMargins(side, 12 - HALO, side, 8 - HALO)
        self.nothing.set_side(side + HALO)
        super().resizeEvent(event)

    def _on_search_left(self) -> None:
        if self.rows.rows:
            self.rows.enter()


class NothingFound(QWidget):
    """No page fits: ask the helper, or another word."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(look, "strong", centred=True)
        self.words = Text(
            look,
            "small",
            "muted",
            self.tr("Try other words, or put it to the helper as a question."),
            centred=True,
        )
        self.ask = Button(look, self.tr("Ask the helper"), icon="up")
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(4)
        self._layout.addStretch(2)
        self._layout.addWidget(Icon(look, "search", 28, "muted"), 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addSpacing(6)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.words)
        self._layout.addSpacing(6)
        self._layout.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch(3)

    def show_query(self, query: str) -> None:
        """What was searched for."""
        text = filled(self.tr("No page has “%1”"), " ".join(query.split()))
        self.title.setText(text)
        self.setAccessibleName(text)

    def set_side(self, side: int) -> None:
        """Keep this much room on the left and right."""
        self._layout.setContentsMargins(side, GAP_4, side, GAP_4)


class ReaderFoot(QWidget):
    """The way to a person, below everything.

    Signals:
        person_requested: Talk to a human.
    """

    person_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.human = Button(look, self.tr("Talk to a human"), kind="link", icon="person")
        self.human.clicked.connect(self.person_requested)
        self._row = QHBoxLayout(self)
        note = Text(look, "footer", "muted", self.tr("Still stuck?"))
        self._row.addWidget(FootLine(note, self.human))
        look.changed.connect(self.update)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(GAP_4, (event.size().width() - COLUMN_WIDTH) // 2)
        side -= self.human.inset
        self._row.setContentsMargins(side, 7, side, 7)
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.colour("line"))
