"""The states a pack's model can be in on this machine, which may follow which, and what may be asked in each.

Pure values: the store reports them, a transfer moves through them, a window draws them.

    absent ──► downloading ◄──► paused          (both back to absent when cancelled)
                   │
                   ▼
               verifying ──► checking ──► ready ──► superseded
                   └──► damaged ◄──┴────────┘
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from supportbot.errors import SupportbotError

Source = Literal["store", "bundled"]


class ModelState(StrEnum):
    """What there is to say about the model of a pack.

    Attributes:
        ABSENT: No file is there.
        DOWNLOADING: Bytes are on their way.
        PAUSED: They are not, and what came is kept.
        VERIFYING: The bytes are being compared with the pack's hash, or still have to be.
        CHECKING: The right bytes are tried out: guards, and the pack's probes after an update.
        READY: It may answer.
        DAMAGED: The file is there and is not what it should be.
        SUPERSEDED: A model is there, but the pack now names another one.
    """

    ABSENT = "absent"
    DOWNLOADING = "downloading"
    PAUSED = "paused"
    VERIFYING = "verifying"
    CHECKING = "checking"
    READY = "ready"
    DAMAGED = "damaged"
    SUPERSEDED = "superseded"

    def may_become(self, following: ModelState) -> bool:
        """Whether ``following`` may come next. Staying is always allowed."""
        return following is self or following in TRANSITIONS[self]


_S = ModelState
TRANSITIONS: Mapping[ModelState, frozenset[ModelState]] = MappingProxyType(
    {
        _S.ABSENT: frozenset({_S.DOWNLOADING, _S.VERIFYING}),
        _S.DOWNLOADING: frozenset({_S.PAUSED, _S.VERIFYING, _S.ABSENT}),
        _S.PAUSED: frozenset({_S.DOWNLOADING, _S.ABSENT}),
        _S.VERIFYING: frozenset({_S.CHECKING, _S.READY, _S.DAMAGED, _S.ABSENT}),
        _S.CHECKING: frozenset({_S.READY, _S.DAMAGED, _S.ABSENT}),
        _S.READY: frozenset({_S.VERIFYING, _S.DAMAGED, _S.SUPERSEDED, _S.ABSENT}),
        _S.DAMAGED: frozenset({_S.DOWNLOADING, _S.VERIFYING, _S.ABSENT}),
        _S.SUPERSEDED: frozenset({_S.DOWNLOADING, _S.VERIFYING, _S.ABSENT}),
    }
)


class Command(StrEnum):
    """What a person may ask of a model's arrival.

    Attributes:
        START: Fetch it.
        PAUSE: Stop for now; what came is kept.
        RESUME: Go on with what came.
        CANCEL: Stop, and leave nothing behind.
        CHOOSE_FILE: Take a file that is here already.
        NOT_NOW: Leave everything as it is.
    """

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    CHOOSE_FILE = "choose_file"
    NOT_NOW = "not_now"


_C = Command
_OFFERED = frozenset({_C.START, _C.CHOOSE_FILE, _C.NOT_NOW})
COMMANDS: Mapping[ModelState, frozenset[Command]] = MappingProxyType(
    {
        _S.ABSENT: _OFFERED,
        _S.DOWNLOADING: frozenset({_C.PAUSE, _C.CANCEL}),
        _S.PAUSED: frozenset({_C.RESUME, _C.CANCEL}),
        _S.VERIFYING: frozenset({_C.CANCEL}),
        _S.CHECKING: frozenset({_C.CANCEL}),
        _S.READY: frozenset(),
        _S.DAMAGED: _OFFERED,
        _S.SUPERSEDED: _OFFERED,
    }
)
_LEADS_TO: Mapping[Command, ModelState] = MappingProxyType(
    {
        _C.START: _S.DOWNLOADING,
        _C.PAUSE: _S.PAUSED,
        _C.RESUME: _S.DOWNLOADING,
        _C.CANCEL: _S.ABSENT,
        _C.CHOOSE_FILE: _S.VERIFYING,
    }
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A model on its way: where it is, and what can be asked of it there. Each step gives the next value.

    Attributes:
        state: Where it is.
        able: What can be done on this machine at all; a transfer that cannot pause is not asked to.
    """

    state: ModelState = ModelState.ABSENT
    able: frozenset[Command] = frozenset(Command)

    @property
    def commands(self) -> frozenset[Command]:
        """What may be asked now."""
        return self.able & COMMANDS[self.state]

    def told(self, command: Command) -> Arrival:
        """What follows a command.

        Raises:
            ValueError: It may not be asked now.
        """
        if command not in self.commands:
            raise ValueError(f"a model that is {self.state} cannot be told to {command}")
        return replace(self, state=_LEADS_TO.get(command, self.state))

    def moved(self, state: ModelState) -> Arrival:
        """What follows when a transfer says that it is at ``state``.

        Raises:
            ValueError: Nothing leads there from here.
        """
        if not self.state.may_become(state):
            raise ValueError(f"a model that is {self.state} cannot become {state}")
        return replace(self, state=state)


@dataclass(frozen=True, slots=True)
class ModelProgress:
    """How far a transfer or verification is.

    Attributes:
        state: What is going on.
        done_bytes: Bytes dealt with in this state.
        total_bytes: Out of how many; ``None`` when nobody knows.
        speed_bytes_s: Smoothed, in bytes a second; ``None`` until it is known.
        left_s: Seconds until this state is done; ``None`` until it is known.
    """

    state: ModelState
    done_bytes: int = 0
    total_bytes: int | None = None
    speed_bytes_s: float | None = None
    left_s: float | None = None


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """What there is to say about a pack's model without reading it to its end.

    Attributes:
        state: ``verifying`` means: there, and its bytes not yet compared with the pack's hash.
        model_id: The fine-tune id; ``None`` for a pack without a generator.
        path: The file; ``None`` when there is none.
        source: Which of the places it is in.
        size_bytes: How large the pack says it is.
        sha256: Which hash the pack says it has.
        checked_at: When its bytes were last compared.
        problem: Why it is not ready.
        install_from: Where it can be installed from.
    """

    state: ModelState
    model_id: str | None = None
    path: Path | None = None
    source: Source | None = None
    size_bytes: int | None = None
    sha256: str | None = None
    checked_at: dt.datetime | None = None
    problem: SupportbotError | None = None
    install_from: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The status as plain values."""
        problem = self.problem
        return {
            "state": self.state.value,
            "id": self.model_id,
            "path": str(self.path) if self.path else None,
            "source": self.source,
            "size_bytes": self.size_bytes,
            "sha256": self.sha256,
            "checked_at": self.checked_at.isoformat() if self.checked_at else None,
            "problem": problem
            and {"code": problem.code, "message": problem.message, "remedy": problem.remedy},
            "install_from": list(self.install_from),
        }
