"""A backend that says what it was told to: for tests, pictures and trying a window without a model.

No clock of its own: whoever writes the script decides when the next piece comes.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.contracts import (
    EngineStopped,
    GenerationFailed,
    GenerationFinished,
    ModelInfo,
    ModelLoading,
    ModelReady,
    TextDelta,
    TokenCounts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from supportbot.contracts import EngineEvent, FinishReason, GenerationRequest, Prompt


@dataclass(frozen=True, slots=True)
class ScriptedReply:
    """One answer.

    Attributes:
        pieces: The text, as it is to come.
        reason: How it ends.
        failure: ``(code, detail, remedy)``: it fails after the pieces instead.
        exit_code: The worker dies before that failure, with this code.
        loading: Say first that the model is being loaded.
        notice: What the customer is told when it is.
        logprob: The log-probability of every token.
        turns_dropped: How many turns did not fit.
    """

    pieces: tuple[str, ...] = ()
    reason: FinishReason = "stop"
    failure: tuple[str, str, str] | None = None
    exit_code: int | None = None
    loading: bool = False
    notice: str = ""
    logprob: float = -0.1
    turns_dropped: int = 0


class ScriptedBackend:
    """A ``contracts.Backend`` that plays ``replies``, one a question; afterwards every question fails.

    Args:
        replies: What to say; a string comes word by word.
        model: What it claims to be.
        before_piece: Called before every piece, for instance to wait for an event.

    Attributes:
        requests: Every request so far.
        warmed: Every prompt it was warmed with.
        prepared: Every request it was to prepare.
        forgotten: Every conversation it was told to forget.
        closed: Whether it was closed.
    """

    def __init__(
        self,
        replies: Sequence[ScriptedReply | str],
        *,
        model: ModelInfo | None = None,
        before_piece: Callable[[str], None] | None = None,
    ) -> None:
        self._replies = [_reply(reply) for reply in replies]
        self._before_piece = before_piece
        self._lock = threading.Lock()
        self._cancelled: set[str] = set()
        self.model = model or ModelInfo("scripted", None, "cpu")
        self.requests: list[GenerationRequest] = []
        self.warmed: list[Prompt] = []
        self.prepared: list[GenerationRequest] = []
        self.forgotten: list[str | None] = []
        self.closed = False

    def generate(self, request: GenerationRequest) -> Iterator[EngineEvent]:
        """Play the next reply."""
        with self._lock:
            self.requests.append(request)
            reply = self._replies.pop(0) if self._replies else _OVER
        if reply.loading:
            yield ModelLoading(request.request_id, self.model.id)
            yield ModelReady(request.request_id, self.model.id, "cpu", reply.notice)
        said: list[str] = []
        reason = reply.reason
        for piece in reply.pieces:
            if self._before_piece is not None:
                self._before_piece(piece)
            if request.request_id in self._cancelled:
                reason = "cancelled"
                break
            said.append(piece)
            yield TextDelta(request.request_id, piece)
        if reply.failure is not None and reason != "cancelled":
            if reply.exit_code is not None:
                yield EngineStopped(request.request_id, reply.exit_code)
            yield GenerationFailed(request.request_id, *reply.failure)
            return
        yield GenerationFinished(
            request.request_id,
            reason,
            "".join(said),
            TokenCounts(_words(request.prompt), _words(request.prompt), len(said)),
            token_ids=tuple(range(len(said))),
            logprobs=(reply.logprob,) * len(said),
            turns_dropped=reply.turns_dropped,
        )

    def cancel(self, request_id: str) -> None:
        """Stop before the next piece."""
        self._cancelled.add(request_id)

    def warm(self, prompt: Prompt) -> None:
        """Note it."""
        self.warmed.append(prompt)

    def prepare(self, request: GenerationRequest) -> None:
        """Note it."""
        self.prepared.append(request)

    def forget(self, conversation_id: str | None) -> None:
        """Note it."""
        self.forgotten.append(conversation_id)

    def close(self) -> None:
        """Note it."""
        self.closed = True


_OVER = ScriptedReply(failure=("script_over", "the script has no more replies", "Write more."))


def _reply(reply: ScriptedReply | str) -> ScriptedReply:
    if isinstance(reply, ScriptedReply):
        return reply
    words = reply.split(" ")
    return ScriptedReply(tuple(w if i == 0 else f" {w}" for i, w in enumerate(words)))


def _words(prompt: Prompt) -> int:
    groups = (prompt.prefix, *prompt.turns, prompt.question)
    return sum(len(part.text.split()) for group in groups for part in group)
