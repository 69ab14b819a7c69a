"""Why a worker ended, in a code and in words. Pure."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass

_OUT_OF_MEMORY = (
    "out of memory", "failed to allocate", "unable to allocate", "cannot allocate", "bad_alloc",
    "memoryerror", "not enough memory", "insufficient memory",
)  # fmt: skip
_SIGNS = ("ggml_assert", "cuda error", "cuda", "vulkan", "metal", "error", "abort", "terminate")


@dataclass(frozen=True, slots=True)
class End:
    """A worker's end: a stable code, a line for a log, and what the customer can do."""

    code: str
    detail: str
    remedy: str


def is_out_of_memory(text: str) -> bool:
    """Whether a line of llama.cpp, ggml, a driver or Python says that memory ran out."""
    lowered = text.lower()
    return any(sign in lowered for sign in _OUT_OF_MEMORY)


def explain(exit_code: int | None, complaint: str, *, hung: bool) -> End:
    """What an end means.

    Args:
        exit_code: As Python gives it; negative is a signal.
        complaint: The last lines of stderr.
        hung: Whether it was killed because nothing was heard of it.
    """
    detail = "; ".join(part for part in (_how(exit_code), _telling_line(complaint)) if part)
    if hung:
        return End("hang", f"no sign of life; {detail}", "Ask again.")
    if is_out_of_memory(complaint):
        return End("out_of_memory", detail, "Close other programs, then ask again.")
    return End("crashed", detail, "Ask again; the question is still there.")


def _how(exit_code: int | None) -> str:
    if exit_code is None:
        return "the end is not known"
    if exit_code < 0 and sys.platform != "win32":
        try:
            return f"killed by {signal.Signals(-exit_code).name}"
        except ValueError:
            return f"killed by signal {-exit_code}"
    return f"exit code {exit_code}"


def _telling_line(complaint: str) -> str:
    """The line of stderr that names the cause best: an assertion before a mere error, late before early."""
    lines = complaint.splitlines()
    for sign in _SIGNS:
        for line in reversed(lines):
            if sign in line.lower():
                return line[:300]
    return lines[-1][:300] if lines else ""
