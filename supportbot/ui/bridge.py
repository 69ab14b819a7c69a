"""The one place where the core's events become Qt signals.

Owns the threads the window works with: one for questions and everything that must follow them in order, one
for looking into what is kept, one for other short work, one for the model's installation. Text that streams in is gathered and handed on at most every
``REPAINT_MS``, however fast the model writes. The main thread never waits for anything here.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from supportbot.contracts import (
    AnswerHeld,
    EngineEvent,
    EngineStopped,
    GenerationFailed,
    ModelLoading,
    ModelReady,
    Reply,
    TextDelta,
)
from supportbot.errors import NotInstalledError
from supportbot.models.pace import Pace
from supportbot.models.states import ModelState
from supportbot.ui.drafts import Drafts
from supportbot.ui.operations import Operation, Operations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from supportbot.errors import SupportbotError
    from supportbot.history import Verdict
    from supportbot.models.transfer import Transfer
    from supportbot.ui.condition import ModelCondition
    from supportbot.ui.parts import OpenedConversation
    from supportbot.ui.session import Session

REPAINT_MS = 40
CLOSE_PATIENCE_S = 5.0
_LEISURE = 3


class Bridge(QObject):
    """Questions in, signals out.

    Signals, all on the main thread:
        opened: An ``OpenedConversation`` is to be shown.
        asked: A question was taken (its words, whether it is a retry).
        grew: More text of the answer.
        replied: The ``Reply``.
        stopped: The question was stopped before an answer began.
        rejected: A question that cannot be answered as it stands (its words, the error).
        busy_changed: Whether an answer is being written.
        model_changed: A ``ModelCondition``.
        held: The answer to this question is written unseen and comes whole.
        model_loading: The model is being loaded for this question.
        model_noticed: A sentence for the customer about the model.
        engine_stopped: The worker ended; it is started again by itself.
        history_failed: Conversations are not kept, and why.
        history_mended: They are kept again, what was said meanwhile too.
        erased: Every conversation is gone.
        deleting_failed: What was to be deleted is still there, and why.
        install_progressed: A ``ModelProgress`` of the model's installation, at most a few times a second.
        install_failed: The model could not be installed, and why.
    """

    opened = Signal(object)
    asked = Signal(str, bool)
    grew = Signal(str)
    replied = Signal(object)
    stopped = Signal()
    rejected = Signal(str, object)
    busy_changed = Signal(bool)
    model_changed = Signal(object)
    held = Signal()
    model_loading = Signal()
    model_noticed = Signal(str)
    engine_stopped = Signal()
    history_failed = Signal(object)
    history_mended = Signal()
    erased = Signal()
    deleting_failed = Signal(object)
    install_progressed = Signal(object)
    install_failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._questions = Operations(self)
        self._desk = Operations(self)
        self._shelf = Operations(self)
        self._dock = Operations(self)
        archive, run = session.archive, self._desk.start
        self.drafts = Drafts(archive.keep_draft, run, lambda text: not text.strip(), self)
        self.letters = Drafts(archive.keep_letter, run, lambda letter: letter is None, self)
        self._transfer: Transfer | None = None
        self._moving = False
        self._busy = False
        self._stop = threading.Event()
        self._remedy = ""
        self._lock = threading.Lock()
        self._arrived: list[str] = []
        self._unseen = False
        self._repaint = QTimer(self)
        self._repaint.setInterval(REPAINT_MS)
        self._repaint.timeout.connect(self._flush)

    @property
    def session(self) -> Session:
        """What is behind; only its quick properties may be read from the main thread."""
        return self._session

    @property
    def busy(self) -> bool:
        """Whether an answer is being written."""
        return self._busy

    @property
    def remedy(self) -> str:
        """What the engine said can be done about its last failure."""
        return self._remedy

    # ------------------------------------------------------------------ what the window asks for

    def start(self) -> None:
        """Open what is kept, then find the model and have it loaded."""
        self.open_history()
        self.open_engine()

    def open_history(self) -> None:
        """Open what is kept and show the last conversation."""
        self._question(self._session.open_history, self.opened.emit)

    def start_new_history(self) -> None:
        """Put a damaged history aside and begin a new one; the talk on the screen goes on."""
        self._question(self._session.start_new_history, lambda _: self.history_mended.emit())

    def keep_again(self) -> None:
        """Write what could not be written when it was said."""
        self._question(self._session.keep_again, lambda _: self.history_mended.emit())

    def open_engine(self) -> None:
        """Look for the model (again)."""
        self._question(self._session.open_engine, self._on_model_found)

    def ask(self, question: str, *, again: bool = False) -> None:
        """Have a question answered; nothing while an answer is being written."""
        if self._busy:
            return
        self._set_busy(busy=True)
        self._stop = stop = threading.Event()
        self._remedy = ""
        self._unseen = False
        self.asked.emit(question, again)
        self._repaint.start()

        def failed(err: SupportbotError) -> None:
            self._settle()
            self.rejected.emit(question, err)

        self._questions.start(
            Operation(
                lambda: self._session.ask(question, self._on_event, stop, again=again),
                self._on_replied,
                failed,
            )
        )

    def cancel(self) -> None:
        """Stop the answer that is being written."""
        if self._busy:
            self._stop.set()
            self._session.cancel()

    def warm(self) -> None:
        """Have an unloaded model loaded: the customer began to type."""
        self._desk.start(Operation(self._session.warm))

    def prepare(self, typed: str) -> None:
        """Have the question evaluated while it is typed."""
        if not self._busy:
            self._questions.start(Operation(lambda: self._session.prepare(typed)))

    def new_conversation(self) -> None:
        """Stop what is being written and begin another conversation."""
        self.cancel()
        self._question(self._session.new, self.opened.emit)

    def open_conversation(self, conversation_id: str) -> None:
        """Stop what is being written and show that conversation."""
        self.cancel()
        self._question(lambda: self._session.open(conversation_id), self.opened.emit)

    def delete_conversation(
        self,
        conversation_id: str,
        deleted: Callable[[], None],
        failed: Callable[[SupportbotError], None],
    ) -> None:
        """Delete a conversation so that it can be brought back; ``opened`` says if another begins."""
        if conversation_id != self._session.conversation_id:
            work = Operation(
                lambda: self._session.archive.delete(conversation_id), lambda _: deleted(), failed
            )
            self._desk.start(work)
            return

        def left(opened: OpenedConversation | None) -> None:
            if opened is not None:
                self.opened.emit(opened)
            deleted()

        self.cancel()
        self._question(lambda: self._session.leave_and_delete(conversation_id), left, failed)

    def erase_all(self) -> None:
        """Delete every conversation."""
        self.cancel()

        def erase(_: object) -> None:
            self._question(self._session.erase_all, self._on_erased, self.deleting_failed.emit)

        # Behind what is on its way to the disk: no draft may arrive there after it was erased.
        self._desk.start(Operation(lambda: None, erase))

    def judge(
        self,
        reply_id: str,
        verdict: Verdict | None,
        kept: Callable[[], None],
        failed: Callable[[SupportbotError], None],
    ) -> None:
        """Keep what the customer said of an answer in the open conversation."""
        conversation_id = self._session.conversation_id

        def keep() -> None:
            if conversation_id is None:
                raise NotInstalledError(
                    "This conversation is not kept.",
                    "Ask the question again.",
                    code="conversation_unkept",
                )
            self._session.archive.judge(conversation_id, reply_id, verdict)

        self._desk.start(Operation(keep, lambda _: kept(), failed))

    @property
    def installing(self) -> bool:
        """Whether a model is on its way, paused or not."""
        return self._transfer is not None

    def install_model(self, file: Path | None = None) -> bool:
        """Put the model on this machine, then look for it; questions go on meanwhile.

        Args:
            file: Take it from there.

        Returns:
            Whether it can be paused.
        """
        self._transfer = self._session.transfer(file)
        self.resume_install()
        return self._transfer.can_pause

    def resume_install(self) -> None:
        """Go on with what is paused."""
        transfer = self._transfer
        if transfer is None:
            return
        self._moving = True

        def ended(state: ModelState) -> None:
            self._moving = False
            if state is not ModelState.PAUSED:
                self._transfer = None
                self.open_engine()

        def failed(err: SupportbotError) -> None:
            self._moving = False
            self._transfer = None
            self.install_failed.emit(err)

        progress = Pace(self.install_progressed.emit)
        self._dock.start(Operation(lambda: transfer.run(progress), ended, failed))

    def pause_install(self) -> None:
        """Stop putting the model on this machine for now; what came is kept."""
        if self._transfer is not None:
            self._transfer.pause()

    def cancel_install(self) -> None:
        """Stop putting the model on this machine; nothing is left behind."""
        if self._transfer is None:
            return
        self._transfer.cancel()
        if not self._moving:  # it is paused: only a run leaves nothing behind
            self.resume_install()

    def run(self, operation: Operation[Any]) -> None:
        """Run a short piece of work beside the questions (saving settings or a file)."""
        self._desk.start(operation)

    def look(self, operation: Operation[Any]) -> None:
        """Run a look into what is kept; it waits for no other work."""
        self._shelf.start(operation)

    def close(self) -> None:
        """Stop everything. The window is gone already, so this may take a moment."""
        self._stop.set()
        self._session.cancel()
        self._repaint.stop()
        if self._moving and self._transfer is not None:
            self._transfer.pause() if self._transfer.can_pause else self._transfer.cancel()
        self._dock.close(CLOSE_PATIENCE_S)
        self._shelf.close(CLOSE_PATIENCE_S)
        self._desk.close(CLOSE_PATIENCE_S)
        self._questions.close(CLOSE_PATIENCE_S)
        self.drafts.finish()
        self.letters.finish()
        self._session.close()

    # ------------------------------------------------------------------ inside

    def _question(
        self,
        op: Callable[[], Any],
        success: Callable[[Any], None],
        failure: Callable[[SupportbotError], None] | None = None,
    ) -> None:
        self._questions.start(Operation(op, success, failure or self.history_failed.emit))

    def _on_model_found(self, model: ModelCondition) -> None:
        self.model_changed.emit(model)
        verify = model.verification
        if verify is None:
            return

        def verified(_: object) -> None:  # or not, which is told when it is opened
            self._question(
                lambda: self._session.open_engine(verified=True), self.model_changed.emit
            )

        progress = Pace(self.install_progressed.emit)
        self._dock.start(Operation(lambda: verify(progress), verified, verified))

    def _on_event(self, event: EngineEvent) -> None:
        """Runs on the worker thread: only queues."""
        match event:
            case AnswerHeld():
                self._unseen = True
                self.held.emit()
            case TextDelta(text=text) if not self._unseen:
                with self._lock:
                    self._arrived.append(text)
            case ModelLoading() if not self._unseen:
                self.model_loading.emit()
            case ModelReady(notice=notice) if notice:
                self.model_noticed.emit(notice)
            case EngineStopped():
                self.engine_stopped.emit()
            case GenerationFailed(remedy=remedy):
                self._remedy = remedy
            case _:
                pass

    def _flush(self) -> None:
        with self._lock:
            text = "".join(self._arrived)
            self._arrived.clear()
        if text:
            began = time.perf_counter()
            self.grew.emit(text)
            # An answer that takes long to lay out is laid out less often, or nothing else would be done.
            spent_ms = (time.perf_counter() - began) * 1000
            self._repaint.setInterval(max(REPAINT_MS, int(spent_ms * _LEISURE)))

    def _on_erased(self, opened: OpenedConversation) -> None:
        self.opened.emit(opened)
        self.erased.emit()

    def _on_replied(self, outcome: tuple[Reply | None, SupportbotError | None]) -> None:
        reply, problem = outcome
        self._settle()
        if reply is None:
            self.stopped.emit()
        else:
            self.replied.emit(reply)
        if problem is not None:
            self.history_failed.emit(problem)

    def _settle(self) -> None:
        self._repaint.stop()
        self._flush()
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
