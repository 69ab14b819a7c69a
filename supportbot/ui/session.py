"""One window's work with the core: the conversation that is open, its engine, and what of it waits to be kept. Knows no Qt.

Every method may block and is called from one worker thread at a time; ``cancel``, ``warm`` and the quick properties may
be called from others. History that cannot be opened or written never keeps a question from being answered: it becomes a
problem to be shown. What is kept beside the open conversation is ``archive``'s.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from supportbot.answering.pipeline import check_question
from supportbot.contracts import NO_GENERATOR
from supportbot.errors import ModelFileError, NotInstalledError, QuestionError, SupportbotError
from supportbot.ui.archive import Archive
from supportbot.ui.condition import ModelCondition, unverified
from supportbot.ui.keeping import Asked, Keeping
from supportbot.ui.parts import Exchange, OpenedConversation
from supportbot.ui.restoring import messages_of, reply_from

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from supportbot.contracts import EngineEvent, Message, Reply
    from supportbot.models.transfer import Transfer
    from supportbot.product.pack import ProductPack
    from supportbot.ui.parts import Engine, Parts, Talk


class Session:
    """A pack, a conversation on it, and what is kept.

    Args:
        pack: The product pack.
        parts: Where the rest comes from.

    Attributes:
        archive: The conversations that are kept.
    """

    def __init__(self, pack: ProductPack, parts: Parts) -> None:
        self.pack = pack
        self._parts = parts
        self._engine: Engine | None = None
        self.archive = Archive(parts, self._forget)
        self._talk: Talk | None = None
        self._kept = Keeping(pack.product.id)
        self._left: list[Keeping] = []  # with what waits of them
        self._answered = False  # whether the talk has an answer to the last question

    # ------------------------------------------------------------------ opening

    def open_history(self) -> OpenedConversation:
        """Open what is kept and take up the last conversation of this pack.

        What was deleted when the window was closed or killed before is erased now.

        Raises:
            SupportbotError: It cannot be opened; the session works without.
        """
        history = self.archive.open()
        problem = self.archive.finish_deletions()
        if self._kept.waits:
            self.keep_again()
            if self._kept.id is not None:
                return replace(self.open(self._kept.id), problem=problem)
        latest = history.find(limit=1).found
        opened = self.open(latest[0].id) if latest else self.new()
        return replace(opened, problem=problem)

    def start_new_history(self) -> None:
        """Put a damaged history aside and begin a new one; the talk goes on, and what is not kept yet is kept there.

        Raises:
            SupportbotError: It could not be done; nothing is lost.
        """
        self.archive.set_aside()
        for one in (self._kept, *self._left):
            one.begin_anew()
        self.archive.begin_anew()
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

    def prepare(self, typed: str) -> None:
        """Have the question evaluated while it is typed; returns at once."""
        (self._talk or self._begin_talk(())).prepare(typed)

    def transfer(self, file: Path | None) -> Transfer:
        """The model's way onto this machine; once it ran, ``open_engine`` finds the model.

        Raises:
            NotInstalledError: There is none.
        """
        if self._parts.transfer is None:
            raise NotInstalledError(
                "This model cannot be fetched here.", "Install the app again.", code="no_source"
            )
        return self._parts.transfer(file)

    # ------------------------------------------------------------------ the talk

    def new(self) -> OpenedConversation:
        """Begin a conversation; it is kept from its first question on."""
        self._keep()
        self._leave()
        self._kept = Keeping(self.pack.product.id)
        self._talk, self._answered = None, False
        archive = self.archive
        return OpenedConversation(draft=archive.draft(None), letters=archive.letters(None))

    def open(self, conversation_id: str) -> OpenedConversation:
        """Take up a conversation that was kept."""
        history = self.archive.opened()
        self._keep()
        kept = history.exchanges(conversation_id)
        self._leave()
        self._kept = self._take_up(conversation_id)
        if kept and self._kept.last is None:
            self._kept.last = Asked(kept[-1].question, kept[-1].question_id)
        kept = self._kept.joined(kept)
        self._talk = self._begin_talk(messages_of(kept))
        self._answered = bool(messages_of(kept[-1:]))
        shown = (
            Exchange(one.question, reply_from(one.reply) if one.reply else None, one.verdict)
            for one in kept
        )
        return OpenedConversation(
            conversation_id,
            tuple(shown),
            draft=self.archive.draft(conversation_id),
            letters=self.archive.letters(conversation_id),
        )

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
                self._kept.last, self._answered = Asked(question), False
            raise
        self._note(question, again=again)
        problem = self._keep()
        if self._talk is None:
            self._talk = self._begin_talk(())
        talk, before, replaces = self._talk, self.messages, self._answered

        def heard(event: EngineEvent) -> None:
            if stop.is_set():  # it was set before there was anything to cancel
                talk.cancel()
            on_event(event)

        if stop.is_set():
            return None, problem
        reply = talk.ask(question, self._parts.context, heard, again=replaces)
        if reply.answer.strip():  # a question without an answer keeps standing
            self._answered = True
            last = talk.messages[-1] if talk.messages else None
            token_ids = last.token_ids if last is not None and last.role == "assistant" else ()
            self._kept.answer(reply, token_ids)
            problem = self._keep()
        elif replaces:  # and one that has an answer keeps that
            self._talk = self._begin_talk(before)
        return reply, problem

    def cancel(self) -> None:
        """Stop the answer that is being written; from any thread."""
        talk = self._talk
        if talk is not None:
            talk.cancel()

    @property
    def conversation_id(self) -> str | None:
        """The conversation that is open, if it is kept."""
        return self._kept.id

    @property
    def question(self) -> str:
        """The last question, as it is kept or would be; empty without one."""
        return self._kept.last.question if self._kept.last is not None else ""

    @property
    def messages(self) -> tuple[Message, ...]:
        """The talk so far."""
        return tuple(self._talk.messages) if self._talk else ()

    # ------------------------------------------------------------------ erasing what is open

    def leave_and_delete(self, conversation_id: str) -> OpenedConversation | None:
        """Delete a conversation as ``Archive.delete`` does; begin another if that one is open.

        Raises:
            SupportbotError: It could not be deleted, and stays open.
        """
        self.archive.delete(conversation_id)
        if conversation_id != self._kept.id:
            return None
        self._kept.drop()
        return self.new()

    def erase_all(self) -> OpenedConversation:
        """Delete every conversation for good, words and saved states.

        Raises:
            SupportbotError: They could not be deleted.
        """
        problem = self.archive.erase_all()
        self._left.clear()
        self._kept.drop()
        return replace(self.new(), problem=problem)

    def close(self) -> None:
        """Write what waits, erase what was deleted, end the worker and close the files."""
        self._keep()
        self.archive.finish_deletions()
        if self._engine is not None:
            self._engine.backend.close()
        self.archive.close()

    # ------------------------------------------------------------------ inside

    def _begin_talk(self, messages: Sequence[Message]) -> Talk:
        return self._parts.make_talk(self._engine, messages, self._kept.id)

    def _forget(self, conversation_id: str | None) -> None:
        if self._engine is not None:
            self._engine.backend.forget(conversation_id)
        else:
            self._parts.forget_states(conversation_id)

    def _note(self, question: str, *, again: bool) -> None:
        if not again:
            self._kept.ask(question)
            self._answered = False
            return
        if question != self.question and self._answered:
            self._talk, self._answered = self._begin_talk(self.messages[:-2]), False
        self._kept.ask_again(question)

    def _leave(self) -> None:
        """Leave the open conversation; what could not be written of it waits."""
        if self._kept.waits:
            self._kept.left = True
            self._left.append(self._kept)

    def _take_up(self, conversation_id: str) -> Keeping:
        """What waits of a conversation that was left, if anything does."""
        for one in self._left:
            if one.id == conversation_id:
                self._left.remove(one)
                one.left = False
                return one
        return Keeping(self.pack.product.id, conversation_id)

    def _keep(self) -> SupportbotError | None:
        """Write what is not written; why that failed, if so. Without a history it waits for one."""
        history = self.archive.history
        problem: SupportbotError | None = None
        if history is None:
            return None
        for one in (self._kept, *self._left):
            before = one.id
            try:
                one.write(history)
            except SupportbotError as err:
                problem = problem or err
            if one.id != before:
                self._on_moved(one, before)
        self._left = [one for one in self._left if one.waits]
        return problem

    def _on_moved(self, moved: Keeping, before: str | None) -> None:
        """A conversation is kept from now on, or was erased by another window or command."""
        if before is not None:  # nothing of it may live on
            self._forget(before)
        if moved is self._kept:
            self._answered = self._answered and before is None
            self._talk = self._begin_talk(self.messages if before is None else ())
