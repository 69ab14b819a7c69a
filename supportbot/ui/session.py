"""One window's work with the core: its conversation, the engine and what is kept. Knows no Qt.

Every method may block and is called from one worker thread at a time; ``cancel``, ``warm`` and what only
reads the history may be called from others. History that cannot be opened or written never keeps a
question from being answered: it becomes a problem to be shown.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from supportbot.answering.pipeline import check_question
from supportbot.errors import NotInstalledError, SupportbotError
from supportbot.ui.restoring import messages_of, reply_from

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence

    from supportbot.answering.prompts import PromptRenderer
    from supportbot.contracts import Backend, EngineEvent, HostContext, Message, Reply
    from supportbot.history import ConversationSummary, HistoryStore
    from supportbot.product.pack import ProductPack


class Talk(Protocol):
    """What a session needs of ``answering.Conversation``."""

    @property
    def messages(self) -> Sequence[Message]:
        """The talk so far."""

    def ask(
        self,
        question: str,
        context: HostContext | None = None,
        on_event: Callable[[EngineEvent], None] | None = None,
        *,
        again: bool = False,
    ) -> Reply:
        """Answer; blocks. ``again`` replaces the reply to the last question."""

    def cancel(self) -> None:
        """Stop the answer that is being written."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A model that can be asked."""

    backend: Backend
    renderer: PromptRenderer


