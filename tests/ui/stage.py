"""A whole window on a scripted conversation, for tests and pictures."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading
from pathlib import Path

from supportbot.answering.prompts import CHATML, PromptRenderer
from supportbot.errors import NotInstalledError, SupportbotError
from supportbot.history import HistoryStore
from supportbot.models.states import ModelProgress, ModelState, ModelStatus
from supportbot.paths import AppPaths, bundled_pack_dir
from supportbot.product.pack import ProductPack, load_pack
from supportbot.quality.doctor import Devices
from supportbot.settings import Settings, SettingsFile, save_settings
from supportbot.storage import set_aside
from supportbot.ui.bridge import Bridge
from supportbot.ui.condition import InstallOffer
from supportbot.ui.look import Look
from supportbot.ui.parts import Engine, Parts
from supportbot.ui.preferences import Preferences
from supportbot.ui.presenter import Presenter
from supportbot.ui.session import Session
from supportbot.ui.settings_parts import SettingsParts
from supportbot.ui.views.window import Window
from tests.ui.scripted import ScriptedBackend, ScriptedTalk


class ScriptedTransfer:
    """A model on its way to the stage: half of it at once, the rest when ``gate`` is set.

    Attributes:
        gate: Holds it half way while not set.
        can_pause: Whether it can.
        fault: Raised at the end.
        file: The file that was chosen.
        steps: Reports made before the gate.
        runs: How often it began or went on.
        cancelled: Whether it was, and left nothing.
    """

    SIZE = 98_362_432

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._wanted: ModelState | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.can_pause = False
        self.fault: SupportbotError | None = None
        self.file: Path | None = None
        self.steps: tuple[ModelProgress, ...] = (
            ModelProgress(ModelState.DOWNLOADING, self.SIZE // 2, self.SIZE),
        )
        self.runs = 0
        self.cancelled = False

    def run(self, progress) -> ModelState:
        """Go by script."""
        self.runs += 1
        if self._wanted is ModelState.ABSENT:
            return self._left()
        self._wanted = None
        for step in self.steps:
            progress(step)
        while not self.gate.wait(0.01):
            if self._wanted is ModelState.PAUSED:
                progress(dataclasses.replace(self.steps[-1], state=ModelState.PAUSED))
                return ModelState.PAUSED
            if self._wanted is ModelState.ABSENT:
                return self._left()
        if self.fault is not None:
            raise self.fault
        self._stage.model_fault = None
        progress(ModelProgress(ModelState.VERIFYING, self.SIZE, self.SIZE))
        progress(ModelProgress(ModelState.CHECKING))
        progress(ModelProgress(ModelState.READY, self.SIZE, self.SIZE))
        return ModelState.READY

    def pause(self) -> None:
        """Have it pause."""
        self._wanted = ModelState.PAUSED

    def cancel(self) -> None:
        """Have it leave nothing."""
        self._wanted = ModelState.ABSENT

    def _left(self) -> ModelState:
        self.cancelled = True
        self._wanted = None
        return ModelState.ABSENT


class ScriptedSettings:
    """What the settings are about: a real file, a scripted model, and a login that is a flag."""

    def __init__(self, folder: Path, theme: str, text_scale: float) -> None:
        paths = AppPaths(folder)
        self.file = paths.settings_file
        save_settings(self.file, Settings(theme=theme, text_scale=text_scale))
        self.preferences = Preferences(SettingsFile(self.file))
        self.status = ModelStatus(
            ModelState.READY,
            model_id="linear-helper",
            path=Path.home() / "supportbot" / "models" / "linear-helper.gguf",
            size_bytes=98_362_432,
            sha256="b179c952" * 8,
            checked_at=dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC),
        )
        self.gate = threading.Event()
        self.gate.set()
        self.verify_fault: SupportbotError | None = None
        self.login_fault: SupportbotError | None = None
        self.opens_at_login = False
        self.devices: Devices | None = Devices("haswell", ())
        self.parts = SettingsParts(
            self.preferences,
            paths,
            model_status=lambda: self.status,
            verify_model=self._verify,
            find_devices=lambda: self.devices,
            autostart=self,
            has_tray=True,
        )

    def enabled(self) -> bool:
        """Whether it opens at login."""
        return self.opens_at_login

    def enable(self) -> None:
        """Have it open at login."""
        if self.login_fault is not None:
            raise self.login_fault
        self.opens_at_login = True

    def disable(self) -> None:
        """Have it not."""
        self.opens_at_login = False

    def _verify(self, progress) -> ModelStatus:
        progress(ModelProgress(ModelState.VERIFYING, 49_181_216, 98_362_432))
        while not self.gate.wait(0.01):
            progress(ModelProgress(ModelState.VERIFYING, 50_000_000, 98_362_432))
        if self.verify_fault is not None:
            raise self.verify_fault
        return self.status


class Stage:
    """Window, bridge and presenter, with a scripted talk behind them.

    Args:
        database: Where conversations are kept.
        pack: The product pack; the bundled one by default.
        theme: ``light`` or ``dark``.
        text_scale: Size of the text.
        installed: Whether there is a model.
        model_fault: Raised instead of opening the engine.
        history_fault: Raised instead of opening the history.
        can_install: Whether a missing model can be put on this machine.
        offer: What that would take.
        retention_days: After how many days conversations are deleted.
        hints: The system's colour scheme.
    """

    def __init__(
        self,
        database: Path,
        pack: ProductPack | None = None,
        *,
        theme: str = "light",
        text_scale: float = 1.0,
        installed: bool = True,
        model_fault=None,
        history_fault=None,
        can_install: bool = True,
        offer: InstallOffer | None = None,
        retention_days: int = 0,
        hints=None,
    ) -> None:
        self.pack = pack or load_pack(bundled_pack_dir())
        self._closed = False
        self.talk = ScriptedTalk()
        self.backend = ScriptedBackend()
        self.opened_urls: list[str] = []
        self.takes_urls = True
        self.offline = False
        self.save_to: Path | None = None
        self.history_fault = history_fault
        self.model_fault = model_fault
        if not installed:
            self.model_fault = NotInstalledError("The model is not installed.", "Install it.")
        self.database = database
        self.look = Look(self.pack.product.brand.accent, theme, text_scale, hints=hints)
        self.window = Window(self.look, self.pack)
        self.forgotten: list[str | None] = []
        self.installer = ScriptedTransfer(self)
        self.offer = offer or InstallOffer(ScriptedTransfer.SIZE)
        self.verification = None
        self.model_file: Path | None = None
        self.session = Session(
            self.pack,
            Parts(
                self._history,
                self._engine,
                self._make_talk,
                self.forgotten.append,
                self._transfer,
                lambda _: self.offer if can_install else None,
                lambda: self.verification,
                retention_days,
                set_history_aside=lambda: set_aside(self.database),
            ),
        )
        self.bridge = Bridge(self.session)
        self.settings = ScriptedSettings(database.parent, theme, text_scale)
        self.presenter = Presenter(
            self.window,
            self.bridge,
            self.look,
            self.pack,
            settings=self.settings.parts,
            open_url=self._open_url,
            choose=lambda parent, name: self.save_to,
            is_offline=self._is_offline,
            choose_model=lambda parent: self.model_file,
        )

    def close(self) -> None:
        """End it all; may be called again."""
        if self._closed:
            return
        self._closed = True
        if self.talk.gate is not None:
            self.talk.gate.set()
        self.installer.gate.set()
        self.window.close()
        self.presenter.settings.shut_down()
        self.settings.preferences.close()
        self.bridge.close()
        self.window.deleteLater()

    def _history(self) -> HistoryStore:
        if self.history_fault is not None:
            raise self.history_fault
        return HistoryStore(self.database)

    def _engine(self) -> Engine:
        if self.model_fault is not None:
            raise self.model_fault
        return Engine(self.backend, PromptRenderer(CHATML))

    def _transfer(self, file: Path | None) -> ScriptedTransfer:
        self.installer.file = file
        return self.installer

    def _make_talk(self, engine, messages, conversation_id) -> ScriptedTalk:
        self.talk.messages = list(messages)
        return self.talk

    def _is_offline(self) -> bool:
        return self.offline

    def _open_url(self, url: str) -> bool:
        self.opened_urls.append(url)
        return self.takes_urls
