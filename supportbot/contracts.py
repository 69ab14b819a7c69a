"""The values that cross layers: messages, prompts, engine events and the ``Reply``.

Pure data and protocols, importable without Qt, llama.cpp or a model. Everything is frozen; a stage that
is not built or not installed leaves ``None``, never a made-up value.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Role = Literal["user", "assistant"]
Tier = Literal["auto", "check", "human"]
Shown = Literal["streamed", "held", "folded", "none"]
ServedFrom = Literal["model", "verified", "knowledge", "rules", "policy"]
Priority = Literal["ai_only", "ai_with_review", "human_now"]
FinishReason = Literal["stop", "length", "cancelled"]
Device = Literal["auto", "cpu", "gpu"]

NO_GENERATOR = "no_generator"
"""Why nothing was written: the pack has no model and says so, which is no fault of this machine."""

NO_GPU = "No usable graphics processor was found; answers come from the processor."
GPU_FAILED = "The graphics processor could not be used; answers come from the processor."
"""The notices of ``ModelReady``."""


# --------------------------------------------------------------------------- the talk


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation.

    ``token_ids`` are the ids that were sampled for an answer. Re-tokenising an answer need not give the
    same ids, and then the cached prefix would miss.
    """

    role: Role
    content: str
    token_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PromptPart:
    """A piece of a rendered prompt.

    ``template`` text is ours and may hold special tokens; ``content`` is somebody's words and is
    tokenised with special tokens switched off; ``tokens`` are ids kept from an earlier answer.
    """

    kind: Literal["template", "content", "tokens"]
    text: str = ""
    token_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Prompt:
    """A rendered prompt, still in units that may be dropped whole.

    Attributes:
        prefix: The part every prompt of a pack shares (system line); evaluated once, kept on disk.
        turns: Earlier exchanges, oldest first; when the context is too small the oldest go, whole.
        question: The open question and the header of the answer to be written; never dropped or cut.
    """

    prefix: tuple[PromptPart, ...]
    turns: tuple[tuple[PromptPart, ...], ...]
    question: tuple[PromptPart, ...]


# --------------------------------------------------------------------------- the engine


@dataclass(frozen=True, slots=True)
class Sampling:
    """How an answer is drawn. ``temperature`` 0 is greedy; ``seed`` makes a draw repeatable."""

    temperature: float = 0.4
    top_p: float = 0.9
    max_new_tokens: int = 200
    seed: int | None = None
    stop: tuple[str, ...] = ()
    ignore_end: bool = False


@dataclass(frozen=True, slots=True)
class AdapterSpec:
    """A LoRA adapter to attach: file, its sha256 and its scale."""

    path: str
    sha256: str
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """Which model the engine is to load; every file was checked before it got here.

    ``context_tokens`` is the size of the context window in tokens. ``memory`` ``auto`` chooses between mapped
    and repacked weights by free memory.
    """

    id: str
    path: str
    sha256: str
    adapters: tuple[AdapterSpec, ...] = ()
    context_tokens: int = 2048
    device: Device = "auto"
    threads: int | None = None
    memory: Literal["auto", "mapped", "repacked"] = "auto"

    @property
    def identity(self) -> str:
        """One string that changes when the model or an adapter does; names saved states."""
        parts = [self.sha256, *(f"{a.sha256}@{a.scale}" for a in self.adapters)]
        return "+".join(parts)


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """One answer to be written.

    ``conversation_id`` names the saved state that may be reused and kept; ``None`` keeps nothing.
    """

    request_id: str
    prompt: Prompt
    sampling: Sampling
    conversation_id: str | None = None


@dataclass(frozen=True, slots=True)
class TokenCounts:
    """``prompt`` tokens in all, ``evaluated`` of them now (the rest came from a cache), ``completion`` written."""

    prompt: int
    evaluated: int
    completion: int


@dataclass(frozen=True, slots=True)
class ModelLoading:
    """The worker began to load the model."""

    request_id: str
    model_id: str


@dataclass(frozen=True, slots=True)
class ModelReady:
    """The model is loaded. ``notice`` is a sentence for the customer (a GPU that fell back to the CPU)."""

    request_id: str
    model_id: str
    backend: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class TextDelta:
    """New text of the answer; always whole UTF-8 characters."""

    request_id: str
    text: str


@dataclass(frozen=True, slots=True)
class AnswerHeld:
    """The gate holds this answer back: it is written unseen, judged, and then shown whole or not at all.

    Said by the road of a question, never by an engine.
    """

    request_id: str


