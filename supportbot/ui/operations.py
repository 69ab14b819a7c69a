"""Slow work off the main thread: each piece is one operation with what follows its success or failure.

Owns the threads the window works with. ``op`` runs on a worker thread and must not touch a widget;
``success`` and ``failure`` run on the main thread. Work given to one ``Operations`` runs in order, one
piece after the other.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from supportbot.errors import SupportbotError

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


def _ignore(_: object) -> None:
    """What follows when nobody waits for the outcome."""


@dataclass(frozen=True, slots=True)
class Operation(Generic[_T]):
    """A piece of slow work.

    Attributes:
        op: Does it; raises ``SupportbotError`` for what is expected to fail.
        success: Gets its result, on the main thread.
        failure: Gets its error, on the main thread.
    """

    op: Callable[[], _T]
    success: Callable[[_T], None] = _ignore
    failure: Callable[[SupportbotError], None] = _ignore


class Operations(QObject):
    """Runs operations in order on one thread of its own."""

    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open = True
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self, operation: Operation[Any]) -> None:
        """Run an operation as soon as those before it are done; nothing once closed."""
        if self._open:
            self._pool.start(lambda: self._run(operation))

    def close(self, patience_s: float) -> bool:
        """Take no more work and wait for what runs; what was not begun is dropped."""
        self._open = False
        self._pool.clear()
        return self._pool.waitForDone(int(patience_s * 1000))

    def _run(self, operation: Operation[Any]) -> None:
        result: object = None
        error: SupportbotError | None = None
        try:
            result = operation.op()
        except SupportbotError as err:
            error = err
        except Exception as err:  # noqa: BLE001
            # The text of an unforeseen exception may hold a customer's words.
            _log.error("an operation failed: %s", type(err).__name__)
            _log.debug("an operation failed", exc_info=True)
            error = _unforeseen()
        self._ended.emit(operation, result, error)

    def _on_ended(
        self, operation: Operation[Any], result: object, error: SupportbotError | None
    ) -> None:
        if not self._open:
            return
        if error is None:
            operation.success(result)
        else:
            operation.failure(error)


def _unforeseen() -> SupportbotError:
    return SupportbotError(
        QCoreApplication.translate("Operations", "Something went wrong that should not have."),
        QCoreApplication.translate(
            "Operations", "Try again. If it happens again, restart the app."
        ),
        code="internal",
    )
