"""The pages of the settings: what can be chosen, what is kept, and how the model runs.

Each shows what it is given and says what the customer chose, by the key of the setting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from supportbot.ui import choices
from supportbot.ui.views.choosing import ChoiceButton, Segments, Switch
from supportbot.ui.views.controls import Button
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.settings_rows import FactRow, Group, Pane, SettingRow, ShortFactRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.settings import Settings
    from supportbot.ui.look import Look
    from supportbot.ui.settings_words import StoredRow


class GeneralPane(Pane):
    """Looks, language, and what happens around the window.

    Args:
        look: The theme in force.
        autostart: Whether this system opens programs at login.
        tray: Whether this desktop has a tray.

    Signals:
        chosen: A setting (its key, its value).
        login_chosen: Whether to open at login.
    """

    chosen = Signal(str, object)
    login_chosen = Signal(bool)

    def __init__(self, look: Look, *, autostart: bool, tray: bool) -> None:
        super().__init__(look)
        name = self.tr("Theme")
        self.theme = Segments(look, name, choices.themes())
        self.theme.chosen.connect(lambda value: self.chosen.emit("theme", value))
        self.text_size = ChoiceButton(look, self.tr("Text size"))
        self.text_size.chosen.connect(lambda value: self.chosen.emit("text_scale", value))
        self.language = ChoiceButton(look, self.tr("Language"))
        self.language.chosen.connect(lambda value: self.chosen.emit("language", value))
        looks = Group(look, self.tr("Appearance"))
        looks.add(SettingRow(look, name, "", self.theme, wide=True))
        looks.add(SettingRow(look, self.tr("Text size"), "", self.text_size))
        detail = self.tr("Takes effect the next time you open the window.")
        looks.add(SettingRow(look, self.tr("Language"), detail, self.language))
        self.put(looks)
        self.login = Switch(look, self.tr("Open when I log in"))
        self.login.clicked.connect(self.login_chosen)
        self.tray = Switch(look, self.tr("Icon in the system tray"))
        self.tray.clicked.connect(lambda on: self.chosen.emit("tray", on))
        around = Group(look, self.tr("On this computer"))
        if autostart:
            around.add(SettingRow(look, self.login.accessibleName(), "", self.login))
        if tray:
            detail = self.tr(
                "With the icon, the helper stays in the tray when you close the window."
            )
            around.add(SettingRow(look, self.tray.accessibleName(), detail, self.tray))
        if autostart or tray:
            self.put(around)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.theme.show_value(settings.theme)
        scale = settings.text_scale
        self.text_size.show_value(choices.text_sizes(scale), scale)
        self.language.show_value(choices.languages(settings.language), settings.language)
        self.tray.setChecked(settings.tray)


class PrivacyPane(Pane):
    """How long conversations are kept, erasing them, and what is where.

    Args:
        look: The theme in force.
        retention_days: What the product says.

    Signals:
        chosen: A setting (its key, its value).
        erase_requested: Everything is to be erased, if that is meant.
        folder_requested: The folder is to be seen.
    """

    chosen = Signal(str, object)
    erase_requested = Signal()
    folder_requested = Signal()

    def __init__(self, look: Look, retention_days: int) -> None:
        super().__init__(look)
        self._look = look
        self._of_pack = retention_days
        words = self.tr(
            "Your questions and the answers stay on this computer. What goes to support is shown to you "
            "first, and only you send it."
        )
        self.put(Text(look, "small", "muted", words))
        name = self.tr("Keep conversations")
        self.retention = ChoiceButton(look, name)
        self.retention.chosen.connect(self._on_retention_chosen)
        self.erase = Button(look, self.tr("Erase…"))
        self.erase.setAccessibleName(self.tr("Erase all conversations…"))
        self.erase.clicked.connect(self.erase_requested)
        kept = Group(look, self.tr("Conversations"))
        self._kept_row = SettingRow(look, name, "", self.retention)
        kept.add(self._kept_row)
        detail = self.tr(
            "Every question and answer, with your drafts and ratings. You are asked first."
        )
        self._erase_row = SettingRow(look, self.tr("Erase all conversations"), detail, self.erase)
        kept.add(self._erase_row)
        self.put(kept)
        self._stored = Group(look, self.tr("What is kept here"))
        self.put(self._stored)
        self.folder = Button(look, self.tr("Open folder"))
        self.folder.clicked.connect(self.folder_requested)
        self._place = SettingRow(look, self.tr("Where"), "", self.folder)
        place = Group(look)
        place.add(self._place)
        self.put(place)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        days = self._of_pack if settings.retention_days is None else settings.retention_days
        self.retention.show_value(choices.retentions(days, self._of_pack), days)
        self._kept_row.set_detail(
            self.tr("Older conversations are erased the next time you open the window.")
            if days
            else self.tr("Nothing is erased until you do it.")
        )

    def show_stored(self, rows: Sequence[StoredRow], place: str) -> None:
        """Show what is kept, and where."""
        self._stored.clear()
        for row in rows:
            self._stored.add(ShortFactRow(self._look, row.title, row.size, row.text))
        self._place.set_detail(place)

    def set_can_erase(self, *, can_erase: bool) -> None:
        """Whether there is a history to erase."""
        self._erase_row.setVisible(can_erase)

    def _on_retention_chosen(self, days: int) -> None:
        self.chosen.emit("retention_days", None if days == self._of_pack else days)


class AdvancedPane(Pane):
    """How the model runs.

    Args:
        look: The theme in force.
        cores: How many threads it takes by itself.
        most: How many the processor can run at once.
        fixed_device: Where the start said it runs, whatever is chosen here; empty when it did not.

    Signals:
        chosen: A setting (its key, its value).
    """

    chosen = Signal(str, object)

    def __init__(self, look: Look, cores: int, most: int, fixed_device: str = "") -> None:
        super().__init__(look)
        self._cores, self._most = cores, most
        words = self.tr(
            "“Automatic” is right for most people. A change applies from the next answer."
        )
        self.put(Text(look, "small", "muted", words))
        name = self.tr("Runs on")
        self.device = Segments(look, name, choices.devices())
        self.device.chosen.connect(lambda value: self.chosen.emit("device", value))
        self.device_row: SettingRow
        if fixed_device:
            title = next(one.title for one in choices.devices() if one.value == fixed_device)
            self.device_row = FactRow(look, name, title)
        else:
            self.device_row = SettingRow(look, name, "", self.device, wide=True)
        self.threads = ChoiceButton(look, self.tr("Threads"))
        self.threads.chosen.connect(lambda value: self.chosen.emit("threads", value))
        self.memory = Segments(look, self.tr("Memory"), choices.memory_modes())
        self.memory.chosen.connect(lambda value: self.chosen.emit("memory", value))
        group = Group(look, self.tr("Answer model"))
        group.add(self.device_row)
        detail = self.tr("More threads than your processor has cores rarely make it faster.")
        group.add(SettingRow(look, self.tr("Threads"), detail, self.threads))
        detail = self.tr(
            "“Low” leaves more memory for other programs. “Fast” answers sooner, but uses more of it."
        )
        group.add(SettingRow(look, self.tr("Memory"), detail, self.memory, wide=True))
        self.put(group)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.device.show_value(settings.device)
        self.memory.show_value(settings.memory)
        options = choices.thread_counts(settings.threads, self._cores, self._most)
        self.threads.show_value(options, settings.threads)

    def set_has_graphics(self, reason: str, *, has_graphics: bool) -> None:
        """Whether there is a graphics processor to choose, and why not."""
        self.device.set_offered("gpu", offered=has_graphics)
        self.device.set_reason(reason)

    def show_device_words(self, text: str) -> None:
        """Say what the model can run on here."""
        self.device_row.set_detail(text)
