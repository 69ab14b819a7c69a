"""The converters of the very llama.cpp that answers: taken from the sdist of the installed llama-cpp-python.

A converter of another version may write what the app cannot read; the installed version's own cannot.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from supportbot.errors import NetworkError, NotInstalledError

PACKAGE = "llama-cpp-python"
_WANTED = ("convert_hf_to_gguf.py", "convert_lora_to_gguf.py", "conversion/", "gguf-py/")


def converter_folder(cache: Path) -> Path:
    """The folder with ``convert_lora_to_gguf.py``; downloaded once into ``cache``.

    Raises:
        NotInstalledError: llama-cpp-python is not installed.
        NetworkError: pip cannot fetch its source.
    """
    try:
        wanted = version(PACKAGE)
    except PackageNotFoundError as err:
        raise NotInstalledError(
            f"{PACKAGE} is not installed.", f"Run: pip install {PACKAGE}"
        ) from err
    folder = cache / f"llama.cpp-{wanted}"
    if (folder / "complete").exists():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        archive = _download(wanted, Path(scratch))
        _unpack(archive, folder)
    (folder / "complete").touch()
    return folder


def _download(wanted: str, into: Path) -> Path:
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-binary",
        ":all:",
    ]
    command += ["--dest", str(into), f"{PACKAGE}=={wanted}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    archives = sorted(into.glob("*.tar.gz"))
    if done.returncode or not archives:
        last = (done.stderr.strip().splitlines() or ["pip said nothing"])[-1]
        raise NetworkError(
            f"The source of {PACKAGE} {wanted} could not be fetched: {last}",
            "Check pip's configuration.",
        )
    return archives[0]


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as packed:
        for member in packed:
            inside = member.name.partition("/vendor/llama.cpp/")[2]
            if member.isfile() and inside.startswith(_WANTED):
                target = folder / inside
                target.parent.mkdir(parents=True, exist_ok=True)
                stream = packed.extractfile(member)
                if stream is not None:
                    target.write_bytes(stream.read())
