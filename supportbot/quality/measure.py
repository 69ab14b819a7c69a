"""The measurements behind ``supportbot bench`` and ``benchmarks/``.

Owns what is asked, how often and what is compared; timing is ``supportbot.quality.bench``. Must not print.
"""

from __future__ import annotations

import os
import threading
import time
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import psutil

from supportbot.errors import EngineError
from supportbot.quality.bare import BareLlama
from supportbot.quality.bench import Bench, Run, Watch
from supportbot.quality.machine import Spread, memory_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FIRST_TOKEN_TARGET_MS = 20.0
SPEED_RATIO_TARGET = 0.97
STOP_TARGET_MS = 100.0
LONGEST_WORDS = 500  # keeps a question under its limit of 4,000 characters
PATIENCE_S = 120.0
FOLLOW_UP = "And how do I undo that later?"
WORDS = (
    *(
        "issue",
        "project",
        "team",
        "label",
        "cycle",
        "board",
        "filter",
        "view",
        "status",
        "comment",
        "member",
    ),
    *(
        "settings",
        "page",
        "search",
        "archive",
        "import",
        "export",
        "owner",
        "guest",
        "link",
        "menu",
        "button",
    ),
    *("sidebar", "inbox", "estimate", "priority", "milestone", "template", "branch"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The same question through the app and through the bare loop, one right after the other."""

    app: Run
    bare_first_token_ms: float
    bare_tokens_per_s: float
    bare_evaluated: int


def question_of(words: int, number: int = 0) -> str:
    """A question of about ``words`` words; another ``number`` gives another one of the same length."""
    chosen = [
        WORDS[(number * 7 + i * (3 + number % 5)) % len(WORDS)] for i in range(max(1, words - 2))
    ]
    return f"How {' '.join(chosen)} work?"


def against_bare(
    bench: Bench,
    *,
    pairs: int,
    question_words: int,
    new_tokens: int,
    on_pair: Callable[[int, Pair], None] = lambda _number, _pair: None,
) -> list[Pair]:
    """Interleaved pairs of the same question through the app and through a bare ``llama_decode`` loop."""
    bench.ask(question_of(question_words, 1), 4)  # load, prefix
    bare = BareLlama(bench.spec, niceness=_worker_niceness(), avoid=bench.avoided())
    results: list[Pair] = []
    try:
        bare.run(bench.renderer.render((), question_of(question_words, 1)), 4)
        for number in range(pairs):
            question = question_of(question_words, number + 2)
            prompt = bench.renderer.render((), question)
            if number % 2:
                alone = bare.run(prompt, new_tokens)
                run = bench.ask(question, new_tokens)
            else:
                run = bench.ask(question, new_tokens)
                alone = bare.run(prompt, new_tokens)
            pair = Pair(run, alone.first_token_ms, alone.tokens_per_s, alone.evaluated)
            results.append(pair)
            on_pair(number + 1, pair)
    finally:
        bare.close()
    return results


def compare(pairs: Sequence[Pair]) -> dict[str, Any]:
    """The two figures of the comparison, with their targets."""
    extra = Spread.of([pair.app.first_token_ms - pair.bare_first_token_ms for pair in pairs])
    ratio = Spread.of([pair.app.tokens_per_s / pair.bare_tokens_per_s for pair in pairs])
    return {
        "first_token_extra_ms": {**asdict(extra), "target": f"<= {FIRST_TOKEN_TARGET_MS:g}"},
        "tokens_per_s_ratio": {**asdict(ratio), "target": f">= {SPEED_RATIO_TARGET}"},
        "met": extra.median <= FIRST_TOKEN_TARGET_MS and ratio.median >= SPEED_RATIO_TARGET,
    }


def follow_up(bench: Bench, *, new_tokens: int, question_words: int = 30) -> dict[str, Any]:
    """Tokens evaluated for a follow-up question, in the same run and after a restart of the worker.

    ``new`` is what the follow-up adds to the prompt: everything before it was evaluated once already.
    """
    results: dict[str, Any] = {}
    for name, restart in (("same_worker", False), ("after_restart", True)):
        conversation_id = f"bench-{name}"
        talk = bench.conversation(new_tokens, conversation_id=conversation_id)
        first = bench.ask(question_of(question_words, 5 + restart), new_tokens, talk=talk)
        if restart:
            bench.restart()
            talk = bench.conversation(
                new_tokens, history=talk.messages, conversation_id=conversation_id
            )
        second = bench.ask(FOLLOW_UP, new_tokens, talk=talk)
        new = second.prompt - first.prompt - first.completion
        results[name] = {
            "prompt": second.prompt,
            "new": new,
            "evaluated": second.evaluated,
            "first_token_ms": second.first_token_ms,
            # the last token of an answer is drawn but never evaluated
            "only_new": second.evaluated <= new + 1,
        }
    return results


def words_for(bench: Bench, tokens: int) -> int:
    """How many words make a question of about ``tokens`` tokens in this model's vocabulary."""
    short, longer = bench.ask(question_of(4, 1), 1), bench.ask(question_of(24, 2), 1)
    each = max(0.5, (longer.prompt - short.prompt) / 20)
    return max(3, min(LONGEST_WORDS, round(tokens / each)))


def stop_times(bench: Bench, *, repeats: int) -> dict[str, list[float]]:
    """Milliseconds from ``cancel`` to an idle engine, in prompt evaluation and in decoding.

    The prompt fills half of the context, and the cancel comes at another point of it each time.
    """
    words = words_for(bench, bench.spec.context_tokens // 2)
    reading_s = bench.ask(question_of(words, 3), 1).first_token_ms / 1000
    times: dict[str, list[float]] = {"prompt": [], "decoding": []}
    for number in range(repeats):
        share = (number + 0.5) / repeats
        in_prompt = min(2.0, 0.7 * reading_s) * share
        long_question, short_question = question_of(words, number + 4), question_of(8, number + 4)
        times["prompt"].append(_stop(bench, long_question, partial(_reading, in_prompt)))
        times["decoding"].append(_stop(bench, short_question, partial(_writing, 0.5 * share)))
    return times


def _reading(wait_s: float, watch: Watch) -> None:
    if watch.first_delta.wait(wait_s):
        raise EngineError("The prompt was read before it could be stopped in.", code="bench")


def _writing(wait_s: float, watch: Watch) -> None:
    watch.first_delta.wait(PATIENCE_S)
    if watch.over.wait(wait_s):
        raise EngineError("The answer was written before it could be stopped in.", code="bench")


def _stop(bench: Bench, question: str, until: Callable[[Watch], None]) -> float:
    """Ask on a second thread, cancel when ``until`` returns, and wait until the engine is idle."""
    talk, watch = bench.conversation(bench.spec.context_tokens // 3), Watch()
    thread = threading.Thread(target=watch.follow, args=(talk, question), name="bench-stop")
    thread.start()
    try:
        until(watch)
        cancelled = time.perf_counter()
        talk.cancel()
        if not watch.over.wait(PATIENCE_S):
            raise EngineError("The engine did not stop.", code="bench")
        return (time.perf_counter() - cancelled) * 1000
    finally:
        talk.cancel()
        thread.join(PATIENCE_S)


def quick(bench: Bench, *, new_tokens: int = 64) -> dict[str, Any]:
    """What ``supportbot bench`` tells: loading, first words, speed, follow-up, stop, memory."""
    started = time.perf_counter()
    bench.ask(question_of(8, 1), 2)
    loaded_s = time.perf_counter() - started
    runs = [bench.ask(question_of(25, number), new_tokens) for number in range(2, 7)]
    long = bench.ask(question_of(300, 9), 2)
    stops = stop_times(bench, repeats=3)
    return {
        "load_to_first_answer_s": round(loaded_s, 2),
        "first_token_ms": asdict(Spread.of([run.first_token_ms for run in runs])),
        "tokens_per_s": asdict(Spread.of([run.tokens_per_s for run in runs])),
        "prompt_tokens_per_s": round(long.evaluated / long.first_token_ms * 1000, 1),
        "follow_up": follow_up(bench, new_tokens=24),
        "stop_ms": {name: asdict(Spread.of(values)) for name, values in stops.items()},
        "memory": memory_bytes(),
    }


def _worker_niceness() -> int | None:
    """The priority of our engine's worker, so that a comparison gives both sides the same."""
    if os.name != "posix":
        return None
    return max((child.nice() for child in psutil.Process().children(recursive=True)), default=None)
