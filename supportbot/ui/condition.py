"""Whether a model can be asked, and what can be done about it when not. Pure values; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.errors import NotInstalledError, SupportbotError
from supportbot.models.states import Command, ModelState

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.models.states import ModelProgress

    Verification = Callable[[Callable[[ModelProgress], None]], None]

UNVERIFIED = "model_unverified"
"""Why a model that is there cannot be asked yet: its bytes are being compared."""


@dataclass(frozen=True, slots=True)
class InstallOffer:
    """A model that can be put on this machine, and what that takes.

    Attributes:
        size_bytes: Of the model.
        state: What there is of it: ``absent``, ``damaged`` or ``superseded``.
        can: What can be done about it here: fetch it, take a file.
        needed_bytes: Free space that it takes while it comes.
        free_bytes: What is free; ``None`` when nobody knows.
        memory_needed_bytes: About what it takes to answer.
        memory_bytes: What this computer has; ``None`` when nobody knows.
    """

    size_bytes: int
    state: ModelState = ModelState.ABSENT
    can: frozenset[Command] = frozenset({Command.START, Command.CHOOSE_FILE})
    needed_bytes: int = 0
    free_bytes: int | None = None
    memory_needed_bytes: int = 0
    memory_bytes: int | None = None

    @property
    def lacks_space(self) -> bool:
        """Whether it cannot be put on this disk now."""
        return self.free_bytes is not None and self.free_bytes < self.needed_bytes

    @property
    def lacks_memory(self) -> bool:
        """Whether it is too large for this computer."""
        return self.memory_bytes is not None and self.memory_bytes < self.memory_needed_bytes


@dataclass(frozen=True, slots=True)
class ModelCondition:
    """Whether a model can be asked, and if not, why; a pack without a generator has no ``problem``.

    ``verification`` is there when its bytes have to be compared first, which takes a while.
    """

    ready: bool
    problem: SupportbotError | None = None
    offer: InstallOffer | None = None
    verification: Verification | None = None

    @property
    def absent(self) -> bool:
        """Whether it simply is not there, as opposed to broken."""
        return isinstance(self.problem, NotInstalledError)


def unverified() -> SupportbotError:
    """Why a model cannot be asked while its bytes are being compared."""
    return NotInstalledError(
        "The answer model is still being checked.", "Ask again in a moment.", code=UNVERIFIED
    )
