"""llama.cpp's backends: which processor code and which graphics processors run, and what it complains about.

Works on the package it is handed (``llama`` imports it). Must not touch models or contexts.

A portable build carries one library for each processor generation and loads none by itself; left alone,
ggml would also look into the current folder for them. A build for one machine has everything inside.
Both work. The variant that a processor claims to support may still crash on it (a virtual machine that
shows matrix instructions and does not execute them), so variants can be avoided by name.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.errors import EngineError

if TYPE_CHECKING:
    from types import ModuleType

BUILT_IN = "built-in"
"""The processor code of a build for one machine."""
PLAIN = "built-in, plain"
"""The same without weight repacking, and so without the matrix instructions that only it uses."""

_CPU, _GPU, _INTEGRATED_GPU = 0, 1, 2
_LEVEL_ERROR = 4
_callbacks: list[object] = []
"""Never freed: llama.cpp holds only the address, and logs also after a library turned out unusable."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Library:
    """The native library with its backends loaded.

    Attributes:
        api: The ``llama_cpp.llama_cpp`` module.
        version: Of the binding and of the library under it; part of a saved state's identity.
        variant: Which processor code runs.
        gpus: Descriptions of the graphics processors it can use.
        errors: The last lines llama.cpp wrote at level error.
    """

    api: ModuleType
    version: str
    variant: str
    gpus: tuple[str, ...]
    errors: deque[str]

    def said(self) -> str:
        """What llama.cpp last complained about, and forget it."""
        lines = "; ".join(self.errors)
        self.errors.clear()
        return lines


def load_library(
    package: ModuleType, api: ModuleType, avoid: tuple[str, ...], *, gpu: bool
) -> Library:
    """Load the backends that come with the package.

    Args:
        package: The ``llama_cpp`` package.
        api: Its ``llama_cpp.llama_cpp`` module.
        avoid: Processor variants not to load because they crashed here.
        gpu: Whether to load graphics backends where the build has some.

    Raises:
        EngineError: ``cpu_unsupported``: nothing that is left runs on this processor.
    """
    errors = _listen(api)
    folder = Path(str(package.__file__)).parent / "lib"
    ggml = _registry(api, folder)
    variant = _load_backends(ggml, folder, avoid, gpu=gpu)
    api.llama_backend_init()
    devices = _devices(ggml, folder)
    if not any(kind == _CPU for kind, _ in devices):
        raise _unsupported()
    return Library(
        api=api,
        version=f"{package.__version__}/{api.llama_version().decode(errors='replace')}",
        variant=variant,
        gpus=tuple(name for kind, name in devices if kind in (_GPU, _INTEGRATED_GPU)),
        errors=errors,
    )


def _listen(api: ModuleType) -> deque[str]:
    """The last lines that llama.cpp wrote at level error, from now on."""
    errors: deque[str] = deque(maxlen=8)

    def receive(level: int, text: bytes, _user_data: object) -> None:
        line = text.decode(errors="replace").strip()
        if level == _LEVEL_ERROR and line:
            errors.append(line)
        elif line:
            _log.debug("llama.cpp: %s", line)

    _callbacks.append(api.llama_log_callback(receive))
    api.llama_log_set(_callbacks[-1], ctypes.c_void_p(0))
    return errors


def _registry(api: ModuleType, folder: Path) -> ctypes.CDLL:
    """The library that holds ggml's registry, through the handle the package already has.

    A copy opened by path would have a registry of its own, which llama.cpp never sees. Windows looks
    symbols up in one module only, and there a known path returns the module that is loaded.
    """
    lib: ctypes.CDLL = api._lib  # the package offers no other handle
    if sys.platform == "win32":
        lib = ctypes.CDLL(str(folder / "ggml.dll"))
    lib.ggml_backend_load.argtypes = [ctypes.c_char_p]
    lib.ggml_backend_load.restype = ctypes.c_void_p
    lib.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
    lib.ggml_backend_dev_get.restype = ctypes.c_void_p
    lib.ggml_backend_dev_count.restype = ctypes.c_size_t
    return lib


def _devices(ggml: ctypes.CDLL, folder: Path) -> list[tuple[int, str]]:
    base = ctypes.CDLL(str(folder / "ggml-base.dll")) if sys.platform == "win32" else ggml
    base.ggml_backend_dev_type.argtypes = [ctypes.c_void_p]
    base.ggml_backend_dev_description.argtypes = [ctypes.c_void_p]
    base.ggml_backend_dev_description.restype = ctypes.c_char_p
    found = []
    for index in range(ggml.ggml_backend_dev_count()):
        device = ggml.ggml_backend_dev_get(index)
        name = base.ggml_backend_dev_description(device).decode(errors="replace")
        found.append((base.ggml_backend_dev_type(device), name))
    return found


def _load_backends(ggml: ctypes.CDLL, folder: Path, avoid: tuple[str, ...], *, gpu: bool) -> str:
    """Load graphics backends, then the best processor variant not to be avoided; its name."""
    suffix = ".dll" if sys.platform == "win32" else ".so"
    files = {
        file.stem.removeprefix("lib").removeprefix("ggml-"): file
        for file in sorted(folder.glob(f"*ggml-*{suffix}"))
    }
    variants = {name: file for name, file in files.items() if name.partition("-")[0] == "cpu"}
    if ggml.ggml_backend_dev_count():
        return _built_in(avoid)
    if gpu:
        for name in files.keys() - variants.keys() - {"base", "rpc"}:
            ggml.ggml_backend_load(os.fsencode(files[name]))
    for name in _ranked(variants):
        if name not in avoid and ggml.ggml_backend_load(os.fsencode(variants[name])):
            return name
    raise _unsupported()


def _built_in(avoid: tuple[str, ...]) -> str:
    if PLAIN in avoid:
        raise _unsupported()
    return PLAIN if BUILT_IN in avoid else BUILT_IN


def _ranked(variants: dict[str, Path]) -> list[str]:
    """The variants this processor claims to support, best first, by the score each gives itself."""
    scores: dict[str, int] = {}
    for name, file in variants.items():
        try:
            scores[name] = ctypes.CDLL(str(file)).ggml_backend_score()
        except OSError:
            continue
        except AttributeError:
            scores[name] = 1
    return sorted((n for n, score in scores.items() if score > 0), key=lambda n: -scores[n])


def _unsupported() -> EngineError:
    return EngineError(
        "This computer's processor cannot run the model.",
        "A 64-bit processor of 2009 or later is needed; answers still come from the help pages.",
        code="cpu_unsupported",
    )
