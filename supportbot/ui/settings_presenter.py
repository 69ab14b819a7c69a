"""Joins the settings to what they are about: what is chosen there comes into force, what is so is shown there.

Owns when the page comes and goes, and what is said of verifying, logging in and erasing. Blocks on nothing.
"""

from __future__ import annotations

import os
import threading
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from supportbot import __version__
from supportbot.engine import machine
from supportbot.errors import ModelFileError, NotInstalledError, SupportbotError
from supportbot.ui.announce import announce
from supportbot.ui.error_words import sentence_of
from supportbot.ui.first_words import facts_line
from supportbot.ui.licences import licence_text, shipped_parts
from supportbot.ui.model_words import offer_line
from supportbot.ui.operations import Operation, Operations
from supportbot.ui.settings_notices import notice_lines
from supportbot.ui.settings_words import (
    devices_line,
    model_title,
    model_words,
    pane_titles,
    part_title,
    stored_rows,
    verdict_line,
)
from supportbot.ui.storage_facts import look_at_storage
from supportbot.ui.support_details import details, without_user
from supportbot.ui.views.settings_facts import AboutPane, ModelPane
from supportbot.ui.views.settings_page import SettingsPage
from supportbot.ui.views.settings_panes import AdvancedPane, GeneralPane, PrivacyPane
from supportbot.ui.views.text_sheet import TextSheet
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from supportbot.models.states import ModelProgress, ModelStatus
    from supportbot.product.pack import ProductPack
    from supportbot.quality.doctor import Devices
    from supportbot.settings import Notices
    from supportbot.ui.condition import InstallOffer
    from supportbot.ui.licences import Part
    from supportbot.ui.look import Look
    from supportbot.ui.settings_parts import SettingsParts
    from supportbot.ui.views.settings_rows import Pane
    from supportbot.ui.views.window import Window

PaneName = Literal["general", "privacy", "model", "advanced", "about"]
_PANES: tuple[PaneName, ...] = ("general", "privacy", "model", "advanced", "about")
_Pane = TypeVar("_Pane", bound="Pane")
_Chosen = TypeVar("_Chosen", GeneralPane, PrivacyPane, AdvancedPane)
_ENGINE_KEYS = ("device", "threads", "memory")
_ENGINE_MS = 800  # choices that follow each other load the model once
_PATIENCE_S = 5.0
_STOPPED = "verify_stopped"


