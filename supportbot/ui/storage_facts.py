"""What is kept on this computer, where, and how much room it takes. Knows no Qt."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.paths import AppPaths

Kind = Literal["conversations", "states", "models", "settings", "logs"]


@dataclass(frozen=True, slots=True)
class Stored:
    """One kind of thing that is kept, and its size in bytes."""

    kind: Kind
    size_bytes: int


def look_at_storage(paths: AppPaths) -> tuple[Stored, ...]:
    """Everything that is kept; reads names and sizes only. May take a moment."""
    database = paths.database
    tails = ("", "-wal", "-shm")
    return (
        Stored("conversations", sum(_size(database.with_name(database.name + t)) for t in tails)),
        Stored("states", _size(paths.states_dir)),
        Stored("models", _size(paths.models_dir)),
        Stored("settings", _size(paths.settings_file)),
        Stored("logs", _size(paths.logs_dir)),
    )


def _size(path: Path) -> int:
    """Of a file, or of all files below a folder; what cannot be seen counts for nothing."""
    if not path.is_dir():
        try:
            return path.stat().st_size
        except OSError:
            return 0
    total = 0
    for folder, _, names in os.walk(path):
        for name in names:
            try:
                total += os.stat(os.path.join(folder, name), follow_symlinks=False).st_size  # noqa: PTH116, PTH118
            except OSError:
                continue
    return total
