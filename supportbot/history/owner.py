"""Which running program this is, so that another can tell whether it still runs."""

from __future__ import annotations

import os
from functools import lru_cache

import psutil


@lru_cache(maxsize=1)
def this_program() -> str:
    """A name for this process that no later one has: its id and when it began."""
    return _name_of(os.getpid())


def is_running(name: str) -> bool:
    """Whether the program of that name still runs."""
    number = name.partition("/")[0]
    try:
        ended = psutil.Process(int(number)).status() == psutil.STATUS_ZOMBIE
        return not ended and _name_of(int(number)) == name
    except (psutil.Error, ValueError):
        return False


def _name_of(pid: int) -> str:
    return f"{pid}/{psutil.Process(pid).create_time():.2f}"
