"""A conversation: questions in, replies out, one after another.

Owns the talk's history and the one running answer. What decides stands in ``supportbot.answering.pipeline``; how an
answer is drawn is the backend's. It keeps nothing on disk, and logs none of the customer's words.
"""

from __future__ import annotations

import contextlib
import threading
import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.answering.pipeline import Asked, Road, Stages, check_question
from supportbot.contracts import (
    GenerationFailed,
    GenerationFinished,
    GenerationRequest,
    HostContext,
    Message,
    Reply,
    Sampling,
    TextDelta,
)
from supportbot.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.answering.prompts import PromptRenderer
    from supportbot.contracts import Backend, EngineEvent
    from supportbot.product.pack import ProductPack

__all__ = ["Conversation", "Stages", "pack_sampling"]

_QUESTION_CODES = frozenset({"question_too_long", "question_empty"})

_roads: list[tuple[ProductPack, Road]] = []
_roads_lock = threading.Lock()
_ROADS_KEPT = 4


def pack_sampling(pack: ProductPack) -> Sampling:
    """How the pack wants its answers drawn."""
    generation = pack.product.generation
    generator = pack.product.models.generator
    return Sampling(
        temperature=generation.temperature,
        top_p=generation.top_p,
        max_new_tokens=generation.max_new_tokens,
        stop=generator.stop if generator else (),
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """How an answer ended, and when its first words came (milliseconds from the question)."""

    end: GenerationFinished | GenerationFailed
    first_token_ms: float | None


class Conversation:
    """One customer's talk with the helper.

    Args:
        pack: The product pack.
        backend: What writes answers; without one, or in a pack without a generator, rules and vetted answers work.
        renderer: Renders prompts for the backend's model.
        sampling: How answers are drawn; the pack's way when left out.
        history: The talk so far, to go on with it.
        conversation_id: Names the engine's saved state of this talk; ``None`` keeps none.
        stages: Which stages run.

    Raises:
        PackError: A pattern of the pack cannot be read.
    """

    def __init__(
        self,
        pack: ProductPack,
        backend: Backend | None,
        renderer: PromptRenderer | None,
        *,
        sampling: Sampling | None = None,
        history: Sequence[Message] = (),
        conversation_id: str | None = None,
        stages: Stages | None = None,
    ) -> None:
        self._pack = pack
        self._backend = backend
        self._renderer = renderer
        self._sampling = sampling or pack_sampling(pack)
        self._messages = list(history)
        self._conversation_id = conversation_id
        self._stages = stages or Stages()
        self._road = _road(pack)
        self._lock = threading.Lock()
        self._running: str | None = None

    @property
    def messages(self) -> tuple[Message, ...]:
        """The talk so far: every question that got a reply, and the reply."""
        return tuple(self._messages)

    def ask(
        self,
        question: str,
        context: HostContext | None = None,
        on_event: Callable[[EngineEvent], None] | None = None,
        *,
        again: bool = False,
    ) -> Reply:
        """Answer ``question``; blocks until the reply is complete or cancelled.

        Args:
            question: The customer's words.
            context: What the host knows.
            on_event: Hears the engine's events, on this thread.
            again: The last question once more (regenerate): its reply is replaced, and it is no further try.

        Raises:
            QuestionError: It is empty, no text, or too long. Nothing else is raised for an answer that fails: the
                reply says so (``engine:<code>``).
        """
        check_question(question)
        if again and len(self._messages) >= 2 and self._messages[-2].content == question:
            del self._messages[-2:]
        earlier = tuple(message.content for message in self._messages if message.role == "user")
        asked = Asked(uuid.uuid4().hex, question, earlier, context or HostContext())
        reply = self._road.before_the_model(asked, self._stages)
        if reply is not None:
            self._remember(reply, ())
            return reply
        model = self._backend.model if self._backend else None
        written = self._write(asked, on_event)
        if written is None:
            return self._road.without_a_model(asked)
        if isinstance(written.end, GenerationFailed):
            if written.end.code in _QUESTION_CODES:
                raise QuestionError(
                    "The question is too long for the model.",
                    written.end.remedy or "Ask it in fewer words, or in several questions.",
                    code=written.end.code,
                )
            return self._road.without_an_answer(asked, written.end.code, model)
        model = self._backend.model if self._backend else model
        reply = self._road.after_the_model(
            asked, written.end, written.first_token_ms, model, self._stages
        )
        own = reply.served_from == "model"
        self._remember(reply, written.end.token_ids if own else ())
        return reply

    def prepare(self, typed: str) -> None:
        """Have the engine evaluate what was typed so far, so that the answer begins sooner; returns at once.

        Nothing comes of it that anybody could see: no rule is asked, nothing is remembered.
        """
        with self._lock:
            busy = self._running is not None
        if self._backend is None or self._renderer is None or busy:
            return
        with contextlib.suppress(QuestionError):
            check_question(typed)
            self._backend.prepare(self._request(uuid.uuid4().hex, self._renderer, typed))

    def cancel(self) -> None:
        """Stop the answer that is being written, if there is one; from any thread. What was written stays."""
        with self._lock:
            running = self._running
        if running is not None and self._backend is not None:
            self._backend.cancel(running)

    def _write(
        self, asked: Asked, on_event: Callable[[EngineEvent], None] | None
    ) -> _Written | None:
        if self._backend is None or self._renderer is None:
            return None
        request = self._request(asked.id, self._renderer, asked.question)
        with self._lock:
            self._running = request.request_id
        first: float | None = None
        end: GenerationFinished | GenerationFailed | None = None
        try:
            for event in self._backend.generate(request):
                if first is None and isinstance(event, TextDelta):
                    first = (time.perf_counter() - asked.started) * 1000
                if isinstance(event, GenerationFinished | GenerationFailed):
                    end = event
                if on_event is not None:
                    on_event(event)
        finally:
            with self._lock:
                self._running = None
        return _Written(
            end or GenerationFailed(asked.id, "no_end", "the backend ended without an end"), first
        )

    def _request(self, name: str, renderer: PromptRenderer, question: str) -> GenerationRequest:
        turns = self._pack.product.generation.turns
        recent = self._messages[-2 * turns :] if turns else []
        return GenerationRequest(
            name, renderer.render(recent, question), self._sampling, self._conversation_id
        )

    def _remember(self, reply: Reply, token_ids: tuple[int, ...]) -> None:
        if reply.answer:
            self._messages.append(Message("user", reply.question))
            self._messages.append(Message("assistant", reply.answer, token_ids))


def _road(pack: ProductPack) -> Road:
    """The pack's compiled stages; compiling takes a moment, and a batch makes many conversations."""
    with _roads_lock:
        for known, road in _roads:
            if known is pack:
                return road
    road = Road(pack)
    with _roads_lock:
        _roads.append((pack, road))
        del _roads[:-_ROADS_KEPT]
    return road
