"""One window's work with the core: its conversation, the engine and what is kept. Knows no Qt.

Every method may block and is called from one worker thread at a time; ``cancel``, ``warm`` and what stands
under "what is kept, beside the talk" may be called from others. History that cannot be opened or written never keeps a
question from being answered: it becomes a problem to be shown. Whatever is deleted, the engine's saved
states of it go too, with or without a model, and even when the history could not be wiped at once.

It is long because a conversation, its engine and what is kept of it must change together.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from supportbot.answering.pipeline import check_question
from supportbot.contracts import NO_GENERATOR
from supportbot.errors import (
    DatabaseLockedError,
    DiskFullError,
    NotInstalledError,
    QuestionError,
    SupportbotError,
)
from supportbot.ui.restoring import messages_of, reply_from

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence

    from supportbot.answering.prompts import PromptRenderer
    from supportbot.contracts import Backend, EngineEvent, HostContext, Message, Reply
    from supportbot.history import (
        ExportFormat,
        Findings,
        HistoryStore,
        Place,
        Verdict,
    )
    from supportbot.models.states import ModelProgress
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
class InstallOffer:
    """A model that can be put on this machine, and how large it is."""

    size_bytes: int


@dataclass(frozen=True, slots=True)
class Parts:
    """How a session gets its parts; the composition root fills it in.

    Attributes:
        open_history: Opens the conversations kept on this machine.
        open_engine: Finds and checks the model; raises ``NotInstalledError`` without one.
        make_talk: A conversation on the pack: engine, talk so far, conversation id.
        forget_states: Deletes the engine's saved states of a conversation, or all, while no engine runs.
        install: Puts the model on this machine; told how far it is, stopped by an event.
        offer: What would be installed; ``None`` when it cannot be.
        retention_days: Days after which conversations are deleted; 0 keeps them.
        context: What the host product knows.
    """

    open_history: Callable[[], HistoryStore]
    open_engine: Callable[[], Engine]
    make_talk: Callable[[Engine | None, Sequence[Message], str | None], Talk]
    forget_states: Callable[[str | None], None] = lambda _: None
    install: Callable[[Callable[[ModelProgress], None], threading.Event], None] | None = None
    offer: Callable[[], InstallOffer | None] = lambda: None
    retention_days: int = 0
    context: HostContext | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, its reply and what the customer said of that, as far as there is one."""

    question: str
    reply: Reply | None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class OpenedConversation:
    """A conversation to be shown.

    Attributes:
        id: ``None`` for one that is not kept (yet).
        exchanges: Oldest first.
        problem: Why what was deleted before it could not be wiped from the disk at once.
        draft: What was typed in it and not sent.
    """

    id: str | None = None
    exchanges: tuple[Exchange, ...] = ()
    problem: SupportbotError | None = None
    draft: str = ""


