"""Deleting with undo: what was deleted, for how long it can be brought back, and what then becomes of it.

Owns the undo time. Testable without a window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from supportbot.ui.operations import Operation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.errors import SupportbotError

UNDO_S = 10.0


class Deletions(QObject):
    """Conversations that were deleted and can still be brought back, all of them together.

    Args:
        restore: Brings back; returns what was still there; blocks.
        finish: Erases for good; returns why that has to wait, if it has; blocks.
        run: Runs an operation off the main thread.
        undo_s: For how long; each further deletion begins it anew.

    Signals:
        changed: Other conversations can be brought back.
        restored: These were brought back.
        restoring_failed: They could not be brought back, and why; they still can.
        erasing_waits: What was deleted could not be erased yet, and why.
    """

    changed = Signal()
    restored = Signal(object)
    restoring_failed = Signal(object)
    erasing_waits = Signal(object)

    def __init__(
        self,
        restore: Callable[[Sequence[str]], list[str]],
        finish: Callable[[Sequence[str]], SupportbotError | None],
        run: Callable[[Operation[Any]], None],
        undo_s: float = UNDO_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._restore = restore
        self._finish = finish
        self._run = run
        self._waiting: tuple[str, ...] = ()
        self._held = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(int(undo_s * 1000))
        self._timer.timeout.connect(self._on_time_passed)

    @property
    def waiting(self) -> tuple[str, ...]:
        """What can be brought back, in the order it was deleted."""
        return self._waiting

    @property
    def sentence(self) -> str:
        """What to say of it."""
        if len(self._waiting) == 1:
            return self.tr("Conversation deleted")
        return self.tr("%Ln conversations deleted", "", len(self._waiting))

    def add(self, conversation_id: str) -> None:
        """A conversation was deleted."""
        if conversation_id not in self._waiting:
            self._waiting = (*self._waiting, conversation_id)
        self._begin()
        self.changed.emit()

    def hold(self, *, held: bool) -> None:
        """Let no time pass while somebody is at the button; afterwards it begins anew."""
        self._held = held
        self._begin()

    def undo(self) -> None:
        """Bring all of them back."""
        ids = self._waiting
        if not ids:
            return
        self.forget()

        def failed(error: SupportbotError) -> None:
            self._waiting = (*ids, *self._waiting)
            self._begin()
            self.changed.emit()
            self.restoring_failed.emit(error)

        self._run(Operation(lambda: self._restore(ids), self.restored.emit, failed))

    def forget(self) -> None:
        """They are gone, or back."""
        self._waiting = ()
        self._held = False
        self._timer.stop()
        self.changed.emit()

    def _begin(self) -> None:
        if self._held or not self._waiting:
            self._timer.stop()
        else:
            self._timer.start()

    def _on_time_passed(self) -> None:
        ids = self._waiting
        self.forget()

        def done(problem: SupportbotError | None) -> None:
            if problem is not None:
                self.erasing_waits.emit(problem)

        self._run(Operation(lambda: self._finish(ids), done, self.erasing_waits.emit))
