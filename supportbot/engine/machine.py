"""What this machine can spare: threads, and memory for repacked weights. Loads no llama.cpp."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from supportbot.contracts import ModelSpec

_GIBIBYTE = 1 << 30
_REPACKED_FACTOR = 2.6


def threads() -> int:
    """Physical cores this process may use: more threads only wait for each other's memory."""
    allowed = os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        allowed = len(os.sched_getaffinity(0))
    return max(1, min(psutil.cpu_count(logical=False) or allowed, allowed))


def memory_mode(spec: ModelSpec) -> str:
    """``mapped`` or ``repacked``: the latter writes faster, but other programs cannot have its memory."""
    if spec.memory != "auto":
        return spec.memory
    try:
        size = Path(spec.path).stat().st_size
    except OSError:
        return "mapped"
    roomy = psutil.virtual_memory().available > _REPACKED_FACTOR * size + _GIBIBYTE
    return "repacked" if roomy else "mapped"
