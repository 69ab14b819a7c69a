"""Joins the window to the bridge: what the customer does becomes work, what happened becomes words.

Owns the exchanges that are on the screen and the few decisions between them. Blocks on nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from supportbot import __version__
from supportbot.errors import QuestionError, SupportbotError
from supportbot.models.states import ModelProgress, ModelState
from supportbot.ui.announce import announce
from supportbot.ui.drawer_presenter import DrawerPresenter
from supportbot.ui.handoff import Handover, Outcome
from supportbot.ui.operations import Operation
from supportbot.ui.reading import Reading
from supportbot.ui.restoring import engine_code
from supportbot.ui.session import Exchange, ModelCondition, OpenedConversation
from supportbot.ui.viewmodels import Answer, answer_of, rejected, stopped
from supportbot.ui.views.handoff_sheet import HandoffSheet, choose_file
from supportbot.ui.views.menus import options_menu
from supportbot.ui.views.sheet import Confirm, Sheet, Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from supportbot.contracts import HostContext, Reply
    from supportbot.handoff import HandoffMessage
    from supportbot.product.pack import ProductPack
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.look import Choice, Look
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
        context: What the host product knows, for the handoff.
        open_url: Opens links; a test's own in tests.
        choose: Asks where to save.

    Signals:
        look_chosen: The customer chose a theme or a text size.
    """

    look_chosen = Signal()

    def __init__(
        self,
        window: Window,
        bridge: Bridge,
        look: Look,
        pack: ProductPack,
        *,
        context: HostContext | None = None,
        open_url: Callable[[str], bool] = open_in_system,
        choose: Callable[[QWidget, str], Path | None] = choose_file,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._look = look
        self._pack = pack
        self._context = context
        self._open_url = open_url
        self._choose = choose
        self._handover = Handover(pack, open_url, copy_to_clipboard)
        self._exchanges: list[Exchange] = []
        self._model = ModelCondition(ready=False)
        self._sheet: Sheet | None = None
        self._history_works = False
        self._reading = Reading(window, look, pack, bridge.run)
        self._shelf = DrawerPresenter(window, bridge, look, choose)
        self._connect_window()
        self._connect_bridge()
        self._connect_reading()

    @property
    def reading(self) -> Reading:
        """The help pages."""
        return self._reading

    @property
    def drawer(self) -> DrawerPresenter:
        """What is behind the drawer."""
        return self._shelf

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open."""
        return self._sheet

    def _connect_window(self) -> None:
        window, bridge = self._window, self._bridge
        window.find_requested.connect(self._on_find_requested)
        self._shelf.erase_requested.connect(self._confirm_erase)
        self._shelf.talk_requested.connect(self._reading.close)
        window.header.options_requested.connect(self._on_options_requested)
        window.greeting.question_chosen.connect(bridge.ask)
        window.model_card.check_requested.connect(bridge.open_engine)
        window.model_card.install_requested.connect(self._on_install_requested)
        window.model_card.cancel_requested.connect(bridge.cancel_install)
        window.conversation.link_activated.connect(self._on_link_activated)
        window.conversation.person_requested.connect(self._on_person_requested)
        window.conversation.retry_requested.connect(self._on_retry_requested)
        window.conversation.copied.connect(copy_to_clipboard)
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
        bridge.asked.connect(self._on_asked)
        bridge.grew.connect(self._window.conversation.grow)
        bridge.replied.connect(self._on_replied)
        bridge.stopped.connect(lambda: self._finish(stopped()))
        bridge.rejected.connect(self._on_rejected)
        bridge.busy_changed.connect(lambda busy: self._window.footer.set_busy(busy=busy))
        bridge.model_changed.connect(self._on_model_changed)
        bridge.model_loading.connect(self._on_model_loading)
        bridge.model_noticed.connect(lambda text: self._window.add_notice(text))
        bridge.engine_stopped.connect(self._on_engine_stopped)
        bridge.history_failed.connect(self._on_history_failed)
        bridge.erased.connect(self._on_erased)
        bridge.deleting_failed.connect(self._on_deleting_failed)
        bridge.install_progressed.connect(self._window.model_card.follow)
        bridge.install_failed.connect(self._window.model_card.fail)

    def _connect_reading(self) -> None:
        self._reading.link_requested.connect(self._on_outward_link_requested)
        self._reading.person_requested.connect(self._on_person_requested_anywhere)
        self._reading.question_wanted.connect(self._on_question_wanted)

    # ------------------------------------------------------------------ questions and answers

    def _on_opened(self, opened: OpenedConversation) -> None:
        self._history_works = True
        self._exchanges = list(opened.exchanges)
        self._window.conversation.show_exchanges(
            (one.question, self._answer(one.reply) if one.reply else stopped())
            for one in opened.exchanges
        )
        if opened.exchanges:
            self._window.show_conversation()
        else:
            self._window.show_greeting()
        if opened.problem is not None:
            text = self.tr("Deleted. Its last traces are wiped from the disk a little later. %1")
            self._window.add_notice(text.replace("%1", str(opened.problem)))
        elsewhere = self._reading.is_open or self._window.drawer.holds_focus
        if self._sheet is None and not elsewhere:
            self._window.focus_composer()

    def _on_find_requested(self) -> None:
        if self._sheet is not None:
            return
        if self._reading.is_open:
            self._reading.open_list()
        else:
            self._shelf.open()

    def _on_new_requested(self) -> None:
        self._reading.close()
        self._bridge.new_conversation()

    def _on_asked(self, question: str, again: bool) -> None:
        if again and self._exchanges:
            self._window.conversation.begin_again()
        else:
            self._exchanges.append(Exchange(question, None))
            self._window.conversation.begin(question)
        self._window.show_conversation()

    def _on_replied(self, reply: Reply) -> None:
        if not self._exchanges:
            return
        self._exchanges[-1] = Exchange(self._exchanges[-1].question, reply)
        self._finish(self._answer(reply))
        if engine_code(reply) == "not_installed" and self._model.absent:
            self._window.model_card.show()

    def _on_rejected(self, question: str, error: SupportbotError) -> None:
        self._finish(rejected(error))
        if isinstance(error, QuestionError):
            self._window.footer.composer.put_back(question)

    def _finish(self, answer: Answer) -> None:
        self._window.conversation.finish(answer)
        last = self._window.conversation.last
        said = [last.answer_text if last is not None else ""]
        if answer.failure is not None:
            said += [answer.failure.message, answer.failure.remedy]
        if answer.person is not None:
            said.append(answer.person.title)
        announce(self._window, "\n".join(part for part in said if part))

    def _on_retry_requested(self) -> None:
        if self._exchanges:
            self._bridge.ask(self._exchanges[-1].question, again=True)

    def _answer(self, reply: Reply) -> Answer:
        return answer_of(
            reply, self._pack, remedy=self._bridge.remedy, model_problem=self._model.problem
        )

    # ------------------------------------------------------------------ the model and the history

    def _on_model_changed(self, model: ModelCondition) -> None:
        self._model = model
        card = self._window.model_card
        if model.absent:
            card.offer(model.offer.size_bytes if model.offer else None)
        else:
            card.hide()
        if model.problem is not None and not model.absent:
            self._window.add_notice(
                str(model.problem), self.tr("Check again"), self._on_check_requested
            )

    def _on_install_requested(self) -> None:
        self._window.model_card.follow(ModelProgress(ModelState.DOWNLOADING))
        self._bridge.install_model()

    def _on_check_requested(self) -> None:
        self._window.clear_notices()
        self._bridge.open_engine()

    def _on_model_loading(self) -> None:
        self._window.conversation.set_status(self.tr("Starting the answer model…"))

    def _on_engine_stopped(self) -> None:
        self._window.conversation.set_status(
            self.tr("The answer model stopped. Starting it again…")
        )

    def _on_history_failed(self, error: SupportbotError) -> None:
        text = self.tr("Conversations are not kept right now. %1").replace("%1", str(error))
        if self._history_works:
            self._window.add_notice(text)
            return
        self._window.add_notice(text, self.tr("Try again"), self._on_history_wanted)

    def _on_deleting_failed(self, error: SupportbotError) -> None:
        self._window.add_notice(self.tr("Nothing was deleted. %1").replace("%1", str(error)))

    def _on_erased(self) -> None:
        announce(self._window, self.tr("All conversations are erased."))

    def _on_history_wanted(self) -> None:
        self._window.clear_notices()
        self._bridge.open_history()

    # ------------------------------------------------------------------ menus and sheets

    def _on_options_requested(self) -> None:
        kept = self._bridge.session.conversation_id
        menu = options_menu(
            self._window,
            self._look,
            help_pages=self._reading.open_list,
            choose_theme=self._choose_theme,
            choose_scale=self._choose_scale,
            delete=(lambda: self._shelf.delete(kept)) if kept is not None else None,
            erase=self._confirm_erase if self._history_works else None,
            about=self._show_about,
            name=self._pack.product.name,
        )
        menu.open_below(self._window.header.options)

    def _choose_theme(self, choice: Choice) -> None:
        self._look.set_choice(choice)
        self.look_chosen.emit()

    def _choose_scale(self, scale: float) -> None:
        self._look.set_text_scale(scale)
        self.look_chosen.emit()

    def _confirm_erase(self) -> None:
        text = self.tr(
            "All conversations are erased from this computer, with every trace. This cannot be undone."
        )
        sheet = Confirm(
            self._look, self.tr("Erase all conversations?"), text, self.tr("Erase"), self._window
        )
        sheet.confirmed.connect(self._on_erase_confirmed)
        self._present(sheet, sheet.cancel)

    def _on_erase_confirmed(self) -> None:
        self._shelf.forget()
        self._bridge.erase_all()

    def _show_about(self) -> None:
        product = self._pack.product
        lines = (
            product.about,
            self.tr("Pack %1, program %2")
            .replace("%1", product.version)
            .replace("%2", __version__),
        )
        self._present(Words(self._look, product.name, lines, self._window))

    def _on_person_requested_anywhere(self) -> None:
        self._on_person_requested(len(self._exchanges) - 1)

    def _on_person_requested(self, index: int) -> None:
        exchange = (
            self._exchanges[index] if 0 <= index < len(self._exchanges) else Exchange("", None)
        )
        message = self._handover.message(
            exchange.question, exchange.reply, self._bridge.session.messages, self._context
        )
        self._show_handoff(message)

    def _show_handoff(self, message: HandoffMessage) -> None:
        sheet = HandoffSheet(self._look, self._handover, message, self._window, self._choose)

        def save(edited: HandoffMessage, path: Path) -> None:
            def said(outcome: Outcome) -> None:
                if self._sheet is sheet:
                    sheet.tell(outcome)

            self._bridge.run(Operation(lambda: self._handover.save(edited, path), said))

        sheet.save_requested.connect(save)
        self._present(sheet, sheet.body)

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
        elif self._reading.is_open:
            self._reading.close()
        else:
            self._bridge.cancel()

    def _on_link_activated(self, url: str) -> None:
        if not self._reading.open_link(url):
            self._on_outward_link_requested(url)

    def _on_outward_link_requested(self, url: str) -> None:
        if self._pack.link_policy.fault(url) or self._open_url(url):
            return
        tell = self._reading.tell if self._reading.is_open else self._window.add_notice
        tell(self.tr("This could not be opened: %1").replace("%1", url))

    def _on_question_wanted(self, question: str) -> None:
        self._window.footer.composer.put_back(question)
        self._on_composer_requested()

    def _on_composer_requested(self) -> None:
        self._reading.close()
        self._window.focus_composer()
