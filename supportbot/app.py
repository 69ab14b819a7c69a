"""The composition root of the window: builds every part, joins them, and runs the event loop.

Start-up, in this order, so that the window is there before anything slow begins:

    1  options         what the command line said
    2  pack            the product pack; a broken one is told on the command line
    3  paths           the data folder; one that cannot be written only costs the history
    4  logging         to stderr and the data folder
    5  settings        what is wrong in them is reset and told in the window
    6  Qt, look        the application, theme and fonts
    7  one instance    a second start brings the first window forward and ends here
    8  window          shown and painted
    9  history         opened on a worker thread; the last conversation comes back
    10 engine          the model is found, checked and loaded in its own process

Nothing of the engine is imported before step 10. At the end: the window goes first, its place is kept, then
the worker is stopped and the files are closed.
"""

from __future__ import annotations

import logging
import shutil
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from supportbot import paths as places
from supportbot.errors import ModelFileError, NotInstalledError, SupportbotError
from supportbot.log import configure_logging
from supportbot.models.states import Command, ModelState
from supportbot.product.pack import ProductPack, load_pack
from supportbot.settings import Settings, load_settings, save_settings
from supportbot.ui.bridge import Bridge
from supportbot.ui.condition import InstallOffer
from supportbot.ui.instance import SingleInstance
from supportbot.ui.look import Look
from supportbot.ui.operations import Operation
from supportbot.ui.placing import place_of, restore_place
from supportbot.ui.presenter import Presenter
from supportbot.ui.session import Engine, Parts, Session, Talk
from supportbot.ui.views.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.contracts import Device, HostContext, Message
    from supportbot.engine.client import EngineClient
    from supportbot.history import HistoryStore
    from supportbot.models.states import ModelProgress
    from supportbot.models.store import ModelStore
    from supportbot.models.transfer import Transfer

LARGE_BYTES = 200_000_000
"""A model from this size on is compared with its hash aside, and not while questions wait for it."""
_PICTURE_MS = 400
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AppOptions:
    """What the command line said.

    Attributes:
        pack_dir: The product pack; the bundled one without.
        model: A model file instead of the pack's.
        data_dir: The data folder; the system's place for this pack without.
        device: Where the model runs; the setting without.
        context: What the host product knows.
        new_instance: Open a second window on purpose.
        screenshot: Paint the window into this file and end.
    """

    pack_dir: Path | None = None
    model: Path | None = None
    data_dir: Path | None = None
    device: Device | None = None
    context: HostContext | None = None
    new_instance: bool = False
    screenshot: Path | None = None


@dataclass(frozen=True, slots=True)
class _Home:
    """The data folder, and what was wrong with it."""

    paths: places.AppPaths
    problem: SupportbotError | None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Everything up to step 6."""

    app: QApplication
    pack: ProductPack
    home: _Home
    settings: Settings
    notices: tuple[str, ...]
    options: AppOptions


def run_app(options: AppOptions) -> int:
    """Open the window and run until it is closed.

    Returns:
        The exit code.

    Raises:
        PackError: The pack is broken.
        NotInstalledError: There is no pack.
    """
    prepared = _prepare(options)
    guard = SingleInstance(prepared.home.paths.root, prepared.home.paths.lock_file)
    if not options.new_instance and options.screenshot is None and not guard.acquire():
        return 0
    running = RunningWindow(prepared)
    guard.raise_requested.connect(running.window.bring_forward)
    running.show()
    code = prepared.app.exec()
    guard.release()
    running.close()
    return code


def open_window(options: AppOptions) -> RunningWindow:
    """Build the window and everything behind it, for a caller that runs the event loop itself.

    Nothing is shown or begun before ``show``. The guard against a second window is left out.

    Raises:
        PackError: The pack is broken.
        NotInstalledError: There is no pack.
    """
    return RunningWindow(_prepare(options))


def check_window(options: AppOptions) -> str:
    """Build and paint the window without showing it to anybody.

    Returns:
        One line of what was seen.

    Raises:
        SupportbotError: It cannot be built.
    """
    pack = load_pack(options.pack_dir or places.bundled_pack_dir())
    app = _application(pack, Settings())
    look = Look(pack.product.brand.accent)
    window = Window(look, pack)
    picture = window.grab()
    window.deleteLater()
    return f"painted {picture.width()} x {picture.height()} on {app.platformName()}"


class RunningWindow:
    """A window and everything that works for it."""

    def __init__(self, prepared: _Prepared) -> None:
        pack, options, settings = prepared.pack, prepared.options, prepared.settings
        self._home = prepared.home
        self._settings = settings
        self._options = options
        self._sources = _Sources(pack, prepared.home, settings, options)
        self._look = Look(pack.product.brand.accent, settings.theme, settings.text_scale)
        self.window = Window(self._look, pack)
        self.bridge = Bridge(Session(pack, self._sources.parts()))
        self._presenter = Presenter(
            self.window, self.bridge, self._look, pack, context=options.context
        )
        self._presenter.look_chosen.connect(self._on_look_chosen)
        self.window.closing.connect(self._on_closing)
        for notice in prepared.notices:
            self.window.add_notice(notice)

    @property
    def worker_pid(self) -> int | None:
        """Process id of the engine's worker; ``None`` while there is none."""
        client = self._sources.client
        return client.worker_pid if client is not None else None

    def show(self) -> None:
        """Show the window; the slow work begins when it has been painted."""
        restore_place(self.window, self._settings.window)
        self.window.show()
        self.window.focus_composer()
        QTimer.singleShot(0, self.bridge.start)
        if self._options.screenshot is not None:
            QTimer.singleShot(_PICTURE_MS, self._take_picture)

    def close(self) -> None:
        """Close the window and keep its place, stop the worker and close the files."""
        self.window.close()
        self._save_settings()
        self.bridge.close()

    def _take_picture(self) -> None:
        self.window.grab().save(str(self._options.screenshot))
        self.window.close()

    def _on_look_chosen(self) -> None:
        self._settings = self._settings.changed(
            theme=self._look.choice, text_scale=self._look.text_scale
        )
        self.bridge.run(Operation(self._save_settings))

    def _on_closing(self) -> None:
        place = place_of(self.window)
        if place is not None:
            self._settings = self._settings.changed(window=place)

    def _save_settings(self) -> None:
        try:
            save_settings(self._home.paths.settings_file, self._settings)
        except SupportbotError as err:
            _log.info("settings not saved: %s", err.code)


