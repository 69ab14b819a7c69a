"""Looks up what ``supportbot.quality.doctor`` judges: processor, memory, disk, devices, files, packages.

Writes nothing but a probe file that it removes again, and reaches no network. llama.cpp is loaded in a
child process, since it may end the process that loads it.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import multiprocessing
import platform
import shutil
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from supportbot.errors import DatabaseDamagedError, SupportbotError
from supportbot.history.migrations import MIGRATIONS
from supportbot.paths import fault_from
from supportbot.quality.doctor import Check, Devices, check_disk, check_memory, failed
from supportbot.storage import check_integrity, open_database

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from supportbot.paths import AppPaths

PACKAGES = {
    "llama-cpp-python": "llama_cpp",
    "numpy": "numpy",
    "pydantic": "pydantic",
    "platformdirs": "platformdirs",
    "psutil": "psutil",
    "typer": "typer",
    "rich": "rich",
    "PySide6-Essentials": "PySide6",
}
FEATURES = (
    "sse4_2", "avx", "f16c", "fma", "avx2", "avx512f", "avx512_vnni", "avx512_bf16", "avx_vnni", "amx_int8",
    "neon", "asimd", "asimddp", "i8mm", "sve", "sme",
)  # fmt: skip
DEVICE_TIMEOUT_S = 60.0


def package_versions() -> dict[str, str | None]:
    """Versions by package; ``None`` for what is not there."""
    return {name: _version(name, module) for name, module in PACKAGES.items()}


def processor_features() -> tuple[str, ...] | None:
    """The vector instructions that matter, where the system says which there are (Linux)."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    lines = [line for line in text.splitlines() if line.startswith(("flags", "Features"))]
    flags = set(lines[0].partition(":")[2].split()) if lines else set()
    return tuple(name for name in FEATURES if name in flags) if flags else None


def look_at_memory(model_bytes: int | None) -> list[Check]:
    """Memory against what the model needs."""
    memory = psutil.virtual_memory()
    return check_memory(memory.available, memory.total, model_bytes)


def look_at_disk(folder: Path, missing_bytes: int) -> list[Check]:
    """The disk that the data folder is on, whether or not the folder is there yet."""
    place = next(parent for parent in (folder, *folder.parents) if parent.exists())
    try:
        free = shutil.disk_usage(place).free
    except OSError as err:
        return [failed("disk", fault_from(err, place, "The disk at {} cannot be looked at."))]
    return check_disk(folder, free, missing_bytes)


def look_at_access(paths: AppPaths) -> list[Check]:
    """Whether every folder can be written, by writing."""
    folders = (paths.root, paths.states_dir, paths.models_dir, paths.logs_dir, paths.worker_dir)
    for folder in folders:
        try:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"\0" * 4096)
                file.flush()
        except OSError as err:
            return [failed("access", fault_from(err, folder, "The folder {} cannot be written."))]
    return [Check("access", "ok", f"{paths.root} can be written")]


def look_at_history(database: Path) -> list[Check]:
    """Whether the conversations can be read, every page of them."""
    if not database.exists():
        return [Check("history", "ok", "no conversations yet")]
    try:
        with contextlib.closing(open_database(database, MIGRATIONS)) as connection:
            check_integrity(connection, database)
    except DatabaseDamagedError as err:
        return [failed("history", err)]
    except SupportbotError as err:
        return [Check("history", "warn", err.message, err.remedy)]
    return [Check("history", "ok", f"{database} is sound")]


def find_devices(avoid: tuple[str, ...] = (), *, gpu: bool = True) -> Devices | None:
    """What llama.cpp can run on, asked in a child process; ``None`` when it cannot be loaded."""
    spawn = multiprocessing.get_context("spawn")
    receiver, sender = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_tell_devices, args=(sender, avoid, gpu), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(DEVICE_TIMEOUT_S):
            return None
        found = receiver.recv()
    except EOFError:
        return None
    finally:
        receiver.close()
        process.kill()
        process.join()
        process.close()
    return found if isinstance(found, Devices) else None


def system_line() -> str:
    """Python and the system it runs on."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}"


def _tell_devices(sender: Connection, avoid: tuple[str, ...], gpu: bool) -> None:
    from supportbot.engine.llama import open_library

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's
    with contextlib.suppress(SupportbotError, OSError):
        library = open_library(avoid, gpu=gpu)
        sender.send(Devices(library.variant, library.gpus))


def _version(name: str, module: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        # A frozen program carries the modules without their metadata.
        return "(version unknown)" if importlib.util.find_spec(module) else None
