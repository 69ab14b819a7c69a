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
    9  what is behind  imported on a worker thread after the first frame, then joined to it; the first key or click joins
                       it at once
    10 history         opened on a worker thread; the last conversation comes back
    11 engine          the model is found, checked and loaded in its own process
    12 what is hidden  drawer, settings and help pages, built bit by bit while nobody waits

Nothing of the engine is imported before step 11. At the end: the window goes first, its place is kept, then
the worker is stopped and the files are closed.
"""

from __future__ import annotations

import gc
import importlib
import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from supportbot import paths as places
from supportbot.errors import SupportbotError
from supportbot.log import configure_logging
from supportbot.product.pack import ProductPack, load_pack
from supportbot.settings import Settings, SettingsFile
from supportbot.ui.instance import SingleInstance
from supportbot.ui.languages import install_language
from supportbot.ui.look import Look
from supportbot.ui.operations import Operation, Operations
from supportbot.ui.placing import place_of, restore_place
from supportbot.ui.preferences import Preferences
from supportbot.ui.views.style import Style
from supportbot.ui.views.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.autostart import Autostart
    from supportbot.contracts import Device, HostContext
    from supportbot.quality.doctor import Devices
    from supportbot.sources import Sources
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.presenter import Presenter
    from supportbot.ui.tray import Tray

_PICTURE_MS = 400
_UNSEEN_MS = 1000  # a window that nobody sees is never painted, and has to work all the same
_PATIENCE_S = 5.0
_BEHIND = (
    "supportbot.autostart",
    "supportbot.sources",
    "supportbot.ui.bridge",
    "supportbot.ui.presenter",
    "supportbot.ui.session",
    "supportbot.ui.settings_parts",
    "supportbot.ui.tray",
    "supportbot.ui.views.conversation",
    "supportbot.ui.views.drawer",
    "supportbot.ui.views.model_card",
    "supportbot.ui.views.toast",
)
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
    }
)
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
class _Prepared:
    """Everything up to step 6."""

    app: QApplication
    pack: ProductPack
    paths: places.AppPaths
    settings: SettingsFile
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
    guard = SingleInstance(prepared.paths.root, prepared.paths.lock_file)
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
    for part in (window.conversation, window.drawer, window.find_bar, window.model_card):
        part.ensurePolished()
    picture = window.grab()
    window.deleteLater()
    return f"painted {picture.width()} x {picture.height()} on {app.platformName()}"


def spare_the_collector(window: Window) -> None:
    """Have no garbage looked for in what is there now, nor later in the exchanges of a long conversation.

    They stay until they are put away, and looking through them again and again would hold the window up.
    """
    gc.freeze()
    gc.enable()
    window.conversation.added_above.connect(_keep)


def _keep() -> None:
    gc.collect(0)
    gc.freeze()


@dataclass(frozen=True, slots=True)
class Behind:
    """Everything behind the window."""

    sources: Sources
    bridge: Bridge
    presenter: Presenter
    tray: Tray
    autostart: Autostart | None


class FirstInput(QObject):
    """Looks out for the first key or click, before anybody else hears of it.

    Signals:
        came: It came.
    """

    came = Signal()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.came.emit()
        return False


class RunningWindow:
    """A window and everything that works for it.

    What is behind the window is imported and built when its first frame has been painted, or when it is asked for.
    """

    def __init__(self, prepared: _Prepared) -> None:
        pack = prepared.pack
        self._prepared = prepared
        self.preferences = Preferences(prepared.settings)
        settings = self.preferences.settings
        self._look = Look(pack.product.brand.accent, settings.theme, settings.text_scale)
        self.window = Window(self._look, pack)
        self._built: Behind | None = None
        self._begun = False
        self._imports = Operations()
        self._first_input = FirstInput()
        self._first_input.came.connect(self._begin)
        self._last: dict[str, object] = {}
        self.window.closing.connect(self._on_closing)
        if prepared.settings.notices:
            from supportbot.ui.settings_notices import notice_lines

            for line in notice_lines(prepared.settings.notices):
                self.window.add_notice(line.text, line.action, self._show_folder)

    @property
    def behind(self) -> Behind:
        """Everything behind it; built by the first who asks."""
        if self._built is None:
            self._built = self._join()
            spare_the_collector(self.window)
            self.preferences.changed.connect(self._on_preferences_changed)
            self._on_preferences_changed()
        return self._built

    @property
    def bridge(self) -> Bridge:
        """What works for the window."""
        return self.behind.bridge

    @property
    def worker_pid(self) -> int | None:
        """Process id of the engine's worker; ``None`` while there is none."""
        client = self._built.sources.client if self._built is not None else None
        return client.worker_pid if client is not None else None

    def show(self) -> None:
        """Show the window; the slow work begins when it has been painted."""
        restore_place(self.window, self.preferences.settings.window)
        self.window.painted.connect(self._import_behind, Qt.ConnectionType.QueuedConnection)
        self.window.show()
        self.window.focus_composer()
        QTimer.singleShot(_UNSEEN_MS, self._begin)
        if self._prepared.options.screenshot is not None:
            QTimer.singleShot(_PICTURE_MS, self._take_picture)

    def _show_folder(self) -> None:
        self.behind.presenter.settings.show_folder()

    def close(self) -> None:
        """Close the window and keep its place, stop the worker and close the files."""
        self._begun = True
        self._prepared.app.removeEventFilter(self._first_input)
        self._imports.close(_PATIENCE_S)
        self.window.close()
        behind = self._built
        if behind is not None:
            behind.tray.set_shown(shown=False)
            behind.presenter.settings.shut_down()
        problem = self.preferences.close(**self._last)
        if problem is not None:
            _log.info("settings not saved: %s", problem.code)
        if behind is not None:
            behind.bridge.close()

    def _import_behind(self) -> None:
        def import_all() -> None:
            for name in _BEHIND:
                importlib.import_module(name)

        if not self._begun:
            self._prepared.app.installEventFilter(self._first_input)
        self._imports.start(Operation(import_all, lambda _: self._begin(), lambda _: self._begin()))

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        self._prepared.app.removeEventFilter(self._first_input)
        bridge = self.behind.bridge
        if self.preferences.settings.drawer_open:
            once = Qt.ConnectionType.SingleShotConnection
            bridge.opened.connect(self._on_first_opened, once)
        bridge.model_changed.connect(self._get_ready, Qt.ConnectionType.SingleShotConnection)
        bridge.start()

    def _get_ready(self) -> None:
        """The model is loaded, or there is none: now to what is not seen yet, behind what is to be seen."""
        get_ready = self.behind.presenter.get_ready
        if self.window.conversation.complete:
            get_ready()
        else:
            self.window.conversation.completed.connect(
                get_ready, Qt.ConnectionType.SingleShotConnection
            )

    def _join(self) -> Behind:
        from supportbot.autostart import autostart_here, start_command
        from supportbot.sources import Sources
        from supportbot.ui.bridge import Bridge
        from supportbot.ui.presenter import Presenter
        from supportbot.ui.session import Session
        from supportbot.ui.settings_parts import SettingsParts
        from supportbot.ui.tray import Tray

        prepared = self._prepared
        pack, product, options = prepared.pack, prepared.pack.product, prepared.options
        sources = Sources(
            pack,
            prepared.paths,
            lambda: self.preferences.settings,
            model=options.model,
            device=options.device,
            context=options.context,
        )
        command = start_command(_options_again(options))
        autostart = autostart_here(product.id, product.name, command)
        settings = SettingsParts(
            preferences=self.preferences,
            paths=prepared.paths,
            model_status=sources.model_status,
            verify_model=sources.verify_model,
            find_devices=_find_devices,
            autostart=autostart,
            has_tray=Tray.is_possible(),
            given_model=options.model,
            fixed_device=options.device,
        )
        bridge = Bridge(Session(pack, sources.parts()))
        presenter = Presenter(
            self.window, bridge, self._look, pack, settings=settings, context=options.context
        )
        tray = Tray(product.name, pack.logo, self.window)
        tray.open_requested.connect(self.window.bring_forward)
        tray.quit_requested.connect(prepared.app.quit)
        prepared.app.applicationStateChanged.connect(self.preferences.look_when_active)
        return Behind(sources, bridge, presenter, tray, autostart)

    def _take_picture(self) -> None:
        self.window.grab().save(str(self._prepared.options.screenshot))
        self.window.close()

    def _on_first_opened(self) -> None:
        self.behind.presenter.drawer.reopen()

    def _on_preferences_changed(self) -> None:
        tray = self.behind.tray
        wanted = self.preferences.settings.tray and tray.is_possible()
        if wanted != tray.shown:
            tray.set_shown(shown=wanted)

    def _on_closing(self) -> None:
        self._last = {"drawer_open": not self.window.drawer.isHidden()}
        place = place_of(self.window)
        if place is not None:
            self._last["window"] = place


