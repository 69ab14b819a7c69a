"""One worker process seen from outside: its start, its pipes, what it complained about, how it ended.

Decides nothing about restarts; that is ``client``'s. A plain child of the interpreter is used rather than
``multiprocessing``: environment, current folder and stderr can then be set before the first line of it
runs, and the main module (which may import Qt) is not imported a second time.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from supportbot.contracts import TextDelta
from supportbot.engine import protocol
from supportbot.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.engine.protocol import Command, Report, Start

WORKER_FLAG = "--engine-worker"
"""The argument on which a frozen app must call ``supportbot.engine.worker.main`` before all else."""

CLOSE_TIMEOUT_S = 3.0
SEND_TIMEOUT_S = 5.0

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from supportbot.engine.worker import main; main()"
# Each of these can put foreign code into the worker before our first line runs.
_DROPPED = frozenset(
    {"GGML_BACKEND_PATH", "LLAMA_CPP_LIB_PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT",
     "DYLD_INSERT_LIBRARIES", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"}
)  # fmt: skip
_WINDOWS_ILLEGAL_INSTRUCTION = 0xC000001D
_log = logging.getLogger(__name__)


class WorkerProcess:
    """A worker that was started.

    Attributes:
        reports: What it says, in order; ``None`` is put at its end, and by ``wake`` at any time.
        variant: The processor variant it loaded, once it said so.
        ready: Its ``Ready`` report, once the model is loaded.
        gpu: Whether it found a graphics processor, once it said so.
        wrote: Whether it ever wrote text, and so runs on this processor.
        unloaded: Whether it said that it ends because it was idle.
        exit_code: How it ended, as Python gives it; ``None`` while it runs.

    Args:
        start: Its first command.
        worker_dir: Its current folder: empty, ours.
        on_exit: Called once in a thread of the process object, after the end was put into ``reports``.

    Raises:
        EngineError: ``worker_start``: the system would not start it.
    """

    def __init__(
        self, start: Start, worker_dir: Path, on_exit: Callable[[WorkerProcess], None]
    ) -> None:
        self.reports: queue.SimpleQueue[Report | None] = queue.SimpleQueue()
        self.variant: str | None = None
        self.ready: protocol.Ready | None = None
        self.gpu = False
        self.wrote = False
        self.unloaded = False
        self.exit_code: int | None = None
        self._complaints: deque[str] = deque(maxlen=40)
        self._acknowledged: dict[int, threading.Event] = {}
        self._tickets = itertools.count()
        self._sending = threading.Lock()
        self._process, self._stdin, self._stdout, self._stderr = _spawn(worker_dir)
        self._drain = threading.Thread(target=self._drain_stderr, name="engine-stderr", daemon=True)
        self._reader = threading.Thread(
            target=self._read, args=(on_exit,), name="engine-reports", daemon=True
        )
        self._drain.start()
        self._reader.start()
        self.send(start)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def computed_s(self) -> float:
        """Processor time it has used; none once it ended."""
        import psutil  # rarely asked for, and this module is on the way to the first window

        try:
            times = psutil.Process(self.pid).cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system)

    @property
    def gone(self) -> bool:
        """Whether nothing is left of it: no process, no thread."""
        return not self._reader.is_alive()

    @property
    def complaint(self) -> str:
        """The last lines it wrote to stderr."""
        return "\n".join(self._complaints)

    @property
    def illegal_instruction(self) -> bool:
        """Whether it ended because the processor did not know an instruction."""
        if sys.platform == "win32":
            code = self.exit_code
            return code is not None and code & 0xFFFFFFFF == _WINDOWS_ILLEGAL_INSTRUCTION
        return self.exit_code == -signal.SIGILL

    def send(self, command: Command) -> bool:
        """Send a command; false when the worker is gone, or so stuck that it had to be killed."""
        data = protocol.encode(command)
        # A stopped worker does not read, and a full pipe would block for ever.
        guard = threading.Timer(SEND_TIMEOUT_S, self.kill)
        guard.daemon = True
        guard.start()
        try:
            with self._sending:
                self._stdin.write(data)
                self._stdin.flush()
        except (OSError, ValueError):
            return False
        finally:
            guard.cancel()
            guard.join()
        return True

    def wake(self) -> None:
        """Make a reader of ``reports`` look around."""
        self.reports.put(None)

    def forget(self, conversation_id: str | None) -> None:
        """Have saved states deleted and none written again; a worker that does not answer is killed."""
        ticket = next(self._tickets)
        done = self._acknowledged[ticket] = threading.Event()
        sent = self.send(protocol.Forget(ticket, conversation_id)) and self.exit_code is None
        if sent and not done.wait(SEND_TIMEOUT_S):
            self.kill()
            self._reader.join(CLOSE_TIMEOUT_S)
        self._acknowledged.pop(ticket, None)

    def kill(self) -> None:
        """End it now. Its end is reported as always."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def close(self, *, patience_s: float = CLOSE_TIMEOUT_S) -> None:
        """Let it save and end, or end it; afterwards no process, thread or pipe of it is left.

        From ``on_exit`` it only closes the pipes: the thread that calls it is the last to go.
        """
        if threading.current_thread() is not self._reader:
            if self.exit_code is None and patience_s > 0 and self.send(protocol.Close()):
                self._reader.join(patience_s)
            self.kill()
            self._reader.join(CLOSE_TIMEOUT_S)  # one stuck in a driver cannot be ended
        with contextlib.suppress(OSError):  # what was still to be sent
            self._stdin.close()

    def _read(self, on_exit: Callable[[WorkerProcess], None]) -> None:
        with contextlib.suppress(EOFError, EngineError):
            while True:
                self._note(protocol.read_message(self._stdout))
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(CLOSE_TIMEOUT_S)
        self._process.kill()
        self.exit_code = self._process.wait()
        self._drain.join()
        self._stdout.close()
        for done in list(self._acknowledged.values()):
            done.set()
        self.reports.put(None)
        on_exit(self)

    def _note(self, report: Command | Report) -> None:
        if isinstance(report, protocol.Forgotten):
            done = self._acknowledged.get(report.ticket)
            if done:
                done.set()
            return
        if isinstance(report, protocol.Processor):
            self.variant, self.gpu = report.variant, report.gpu
        elif isinstance(report, protocol.Ready):
            self.ready = report
        elif isinstance(report, TextDelta):
            self.wrote = True
        elif isinstance(report, protocol.Unloaded):
            self.unloaded = True
        self.reports.put(cast("Report", report))

    def _drain_stderr(self) -> None:
        for line in self._stderr:
            text = line.decode(errors="replace").strip()[:500]
            if text:
                self._complaints.append(text)
                _log.debug("worker %d: %s", self.pid, text)
        self._stderr.close()


def _spawn(worker_dir: Path) -> tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes], IO[bytes]]:
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    try:
        worker_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=worker_dir,
            env=_environment(),
            start_new_session=sys.platform != "win32",  # Ctrl-C in a terminal is the app's
            creationflags=flags,
        )
    except OSError as err:
        raise EngineError(
            f"The worker process could not be started: {err.strerror}.",
            "Close other programs, then ask again.",
            code="worker_start",
        ) from err
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise AssertionError("pipes were asked for")
    return process, process.stdin, process.stdout, process.stderr


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    # -I: no variables, no user folder, not the current folder; our own path is handed over instead.
    paths = [str(Path(path).absolute()) for path in sys.path]
    return [sys.executable, "-I", "-c", _BOOT, *paths]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    # A failed assertion would otherwise start a debugger on the process and print memory.
    return {**kept, "GGML_NO_BACKTRACE": "1"}
