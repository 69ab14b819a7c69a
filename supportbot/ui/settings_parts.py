"""What the settings are about: what the composition root hands to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from supportbot.autostart import Autostart
    from supportbot.contracts import Device
    from supportbot.models.states import ModelProgress, ModelStatus
    from supportbot.paths import AppPaths
    from supportbot.quality.doctor import Devices
    from supportbot.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class SettingsParts:
    """What the settings are about; the composition root fills it in.

    Attributes:
        preferences: The settings in force.
        paths: Where things are kept.
        model_status: What there is to say about the model; quick, off the main thread.
        verify_model: Compares every byte of it; told how far it is.
        find_devices: What the model can run on here; ``None`` when that cannot be found out.
        autostart: Opening at login; ``None`` where nothing is opened at login.
        has_tray: Whether this desktop has a tray.
        given_model: A model file that was named at the start.
        fixed_device: Where the model runs, as the start said.
    """

    preferences: Preferences
    paths: AppPaths
    model_status: Callable[[], ModelStatus]
    verify_model: Callable[[Callable[[ModelProgress], None]], ModelStatus]
    find_devices: Callable[[], Devices | None]
    autostart: Autostart | None = None
    has_tray: bool = False
    given_model: Path | None = None
    fixed_device: Device | None = None