@dataclass(frozen=True, slots=True)
class GenerationFinished:
    """The answer is complete.

    ``token_ids`` and ``logprobs`` (natural log, one a sampled token) belong to the completion, without
    the end token. Times are milliseconds from the worker's start on the request.
    """

    request_id: str
    reason: FinishReason
    text: str
    tokens: TokenCounts
    token_ids: tuple[int, ...] = ()
    logprobs: tuple[float, ...] = ()
    first_token_ms: float = 0.0
    total_ms: float = 0.0
    turns_dropped: int = 0


@dataclass(frozen=True, slots=True)
class GenerationFailed:
    """No answer came. ``code`` is stable (``out_of_memory``, ``model_file``, …), ``detail`` is for a log."""

    request_id: str
    code: str
    detail: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class EngineStopped:
    """The worker process ended. ``exit_code`` as Python gives it (negative: the signal)."""

    request_id: str
    exit_code: int | None
    detail: str = ""


EngineEvent = (
    ModelLoading
    | ModelReady
    | AnswerHeld
    | TextDelta
    | GenerationFinished
    | GenerationFailed
    | EngineStopped
)


class Backend(Protocol):
    """Something that writes answers: llama.cpp in a child process, a script, or a server.

    One generation at a time. ``generate`` blocks while it is iterated and always ends with exactly one
    ``GenerationFinished`` or ``GenerationFailed``; an ``EngineStopped`` may come before a failure.
    ``cancel`` may be called from any thread.
    """

    @property
    def model(self) -> ModelInfo | None:
        """What is loaded or would be loaded; ``None`` when there is no model."""

    def generate(self, request: GenerationRequest) -> Iterator[EngineEvent]:
        """Write one answer."""

    def cancel(self, request_id: str) -> None:
        """Stop that answer; it ends with reason ``cancelled``."""

    def warm(self, prompt: Prompt) -> None:
        """Load the model and evaluate the shared prefix ahead of the first question; returns at once."""

    def prepare(self, request: GenerationRequest) -> None:
        """Evaluate the beginning of a request whose question is still being typed; returns at once.

        Only a help: nothing is written, no event comes, and the request that follows may be another one.
        """

    def forget(self, conversation_id: str | None) -> None:
        """Delete the saved states of one conversation, or all of them (``None``)."""

    def close(self) -> None:
        """Release the model and end the worker."""


class TokenCounter(Protocol):
    """Counts tokens of a text with the loaded model's vocabulary."""

    def count(self, text: str) -> int:
        """Number of tokens."""


class Embedder(Protocol):
    """Turns texts into unit vectors (rows: texts, columns: dimensions)."""

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text."""


# --------------------------------------------------------------------------- the host's context


@dataclass(frozen=True, slots=True)
class HostContext:
    """What the host product knows about the customer. Used by policy and the handoff, never in a prompt.

    ``attempts`` counts the tries on this issue before this one.
    """

    customer: Mapping[str, Any] = field(default_factory=dict)
    product: Mapping[str, Any] = field(default_factory=dict)
    attempts: int = 0


# --------------------------------------------------------------------------- the reply


@dataclass(frozen=True, slots=True)
class NextStep:
    """Where the customer can go on. ``url`` is https, mailto, or ``None`` (a place in the product)."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Handoff:
    """Whether a person is needed or offered, why, and what comes next."""

    offered: bool
    required: bool
    reasons: tuple[str, ...] = ()
    next_step: NextStep | None = None
    team: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A help page that supports the answer."""

    title: str
    url: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A label with the confidence or score that belongs to it."""

    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Sentiment:
    """A sentiment label with its score (-1 to 1)."""

    label: str
    score: float


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model wrote, or would write."""

    id: str
    sha256: str | None
    backend: str | None


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds; ``None`` for a stage that did not run."""

    triage: float | None = None
    search: float | None = None
    first_token: float | None = None
    total: float | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The verdict on one question; ``docs/interfaces.md`` fixes its JSON."""

    id: str
    question: str
    answer: str
    tier: Tier
    shown: Shown
    refused: bool
    handoff: Handoff
    sources: tuple[Source, ...] | None
    served_from: ServedFrom
    timings_ms: Timings
    intent: Label | None = None
    category: str | None = None
    sentiment: Sentiment | None = None
    urgency: int | None = None
    escalation_risk: bool | None = None
    priority: Priority | None = None
    reason: str | None = None
    confidence: float | None = None
    model: ModelInfo | None = None
    tokens: TokenCounts | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON document of ``ask --json``, keys in the documented order."""
        raw = asdict(self)
        return {key: raw[key] for key in _REPLY_ORDER}


_REPLY_ORDER = (
    "id", "question", "answer", "tier", "shown", "refused", "handoff", "sources", "intent", "category",
    "sentiment", "urgency", "escalation_risk", "priority", "reason", "confidence", "served_from", "model",
    "timings_ms", "tokens",
)  # fmt: skip