def _paths(options: AppOptions, pack: ProductPack) -> places.AppPaths:
    root = (
        options.data_dir.expanduser().absolute()
        if options.data_dir
        else places.default_root(pack.product.id)
    )
    paths = places.AppPaths(root)
    log_file: Path | None = paths.logs_dir / "supportbot.log"
    try:
        paths.create()
    except SupportbotError:  # told when the history is opened
        log_file = None
    try:
        configure_logging(logging.WARNING, log_file)
    except SupportbotError:
        configure_logging(logging.WARNING)
    return paths


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
    app.setStyle(Style())
    install_language(app, settings.language)
    app.setLayoutDirection(QLocale().textDirection())
    return app


def _find_devices() -> Devices | None:
    from supportbot.quality.preflight import find_devices

    return find_devices()


def _options_again(options: AppOptions) -> tuple[str, ...]:
    """What a start at login has to say to open the same window."""
    named = {
        "--pack": options.pack_dir,
        "--model": options.model,
        "--data-dir": options.data_dir,
    }
    words = [word for name, path in named.items() if path for word in (name, str(path.absolute()))]
    return (*words, *(("--device", options.device) if options.device else ()))


def _prepare(options: AppOptions) -> _Prepared:
    pack = load_pack(options.pack_dir or places.bundled_pack_dir())
    paths = _paths(options, pack)
    settings = SettingsFile(paths.settings_file)
    return _Prepared(_application(pack, settings.settings), pack, paths, settings, options)
