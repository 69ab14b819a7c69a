"""A model's way onto this machine, as whoever watches it sees it: it runs, it may pause, it can be cancelled.

Owns the protocol and the transfer that goes in one piece; the bytes are moved elsewhere (``install``).
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.models.states import ModelProgress, ModelState, ModelStatus

    OnProgress = Callable[[ModelProgress], None]


class Transfer(Protocol):
    """One model on its way. ``run`` belongs to one thread; ``pause`` and ``cancel`` come from any and return at once."""

    @property
    def can_pause(self) -> bool:
        """Whether ``pause`` may be called, and ``run`` after it goes on with what came."""

    def run(self, progress: OnProgress) -> ModelState:
        """Begin, or go on; blocks.

        Returns:
            ``ready``; ``paused``; or what there was before, when cancelled (then nothing is left behind, also when it
            had been paused).

        Raises:
            SupportbotError: It could not be done.
        """

    def pause(self) -> None:
        """Have ``run`` end and keep what came."""

    def cancel(self) -> None:
        """Have ``run`` end and leave nothing; after a pause, the next ``run`` does."""


class OnePiece:
    """A transfer that cannot pause.

    Args:
        install: Does it, told how far it is and stopped by an event.
    """

    def __init__(self, install: Callable[[OnProgress, threading.Event], ModelStatus]) -> None:
        self._install = install
        self._cancel = threading.Event()

    @property
    def can_pause(self) -> bool:
        """Never."""
        return False

    def run(self, progress: OnProgress) -> ModelState:
        """Do it; blocks."""
        return self._install(progress, self._cancel).state

    def pause(self) -> None:
        """Not possible; asks for nothing."""

    def cancel(self) -> None:
        """Stop it."""
        self._cancel.set()
