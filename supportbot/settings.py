"""The customer's settings: one JSON file, checked when read, written whole.

Owns the keys, their bounds and the file's repair. Nothing in the file can keep the app from starting:
what is wrong is copied aside, reset and told. Must not decide what a setting does.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from supportbot.contracts import Device
from supportbot.errors import EnvironmentFault
from supportbot.paths import fault_from, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILE_BYTES = 1_000_000

Language = Annotated[str, StringConstraints(pattern=r"^(system|[a-z]{2,3}([-_][A-Za-z]{2,4})?)$")]
Coordinate = Annotated[int, Field(ge=-100_000, le=100_000)]
Extent = Annotated[int, Field(ge=100, le=100_000)]


class WindowGeometry(BaseModel):
    """Where the window stood, in device-independent pixels."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    x: Coordinate
    y: Coordinate
    width: Extent
    height: Extent


class Settings(BaseModel):
    """What the customer chose. ``None`` leaves the choice to the pack or to the machine."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    language: Language = "system"
    theme: Literal["system", "light", "dark"] = "system"
    text_scale: float = Field(default=1.0, ge=1.0, le=2.0, allow_inf_nan=False)
    retention_days: int | None = Field(default=None, ge=0, le=3650)
    device: Device = "auto"
    threads: int | None = Field(default=None, ge=1, le=1024)
    memory: Literal["auto", "mapped", "repacked"] = "auto"
    idle_unload_minutes: int = Field(default=10, ge=1, le=1440)
    window: WindowGeometry | None = None

    def changed(self, **changes: object) -> Settings:
        """A checked copy with these keys changed.

        Raises:
            pydantic.ValidationError: A value is out of bounds.
        """
        return Settings.model_validate({**dict(self), **changes})


def load_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Read the settings; keys that are wrong are backed up beside the file and reset.

    Returns:
        The settings, and a sentence for the customer for each thing that was wrong.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings(), ()
    except OSError as err:
        return Settings(), (str(fault_from(err, path, "The settings {} cannot be read.")),)
    settings, faults = _parse(data)
    if not faults:
        return settings, ()
    return settings, (*faults, _repair(path, data, settings))


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        AccessError: The file cannot be written there.
        DiskFullError: No space is left; the earlier settings still stand.
    """
    write_atomically(path, (settings.model_dump_json(indent=2) + "\n").encode())


def _parse(data: bytes) -> tuple[Settings, tuple[str, ...]]:
    try:
        raw = json.loads(data.decode("utf-8-sig")) if len(data) <= MAX_FILE_BYTES else None
    except (ValueError, RecursionError):
        return Settings(), ("The settings file could not be read as settings; all are reset.",)
    if not isinstance(raw, dict):
        return Settings(), ("The settings file does not hold settings; all are reset.",)
    try:
        return Settings.model_validate(raw), ()
    except ValidationError as err:
        bad = sorted({str(error["loc"][0]) for error in err.errors()})
    kept = {key: value for key, value in raw.items() if key not in bad}
    faults = tuple(
        f"The setting {key!r} had a value that cannot be used; it is reset."
        if key in Settings.model_fields
        else f"The setting {key[:60]!r} is not known to this version; it is left out."
        for key in bad
    )
    return Settings.model_validate(kept), faults


def _repair(path: Path, data: bytes, settings: Settings) -> str:
    """Copy the file aside, then write the repaired one; the copy comes first, so nothing is lost."""
    backup = next(
        name
        for n in range(1, 10_000)
        if not (name := path.with_name(f"{path.name}.bad-{n}")).exists()
    )
    try:
        write_atomically(backup, data)
        save_settings(path, settings)
    except EnvironmentFault as err:
        return f"The settings file could not be repaired. {err}"
    return f"The earlier file is kept as {backup.name}."