@dataclass(frozen=True, slots=True)
class Parts:
    """How a session gets its parts; the composition root fills it in.

    Attributes:
        open_history: Opens the conversations kept on this machine.
        open_engine: Finds and checks the model; raises ``NotInstalledError`` without one.
        make_talk: A conversation on the pack: engine, talk so far, conversation id.
        retention_days: Days after which conversations are deleted; 0 keeps them.
        context: What the host product knows.
    """

    open_history: Callable[[], HistoryStore]
    open_engine: Callable[[], Engine]
    make_talk: Callable[[Engine | None, Sequence[Message], str | None], Talk]
    retention_days: int = 0
    context: HostContext | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its reply, if there is one. ``answered_here`` is for what came while the window was open."""

    question: str
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class OpenedConversation:
    """A conversation to be shown. ``id`` is ``None`` for one that is not kept (yet)."""

    id: str | None = None
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelCondition:
    """Whether a model can be asked, and if not, why."""

    ready: bool
    problem: SupportbotError | None = None

    @property
    def absent(self) -> bool:
        """Whether it simply is not there, as opposed to broken."""
        return isinstance(self.problem, NotInstalledError)


class Session:
    """A pack, a conversation on it, and what is kept.

    Args:
        pack: The product pack.
        parts: Where the rest comes from.
    """

    def __init__(self, pack: ProductPack, parts: Parts) -> None:
        self.pack = pack
        self._parts = parts
        self._engine: Engine | None = None
        self._history: HistoryStore | None = None
        self._history_problem: SupportbotError | None = None
        self._talk: Talk | None = None
        self._conversation_id: str | None = None
        self._question_id: int | None = None  # of the last question, while it may be asked again

    # ------------------------------------------------------------------ opening

    def open_history(self) -> OpenedConversation:
        """Open what is kept and take up the last conversation of this pack.

        Raises:
            SupportbotError: It cannot be opened; the session works without.
        """
        try:
            history = self._parts.open_history()
            gone = history.apply_retention(self._parts.retention_days)
        except SupportbotError as err:
            self._history_problem = err
            raise
        self._history = history
        self._history_problem = None
        for conversation_id in gone:
            self._forget(conversation_id)
        latest = history.conversations()[:1]
        return self.open(latest[0].id) if latest else self.new()

    def open_engine(self) -> ModelCondition:
        """Find the model, check it, and begin to load it."""
        try:
            engine = self._parts.open_engine()
        except SupportbotError as err:
            return ModelCondition(ready=False, problem=err)
        self._engine = engine
        messages = tuple(self._talk.messages) if self._talk else ()
        self._talk = self._begin_talk(messages)
        self.warm()
        return ModelCondition(ready=True)

    def warm(self) -> None:
        """Have the model loaded before the question comes; returns at once."""
        engine = self._engine
        if engine is not None:
            engine.backend.warm(engine.renderer.render((), ""))

    # ------------------------------------------------------------------ the talk

    def new(self) -> OpenedConversation:
        """Begin a conversation; it is kept from its first question on."""
        self._conversation_id = None
        self._question_id = None
        self._talk = None
        return OpenedConversation()

    def open(self, conversation_id: str) -> OpenedConversation:
        """Take up a conversation that was kept."""
        history = self._open_history()
        kept = history.exchanges(conversation_id)
        self._conversation_id = conversation_id
        self._question_id = kept[-1].question_id if kept else None
        self._talk = self._begin_talk(messages_of(kept))
        shown = (
            Exchange(one.question, reply_from(one.reply) if one.reply else None) for one in kept
        )
        return OpenedConversation(conversation_id, tuple(shown))

    def ask(
        self,
        question: str,
        on_event: Callable[[EngineEvent], None],
        stop: threading.Event,
        *,
        again: bool = False,
    ) -> tuple[Reply | None, SupportbotError | None]:
        """Answer a question and keep both.

        Args:
            question: The customer's words.
            on_event: Gets the engine's events, on this thread.
            stop: Set when the customer does not want the answer any more, even before it began.
            again: The last question once more (Retry, Regenerate): it is kept already.

        Returns:
            The reply (``None`` when it was stopped before it began), and why it could not be kept, if so.

        Raises:
            QuestionError: It cannot be answered as it stands.
        """
        check_question(question)
        kept = again and self._question_id is not None
        problem = None if kept else self._keep_question(question)
        if self._talk is None:
            self._talk = self._begin_talk(())
        talk = self._talk

        def heard(event: EngineEvent) -> None:
            if stop.is_set():  # it was set before there was anything to cancel
                talk.cancel()
            on_event(event)

        if stop.is_set():
            return None, problem
        reply = talk.ask(question, self._parts.context, heard, again=again)
        if reply.answer.strip():  # a question without an answer keeps standing
            problem = self._keep_reply(reply, talk) or problem
        return reply, problem

    def cancel(self) -> None:
        """Stop the answer that is being written; from any thread."""
        talk = self._talk
        if talk is not None:
            talk.cancel()

    @property
    def messages(self) -> tuple[Message, ...]:
        """The talk so far."""
        return tuple(self._talk.messages) if self._talk else ()

    # ------------------------------------------------------------------ what is kept

    def conversations(self) -> list[ConversationSummary]:
        """What can be taken up, the one used last first; empty without a history."""
        return self._history.conversations() if self._history else []

    @property
    def conversation_id(self) -> str | None:
        """The conversation that is open, if it is kept."""
        return self._conversation_id

    def delete(self) -> OpenedConversation:
        """Delete the open conversation, words and saved states, and begin another."""
        conversation_id = self._conversation_id
        if conversation_id is not None:
            with contextlib.suppress(NotInstalledError):
                self._open_history().delete(conversation_id)
            self._forget(conversation_id)
        return self.new()

    def erase_all(self) -> OpenedConversation:
        """Delete every conversation, words and saved states."""
        self._open_history().erase_all()
        self._forget(None)
        return self.new()

    def close(self) -> None:
        """End the worker and close the files."""
        if self._engine is not None:
            self._engine.backend.close()
        if self._history is not None:
            self._history.close()

    # ------------------------------------------------------------------ inside

    def _begin_talk(self, messages: Sequence[Message]) -> Talk:
        return self._parts.make_talk(self._engine, messages, self._conversation_id)

    def _forget(self, conversation_id: str | None) -> None:
        if self._engine is not None:
            self._engine.backend.forget(conversation_id)

    def _open_history(self) -> HistoryStore:
        if self._history is None:
            raise self._history_problem or NotInstalledError(
                "There is no history.", "Restart the app."
            )
        return self._history

    def _keep_question(self, question: str) -> SupportbotError | None:
        self._question_id = None
        history = self._history
        if history is None:
            return None
        try:
            if self._conversation_id is None:
                self._conversation_id = history.start_conversation(self.pack.product.id)
                messages = tuple(self._talk.messages) if self._talk else ()
                self._talk = self._begin_talk(messages)
            self._question_id = history.add_question(self._conversation_id, question)
        except SupportbotError as err:
            return err
        return None

    def _keep_reply(self, reply: Reply, talk: Talk) -> SupportbotError | None:
        if self._history is None or self._conversation_id is None or self._question_id is None:
            return None
        last = talk.messages[-1] if talk.messages else None
        token_ids = last.token_ids if last is not None and last.role == "assistant" else ()
        try:
            self._history.add_reply(self._conversation_id, self._question_id, reply, token_ids)
        except SupportbotError as err:
            return err
        return None
