"""What a command works with, built from the common options when it is first asked for.

Owns the composition: pack, folders, settings, model store, engine, conversation, history; each is built once and
closed at the end. The window starts from here too, so nothing that only commands need (typer, rich) is imported. Must
not import Qt or llama.cpp.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from supportbot.contracts import (
    Backend,
    Device,
    EngineEvent,
    GenerationFailed,
    GenerationRequest,
    HostContext,
    Message,
    ModelInfo,
    Prompt,
    Sampling,
)
from supportbot.errors import NotInstalledError, SupportbotError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from supportbot.answering.conversation import Conversation, Stages
    from supportbot.answering.prompts import ChatFormat, PromptRenderer
    from supportbot.history import HistoryStore
    from supportbot.models.store import ModelStore, ResolvedModel
    from supportbot.paths import AppPaths
    from supportbot.product.pack import ProductPack
    from supportbot.settings import Settings


@dataclass(frozen=True)
class CommonOptions:
    """The options that may stand before or after a subcommand's name."""

    pack: Path | None = None
    model: Path | None = None
    data_dir: Path | None = None
    device: Device | None = None
    context: Path | None = None
    screenshot: Path | None = None


@dataclass(frozen=True)
class Window:
    """How ``__main__`` lends the desktop app to commands that may not import it.

    Attributes:
        run: Opens the window (second argument: a second instance on purpose); the exit code.
        check: Paints the window off screen; one line of what was seen. Raises what ``errors`` names.
    """

    run: Callable[[CliContext, bool], int]
    check: Callable[[CliContext], str]


