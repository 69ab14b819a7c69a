"""The one place where the core's events become Qt signals.

Owns the threads the window works with: one for questions and everything that must follow them in order, one
for looking into what is kept, one for other short work, one for the model's installation. Text that streams in is gathered and handed on at most every
``REPAINT_MS``, however fast the model writes. The main thread never waits for anything here.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from supportbot.contracts import (
    EngineEvent,
    EngineStopped,
    GenerationFailed,
    ModelLoading,
    ModelReady,
    Reply,
    TextDelta,
)
from supportbot.ui.operations import Operation, Operations

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.errors import SupportbotError
    from supportbot.ui.session import OpenedConversation, Session

REPAINT_MS = 40
CLOSE_PATIENCE_S = 5.0


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
        model_loading: The model is being loaded for this question.
        model_noticed: A sentence for the customer about the model.
        engine_stopped: The worker ended; it is started again by itself.
        history_failed: Conversations are not kept, and why.
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
    model_loading = Signal()
    model_noticed = Signal(str)
    engine_stopped = Signal()
    history_failed = Signal(object)
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
        self._cancel_install = threading.Event()
        self._busy = False
        self._stop = threading.Event()
        self._remedy = ""
        self._lock = threading.Lock()
        self._arrived: list[str] = []
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

    def open_engine(self) -> None:
        """Look for the model (again)."""
        self._question(self._session.open_engine, self.model_changed.emit)

    def ask(self, question: str, *, again: bool = False) -> None:
        """Have a question answered; nothing while an answer is being written."""
        if self._busy:
            return
        self._set_busy(busy=True)
        self._stop = stop = threading.Event()
        self._remedy = ""
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
                lambda: self._session.delete(conversation_id), lambda _: deleted(), failed
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
        self._question(self._session.erase_all, self._on_erased, self.deleting_failed.emit)

    def install_model(self) -> None:
        """Put the model on this machine, then look for it; questions go on meanwhile."""
        self._cancel_install = cancel = threading.Event()
        self._dock.start(
            Operation(
                lambda: self._session.install(self.install_progressed.emit, cancel),
                lambda _: self.open_engine(),
                self.install_failed.emit,
            )
        )

    def cancel_install(self) -> None:
        """Stop putting the model on this machine; nothing is left behind."""
        self._cancel_install.set()

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
        self._cancel_install.set()
        self._dock.close(CLOSE_PATIENCE_S)
        self._shelf.close(CLOSE_PATIENCE_S)
        self._desk.close(CLOSE_PATIENCE_S)
        self._questions.close(CLOSE_PATIENCE_S)
        self._session.close()

    # ------------------------------------------------------------------ inside

    def _question(
        self,
        op: Callable[[], Any],
        success: Callable[[Any], None],
        failure: Callable[[SupportbotError], None] | None = None,
    ) -> None:
        self._questions.start(Operation(op, success, failure or self.history_failed.emit))

    def _on_event(self, event: EngineEvent) -> None:
        """Runs on the worker thread: only queues."""
        match event:
            case TextDelta(text=text):
                with self._lock:
                    self._arrived.append(text)
            case ModelLoading():
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
            self.grew.emit(text)

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
