"""One answer: fit the prompt into the context, reuse what is cached, evaluate the rest, draw until the end.

Works on a ``LlamaModel`` and a ``StateStore``; knows no pipes and no processes.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from supportbot.contracts import GenerationFinished, TextDelta, TokenCounts
from supportbot.engine.llama import Stopped
from supportbot.engine.sampling import Sampler
from supportbot.engine.states import PREFIX, StateStore, conversation_key
from supportbot.engine.text import TextAssembler
from supportbot.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.contracts import FinishReason, GenerationRequest, Prompt, PromptPart
    from supportbot.engine.llama import LlamaModel

WORTH_LOADING_TOKENS = 8
"""A saved state is read from the disk when it spares at least so many tokens."""
PREPARED_TOKENS = 16
"""A question that is being typed is evaluated in steps of so many tokens: as much is lost when another is asked."""


@dataclass(frozen=True, slots=True)
class FittedPrompt:
    """Token ids of a prompt, how many of them are the prefix, and how many turns were left out."""

    ids: list[int]
    prefix_length: int
    turns_dropped: int


def fit(model: LlamaModel, prompt: Prompt, max_new_tokens: int) -> FittedPrompt:
    """The prompt as tokens, short enough to leave room for the answer.

    The oldest turns go first and whole; prefix and question are never cut.

    Raises:
        QuestionError: ``question_too_long``: not even the question fits beside the answer.
    """
    room = model.context_tokens - max_new_tokens
    prefix = model.tokenise(prompt.prefix)
    question = model.tokenise(prompt.question)
    if not prefix + question:
        raise QuestionError("The question is empty.", "Write a question.", code="question_empty")
    room -= len(prefix) + len(question)
    if room < 0:
        raise QuestionError(
            "The question is too long for the model.",
            "Ask it in fewer words, or in several questions.",
            code="question_too_long",
        )
    turns: list[int] = []
    kept = 0
    for turn in reversed(prompt.turns):
        ids = model.tokenise(turn)
        if len(ids) + len(turns) > room:
            break
        turns = ids + turns
        kept += 1
    return FittedPrompt(prefix + turns + question, len(prefix), len(prompt.turns) - kept)


class Writer:
    """Writes answers with one model, and keeps states so that nothing is evaluated twice.

    Args:
        model: The loaded model; its ``stop`` flag cancels.
        states: Where states are kept.
    """

    def __init__(self, model: LlamaModel, states: StateStore) -> None:
        self._model = model
        self._states = states
        self._conversation_id: str | None = None

    def warm(self, prompt: Prompt) -> int:
        """Evaluate the prefix and keep its state on the disk; the number of tokens that were new."""
        prefix = self._model.tokenise(prompt.prefix)
        if _common(self._model.tokens, prefix) == len(prefix):
            return 0
        self._conversation_id = None
        self._reuse(prefix, None)
        held = len(self._model.tokens)
        self._complete(prefix)
        return len(prefix) - held

    def prepare(self, request: GenerationRequest) -> int:
        """Evaluate a request up to where its question's words end, in small steps; the number of tokens that were new.

        Nothing of it is saved: the words were not sent.

        Raises:
            QuestionError: The question is empty or does not fit.
            Stopped: Something else was asked; what was evaluated is held.
        """
        prompt = replace(request.prompt, question=_up_to_its_words(request.prompt.question))
        fitted = fit(self._model, prompt, request.sampling.max_new_tokens)
        self._reuse(fitted.ids, request.conversation_id)
        self._conversation_id = None
        held = len(self._model.tokens)
        self._complete(fitted.ids[: fitted.prefix_length])
        for start in range(len(self._model.tokens), len(fitted.ids), PREPARED_TOKENS):
            self._model.evaluate(fitted.ids[start : start + PREPARED_TOKENS])
        return len(fitted.ids) - held

    def write(
        self, request: GenerationRequest, emit: Callable[[TextDelta], None]
    ) -> GenerationFinished:
        """Write one answer, giving out its text as it comes.

        Raises:
            QuestionError: The question is empty or does not fit.
            EngineError: The model failed.
        """
        answer = _Answer(self._model, request, emit)
        prompt = fit(self._model, request.prompt, request.sampling.max_new_tokens)
        ids = prompt.ids
        self._reuse(ids[:-1], request.conversation_id)
        self._conversation_id = request.conversation_id
        held = len(self._model.tokens)
        try:
            self._complete(ids[: min(prompt.prefix_length, len(ids) - 1)])
            self._model.evaluate(ids[len(self._model.tokens) :])
            reason = answer.draw()
        except Stopped:
            reason = "cancelled"
        evaluated = max(0, min(len(ids), len(self._model.tokens)) - held)
        counts = TokenCounts(len(ids), evaluated, 0)
        return answer.finished(reason, counts, prompt.turns_dropped)

    def forget(self, conversation_id: str | None) -> None:
        """Keep no state of that conversation (``None``: of the one written last, whichever it is)."""
        if conversation_id in (None, self._conversation_id):
            self._conversation_id = None

    def save(self) -> None:
        """Keep the state of the conversation that was written last; does nothing without one."""
        if self._conversation_id is not None and self._model.tokens:
            key = conversation_key(self._conversation_id)
            self._states.save(key, self._model.tokens, self._model.state())

    def _complete(self, prefix: Sequence[int]) -> None:
        """Evaluate what is missing of the prefix, and keep its state on the disk."""
        missing = prefix[len(self._model.tokens) :]
        if missing:
            self._model.evaluate(missing)
            if len(prefix) >= WORTH_LOADING_TOKENS:
                self._states.save(PREFIX, prefix, self._model.state())

    def _reuse(self, ids: Sequence[int], conversation_id: str | None) -> None:
        """Hold the longest known beginning of ``ids``: what is held, or a saved state."""
        best = _common(self._model.tokens, ids)
        keys = [PREFIX] if conversation_id is None else [conversation_key(conversation_id), PREFIX]
        for key in keys:
            if len(ids) - best < WORTH_LOADING_TOKENS:
                break
            if _common(self._states.tokens(key), ids) - best < WORTH_LOADING_TOKENS:
                continue
            state = self._states.load(key)
            if state is not None and self._model.restore(state.tokens, state.payload):
                best = _common(self._model.tokens, ids)
            else:
                self._states.discard(key)
                best = _common(self._model.tokens, ids)
        self._model.keep(best)


def _up_to_its_words(question: Sequence[PromptPart]) -> tuple[PromptPart, ...]:
    """The question without what the template puts after its last words."""
    words = [at for at, part in enumerate(question) if part.kind != "template"]
    return tuple(question[: words[-1] + 1 if words else None])


class _Answer:
    """The answer that is being written."""

    def __init__(
        self, model: LlamaModel, request: GenerationRequest, emit: Callable[[TextDelta], None]
    ) -> None:
        self._model = model
        self._request = request
        self._emit = emit
        self._started = time.perf_counter()
        self._first_token_ms = 0.0
        self._ids: list[int] = []
        self._logprobs: list[float] = []
        self._text = TextAssembler(() if request.sampling.ignore_end else request.sampling.stop)

    def draw(self) -> FinishReason:
        """Draw tokens until the answer ends."""
        model, sampling = self._model, self._request.sampling
        sampler = Sampler(sampling, model.vocabulary_size)
        ends = model.special_tokens(sampling.stop)
        while len(self._ids) < sampling.max_new_tokens:
            token, logprob = sampler.draw(model.logits())
            if not sampling.ignore_end and (token in ends or model.is_end(token)):
                return "stop"
            self._ids.append(token)
            self._logprobs.append(logprob)
            self._show(self._text.feed(model.piece(token)))
            if self._text.stopped:
                return "stop"
            if model.stop.is_set():
                return "cancelled"
            if len(self._ids) < sampling.max_new_tokens:
                model.evaluate((token,))
        return "length"

    def finished(
        self, reason: FinishReason, counts: TokenCounts, turns_dropped: int
    ) -> GenerationFinished:
        """Give out what was held back, and the sum of it all."""
        self._show(self._text.finish())
        whole = self._text.whole_tokens
        return GenerationFinished(
            request_id=self._request.request_id,
            reason=reason,
            text=self._text.text,
            tokens=TokenCounts(counts.prompt, counts.evaluated, whole),
            token_ids=tuple(self._ids[:whole]),
            logprobs=tuple(self._logprobs[:whole]),
            first_token_ms=self._first_token_ms,
            total_ms=self._elapsed_ms(),
            turns_dropped=turns_dropped,
        )

    def _show(self, text: str) -> None:
        if not text:
            return
        if not self._first_token_ms:
            self._first_token_ms = self._elapsed_ms()
        self._emit(TextDelta(self._request.request_id, text))

    def _elapsed_ms(self) -> float:
        return (time.perf_counter() - self._started) * 1000


def _common(held: Sequence[int], wanted: Sequence[int]) -> int:
    """Length of the common beginning."""
    count = 0
    for ours, theirs in zip(held, wanted, strict=False):
        if ours != theirs:
            break
        count += 1
    return count