@dataclass
class CliContext:
    """What the commands work with, built lazily from the common options."""

    options: CommonOptions = field(default_factory=CommonOptions)
    window: Window | None = None
    _closing: ExitStack = field(default_factory=ExitStack, repr=False)

    def pack(self) -> ProductPack:
        """The product pack: ``--pack``, else the one that came with the program."""
        return self._pack

    def paths(self) -> AppPaths:
        """The data folder, created if need be: ``--data-dir``, else the system's place for this pack."""
        return self._paths

    def settings(self) -> Settings:
        """The person's settings; what had to be reset is said on stderr."""
        return self._settings

    def store(self) -> ModelStore:
        """Where models are kept."""
        return self._store

    def history(self) -> HistoryStore:
        """The conversations kept on this machine."""
        return self._history

    def host_context(self) -> HostContext | None:
        """What the host product knows (``--context``); ``None`` without the option."""
        return self._host_context

    def model(self) -> ResolvedModel:
        """The model to run, checked.

        Raises:
            NotInstalledError: The pack has none, or it is not on this machine.
            ModelFileError: The file is damaged or another one than the pack names.
        """
        return self._model

    def backend(self) -> Backend | None:
        """The engine for the pack's model; ``None`` when no model is installed.

        A model that is there but must not be loaded gives a backend that fails every request with the reason, so
        that a reply can say so.
        """
        return self._backend

    def renderer(self) -> PromptRenderer | None:
        """Renders prompts for the model's family; ``None`` without a usable model."""
        return self._renderer

    def conversation(
        self,
        *,
        sampling: Sampling | None = None,
        history: Sequence[Message] = (),
        stages: Stages | None = None,
        with_model: bool = True,
    ) -> Conversation:
        """A fresh conversation on this context's pack and engine. Nothing of it is kept on disk."""
        from supportbot.answering.conversation import Conversation, Stages

        return Conversation(
            self.pack(),
            self.backend() if with_model else None,
            self.renderer() if with_model else None,
            sampling=sampling,
            history=history,
            stages=stages or Stages(),
        )

    def close(self) -> None:
        """End the worker and close the files. May be called again."""
        self._closing.close()

    # ------------------------------------------------------------------ built once

    @cached_property
    def _pack(self) -> ProductPack:
        from supportbot.paths import bundled_pack_dir
        from supportbot.product.pack import load_pack

        root = self.options.pack
        if root is not None and not root.exists():
            raise NotInstalledError(
                f"There is no product pack at {root}.", "Check the path given to --pack."
            )
        return load_pack(root if root is not None else bundled_pack_dir())

    @cached_property
    def _paths(self) -> AppPaths:
        from supportbot.paths import AppPaths, default_root

        root = self.options.data_dir
        paths = AppPaths(
            root.expanduser().absolute() if root else default_root(self.pack().product.id)
        )
        paths.create()
        return paths

    @cached_property
    def _settings(self) -> Settings:
        from supportbot.settings import load_settings

        settings, notices = load_settings(self.paths().settings_file)
        for notice in notices:
            note(notice)
        return settings

    @cached_property
    def _store(self) -> ModelStore:
        from supportbot.models.store import ModelStore

        return ModelStore(self.paths().models_dir, self.pack())

    @cached_property
    def _history(self) -> HistoryStore:
        from supportbot.history import HistoryStore

        store = HistoryStore(self.paths().database)
        self._closing.callback(store.close)
        return store

    @cached_property
    def _host_context(self) -> HostContext | None:
        from supportbot.cli.files import host_context, read_json

        path = self.options.context
        return None if path is None else host_context(read_json(path), where=str(path))

    @cached_property
    def _model(self) -> ResolvedModel:
        settings = self.settings()
        return self.store().resolve(
            self.options.model,
            device=self.options.device or settings.device,
            threads=settings.threads,
            memory=settings.memory,
        )

    @cached_property
    def _backend(self) -> Backend | None:
        from supportbot.engine.client import EngineClient

        paths, settings = self.paths(), self.settings()
        if self.options.model is not None and not self.options.model.exists():
            raise NotInstalledError(
                f"There is no file {self.options.model}.",
                "Check the path given to --model.",
                code="file_missing",
            )
        try:
            model = self.model()
            self._form()
        except NotInstalledError:
            return None
        except SupportbotError as err:
            return RefusedBackend(err)
        client = EngineClient(
            model.spec,
            states_dir=paths.states_dir,
            worker_dir=paths.worker_dir,
            idle_unload_s=settings.idle_unload_minutes * 60,
        )
        self._closing.callback(client.close)
        return client

    @cached_property
    def _renderer(self) -> PromptRenderer | None:
        from supportbot.answering.prompts import CHATML, PromptRenderer

        backend = self.backend()
        if backend is None:
            return None
        form = CHATML if isinstance(backend, RefusedBackend) else self._form()
        return PromptRenderer(form, self.pack().product.generation.system)

    def _form(self) -> ChatFormat:
        from supportbot.answering.prompts import chat_format

        return chat_format(self.model().header.chat_template or "")


class RefusedBackend:
    """A backend for a model that must not be loaded: every request fails with the reason.

    Args:
        error: Why the model was refused.
    """

    def __init__(self, error: SupportbotError) -> None:
        self.error = error

    @property
    def model(self) -> ModelInfo | None:
        """Nothing is loaded, and nothing would be."""
        return None

    def generate(self, request: GenerationRequest) -> Iterator[EngineEvent]:
        """Fail at once, with the error's code, sentence and remedy."""
        yield GenerationFailed(
            request.request_id, self.error.code, self.error.message, self.error.remedy
        )

    def cancel(self, request_id: str) -> None:
        """Nothing runs."""

    def warm(self, prompt: Prompt) -> None:
        """Nothing to warm."""

    def prepare(self, request: GenerationRequest) -> None:
        """Nothing to prepare."""

    def forget(self, conversation_id: str | None) -> None:
        """Nothing was kept."""

    def close(self) -> None:
        """Nothing to close."""


def note(text: str) -> None:
    """Say something beside the result, on stderr."""
    if sys.stderr is not None:
        sys.stderr.write(f"supportbot: {text}\n")
        sys.stderr.flush()
