"""A worker with a model, and talks on it that are timed the way the customer meets them.

Owns the stop-watch: every run goes through ``Conversation.ask`` and the worker process, with fixed lengths, greedy,
end tokens ignored. What is measured with it is ``supportbot.quality.measure``. Must not print.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from supportbot.answering.conversation import Conversation, Stages
from supportbot.answering.prompts import PromptRenderer, chat_format
from supportbot.contracts import (
    EngineEvent,
    GenerationFailed,
    GenerationFinished,
    Message,
    ModelSpec,
    Sampling,
    TextDelta,
)
from supportbot.engine.client import EngineClient
from supportbot.engine.cpu import crashed_variants
from supportbot.errors import EngineError
from supportbot.models.gguf import read_header
from supportbot.quality.machine import usable_cores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from supportbot.product.pack import ProductPack


@dataclass(frozen=True, slots=True)
class Run:
    """One answer, timed from ``Conversation.ask``."""

    first_token_ms: float
    total_ms: float
    tokens_per_s: float
    prompt: int
    evaluated: int
    completion: int


def spec_of(path: Path, *, context_tokens: int = 2048) -> ModelSpec:
    """A sound GGUF as a model to measure, whatever pack it belongs to.

    Raises:
        ModelFileError: The file is not sound.
    """
    read_header(path)
    stat = path.stat()
    name = f"{path.absolute()}:{stat.st_size}:{stat.st_mtime_ns}"
    sha256 = hashlib.sha256(
        name.encode()
    ).hexdigest()  # names saved states; nothing is verified by it
    return ModelSpec(path.stem, str(path.absolute()), sha256, context_tokens=context_tokens)


def settled(spec: ModelSpec) -> ModelSpec:
    """The spec with threads and memory mode fixed, so that two sides can have the same."""
    memory = spec.memory
    if memory == "auto":
        roomy = psutil.virtual_memory().available > 2 * 2.6 * Path(spec.path).stat().st_size + 2**30
        memory = "repacked" if roomy else "mapped"
    device = "cpu" if spec.device == "auto" else spec.device
    return replace(spec, threads=spec.threads or usable_cores(), memory=memory, device=device)


class Bench:
    """A worker with a model, and the talks measured on it.

    Args:
        pack: Whose prompts are used; its rules and verified answers are left out.
        spec: The model.
        states_dir: Where the engine keeps its states.
        worker_dir: An empty folder.
    """

    def __init__(
        self, pack: ProductPack, spec: ModelSpec, states_dir: Path, worker_dir: Path
    ) -> None:
        self.pack = pack
        self.spec = spec
        self._states_dir = states_dir
        self._worker_dir = worker_dir
        template = read_header(Path(spec.path)).chat_template or ""
        self.renderer = PromptRenderer(chat_format(template), pack.product.generation.system)
        self.client = self._start()

    def restart(self) -> None:
        """End the worker and start another, as after a restart of the app."""
        self.client.close()
        self.client = self._start()

    def avoided(self) -> tuple[str, ...]:
        """The processor variants of llama.cpp that crashed on this machine, once the engine has found out."""
        return crashed_variants(self._states_dir)

    def _start(self) -> EngineClient:
        return EngineClient(self.spec, states_dir=self._states_dir, worker_dir=self._worker_dir)

    def conversation(
        self,
        new_tokens: int,
        *,
        history: Sequence[Message] = (),
        conversation_id: str | None = None,
    ) -> Conversation:
        """A talk that writes exactly ``new_tokens`` tokens an answer."""
        sampling = Sampling(temperature=0.0, max_new_tokens=new_tokens, seed=1, ignore_end=True)
        return Conversation(
            self.pack,
            self.client,
            self.renderer,
            sampling=sampling,
            history=history,
            conversation_id=conversation_id,
            stages=Stages(only="model"),
        )

    def ask(self, question: str, new_tokens: int, *, talk: Conversation | None = None) -> Run:
        """Ask and time it.

        Raises:
            EngineError: The engine failed.
        """
        talk = talk or self.conversation(new_tokens)
        watch = Watch()
        watch.start()
        talk.ask(question, None, watch.on_event)
        return watch.run()

    def close(self) -> None:
        """End the worker."""
        self.client.close()


@contextmanager
def bench_on(pack: ProductPack, spec: ModelSpec) -> Iterator[Bench]:
    """A bench in a throw-away folder."""
    with ExitStack() as closing:
        root = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="supportbot-bench-")))
        for name in ("states", "worker"):
            (root / name).mkdir(mode=0o700)
        bench = Bench(pack, spec, root / "states", root / "worker")
        closing.callback(bench.close)
        yield bench


class Watch:
    """Times the events of one answer.

    Attributes:
        first_delta: Set when its first words come.
        over: Set when ``follow`` has seen its end.
    """

    def __init__(self) -> None:
        self._start = self._first = self._end = 0.0
        self._finished: GenerationFinished | None = None
        self._failed: GenerationFailed | None = None
        self.first_delta = threading.Event()
        self.over = threading.Event()

    def follow(self, talk: Conversation, question: str) -> None:
        """Ask and time it; for a thread of its own."""
        self.start()
        try:
            talk.ask(question, None, self.on_event)
        finally:
            self.over.set()

    def start(self) -> None:
        """The question is asked now."""
        self._start = time.perf_counter()

    def on_event(self, event: EngineEvent) -> None:
        """Take one event of the engine."""
        now = time.perf_counter()
        if isinstance(event, TextDelta) and not self._first:
            self._first = now
            self.first_delta.set()
        elif isinstance(event, GenerationFinished):
            self._end, self._finished = now, event
        elif isinstance(event, GenerationFailed):
            self._failed = event

    def run(self) -> Run:
        """The times, once the answer is complete.

        Raises:
            EngineError: No answer came.
        """
        finished = self._finished
        if finished is None:
            failed = self._failed
            detail = f"{failed.code}: {failed.detail}" if failed else "no answer"
            raise EngineError(f"The engine failed while it was measured ({detail}).", code="bench")
        written = finished.tokens.completion
        first = self._first or self._end
        writing_s = self._end - first
        return Run(
            first_token_ms=(first - self._start) * 1000,
            total_ms=(self._end - self._start) * 1000,
            tokens_per_s=(written - 1) / writing_s if written > 1 and writing_s > 0 else 0.0,
            prompt=finished.tokens.prompt,
            evaluated=finished.tokens.evaluated,
            completion=written,
        )