@dataclass(frozen=True, slots=True)
class ModelCondition:
    """Whether a model can be asked, and if not, why; a pack without a generator has no ``problem``."""

    ready: bool
    problem: SupportbotError | None = None
    offer: InstallOffer | None = None

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
        self._question = ""  # its words
        self._answered = False  # whether the talk has an answer to it

    # ------------------------------------------------------------------ opening

    def open_history(self) -> OpenedConversation:
        """Open what is kept and take up the last conversation of this pack.

        What was deleted when the window was closed or killed before is erased now.

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
        problem = self.finish_deletions()
        latest = history.find(limit=1).found
        opened = self.open(latest[0].id) if latest else self.new()
        return replace(opened, problem=problem)

    def open_engine(self) -> ModelCondition:
        """Find the model, check it, and begin to load it."""
        try:
            engine = self._parts.open_engine()
        except SupportbotError as err:
            if err.code == NO_GENERATOR:
                return ModelCondition(ready=False)
            absent = isinstance(err, NotInstalledError)
            offer = self._parts.offer() if absent and self._parts.install else None
            return ModelCondition(ready=False, problem=err, offer=offer)
        if self._engine is not None:
            self._engine.backend.close()
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

    def install(self, progress: Callable[[ModelProgress], None], cancel: threading.Event) -> None:
        """Put the model on this machine, on any thread; ``open_engine`` then finds it, or not if cancelled.

        Raises:
            SupportbotError: It could not be installed.
        """
        if self._parts.install is not None:
            self._parts.install(progress, cancel)

    # ------------------------------------------------------------------ the talk

    def new(self) -> OpenedConversation:
        """Begin a conversation; it is kept from its first question on."""
        self._conversation_id = None
        self._question_id = None
        self._question, self._answered = "", False
        self._talk = None
        return OpenedConversation(draft=self._draft(None))

    def open(self, conversation_id: str) -> OpenedConversation:
        """Take up a conversation that was kept."""
        history = self._open_history()
        kept = history.exchanges(conversation_id)
        self._conversation_id = conversation_id
        self._question_id = kept[-1].question_id if kept else None
        self._question = kept[-1].question if kept else ""
        self._answered = bool(messages_of(kept[-1:]))
        self._talk = self._begin_talk(messages_of(kept))
        shown = (
            Exchange(one.question, reply_from(one.reply) if one.reply else None, one.verdict)
            for one in kept
        )
        draft = self._draft(conversation_id)
        return OpenedConversation(conversation_id, tuple(shown), draft=draft)

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
            again: The last question once more (Retry, Regenerate), or in other words: it is kept already,
                and another answer takes the place of the one it has.

        Returns:
            The reply (``None`` when it was stopped before it began), and why it could not be kept, if so.

        Raises:
            QuestionError: It cannot be answered as it stands.
        """
        try:
            check_question(question)
        except QuestionError:
            if not again:  # it stands there, but is not kept
                self._question_id, self._question, self._answered = None, question, False
            raise
        replaces = again and question == self._question and self._answered
        problem = self._revise(question) if again else self._keep_question(question)
        if self._talk is None:
            self._talk = self._begin_talk(())
        talk, before = self._talk, self.messages

        def heard(event: EngineEvent) -> None:
            if stop.is_set():  # it was set before there was anything to cancel
                talk.cancel()
            on_event(event)

        if stop.is_set():
            return None, problem
        reply = talk.ask(question, self._parts.context, heard, again=replaces)
        if reply.answer.strip():  # a question without an answer keeps standing
            self._answered = True
            problem = self._keep_reply(reply, talk) or problem
        elif replaces:  # and one that has an answer keeps that
            self._talk = self._begin_talk(before)
        return reply, problem

    def cancel(self) -> None:
        """Stop the answer that is being written; from any thread."""
        talk = self._talk
        if talk is not None:
            talk.cancel()

    @property
    def question(self) -> str:
        """The last question, as it is kept or would be; empty without one."""
        return self._question

    @property
    def messages(self) -> tuple[Message, ...]:
        """The talk so far."""
        return tuple(self._talk.messages) if self._talk else ()

    # ------------------------------------------------------------------ erasing what is open

    def leave_and_delete(self, conversation_id: str) -> OpenedConversation | None:
        """Delete a conversation as ``delete`` does; begin another if that one is open.

        Raises:
            SupportbotError: It could not be deleted, and stays open.
        """
        self.delete(conversation_id)
        return self.new() if conversation_id == self._conversation_id else None

    def erase_all(self) -> OpenedConversation:
        """Delete every conversation for good, words and saved states.

        Raises:
            SupportbotError: They could not be deleted.
        """
        history = self._open_history()
        problem: SupportbotError | None = None
        try:
            history.erase_all()
        except (DatabaseLockedError, DiskFullError) as err:
            if history.conversations():
                raise
            problem = err
        finally:
            self._forget(None)
        return replace(self.new(), problem=problem)

    # ------------------------------------------------------------------ what is kept, beside the talk

    @property
    def conversation_id(self) -> str | None:
        """The conversation that is open, if it is kept."""
        return self._conversation_id

    def find(self, needle: str, place: Place | None) -> Findings:
        """Conversations in which a needle stands, or all of them, page by page.

        Raises:
            SupportbotError: There is no history, and why.
        """
        return self._open_history().find(needle, place)

    def rename(self, conversation_id: str, title: str) -> str:
        """Give a conversation another title; returns what it is called now.

        Raises:
            SupportbotError: It has its old title still.
        """
        return self._open_history().rename(conversation_id, title)

    def delete(self, conversation_id: str) -> None:
        """Hide a conversation until ``finish_deletions``; its saved states go at once.

        Raises:
            SupportbotError: It is still there.
        """
        try:
            with contextlib.suppress(NotInstalledError):  # another window was faster
                self._open_history().hide(conversation_id)
        finally:
            self._forget(conversation_id)

    def restore(self, conversation_ids: Sequence[str]) -> list[str]:
        """Bring deleted conversations back; returns those that were still there.

        Raises:
            SupportbotError: They could not be brought back.
        """
        return self._open_history().restore(conversation_ids)

    def finish_deletions(
        self, conversation_ids: Sequence[str] | None = None
    ) -> SupportbotError | None:
        """Erase what was deleted, or all that no other window may bring back; why that waits, if so."""
        if self._history is None:
            return None
        try:
            gone = self._history.finish_deletions(conversation_ids)
        except SupportbotError as err:
            return err
        for conversation_id in gone:
            self._forget(conversation_id)
        return None

    def export(self, conversation_id: str | None, fmt: ExportFormat) -> str:
        """A conversation, or all of them, as a text.

        Raises:
            SupportbotError: It could not be read.
        """
        return self._open_history().export(conversation_id, fmt)

    def judge(self, conversation_id: str, reply_id: str, verdict: Verdict | None) -> None:
        """Keep what the customer said of an answer; ``None`` takes it back.

        Raises:
            SupportbotError: It was not kept.
        """
        self._open_history().judge(conversation_id, reply_id, verdict)

    def keep_draft(self, conversation_id: str | None, text: str) -> None:
        """Keep what was typed and not sent; ``None`` is the conversation without a question yet.

        Raises:
            SupportbotError: It was not kept.
        """
        self._open_history().put_draft(conversation_id, text)

    def close(self) -> None:
        """Erase what was deleted, end the worker and close the files."""
        self.finish_deletions()
        if self._engine is not None:
            self._engine.backend.close()
        history, self._history = self._history, None
        if history is not None:
            history.close()

    # ------------------------------------------------------------------ inside

    def _begin_talk(self, messages: Sequence[Message]) -> Talk:
        return self._parts.make_talk(self._engine, messages, self._conversation_id)

    def _forget(self, conversation_id: str | None) -> None:
        if self._engine is not None:
            self._engine.backend.forget(conversation_id)
        else:
            self._parts.forget_states(conversation_id)

    def _draft(self, conversation_id: str | None) -> str:
        if self._history is not None:
            with contextlib.suppress(SupportbotError):
                return self._history.draft(conversation_id)
        return ""

    def _open_history(self) -> HistoryStore:
        if self._history is None:
            raise self._history_problem or NotInstalledError(
                "There is no history.", "Restart the app."
            )
        return self._history

    def _revise(self, question: str) -> SupportbotError | None:
        """The last question again; in other words, the earlier ones and their answer go."""
        answered = self._answered
        if question == self._question:
            if self._question_id is not None or self._history is None:
                return None
            problem = self._keep_question(question)
            self._answered = answered
            return problem
        if answered:
            self._talk = self._begin_talk(self.messages[:-2])
        self._question, self._answered = question, False
        if self._history is None or self._conversation_id is None or self._question_id is None:
            return self._keep_question(question)
        try:
            self._history.revise_question(self._conversation_id, self._question_id, question)
        except NotInstalledError:  # erased elsewhere
            return self._keep_question(question)
        except SupportbotError as err:
            self._question_id = None  # what is kept is not what is asked
            return err
        return None

    def _keep_question(self, question: str) -> SupportbotError | None:
        self._question_id = None
        problem: SupportbotError | None = None
        if self._history is not None:
            try:
                self._question_id = self._add_question(self._history, question)
            except SupportbotError as err:
                problem = err
        self._question, self._answered = question, False
        return problem

    def _add_question(self, history: HistoryStore, question: str) -> int:
        if self._conversation_id is not None:
            try:
                return history.add_question(self._conversation_id, question)
            except (
                NotInstalledError
            ):  # erased by another window or command: nothing of it may live on
                self._forget(self._conversation_id)
                self.new()
        self._conversation_id = history.start_conversation(self.pack.product.id)
        self._talk = self._begin_talk(self.messages)
        return history.add_question(self._conversation_id, question)

    def _keep_reply(self, reply: Reply, talk: Talk) -> SupportbotError | None:
        if self._history is None or self._conversation_id is None or self._question_id is None:
            return None
        last = talk.messages[-1] if talk.messages else None
        token_ids = last.token_ids if last is not None and last.role == "assistant" else ()
        try:
            self._history.add_reply(self._conversation_id, self._question_id, reply, token_ids)
        except NotInstalledError:  # erased elsewhere while it was answered
            self._forget(self._conversation_id)
            self.new()
        except SupportbotError as err:
            return err
        return None
