"""The engine as the app holds it: questions in, events out, whatever happens to the worker process.

Owns restarts, the watchdog, cancellation and the choice of processor variants. Never loads llama.cpp, never
touches Qt, and never lets a fault of the worker out as an exception: it becomes an event.

When the worker dies before it showed text, it is restarted once and the question asked again; a second
death, or one in the middle of an answer, ends the question with ``GenerationFailed``. Two ends are none:
a worker that was idle and unloaded, and one whose processor variant used an instruction the processor does
not have. The latter is started again with the next lower variant, which is remembered.
"""

from __future__ import annotations

import dataclasses
import logging
import threading
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.contracts import (
    GPU_FAILED,
    EngineStopped,
    GenerationFailed,
    GenerationFinished,
    ModelInfo,
    ModelLoading,
    ModelReady,
)
from supportbot.engine import cpu, protocol
from supportbot.engine.ends import explain
from supportbot.engine.process import WorkerProcess
from supportbot.engine.states import StateStore
from supportbot.engine.watch import Run, Watch
from supportbot.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from supportbot.contracts import EngineEvent, GenerationRequest, ModelSpec, Prompt
    from supportbot.engine.ends import End

_log = logging.getLogger(__name__)


class EngineClient:
    """A ``contracts.Backend`` that runs a GGUF in a child process. Safe to use from several threads.

    Args:
        spec: What to load, at the first question or ``warm``.
        states_dir: Where saved states are kept, and which processor variants crashed.
        worker_dir: The worker's current folder; must be ours and empty.
        idle_unload_s: After so long without a question the worker ends and its memory is free.
        hang_timeout_s: A worker that gives no sign of life for so long is killed.
        save_after_s: How long after an answer its state is saved.
    """

    def __init__(
        self,
        spec: ModelSpec,
        *,
        states_dir: Path,
        worker_dir: Path,
        idle_unload_s: float = 600.0,
        hang_timeout_s: float = 60.0,
        save_after_s: float = 1.0,
    ) -> None:
        self._spec = _absolute(spec)
        self._states_dir = states_dir
        self._worker_dir = worker_dir
        self._idle_unload_s = idle_unload_s
        self._hang_timeout_s = hang_timeout_s
        self._save_after_s = save_after_s
        self._turn = threading.Lock()
        self._lock = threading.RLock()  # guards everything below
        self._worker: WorkerProcess | None = None
        self._launched: list[WorkerProcess] = []
        self._runs: dict[str, Run] = {}
        self._cancelled_early: deque[str] = deque(maxlen=64)
        self._avoid: tuple[str, ...] | None = None
        self._announced: WorkerProcess | None = None
        self._backend: str | None = "cpu" if spec.device == "cpu" else None
        self._notice = ""
        self._warmed_with: Prompt | None = None
        self._prepares = True
        self._prepared_by: WorkerProcess | None = None
        self._closed = False

    @property
    def model(self) -> ModelInfo:
        """What is loaded or would be; ``backend`` is ``None`` until the first load has chosen one."""
        return ModelInfo(self._spec.id, self._spec.sha256 or None, self._backend)

    @property
    def worker_pid(self) -> int | None:
        """The worker's process id, for measuring its memory; ``None`` while there is none."""
        with self._lock:
            return self._worker.pid if self._worker else None

    def generate(self, request: GenerationRequest) -> Iterator[EngineEvent]:
        """Write one answer; ends with one ``GenerationFinished`` or ``GenerationFailed``, always.

        A second call waits for the first. Leaving the iterator early cancels the answer.
        """
        run = Run(request)
        with self._lock:
            self._runs[run.id] = run
            self._prepared_by = None
            if run.id in self._cancelled_early:
                run.cancelled_at = time.monotonic()
        over = False
        try:
            for event in self._in_turn(run):
                over = isinstance(event, GenerationFinished | GenerationFailed)
                yield event
        finally:
            if not over:
                self.cancel(run.id)
            with self._lock:
                del self._runs[run.id]

    def cancel(self, request_id: str) -> None:
        """Stop that answer, or keep it from beginning; returns at once."""
        with self._lock:
            run, worker = self._runs.get(request_id), self._worker
            if run is None:
                self._cancelled_early.append(request_id)
                return
            if run.cancelled_at is None:
                run.cancelled_at = time.monotonic()
        if worker:
            worker.send(protocol.Cancel(request_id))
            worker.wake()

    def warm(self, prompt: Prompt) -> None:
        """Load the model and evaluate the prompt's prefix in the background, as soon as someone types."""
        with self._lock:
            self._warmed_with = prompt
            try:
                worker = self._running_worker()
            except EngineError as err:
                _log.info("the model was not warmed: %s", err.message)
                return
        worker.send(protocol.Warm(prompt))

    def prepare(self, request: GenerationRequest) -> None:
        """Evaluate the beginning of a request that is still being typed, in the background."""
        with self._lock:
            if self._runs or not self._prepares:
                return
            try:
                worker = self._prepared_by = self._running_worker()
            except EngineError as err:
                _log.info("nothing was prepared: %s", err.message)
                return
        worker.send(protocol.Prepare(request))

    def forget(self, conversation_id: str | None) -> None:
        """Delete the saved states of one conversation, or all; none is on the disk when this returns."""
        with self._lock:
            worker = self._worker
        if worker:
            worker.forget(conversation_id)
        StateStore(self._states_dir).forget(conversation_id)

    def close(self) -> None:
        """Save what is worth saving and end the worker; leaves no process, thread or pipe."""
        with self._lock:
            self._closed = True
            workers, runs = list(self._launched), list(self._runs)
        for request_id in runs:
            self.cancel(request_id)
        for worker in workers:
            worker.close()

    # -- one question

    def _in_turn(self, run: Run) -> Iterator[EngineEvent]:
        waited_until = time.monotonic() + self._hang_timeout_s
        while not self._turn.acquire(timeout=0.05):
            if run.cancelled_at is not None:
                yield run.cancelled()
                return
            if time.monotonic() > waited_until:
                yield run.failed("busy", "Another answer is still being written.", "Ask again.")
                return
        try:
            yield from self._with_restarts(run)
        finally:
            self._turn.release()

    def _with_restarts(self, run: Run) -> Iterator[EngineEvent]:
        while True:
            try:
                with self._lock:
                    worker = self._running_worker()
            except EngineError as err:
                yield run.failed(err.code, err.message, err.remedy)
                return
            over = yield from self._follow(run, worker)
            if over:
                return
            events = self._after_end(run, worker)
            yield from events
            if events and not isinstance(events[-1], EngineStopped):
                return

    def _follow(self, run: Run, worker: WorkerProcess) -> Generator[EngineEvent, None, bool]:
        """Ask this worker and pass on what it says; false when it ended before the answer did."""
        if worker.ready is None:
            yield ModelLoading(run.id, self._spec.id)
        if run.cancelled_at is None:
            worker.send(protocol.Generate(run.request))
        watch = Watch(worker, run, self._hang_timeout_s)
        while True:
            if worker.ready is None and run.cancelled_at is not None:
                yield run.cancelled()  # the worker goes on loading, for the next question
                return True
            if worker.ready is not None and self._announced is not worker:
                yield self._announce(run, worker, worker.ready)
            event = run.taken(watch.next())
            if event is not None:
                yield event
            if watch.ended or isinstance(event, GenerationFinished | GenerationFailed):
                return not watch.ended

    def _announce(self, run: Run, worker: WorkerProcess, ready: protocol.Ready) -> ModelReady:
        with self._lock:
            self._announced, self._backend = worker, ready.backend
        return ModelReady(run.id, self._spec.id, ready.backend, self._notice or ready.notice)

    def _after_end(self, run: Run, worker: WorkerProcess) -> list[EngineEvent]:
        """What a worker's end means for the question; without a final event it is asked again."""
        with self._lock:
            closed = self._closed
        worker.close(patience_s=0)
        if run.cancelled_at is not None and not closed:
            self.warm(run.request.prompt)
            return [run.cancelled()]
        if closed:
            return [run.failed("closed", "The engine was closed.", "Start the app again.")]
        if worker.unloaded or (worker.illegal_instruction and self._learn(worker)):
            return []
        end = explain(worker.exit_code, worker.complaint, hung=run.hung)
        stopped = EngineStopped(run.id, worker.exit_code, end.detail)
        if run.shown or run.restarted:
            return [stopped, run.failed(end.code, end.detail, end.remedy)]
        run.restarted = True
        self._be_careful(worker, end)
        return [stopped]

    # -- workers

    def _running_worker(self) -> WorkerProcess:
        """The worker, started if there is none. Call with the lock held."""
        if self._closed:
            raise EngineError("The engine was closed.", "Start the app again.", code="closed")
        if (
            self._worker is not None
            and self._worker.exit_code is None
            and not self._worker.unloaded
        ):
            return self._worker
        if self._avoid is None:
            self._avoid = cpu.crashed_variants(self._states_dir)
        start = protocol.Start(
            spec=self._spec,
            states_dir=str(self._states_dir.absolute()),
            avoid=self._avoid,
            idle_unload_s=self._idle_unload_s,
            save_after_s=self._save_after_s,
        )
        self._launched = [worker for worker in self._launched if not worker.gone]
        self._worker = WorkerProcess(start, self._worker_dir, self._on_exit)
        self._launched.append(self._worker)
        return self._worker

    def _on_exit(self, worker: WorkerProcess) -> None:
        """In the worker's reading thread: a variant that crashed while warming is replaced at once."""
        worker.close()
        lowered = worker.illegal_instruction and self._learn(worker)
        with self._lock:
            if self._worker is worker:
                self._worker = None
            if self._prepared_by is worker and not (worker.unloaded or lowered or self._closed):
                self._prepares = False
                _log.info("the worker ended while a question was being typed: none is prepared now")
            prompt = self._warmed_with
            if not lowered or self._runs or self._closed or prompt is None:
                return
        self.warm(prompt)

    def _learn(self, worker: WorkerProcess) -> bool:
        """Avoid the variant of a worker that died of an unknown instruction; false if that explains nothing."""
        if worker.variant is None or worker.wrote:
            return False
        with self._lock:
            known = self._avoid or ()
            if worker.variant not in known:
                self._avoid = (*known, worker.variant)
                cpu.remember_crash(self._states_dir, self._avoid)
                _log.info("processor variant %s does not run here", worker.variant)
        return True

    def _be_careful(self, worker: WorkerProcess, end: End) -> None:
        """Load more modestly after a death: less memory, and not where it died."""
        on_gpu = worker.gpu if worker.ready is None else worker.ready.backend == "gpu"
        with self._lock:
            if on_gpu and self._spec.device != "cpu":
                self._spec = dataclasses.replace(self._spec, device="cpu")
                self._notice = GPU_FAILED
            if end.code == "out_of_memory":
                self._spec = dataclasses.replace(self._spec, memory="mapped")


def _absolute(spec: ModelSpec) -> ModelSpec:
    """The same files, seen from the worker's folder."""
    adapters = tuple(
        dataclasses.replace(adapter, path=str(Path(adapter.path).absolute()))
        for adapter in spec.adapters
    )
    return dataclasses.replace(spec, path=str(Path(spec.path).absolute()), adapters=adapters)
