"""Remembers which processor variants of llama.cpp crashed here, so that the next start is right at once.

One small file beside the saved states; it belongs to one processor and one llama.cpp.
Imports no llama.cpp: this is the app's side.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import platform
from pathlib import Path

from pydantic import BaseModel, ValidationError

from supportbot.errors import EnvironmentFault
from supportbot.paths import write_atomically

FILE_NAME = "cpu.json"


class _Crashed(BaseModel):
    """The file: a processor's key, and the variants not to load on it."""

    key: str
    variants: tuple[str, ...] = ()


def crashed_variants(folder: Path) -> tuple[str, ...]:
    """The variants that crashed on this very processor with this very llama.cpp."""
    try:
        known = _Crashed.model_validate_json((folder / FILE_NAME).read_bytes())
    except (OSError, ValidationError):
        return ()
    return known.variants if known.key == processor_key() else ()


def remember_crash(folder: Path, variants: tuple[str, ...]) -> None:
    """Keep the list. A disk that is full costs only a slow next start."""
    text = _Crashed(key=processor_key(), variants=variants).model_dump_json()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(folder / FILE_NAME, text.encode())
    except (OSError, EnvironmentFault):
        return


def processor_key() -> str:
    """A hash of what decides which code runs: processor, its flags, and llama.cpp's version."""
    try:
        build = importlib.metadata.version("llama-cpp-python")
    except importlib.metadata.PackageNotFoundError:
        build = ""
    parts = [platform.machine(), platform.processor(), build, *_cpuinfo()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _cpuinfo() -> list[str]:
    """Name and flags of the first processor, where the system has such a file."""
    try:
        text = Path("/proc/cpuinfo").read_text(errors="replace")
    except OSError:
        return []
    first = text.partition("\n\n")[0]
    return [
        line for line in first.splitlines() if line.startswith(("model name", "flags", "Features"))
    ]