def _home(options: AppOptions, pack: ProductPack) -> _Home:
    root = (
        options.data_dir.expanduser().absolute()
        if options.data_dir
        else places.default_root(pack.product.id)
    )
    paths = places.AppPaths(root)
    problem: SupportbotError | None = None
    log_file: Path | None = paths.logs_dir / "supportbot.log"
    try:
        paths.create()
    except SupportbotError as err:
        problem, log_file = err, None
    try:
        configure_logging(logging.WARNING, log_file)
    except SupportbotError:
        configure_logging(logging.WARNING)
    return _Home(paths, problem)


def _application(pack: ProductPack, settings: Settings) -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName("supportbot")
    app.setApplicationDisplayName(pack.product.name)
    app.setDesktopFileName("supportbot")
    app.setStyle("Fusion")
    if settings.language != "system":
        QLocale.setDefault(QLocale(settings.language))
    app.setLayoutDirection(QLocale().textDirection())
    translator = QTranslator(app)
    if translator.load(
        QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(translator)
    return app


class _Sources:
    """Where the session gets its parts. What is heavy is imported when it is opened, not before."""

    def __init__(
        self, pack: ProductPack, home: _Home, settings: Settings, options: AppOptions
    ) -> None:
        self._pack = pack
        self._home = home
        self._settings = settings
        self._options = options
        self.client: EngineClient | None = None

    def parts(self) -> Parts:
        """For the session."""
        kept = self._settings.retention_days
        return Parts(
            open_history=self._open_history,
            open_engine=self._open_engine,
            make_talk=self._make_talk,
            forget_states=self._forget_states,
            transfer=self._transfer,
            offer=self._offer,
            verification=self._verification,
            retention_days=self._pack.product.privacy.retention_days if kept is None else kept,
            context=self._options.context,
            set_history_aside=self._set_history_aside,
        )

    def _set_history_aside(self) -> None:
        from supportbot.storage import set_aside

        set_aside(self._home.paths.database)

    def _open_history(self) -> HistoryStore:
        from supportbot.history import HistoryStore

        if self._home.problem is not None:
            self._home.paths.create()
        return HistoryStore(self._home.paths.database)

    def _store(self) -> ModelStore:
        from supportbot.models.store import ModelStore

        return ModelStore(self._home.paths.models_dir, self._pack)

    def _open_engine(self) -> Engine:
        from supportbot.answering.prompts import PromptRenderer, chat_format
        from supportbot.engine.client import EngineClient

        settings, paths = self._settings, self._home.paths
        model = self._store().resolve(
            self._options.model,
            device=self._options.device or settings.device,
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

        StateStore(self._home.paths.states_dir).forget(conversation_id)

    def _offer(self, problem: SupportbotError) -> InstallOffer | None:
        import psutil

        from supportbot.models.install import space_needed
        from supportbot.models.wheel import can_download
        from supportbot.quality.doctor import memory_needed

        store = self._store()
        status = store.status()
        size = status.size_bytes
        if self._options.model is not None or not size:
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
            free_bytes=_free_bytes(self._home.paths.models_dir),
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
        unknown = self._options.model is None and status.state is ModelState.VERIFYING
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


def _prepare(options: AppOptions) -> _Prepared:
    pack = load_pack(options.pack_dir or places.bundled_pack_dir())
    home = _home(options, pack)
    settings, notices = load_settings(home.paths.settings_file)
    return _Prepared(_application(pack, settings), pack, home, settings, notices, options)
