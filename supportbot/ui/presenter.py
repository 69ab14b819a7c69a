"""Joins the window to the bridge: what the customer does becomes work, what happened becomes words.

Owns the sheets, the menu, and the few decisions between the parts that have presenters of their own. Blocks on nothing.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from shiboken6 import isValid

from supportbot.handoff import is_offline
from supportbot.ui.announce import announce
from supportbot.ui.composing import Composing
from supportbot.ui.drawer_presenter import DrawerPresenter
from supportbot.ui.error_words import notice_words, sentence_of
from supportbot.ui.handing_over import HandingOver
from supportbot.ui.handoff import Handover
from supportbot.ui.history_words import HistoryRemedy, history_notice
from supportbot.ui.model_presenter import ModelPresenter, choose_model
from supportbot.ui.operations import Operation
from supportbot.ui.parts import Exchange, OpenedConversation
from supportbot.ui.reading import Reading
from supportbot.ui.settings_presenter import SettingsPresenter
from supportbot.ui.settings_words import erase_words
from supportbot.ui.shortcuts import shortcut_groups
from supportbot.ui.slices import Slices
from supportbot.ui.talk_presenter import TalkPresenter
from supportbot.ui.views.handoff_sheet import choose_file
from supportbot.ui.views.menus import options_menu
from supportbot.ui.views.sheet import Confirm, Sheet
from supportbot.ui.views.shortcuts_sheet import ShortcutsSheet
from supportbot.ui.views.unseen import find_letters_unseen
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from supportbot.contracts import HostContext
    from supportbot.errors import SupportbotError
    from supportbot.models.states import Command
    from supportbot.product.pack import ProductPack
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.finding import Finding
    from supportbot.ui.look import Look
    from supportbot.ui.settings_parts import SettingsParts
    from supportbot.ui.views.window import Window


def open_in_system(url: str) -> bool:
    """Hand a link to the browser or the mail program; whether one took it."""
    return QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))


def copy_to_clipboard(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


class Presenter(QObject):
    """The window's behaviour.

    Args:
        window: What is seen.
        bridge: What works.
        look: The theme in force.
        pack: The product pack.
        settings: What the settings are about.
        context: What the host product knows, for the handoff.
        open_url: Opens links; a test's own in tests.
        choose: Asks where to save.
        is_offline: Whether this machine is certainly offline; blocks.
        choose_model: Asks for a model file.
    """

    def __init__(
        self,
        window: Window,
        bridge: Bridge,
        look: Look,
        pack: ProductPack,
        *,
        settings: SettingsParts,
        context: HostContext | None = None,
        open_url: Callable[[str], bool] = open_in_system,
        choose: Callable[[QWidget, str], Path | None] = choose_file,
        is_offline: Callable[[], bool] = is_offline,
        choose_model: Callable[[QWidget], Path | None] = choose_model,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._look = look
        self._pack = pack
        self._context = context
        self._open_url = open_url
        self._handover = Handover(pack, open_url, copy_to_clipboard)
        self._model = ModelPresenter(window, bridge, choose_model)
        self._talk = TalkPresenter(window, bridge, pack, self._model)
        self._sheet: Sheet | None = None
        self._history_works = False
        self._reading = Reading(window, look, pack, bridge.run)
        self._shelf = DrawerPresenter(window, bridge, look, choose, open_url)
        self._handing_over = HandingOver(
            window, bridge, look, self._handover, choose, is_offline, self._present
        )
        self._settings = SettingsPresenter(
            window, look, pack, settings, open_url, copy_to_clipboard
        )
        self._composing = Composing(window, bridge)
        self._ready = Slices(self, slice_ms=0)
        self._connect_window()
        self._connect_bridge()
        self._connect_reading()

    def get_ready(self) -> None:
        """Build bit by bit what is not seen yet, so that it comes up at once."""
        self._ready.start(self._parts_to_come())

    @property
    def is_ready(self) -> bool:
        """Whether nothing is being built beforehand."""
        return not self._ready.busy

    @property
    def reading(self) -> Reading:
        """The help pages."""
        return self._reading

    @property
    def drawer(self) -> DrawerPresenter:
        """What is behind the drawer."""
        return self._shelf

    @property
    def settings(self) -> SettingsPresenter:
        """The settings."""
        return self._settings

    @cached_property
    def finding(self) -> Finding:
        """What finds in the conversation."""
        from supportbot.ui.finding import Finding

        return Finding(self._window, self._bridge, self._look)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open."""
        return self._sheet

    def _parts_to_come(self) -> Iterator[None]:
        for part in (self._shelf, self._settings, self._reading):
            yield from part.get_ready()
            yield
        yield from find_letters_unseen(self._look)
        yield from self._shelf.draw_unseen()

    def _connect_window(self) -> None:
        window, bridge = self._window, self._bridge
        window.find_requested.connect(self._on_find_requested)
        window.settings_requested.connect(self._on_settings_requested)
        window.shortcuts_requested.connect(self._on_shortcuts_requested)
        window.search_requested.connect(self._on_search_requested)
        self._shelf.erase_requested.connect(self._confirm_erase)
        self._shelf.talk_requested.connect(self._close_what_covers)
        self._settings.erase_requested.connect(self._confirm_erase)
        self._settings.engine_wanted.connect(bridge.open_engine)
        self._settings.model_wanted.connect(self._on_model_wanted)
        self._settings.sheet_wanted.connect(self._present)
        window.header.options_requested.connect(self._on_options_requested)
        window.greeting.question_chosen.connect(bridge.ask)
        window.conversation.link_activated.connect(self._on_link_activated)
        window.conversation.person_requested.connect(self._on_person_requested)
        window.conversation.copied.connect(copy_to_clipboard)
        window.conversation.copied.connect(lambda _: announce(window, self.tr("Copied")))
        window.conversation.model_requested.connect(self._on_model_requested)
        window.footer.composer.sent.connect(bridge.ask)
        window.footer.composer.stop_requested.connect(bridge.cancel)
        window.footer.composer.began.connect(bridge.warm)
        window.footer.person_requested.connect(self._on_person_requested_anywhere)
        window.person_requested.connect(self._on_person_requested_anywhere)
        window.new_requested.connect(self._on_new_requested)
        window.composer_requested.connect(self._on_composer_requested)
        window.escaped.connect(self._on_escaped)

    def _connect_bridge(self) -> None:
        bridge = self._bridge
        bridge.opened.connect(self._on_opened)
        bridge.busy_changed.connect(lambda busy: self._window.footer.set_busy(busy=busy))
        bridge.model_changed.connect(lambda _: self._tell_settings())
        bridge.model_noticed.connect(lambda text: self._window.add_notice(notice_words(text)))
        bridge.history_failed.connect(self._on_history_failed)
        bridge.history_mended.connect(self._on_history_mended)
        bridge.erased.connect(self._on_erased)
        bridge.deleting_failed.connect(self._on_deleting_failed)

    def _connect_reading(self) -> None:
        self._reading.link_requested.connect(self._on_outward_link_requested)
        self._reading.person_requested.connect(self._on_person_requested_anywhere)
        self._reading.question_wanted.connect(self._on_question_wanted)

    # ------------------------------------------------------------------ questions and answers

    def _on_opened(self, opened: OpenedConversation) -> None:
        self._history_works = True
        self._settings.set_can_erase(can_erase=True)
        self._talk.show(opened)
        if opened.problem is not None:
            text = self.tr("Deleted. Its last traces are wiped from the disk a little later. %1")
            self._window.add_notice(filled(text, sentence_of(opened.problem)))
        self._let_type()

    def _let_type(self) -> None:
        """Have the keyboard where questions are written, unless somebody is elsewhere."""
        covered = self._reading.is_open or self._settings.is_open
        elsewhere = covered or self._window.drawer.holds_focus
        if self._sheet is None and not elsewhere:
            self._window.focus_composer()

    def _on_find_requested(self) -> None:
        if self._sheet is not None:
            return
        self._settings.close()
        if self._reading.is_open:
            self._reading.open_list()
        elif self._talk.exchanges and not self._window.drawer.holds_focus:
            self.finding.open()
        else:
            self._shelf.open()

    def _on_search_requested(self) -> None:
        if self._sheet is None:
            self._settings.close()
            self._shelf.open()

    def _on_new_requested(self) -> None:
        self._close_what_covers()
        self._bridge.new_conversation()

    # ------------------------------------------------------------------ the history

    def _on_history_failed(self, error: SupportbotError) -> None:
        notice = history_notice(error, works=self._history_works)
        remedies = {
            HistoryRemedy.OPEN: self._bridge.open_history,
            HistoryRemedy.KEEP: self._bridge.keep_again,
            HistoryRemedy.START_NEW: self._bridge.start_new_history,
            HistoryRemedy.SHOW: self._settings.show_folder,
        }
        remedy = remedies[notice.remedy]

        def mend() -> None:
            if (
                notice.remedy is not HistoryRemedy.SHOW
            ):  # which mends nothing: what is said stays true
                self._window.clear_notices()
            remedy()

        self._window.add_notice(notice.text, notice.action, mend)
        if not self._history_works:
            self._let_type()

    def _on_history_mended(self) -> None:
        self._history_works = True
        self._settings.set_can_erase(can_erase=True)
        text = self.tr("Conversations are kept again, with what was said meanwhile.")
        self._window.say(text)
        announce(self._window, text)

    def _on_deleting_failed(self, error: SupportbotError) -> None:
        self._window.add_notice(filled(self.tr("Nothing was deleted. %1"), sentence_of(error)))

    def _on_erased(self) -> None:
        announce(self._window, self.tr("All conversations are erased."))

    # ------------------------------------------------------------------ menus and sheets

    def _on_options_requested(self) -> None:
        kept = self._bridge.session.conversation_id
        menu = options_menu(
            self._window,
            self._look,
            help_pages=self._reading.open_list,
            delete=(lambda: self._shelf.delete(kept)) if kept is not None else None,
            erase=self._confirm_erase if self._history_works else None,
            shortcuts=self._on_shortcuts_requested,
            settings=self._on_settings_requested,
            about=lambda: self._settings.open("about"),
            name=self._pack.product.name,
        )
        menu.open_below(self._window.header.options)

    def _on_settings_requested(self) -> None:
        if self._sheet is None and not self._settings.is_open:
            self._reading.close()
            self._tell_settings()
            self._settings.open()

    def _on_model_requested(self) -> None:
        if self._sheet is None:
            self._reading.close()
            self._tell_settings()
            self._settings.open("model")

    def _on_shortcuts_requested(self) -> None:
        if self._sheet is None:
            self._present(ShortcutsSheet(self._look, shortcut_groups(), self._window))

    def _tell_settings(self) -> None:
        self._settings.show_offer(self._model.offer)

    def _on_model_wanted(self, command: Command) -> None:
        self._settings.close()
        self._model.command(command)

    def _confirm_erase(self) -> None:
        sheet = Confirm(
            self._look,
            self.tr("Erase all conversations?"),
            erase_words(0),
            self.tr("Erase"),
            self._window,
            final=True,
        )
        sheet.confirmed.connect(self._on_erase_confirmed)

        def counted(conversations: int) -> None:
            if isValid(sheet):
                sheet.say(erase_words(conversations))

        self._bridge.look(Operation(self._bridge.session.archive.count, counted))
        self._present(sheet, sheet.cancel)

    def _on_erase_confirmed(self) -> None:
        self._shelf.forget()
        self._composing.forget()
        self._handing_over.forget()
        self._bridge.erase_all()

    def _on_person_requested_anywhere(self) -> None:
        self._on_person_requested(len(self._talk.exchanges) - 1)

    def _on_person_requested(self, index: int) -> None:
        exchanges = self._talk.exchanges
        exchange = exchanges[index] if 0 <= index < len(exchanges) else Exchange("", None)
        message = self._handover.message(
            exchange.question, exchange.reply, self._bridge.session.messages, self._context
        )
        self._handing_over.open(message)

    def _present(self, sheet: Sheet, first: QWidget | None = None) -> None:
        if self._sheet is not None:
            self._sheet.dismiss()
        self._sheet = sheet
        sheet.closed.connect(self._on_sheet_closed)
        sheet.present(first)

    def _on_sheet_closed(self) -> None:
        self._sheet = None

    def _on_escaped(self) -> None:
        if self._sheet is not None:
            self._sheet.dismiss()
        elif self._shelf.escape():
            pass
        elif self._settings.is_open:
            self._settings.close()
        elif self._reading.is_open:
            self._reading.close()
        elif "finding" in self.__dict__ and self.finding.close():
            pass
        elif not self._window.conversation.escape():
            self._bridge.cancel()

    def _on_link_activated(self, url: str) -> None:
        if not self._reading.open_link(url):
            self._on_outward_link_requested(url)

    def _on_outward_link_requested(self, url: str) -> None:
        if self._pack.link_policy.fault(url) or self._open_url(url):
            return
        tell = self._reading.tell if self._reading.is_open else self._window.add_notice
        text = self.tr(
            "No program on this computer opened this link. Copy it and paste it into your browser: %1"
        )
        tell(filled(text, url), self.tr("Copy link"), lambda: self._copy(url))

    def _copy(self, text: str) -> None:
        copy_to_clipboard(text)
        announce(self._window, self.tr("Copied"))

    def _on_question_wanted(self, question: str) -> None:
        self._window.footer.composer.put_back(question)
        self._on_composer_requested()

    def _on_composer_requested(self) -> None:
        self._close_what_covers()
        self._window.focus_composer()

    def _close_what_covers(self) -> None:
        if self._sheet is not None:
            self._sheet.dismiss()
        self._reading.close()
        self._settings.close()
