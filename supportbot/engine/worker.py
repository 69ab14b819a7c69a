"""The child process that holds the model: reads commands, writes reports, and ends with its parent.

Started by ``process.WorkerProcess`` with commands on stdin, reports on stdout and complaints on stderr.
It never imports Qt, ignores Ctrl-C, leaves no core dump, and runs below normal priority. llama.cpp aborts
on what it does not like; here that ends one answer and not the app.

Two threads. The first evaluates. The second reads commands: ``Cancel`` and ``Forget`` take effect at once,
even in the middle of an evaluation, and when the pipe closes (the app is gone, however it went) it ends
the process there and then.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

from supportbot.contracts import GenerationFailed, GenerationFinished, TokenCounts
from supportbot.engine import protocol
from supportbot.engine.generation import Writer
from supportbot.engine.llama import LlamaModel, StopFlag, Stopped, open_library
from supportbot.engine.states import StateStore
from supportbot.errors import EngineError, QuestionError, SupportbotError

if TYPE_CHECKING:
    from supportbot.contracts import GenerationRequest, ModelSpec

_BEAT_S = 1.0
_FIRST_COMMAND_S = 10.0
_NICENESS = 5
_PR_SET_DUMPABLE = 4


def main() -> NoReturn:
    """Be a worker until there is nothing more to do."""
    commands, reports = _take_pipes()
    _harden()
    try:
        start = protocol.read_message(commands)
    except (EOFError, EngineError):
        os._exit(1)
    if not isinstance(start, protocol.Start):
        os._exit(1)
    _Worker(start, commands, reports).run()
    # Not sys.exit: the reading thread waits inside a system call, and so would the interpreter.
    os._exit(0)


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the pipes for messages alone: what a library prints goes to stderr."""
    commands = os.fdopen(os.dup(0), "rb")
    reports = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return commands, reports


def _harden() -> None:
    """No Ctrl-C, no dumps of memory that holds a customer's words, no claim on the machine."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.disable()
    if sys.platform != "win32":  # there the parent sets the priority
        import resource

        with contextlib.suppress(OSError):
            os.nice(_NICENESS)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A core_pattern that is a pipe ignores the limit; it respects this.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


class _Outbox:
    """Sends reports, from either thread."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self._last = time.monotonic()

    def send(self, report: protocol.Report) -> None:
        data = protocol.encode(report)
        with self._lock:
            try:
                self._stream.write(data)
                self._stream.flush()
            except OSError:
                os._exit(0)
            self._last = time.monotonic()

    def beat(self) -> None:
        """Say that work goes on, unless something was said a moment ago."""
        if time.monotonic() - self._last > _BEAT_S:
            self.send(protocol.Beat())


class _Inbox(threading.Thread):
    """Reads commands; handles at once what cannot wait, queues the rest."""

    def __init__(self, stream: IO[bytes], outbox: _Outbox, states: StateStore) -> None:
        super().__init__(name="commands", daemon=True)
        self.waiting: queue.Queue[protocol.Command] = queue.Queue()
        self.stop = StopFlag()
        self._stream = stream
        self._outbox = outbox
        self._states = states
        self._lock = threading.Lock()
        self._current: str | None = None
        self._preparing = False
        self._cancelled: set[str] = set()
        self._closing = False
        self._forgotten: set[str | None] = set()

    def run(self) -> None:
        while True:
            try:
                command = protocol.read_message(self._stream)
            except (EOFError, EngineError):
                os._exit(0)
            if isinstance(command, protocol.Cancel):
                self._cancel(command.request_id)
            elif isinstance(command, protocol.Forget):
                self._forget(command)
            elif isinstance(
                command,
                protocol.Generate | protocol.Warm | protocol.Prepare | protocol.Close,
            ):
                if isinstance(command, protocol.Close):
                    self._close()
                self._queue(command)

    def begin(self, request_id: str) -> bool:
        """The evaluation of a request begins; false when it was cancelled before."""
        with self._lock:
            if self._closing or request_id in self._cancelled:
                self._cancelled.discard(request_id)
                return False
            self._current = request_id
            self.stop.clear()
            return True

    def begin_to_prepare(self) -> bool:
        """What is being typed is evaluated until it is asked; false when another command is there already."""
        with self._lock:
            self._preparing = self.waiting.empty() and not self._closing
            if self._preparing:
                self.stop.clear()
            return self._preparing

    def end(self) -> None:
        """It is over."""
        with self._lock:
            self._current, self._preparing = None, False
            if not self._closing:
                self.stop.clear()

    def settle(self, writer: Writer, *, save: bool = False) -> None:
        """Tell the writer what was forgotten; then save the state of its conversation, if it has one."""
        with self._lock:
            for conversation_id in self._forgotten:
                writer.forget(conversation_id)
            self._forgotten.clear()
            if save:
                writer.save()

    def _queue(self, command: protocol.Command) -> None:
        with self._lock:
            self.waiting.put(command)
            if self._preparing and isinstance(command, protocol.Generate):
                self.stop.set()

    def _cancel(self, request_id: str) -> None:
        with self._lock:
            if self._current == request_id:
                self.stop.set()
            else:
                self._cancelled.add(request_id)

    def _forget(self, command: protocol.Forget) -> None:
        # Under the lock of ``settle``: a state that is being written now is deleted afterwards.
        with self._lock:
            self._forgotten.add(command.conversation_id)
            self._states.forget(command.conversation_id)
        self._outbox.send(protocol.Forgotten(command.ticket))

    def _close(self) -> None:
        with self._lock:
            self._closing = True
            self.stop.set()


