"""Joins the conversation on the screen to the bridge: what is asked is shown, and what came of it.

Owns the exchanges that are on the screen, and what becomes of an answer that is replaced. Blocks on nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportbot.errors import QuestionError, SupportbotError
from supportbot.ui.announce import announce
from supportbot.ui.error_words import sentence_of
from supportbot.ui.judging import Judging
from supportbot.ui.parts import Exchange, OpenedConversation
from supportbot.ui.restoring import engine_code
from supportbot.ui.viewmodels import (
    LOST_MODEL,
    Answer,
    another_failed,
    answer_of,
    rejected,
    stopped,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.contracts import Reply
    from supportbot.product.pack import ProductPack
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.model_presenter import ModelPresenter
    from supportbot.ui.views.window import Window


class TalkPresenter(QObject):
    """Questions and answers.

    Args:
        window: Shows them.
        bridge: Has them answered.
        pack: The product pack.
        model: What is known of the model.
    """

    def __init__(
        self, window: Window, bridge: Bridge, pack: ProductPack, model: ModelPresenter
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._pack = pack
        self._model = model
        self._exchanges: list[Exchange] = []
        self._earlier: Exchange | None = None  # what is to be answered otherwise
        self._judging = Judging(window, bridge, self._exchanges)
        window.conversation.retry_requested.connect(self._on_retry_requested)
        window.conversation.revised.connect(lambda question: bridge.ask(question, again=True))
        bridge.asked.connect(self._on_asked)
        bridge.grew.connect(window.conversation.grow)
        bridge.replied.connect(self._on_replied)
        bridge.stopped.connect(self._on_stopped)
        bridge.held.connect(self._on_held)
        bridge.rejected.connect(self._on_rejected)
        bridge.model_loading.connect(self._on_model_loading)
        bridge.engine_stopped.connect(self._on_engine_stopped)

    @property
    def exchanges(self) -> Sequence[Exchange]:
        """What is on the screen, oldest first."""
        return self._exchanges

    def show(self, opened: OpenedConversation) -> None:
        """Have a conversation on the screen, or the greeting when it is empty.

        What was asked while it was being opened goes on in it: work is done in the order in which it was wanted.
        """
        asked = self._exchanges[-1:] if self._bridge.busy else []
        self._exchanges[:] = [*opened.exchanges, *asked]
        if self._exchanges:
            self._window.show_conversation()
        self._window.conversation.show_exchanges(
            len(opened.exchanges),
            ((one.question, self._answer_to(one)) for one in reversed(opened.exchanges)),
        )
        if (
            not self._exchanges
        ):  # what was there is hidden already, and need not be hidden with its page
            self._window.show_greeting()
        for exchange in asked:
            self._window.conversation.begin(exchange.question)

    def _on_asked(self, question: str, again: bool) -> None:
        self._earlier = None
        if again and self._exchanges:
            self._earlier = self._exchanges[-1]
            if question != self._earlier.question:
                self._exchanges[-1] = Exchange(question, None)
                self._window.conversation.revise(question)
            self._window.conversation.begin_again()
        else:
            self._exchanges.append(Exchange(question, None))
            self._window.conversation.begin(question)
        self._window.show_conversation()

    def _on_replied(self, reply: Reply) -> None:
        if not self._exchanges:
            return
        if reply.answer.strip() or not self._keep_earlier():
            self._exchanges[-1] = Exchange(self._exchanges[-1].question, reply)
            self._finish(self._answer(reply))
        code = engine_code(reply)
        if code in LOST_MODEL or code in ("not_installed", "cpu_unsupported"):
            self._model.told(wrote=False)
        elif code is None and reply.served_from == "model":
            self._model.told(wrote=True)
        if code == "not_installed":
            self._model.remind()
        elif code in LOST_MODEL:
            self._bridge.open_engine()

    def _on_stopped(self) -> None:
        if not self._keep_earlier():
            self._finish(stopped())

    def _keep_earlier(self) -> bool:
        """Show the answer that was to be replaced, if there was one to the same question."""
        earlier = self._earlier
        if earlier is None or earlier.reply is None or earlier != self._exchanges[-1]:
            return False
        answer = self._answer_to(earlier)
        if answer.markdown:
            self._finish(another_failed(answer))
        return bool(answer.markdown)

    def _on_held(self) -> None:
        self._window.conversation.set_status(self.tr("Checking…"))

    def _on_model_loading(self) -> None:
        self._window.conversation.set_status(self.tr("Starting the answer model…"))

    def _on_engine_stopped(self) -> None:
        self._window.conversation.set_status(
            self.tr("The answer model stopped. Starting it again…")
        )

    def _on_rejected(self, question: str, error: SupportbotError) -> None:
        earlier = self._earlier
        if earlier is not None and earlier.question == self._bridge.session.question != question:
            self._exchanges[-1] = earlier
            self._window.conversation.revise(earlier.question)
            self._window.conversation.finish(self._answer_to(earlier))
            self._window.add_notice(sentence_of(error))
        else:
            self._finish(rejected(error))
        if isinstance(error, QuestionError):
            self._window.footer.composer.put_back(question)

    def _on_retry_requested(self) -> None:
        if self._exchanges:
            self._bridge.ask(self._exchanges[-1].question, again=True)

    def _finish(self, answer: Answer) -> None:
        self._window.conversation.finish(answer)
        last = self._window.conversation.last
        said = [last.answer_text if last is not None and not answer.folded else ""]
        if answer.failure is not None:
            said += [answer.failure.message, answer.failure.remedy]
        if answer.person is not None:
            said.append(answer.person.title)
        announce(self._window, "\n".join(part for part in said if part))

    def _answer_to(self, exchange: Exchange) -> Answer:
        if exchange.reply is None:
            return stopped()
        verdict = exchange.verdict
        answer = self._answer(exchange.reply)
        return answer if verdict is None else replace(answer, helpful=verdict.helpful)

    def _answer(self, reply: Reply) -> Answer:
        return answer_of(
            reply,
            self._pack,
            remedy=self._bridge.remedy,
            model_problem=self._model.condition.problem,
        )
