"""What crosses the pipes between the app and its worker: commands down, reports up.

Frozen values, pickled one after the other. The reader unpickles only the classes listed here, so bytes
that came from somewhere else are an error and never run anything.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from supportbot import contracts
from supportbot.errors import EngineError

if TYPE_CHECKING:
    from supportbot.contracts import GenerationRequest, ModelSpec, Prompt

# --------------------------------------------------------------------------- commands


@dataclass(frozen=True, slots=True)
class Start:
    """The first command: what to load when it is needed, and where to keep states.

    ``avoid`` names processor variants that crashed on this machine. After ``idle_unload_s`` without a
    command the worker ends; ``save_after_s`` after an answer it saves the state.
    """

    spec: ModelSpec
    states_dir: str
    avoid: tuple[str, ...] = ()
    idle_unload_s: float = 600.0
    save_after_s: float = 1.0


@dataclass(frozen=True, slots=True)
class Generate:
    """Write one answer."""

    request: GenerationRequest


@dataclass(frozen=True, slots=True)
class Warm:
    """Load the model and evaluate the prompt's prefix."""

    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Prepare:
    """Evaluate the beginning of a request that is still being typed, until a question is asked."""

    request: GenerationRequest


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop that answer, or skip it if it has not begun."""

    request_id: str


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete saved states, and keep no state of that conversation any more (``None``: of any so far)."""

    ticket: int
    conversation_id: str | None


@dataclass(frozen=True, slots=True)
class Close:
    """Save what is worth saving and end."""


Command = Start | Generate | Warm | Prepare | Cancel | Forget | Close

# --------------------------------------------------------------------------- reports


@dataclass(frozen=True, slots=True)
class Processor:
    """The processor variant that was loaded, and whether there is a usable graphics processor.

    Said before the first matrix product can crash.
    """

    variant: str
    gpu: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded, on ``cpu`` or ``gpu``; ``notice`` is for the customer."""

    backend: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Beat:
    """Work is going on."""


@dataclass(frozen=True, slots=True)
class Warmed:
    """A ``Warm`` or ``Prepare`` is done; ``evaluated`` tokens were not cached yet."""

    evaluated: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A ``Forget`` is done."""

    ticket: int


@dataclass(frozen=True, slots=True)
class Unloaded:
    """The worker ends of its own accord."""


Report = Processor | Ready | Beat | Warmed | Forgotten | Unloaded | contracts.EngineEvent

_CLASSES: dict[tuple[str, str], type] = {
    (cls.__module__, cls.__qualname__): cls
    for cls in (
        *(Start, Generate, Warm, Prepare, Cancel, Forget, Close),
        *(Processor, Ready, Beat, Warmed, Forgotten, Unloaded),
        *(contracts.ModelSpec, contracts.AdapterSpec, contracts.GenerationRequest),
        *(contracts.Sampling, contracts.Prompt, contracts.PromptPart, contracts.TokenCounts),
        *(contracts.TextDelta, contracts.GenerationFinished, contracts.GenerationFailed),
    )
}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        try:
            return _CLASSES[module, name]
        except KeyError as err:
            raise pickle.UnpicklingError(f"{module}.{name} is no message") from err


def encode(message: Command | Report) -> bytes:
    """The bytes of one message."""
    return pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)


def read_message(stream: IO[bytes]) -> Command | Report:
    """The next message on ``stream``.

    Raises:
        EOFError: The other side is gone, perhaps in the middle of a message.
        EngineError: ``protocol``: these bytes are no message.
    """
    try:
        return cast("Command | Report", _Unpickler(stream).load())
    except (OSError, ValueError) as err:
        raise EOFError("the pipe is closed") from err
    except (pickle.UnpicklingError, AttributeError, IndexError, KeyError, TypeError) as err:
        if "truncated" in str(err):
            raise EOFError("the pipe is closed") from err
        raise EngineError(
            "The worker process sent something that is no message.",
            "Start the app again.",
            code="protocol",
        ) from err