class _Worker:
    """Handles one command after the other."""

    def __init__(self, start: protocol.Start, commands: IO[bytes], reports: IO[bytes]) -> None:
        self._start = start
        self._outbox = _Outbox(reports)
        self._states = StateStore(Path(start.states_dir))
        self._inbox = _Inbox(commands, self._outbox, self._states)
        self._writer: Writer | None = None
        self._unsaved = False

    def run(self) -> None:
        self._states.tidy()
        self._inbox.start()
        idle_s = max(self._start.idle_unload_s, _FIRST_COMMAND_S)
        while True:
            patience = self._start.save_after_s if self._unsaved else idle_s
            try:
                command = self._inbox.waiting.get(timeout=patience)
            except queue.Empty:
                if self._unsaved:
                    self._save()
                    continue
                self._outbox.send(protocol.Unloaded())
                return
            if isinstance(command, protocol.Close):
                self._save()
                return
            self._handle(command)
            idle_s = self._start.idle_unload_s

    def _handle(self, command: protocol.Command) -> None:
        """The edge of the process: whatever goes wrong with one command becomes a report."""
        request_id = command.request.request_id if isinstance(command, protocol.Generate) else ""
        try:
            if isinstance(command, protocol.Generate):
                self._generate(command.request)
            elif isinstance(command, protocol.Warm):
                self._warm(command)
            elif isinstance(command, protocol.Prepare):
                self._prepare(command.request)
        except SupportbotError as err:
            self._fail(request_id, err.code, err.message, err.remedy)
        except MemoryError:
            self._fail(request_id, "out_of_memory", "The memory is full.", "Close other programs.")
        except Exception as err:  # noqa: BLE001 - see above; the type alone, since a text may quote words
            self._fail(
                request_id, "internal", f"The worker failed: {type(err).__name__}.", "Ask again."
            )

    def _fail(self, request_id: str, code: str, detail: str, remedy: str) -> None:
        self._outbox.send(GenerationFailed(request_id, code, detail, remedy))

    def _generate(self, request: GenerationRequest) -> None:
        if not self._inbox.begin(request.request_id):
            nothing = TokenCounts(0, 0, 0)
            self._outbox.send(GenerationFinished(request.request_id, "cancelled", "", nothing))
            return
        try:
            writer = self._loaded()
            self._inbox.settle(writer)
            self._outbox.send(writer.write(request, self._outbox.send))
            self._unsaved = True
        finally:
            self._inbox.end()

    def _warm(self, command: protocol.Warm) -> None:
        with contextlib.suppress(Stopped):
            self._outbox.send(protocol.Warmed(self._loaded().warm(command.prompt)))

    def _prepare(self, request: GenerationRequest) -> None:
        writer = self._loaded()
        self._save()  # the state of the last answer, before the words of the next question join it
        if not self._inbox.begin_to_prepare():
            return
        try:
            with contextlib.suppress(Stopped, QuestionError):
                self._outbox.send(protocol.Warmed(writer.prepare(request)))
        finally:
            self._inbox.end()

    def _loaded(self) -> Writer:
        if self._writer is None:
            start = self._start
            library = open_library(start.avoid, gpu=start.spec.device != "cpu")
            # Said first: the library may crash the process as soon as it computes something.
            self._outbox.send(protocol.Processor(library.variant, gpu=bool(library.gpus)))
            model = LlamaModel(
                start.spec, stop=self._inbox.stop, beat=self._outbox.beat, avoid=start.avoid
            )
            self._states.identity = f"{_identity(start.spec)} {model.build} {model.backend}"
            self._writer = Writer(model, self._states)
            self._outbox.send(protocol.Ready(model.backend, model.notice))
        return self._writer

    def _save(self) -> None:
        if self._unsaved and self._writer is not None:
            self._inbox.settle(self._writer, save=True)
        self._unsaved = False


def _identity(spec: ModelSpec) -> str:
    """What a saved state depends on. Sizes and times too: a file may be used without being hashed."""
    parts = [spec.identity, str(spec.context_tokens)]
    for path in (spec.path, *(adapter.path for adapter in spec.adapters)):
        with contextlib.suppress(OSError):
            stat = Path(path).stat()
            parts.append(f"{stat.st_size}.{stat.st_mtime_ns}")
    return " ".join(parts)
