"""The window: header, notices, greeting or conversation, model card, footer; the reader in their place.

The drawer stands beside them or lies over them. It lays out and passes on, no more. What its first frame does not show
is imported and built when somebody wants it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from supportbot.ui.announce import announce
from supportbot.ui.first_words import facts_line, greeting_of
from supportbot.ui.roles import Role, tell_roles
from supportbot.ui.shortcuts import Keys
from supportbot.ui.theme import GAP_2, WINDOW_HEIGHT, WINDOW_WIDTH
from supportbot.ui.views.composer import Footer
from supportbot.ui.views.focus import tab_within
from supportbot.ui.views.greeting import Greeting
from supportbot.ui.views.header import Header
from supportbot.ui.views.last_input import LAST_INPUT
from supportbot.ui.views.notices import Notices
from supportbot.ui.views.unseen import lay_out_unseen
from supportbot.ui.views.yielding import Yielding

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.product.pack import ProductPack
    from supportbot.ui.look import Look
    from supportbot.ui.views.conversation import ConversationView
    from supportbot.ui.views.drawer import Drawer
    from supportbot.ui.views.find_bar import FindBar
    from supportbot.ui.views.model_card import ModelCard
    from supportbot.ui.views.toast import Toast

_SMALLEST = (320, 400)
# Below this height (at 100 %) explanations make room.
_ROOMY = 520


class Window(QWidget):
    """A pack's window.

    Signals:
        escaped: Esc.
        new_requested: Another conversation.
        find_requested: Find something in what is shown.
        search_requested: The drawer, to search in it.
        person_requested: Talk to a human, by the keyboard.
        composer_requested: To where questions are written, by the keyboard.
        settings_requested: The settings, by the keyboard.
        shortcuts_requested: What can be done by the keyboard.
        painted: The first frame is there.
        closing: The window is about to go.
    """

    accessible_role = Role.Window
    escaped = Signal()
    new_requested = Signal()
    find_requested = Signal()
    search_requested = Signal()
    person_requested = Signal()
    composer_requested = Signal()
    settings_requested = Signal()
    shortcuts_requested = Signal()
    painted = Signal()
    closing = Signal()

    def __init__(self, look: Look, pack: ProductPack) -> None:
        super().__init__()
        tell_roles()
        self._look = look
        self._painted = False
        product = pack.product
        self.setWindowTitle(product.name)
        self.setWindowIcon(QIcon(str(pack.logo)))
        self.setMinimumSize(*_SMALLEST)
        self.resize(WINDOW_WIDTH, WINDOW_HEIGHT)
        self.setAutoFillBackground(True)
        self.header = Header(look, product.name, pack.logo)
        title, text = greeting_of(pack)
        self.greeting = Greeting(look, title, text, product.brand.starter_questions)
        self._links = pack.link_policy
        self.pages = QStackedWidget()
        self.pages.addWidget(self.greeting)
        self._room = Yielding(look, self.pages)
        self.footer = Footer(look, self.tr("Ask a question…"), facts_line(product.facts_as_of))
        look.changed.connect(self._on_room_changed)
        self._notices = Notices(look, self.pages, below=GAP_2)
        self._before_reader: QWidget | None = None
        self._talk = QWidget()
        self._layout = QVBoxLayout(self._talk)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        self._layout.addWidget(self._notices)
        self._layout.addWidget(self._room, 1)
        self._layout.addWidget(self.footer)
        self._screens = QStackedLayout(self)
        self._screens.addWidget(self._talk)
        for keys, signal in (
            (Keys.CLOSE, self.escaped),
            (Keys.NEW, self.new_requested),
            (Keys.FIND, self.find_requested),
            (Keys.SEARCH, self.search_requested),
            (Keys.PERSON, self.person_requested),
            (Keys.COMPOSER, self.composer_requested),
            (Keys.SETTINGS, self.settings_requested),
            (Keys.SHORTCUTS, self.shortcuts_requested),
        ):
            QShortcut(keys.sequence, self).activated.connect(signal)
        self.footer.human.setToolTip(Keys.PERSON.after(self.tr("Talk to a human")))
        conversations = self.header.conversations
        conversations.setToolTip(Keys.SEARCH.after(conversations.toolTip()))

    @cached_property
    def conversation(self) -> ConversationView:
        """The conversation, instead of the greeting."""
        from supportbot.ui.views.conversation import ConversationView

        conversation = ConversationView(self._look, self._links)
        self.pages.addWidget(conversation)
        return conversation

    @cached_property
    def find_bar(self) -> FindBar:
        """What finds in the conversation; hidden."""
        from supportbot.ui.views.find_bar import FindBar

        bar = FindBar(self._look)
        bar.hide()
        self._layout.insertWidget(self._layout.indexOf(self._room), bar)
        return bar

    @cached_property
    def model_card(self) -> ModelCard:
        """What there is to say about the model, above the footer; hidden."""
        from supportbot.ui.views.model_card import ModelCard

        card = ModelCard(self._look)
        self._room.put_below(card)
        card.set_terse(terse=self._is_low())
        return card

    @cached_property
    def drawer(self) -> Drawer:
        """The conversations, beside all of it or over it; hidden."""
        from supportbot.ui.views.drawer import Drawer

        return Drawer(self._look, self)

    @cached_property
    def toast(self) -> Toast:
        """What is said for a while over all of it; hidden."""
        from supportbot.ui.views.toast import Toast

        return Toast(self._look, self)

    def show_greeting(self) -> None:
        """The first screen."""
        self.pages.setCurrentWidget(self.greeting)

    def show_conversation(self) -> None:
        """The conversation."""
        self.pages.setCurrentWidget(self.conversation)

    def show_reader(self, reader: QWidget) -> None:
        """Have the reader, or another page, in place of everything else, until it is hidden."""
        if self._screens.currentWidget() is self._talk:
            self._before_reader = QApplication.focusWidget()
        self._take_in(reader)
        self._screens.setCurrentWidget(reader)
        self.drawer.raise_()
        self.toast.raise_()

    def get_ready(self, reader: QWidget) -> None:
        """Have a page laid out that will be shown by ``show_reader``."""
        self._take_in(reader)
        if reader is not self._screens.currentWidget():
            reader.resize(self._talk.size())
            lay_out_unseen(reader)

    def hide_reader(self) -> None:
        """Go back to the conversation, and to what had the focus there."""
        self._screens.setCurrentWidget(self._talk)
        before = self._before_reader
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.focus_composer()

    def focus_composer(self) -> None:
        """Have the customer type."""
        self.footer.composer.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_notice(
        self, text: str, action: str = "", done: Callable[[], None] | None = None
    ) -> None:
        """Say something above the conversation until it is put away; not twice.

        Args:
            text: One sentence, or two.
            action: What stands on its button; none without.
            done: What the button does.
        """
        if self._notices.say(text, action, done) is not None:
            announce(self, text)

    def clear_notices(self) -> None:
        """Take all notices away."""
        self._notices.clear()

    def open_drawer(self) -> None:
        """Have the drawer come up; the keyboard goes to its search field."""
        self.drawer.open()
        self.rearrange()

    def close_drawer(self) -> None:
        """Have the drawer go."""
        self.drawer.dismiss()
        self.rearrange()

    def say(self, text: str, action: str = "") -> None:
        """Say something over the window for a while."""
        self.toast.say(text, action)
        self.rearrange()

    def rearrange(self) -> None:
        """Make room for the drawer, and put the toast where it is seen."""
        if self._has("drawer"):
            self._place_drawer()
        self._notices.fit(self._between())

    def _between(self) -> QSize:
        """The page that is left between header and footer."""
        page = self.contentsRect().size()
        for part in (self.header, self.footer):
            high = max(part.heightForWidth(page.width()), part.minimumHeight())
            page.setHeight(max(page.height() - high, 0))
        return page

    def _place_drawer(self) -> None:
        taken = self.drawer.place(self.rect())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if mirrored else taken, 0, taken if mirrored else 0, 0)
        if self.drawer.isVisible():
            self.toast.place(self.drawer.panel, self.height())
        else:
            self.toast.place(self, self.height() - self.footer.height())

    def bring_forward(self) -> None:
        """Come to the front: a second start asked for it."""
        # Not showNormal: a window that was maximised before stays so.
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in the order of reading."""
        return tab_within(self, forward=forward)

    @override
    def event(self, event: QEvent) -> bool:
        """Take notice of keys that nothing else takes, and of clicks beside everything."""
        LAST_INPUT.note(event)
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_room_changed()

    def _on_room_changed(self) -> None:
        self.rearrange()
        if self._has("model_card"):
            self.model_card.set_terse(terse=self._is_low())

    def _is_low(self) -> bool:
        return self.height() < self._look.px(_ROOMY)

    def _take_in(self, reader: QWidget) -> None:
        if self._screens.indexOf(reader) < 0:
            self._screens.addWidget(reader)

    def _has(self, part: str) -> bool:
        """Whether a part that is built when it is wanted is there."""
        return part in self.__dict__

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
