"""One window's work with the core: its conversation, the engine and what is kept. Knows no Qt.

Every method may block and is called from one worker thread at a time; ``cancel``, ``warm`` and what stands
under "what is kept, beside the talk" may be called from others. History that cannot be opened or written never keeps a
question from being answered: it becomes a problem to be shown. Whatever is deleted, the engine's saved
states of it go too, with or without a model, and even when the history could not be wiped at once.
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
    ModelFileError,
    NotInstalledError,
    SupportbotError,
)
from supportbot.ui.condition import InstallOffer, ModelCondition, unverified
from supportbot.ui.restoring import messages_of, reply_from
from supportbot.ui.unkept import Unkept

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from supportbot.answering.prompts import PromptRenderer
    from supportbot.contracts import Backend, EngineEvent, HostContext, Message, Reply
    from supportbot.history import (
        ExportFormat,
        Findings,
        HistoryStore,
        Place,
    )
    from supportbot.models.transfer import Transfer
    from supportbot.product.pack import ProductPack
    from supportbot.ui.condition import Verification


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
        forget_states: Deletes the engine's saved states of a conversation, or all, while no engine runs.
        transfer: The model's way onto this machine, from a file or, with ``None``, from where the pack says.
        offer: What that would take, given why there is no model; ``None`` when it cannot be.
        verification: Compares the bytes of a model that is too large to do so in passing; ``None`` when that is done.
        retention_days: Days after which conversations are deleted; 0 keeps them.
        context: What the host product knows.
        set_history_aside: Renames a damaged file of conversations, so that a new one can be begun.
    """

    open_history: Callable[[], HistoryStore]
    open_engine: Callable[[], Engine]
    make_talk: Callable[[Engine | None, Sequence[Message], str | None], Talk]
    forget_states: Callable[[str | None], None] = lambda _: None
    transfer: Callable[[Path | None], Transfer] | None = None
    offer: Callable[[SupportbotError], InstallOffer | None] = lambda _: None
    verification: Callable[[], Verification | None] = lambda: None
    retention_days: int = 0
    context: HostContext | None = None
    set_history_aside: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its reply, if there is one."""

    question: str
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class OpenedConversation:
    """A conversation to be shown.

    Attributes:
        id: ``None`` for one that is not kept (yet).
        exchanges: Oldest first.
        problem: Why what was deleted before it could not be wiped from the disk at once.
    """

    id: str | None = None
    exchanges: tuple[Exchange, ...] = ()
    problem: SupportbotError | None = None


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
        self._unkept: list[Unkept] = []  # of the open conversation, oldest first

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
        if self._unkept:
            self.keep_again()
            return replace(self.open(self._conversation_id or ""), problem=problem)
        latest = history.find(limit=1).found
        opened = self.open(latest[0].id) if latest else self.new()
        return replace(opened, problem=problem)

    def start_new_history(self) -> None:
        """Put a damaged history aside and begin a new one; the talk goes on, and what is not kept yet is kept there.

        Raises:
            SupportbotError: It could not be done; nothing is lost.
        """
        history, self._history = self._history, None
        if history is not None:
            history.close()
        self._parts.set_history_aside()
        self._conversation_id = None
        self._question_id = None
        for one in self._unkept:
            one.question_id = None
        self._history = self._parts.open_history()
        self._history_problem = None
        self.keep_again()

    def keep_again(self) -> None:
        """Write what could not be written when it was said.

        Raises:
            SupportbotError: It still cannot.
        """
        problem = self._keep()
        if problem is not None:
            raise problem

    def open_engine(self, *, verified: bool = False) -> ModelCondition:
        """Find the model, check it, and begin to load it; ``verified``: however long the check takes."""
        try:
            verification = None if verified else self._parts.verification()
            if verification is not None:
                return ModelCondition(ready=False, problem=unverified(), verification=verification)
            engine = self._parts.open_engine()
        except SupportbotError as err:
            if err.code == NO_GENERATOR:
                return ModelCondition(ready=False)
            lacking = isinstance(err, NotInstalledError | ModelFileError)
            offer = self._parts.offer(err) if lacking and self._parts.transfer else None
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

    def transfer(self, file: Path | None) -> Transfer:
        """The model's way onto this machine; once it ran, ``open_engine`` finds the model.

        Raises:
            NotInstalledError: There is none.
        """
        if self._parts.transfer is None:
            raise NotInstalledError("This model cannot be fetched here.", "Install the app again.")
        return self._parts.transfer(file)

    # ------------------------------------------------------------------ the talk

    def new(self) -> OpenedConversation:
        """Begin a conversation; it is kept from its first question on."""
        self._leave()
        self._begin_anew()
        return OpenedConversation()

    def open(self, conversation_id: str) -> OpenedConversation:
        """Take up a conversation that was kept."""
        history = self._open_history()
        self._leave()
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
        problem = None if kept else self._keep_question(question, again=again)
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
            problem = self._keep_reply(question, reply, talk)
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

    # ------------------------------------------------------------------ erasing what is open

    def leave_and_delete(self, conversation_id: str) -> OpenedConversation | None:
        """Delete a conversation as ``delete`` does; begin another if that one is open.

        Raises:
            SupportbotError: It could not be deleted, and stays open.
        """
        self.delete(conversation_id)
        if conversation_id == self._conversation_id:
            self._unkept.clear()
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
        self._unkept.clear()
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

    def _open_history(self) -> HistoryStore:
        if self._history is None:
            raise self._history_problem or NotInstalledError(
                "There is no history.", "Restart the app."
            )
        return self._history

    def _begin_anew(self) -> None:
        self._conversation_id = None
        self._question_id = None
        self._talk = None

    def _leave(self) -> None:
        """Leave the open conversation: what could not be written of it is tried once more."""
        self._keep()
        self._unkept.clear()

    def _keep_question(self, question: str, *, again: bool) -> SupportbotError | None:
        self._question_id = None
        if not (again and self._unkept and self._unkept[-1].question == question):
            self._unkept.append(Unkept(question))
        return self._keep()

    def _keep_reply(self, question: str, reply: Reply, talk: Talk) -> SupportbotError | None:
        last = talk.messages[-1] if talk.messages else None
        token_ids = last.token_ids if last is not None and last.role == "assistant" else ()
        if not self._unkept:
            self._unkept.append(Unkept(question, self._question_id))
        self._unkept[-1].reply = reply
        self._unkept[-1].token_ids = token_ids
        return self._keep()

    def _keep(self) -> SupportbotError | None:
        """Write what is not written; why that failed, if so. Without a history it waits for one."""
        history = self._history
        if history is None:
            return None
        try:
            while self._unkept:
                self._write(history, self._unkept[0])
                del self._unkept[0]
        except SupportbotError as err:
            return err
        return None

    def _write(self, history: HistoryStore, one: Unkept) -> None:
        if one.question_id is None:
            one.question_id = self._add_question(history, one.question)
        self._question_id = one.question_id
        if one.reply is None or self._conversation_id is None:
            return
        try:
            history.add_reply(self._conversation_id, one.question_id, one.reply, one.token_ids)
        except NotInstalledError:  # erased elsewhere while it was answered
            self._forget(self._conversation_id)
            self._begin_anew()

    def _add_question(self, history: HistoryStore, question: str) -> int:
        if self._conversation_id is not None:
            try:
                return history.add_question(self._conversation_id, question)
            except (
                NotInstalledError
            ):  # erased by another window or command: nothing of it may live on
                self._forget(self._conversation_id)
                self._begin_anew()
        self._conversation_id = history.start_conversation(self.pack.product.id)
        self._talk = self._begin_talk(self.messages)
        return history.add_question(self._conversation_id, question)