class SettingsPresenter(QObject):
    """The behaviour of the settings.

    Args:
        window: Shows the page.
        look: The theme in force; follows the settings.
        pack: The product pack.
        parts: What they are about.
        open_url: Opens folders.
        copy: Puts a text on the clipboard.

    Signals:
        erase_requested: Everything is to be erased, if that is meant.
        engine_wanted: The model is to be looked for and loaded anew, as the settings say now.
        model_wanted: A model is wanted: a ``Command``, as the card's.
        sheet_wanted: A sheet is to be shown over it, and where the focus goes.
    """

    erase_requested = Signal()
    engine_wanted = Signal()
    model_wanted = Signal(object)
    sheet_wanted = Signal(object, object)
    _verify_progressed = Signal(object)

    def __init__(
        self,
        window: Window,
        look: Look,
        pack: ProductPack,
        parts: SettingsParts,
        open_url: Callable[[str], bool],
        copy: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._pack = pack
        self._parts = parts
        self._open_url = open_url
        self._copy = copy
        self._preferences = parts.preferences
        self._page: SettingsPage | None = None
        self._choosing: list[GeneralPane | PrivacyPane | AdvancedPane] = []  # that are built
        self._open = False
        self._can_erase = False
        self._offer: InstallOffer | None = None
        self._licences_listed = False
        self._model: ModelStatus | None = None
        self._devices: Devices | None = None
        self._stop = threading.Event()
        self._work = Operations(self)
        self._engine = self._engine_key()
        self._settle = QTimer(self, interval=_ENGINE_MS, singleShot=True)
        self._settle.timeout.connect(self.engine_wanted)
        self._verify_progressed.connect(self._on_verify_progressed)
        self._preferences.changed.connect(self._on_preferences_changed)
        self._preferences.noticed.connect(self.tell_of_file)
        self._preferences.unread.connect(lambda error: self.tell(sentence_of(error)))
        self._preferences.failed.connect(self._on_not_saved)

    @property
    def is_open(self) -> bool:
        """Whether the settings are on the screen."""
        return self._open

    @property
    def page(self) -> SettingsPage | None:
        """The view, once it was needed."""
        return self._page

    def open(self, pane: PaneName = "general") -> None:
        """Show the settings as they are now."""
        page = self._view()
        self._open = True
        self._window.show_reader(page)
        page.show_pane(_PANES.index(pane))
        self._preferences.look()
        self._look_around()

    def close(self) -> None:
        """Back to the conversation."""
        if not self._open:
            return
        self._open = False
        self._stop.set()
        if self._page is not None:
            self._page.clear_notices()
        self._window.hide_reader()

    def shut_down(self) -> None:
        """Stop what runs; the window is gone already."""
        self._stop.set()
        self._work.close(_PATIENCE_S)

    def tell(self, text: str, action: str = "") -> None:
        """Say something where it is seen, perhaps with a button that shows where things are kept."""
        if self._open and self._page is not None:
            self._page.show_notice(text, action, self.show_folder)
            announce(self._page, text)
        else:
            self._window.add_notice(text, action, self.show_folder)

    def tell_of_file(self, notices: Notices) -> None:
        """Say what happened to the settings file."""
        for line in notice_lines(notices):
            self.tell(line.text, line.action)

    def set_can_erase(self, *, can_erase: bool) -> None:
        """Whether there is a history to erase."""
        self._can_erase = can_erase
        if self._is_built("privacy"):
            self.privacy.set_can_erase(can_erase=can_erase)
        if self._open:
            self._look_around()

    def show_offer(self, offer: InstallOffer | None) -> None:
        """What can be done now to get a model."""
        self._offer = offer
        if self._is_built("model"):
            self._show_offer(self.model)
        if self._open:
            self._look_around()

    # ------------------------------------------------------------------ the view

    def get_ready(self) -> Iterator[None]:
        """Build what will be seen, a part each time the next is asked for."""
        for name in _PANES:
            getattr(self, name)
            yield
            self._window.get_ready(self._view())
            yield

    def _view(self) -> SettingsPage:
        if self._page is None:
            self._page = page = SettingsPage(self._look, pane_titles())
            page.close_requested.connect(self.close)
            page.pane_chosen.connect(self._on_pane_chosen)
        return self._page

    @cached_property
    def general(self) -> GeneralPane:
        """Looks, language, and what happens around the window."""
        parts = self._parts
        pane = GeneralPane(self._look, autostart=parts.autostart is not None, tray=parts.has_tray)
        pane.login_chosen.connect(self._on_login_chosen)
        return self._chosen_on(pane, "general")

    @cached_property
    def privacy(self) -> PrivacyPane:
        """What is kept, and for how long."""
        pane = PrivacyPane(self._look, self._pack.product.privacy.retention_days)
        pane.erase_requested.connect(self.erase_requested)
        pane.folder_requested.connect(self.show_folder)
        pane.set_can_erase(can_erase=self._can_erase)
        return self._chosen_on(pane, "privacy")

    @cached_property
    def model(self) -> ModelPane:
        """Which model answers."""
        pane = ModelPane(self._look)
        pane.verify_requested.connect(self._on_verify_requested)
        pane.stop_requested.connect(lambda: self._stop.set())
        pane.commanded.connect(self.model_wanted)
        pane.check_requested.connect(self.engine_wanted)
        self._show_offer(pane)
        return self._taken_in(pane, "model")

    @cached_property
    def advanced(self) -> AdvancedPane:
        """How the model runs."""
        most, fixed = os.cpu_count() or 1, self._parts.fixed_device or ""
        pane = AdvancedPane(self._look, machine.threads(), most, fixed)
        return self._chosen_on(pane, "advanced")

    @cached_property
    def about(self) -> AboutPane:
        """What this is, and who made it."""
        facts = facts_line(self._pack.product.facts_as_of)
        pane = AboutPane(self._look, self._pack, __version__, facts)
        pane.copy_requested.connect(self._on_copy_requested)
        pane.licence_requested.connect(self._on_licence_requested)
        return self._taken_in(pane, "about")

    def _chosen_on(self, pane: _Chosen, name: PaneName) -> _Chosen:
        """Take in a page that shows settings and has them chosen."""
        pane.chosen.connect(self._on_chosen)
        pane.show_settings(self._preferences.settings)
        self._choosing.append(pane)
        return self._taken_in(pane, name)

    def _taken_in(self, pane: _Pane, name: PaneName) -> _Pane:
        self._view().add(pane, pane_titles()[_PANES.index(name)])
        return pane

    def _is_built(self, name: PaneName) -> bool:
        return name in self.__dict__

    def _show_offer(self, pane: ModelPane) -> None:
        offer = self._offer
        pane.show_offer(
            frozenset() if offer is None or offer.lacks_space else offer.can,
            "" if offer is None else offer_line(offer),
            can_check=offer is not None and offer.lacks_space,
        )

    def _look_around(self) -> None:
        """Find out what is so right now: sizes, the model, the system's list of logins."""
        paths = self._parts.paths
        self._work.start(Operation(lambda: look_at_storage(paths), self._on_storage_seen))
        self._work.start(
            Operation(self._parts.model_status, self._on_model_seen, self._on_model_unseen)
        )
        autostart = self._parts.autostart
        if autostart is not None:
            self._work.start(
                Operation(autostart.enabled, self._on_login_seen, self._on_login_failed)
            )

    def _on_storage_seen(self, stored: object) -> None:
        place = without_user(self._parts.paths.root)
        self.privacy.show_stored(stored_rows(stored), place)  # type: ignore[arg-type]

    def _on_pane_chosen(self, at: int) -> None:
        name = _PANES[at]
        self._view().stack.setCurrentWidget(getattr(self, name))
        if name == "advanced" and self._devices is None:
            self._work.start(Operation(self._parts.find_devices, self._on_devices_found))
        elif name == "about" and not self._licences_listed:
            self._licences_listed = True
            self._work.start(Operation(lambda: shipped_parts(self._pack), self._on_parts_found))

    def _on_parts_found(self, parts: Sequence[Part]) -> None:
        self.about.show_parts([(part_title(part), part) for part in parts])

    def _on_devices_found(self, devices: Devices | None) -> None:
        self._devices = devices
        chosen = self._parts.fixed_device or self._preferences.settings.device
        text = devices_line(devices, chosen)
        self.advanced.show_device_words(text)
        self.advanced.set_has_graphics(text, has_graphics=devices is None or bool(devices.gpus))

    # ------------------------------------------------------------------ choosing

    def _on_chosen(self, key: str, value: object) -> None:
        self._preferences.change(**{key: value})

    def _on_preferences_changed(self) -> None:
        settings = self._preferences.settings
        self._look.set_choice(settings.theme)
        self._look.set_text_scale(settings.text_scale)
        for pane in self._choosing:
            pane.show_settings(settings)
        if self._devices is not None:
            self._on_devices_found(self._devices)
        engine, self._engine = self._engine, self._engine_key()
        if engine != self._engine:
            self._settle.start()

    def _engine_key(self) -> tuple[object, ...]:
        return tuple(getattr(self._preferences.settings, key) for key in _ENGINE_KEYS)

    def _on_not_saved(self, error: SupportbotError) -> None:
        text = self.tr(
            "What you chose counts until the window is closed; it could not be saved. %1"
        )
        self.tell(filled(text, sentence_of(error)))

    def _on_login_chosen(self, wanted: bool) -> None:
        autostart = self._parts.autostart
        if autostart is not None:
            work = autostart.enable if wanted else autostart.disable
            self._work.start(Operation(work, failure=self._on_login_failed))
            self._work.start(
                Operation(autostart.enabled, self._on_login_seen, self._on_login_failed)
            )

    def _on_login_seen(self, wanted: bool) -> None:
        self.general.login.setChecked(wanted)

    def _on_login_failed(self, error: SupportbotError) -> None:
        self.tell(sentence_of(error))

    def show_folder(self) -> None:
        """Have the system show where things are kept."""
        root = self._parts.paths.root
        if not self._open_url(QUrl.fromLocalFile(str(root)).toString()):
            self.tell(filled(self.tr("The folder could not be opened: %1"), str(root)))

    # ------------------------------------------------------------------ the model

    def _on_model_seen(self, status: ModelStatus) -> None:
        self._model = status
        words = model_words(status, self._parts.given_model, model_title(self._pack))
        self.model.show_words(words)

    def _on_model_unseen(self, error: SupportbotError) -> None:
        self.tell(sentence_of(error))

    def _on_verify_requested(self) -> None:
        self._stop = stop = threading.Event()

        def follow(progress: ModelProgress) -> None:
            if stop.is_set():
                raise SupportbotError("Stopped.", code=_STOPPED)
            self._verify_progressed.emit(progress)

        self.model.show_progress(0, None)
        self._work.start(
            Operation(
                lambda: self._parts.verify_model(follow), self._on_verified, self._on_not_verified
            )
        )

    def _on_verify_progressed(self, progress: ModelProgress) -> None:
        if not self._stop.is_set():
            self.model.show_progress(progress.done_bytes, progress.total_bytes)

    def _on_verified(self, status: ModelStatus) -> None:
        self._on_model_seen(status)
        self._say_verdict(verdict_line(), good=True)

    def _on_not_verified(self, error: SupportbotError) -> None:
        if error.code == _STOPPED:
            self.model.show_verdict(self.tr("Stopped before the end."))
            return
        self._say_verdict(sentence_of(error))
        self._look_around()
        if isinstance(error, ModelFileError | NotInstalledError):
            self.engine_wanted.emit()  # so that another can be had here and now

    def _say_verdict(self, text: str, *, good: bool = False) -> None:
        self.model.show_verdict(text, good=good)
        announce(self._window, text)

    # ------------------------------------------------------------------ about

    def _on_copy_requested(self) -> None:
        extra = {
            "Qt": f"{QLibraryInfo.version().toString()} on {QGuiApplication.platformName()}",
            "Language": QLocale().name(),
        }
        settings, model, root = self._preferences.settings, self._model, self._parts.paths.root
        self._work.start(
            Operation(lambda: details(self._pack, settings, model, root, extra), self._on_details)
        )

    def _on_licence_requested(self, part: Part) -> None:
        sheet = TextSheet(self._look, part_title(part), self._window)

        def read(text: str) -> None:
            if isValid(sheet):
                missing = self.tr("The text of this licence is not on this computer: %1")
                sheet.show_text(text or filled(missing, part.licence))

        self.sheet_wanted.emit(sheet, sheet.text)
        self._work.start(Operation(lambda: licence_text(part), read))

    def _on_details(self, text: str) -> None:
        self._copy(text)
        self.about.show_details(text)
        announce(self._window, self.tr("Copied"))
