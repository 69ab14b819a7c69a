"""The customer's settings: one JSON file, checked when read, written whole.

Owns the keys, their bounds and the file's repair. Nothing in the file can keep the app from starting:
what is wrong is copied aside, reset and told. While the app runs, ``SettingsFile`` notices what others did
to the file before it writes, so that neither side's choices are lost. Must not decide what a setting does.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from supportbot.contracts import Device
from supportbot.errors import EnvironmentFault
from supportbot.paths import fault_from, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.errors import SupportbotError

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
    maximized: bool = False


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
    tray: bool = False
    drawer_open: bool = False
    window: WindowGeometry | None = None

    def changed(self, **changes: object) -> Settings:
        """A checked copy with these keys changed.

        Raises:
            pydantic.ValidationError: A value is out of bounds.
        """
        return Settings.model_validate({**dict(self), **changes})


# What every window writes by itself; nobody is told of it.
_QUIET = {"window", "drawer_open"}


class SettingsNotice(str):
    """A sentence for the customer about the file.

    Attributes:
        code: Short stable identifier, for those who say it in another language.
        names: The keys or the file that it is about.
        error: Why something could not be done, if that is what it tells.
    """

    __slots__ = ("code", "error", "names")

    code: str
    names: tuple[str, ...]
    error: SupportbotError | None

    def __new__(
        cls, text: str, code: str, *names: str, error: SupportbotError | None = None
    ) -> SettingsNotice:
        """A sentence with what it tells."""
        notice = super().__new__(cls, text)
        notice.code, notice.names, notice.error = code, names, error
        return notice


Notices = tuple[SettingsNotice, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """The settings as they stand in the file now, and a sentence for each thing others did to it."""

    settings: Settings
    notices: Notices = ()


class SettingsFile:
    """The settings of a running app and the file they are kept in. Safe to use from several threads.

    Args:
        path: The file; need not be there yet.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._settings, self.notices = load_settings(path)
        self._seen: bytes | None = None
        with suppress(EnvironmentFault):  # it is told of already
            self._seen = self._read()

    @property
    def settings(self) -> Settings:
        """As last read or written."""
        return self._settings

    def look(self) -> Kept:
        """Take over what others changed in the file; what they damaged is kept aside and written anew.

        Raises:
            EnvironmentFault: The file cannot be read or repaired.
        """
        with self._lock:
            notices = self._take_over()
            return Kept(self._settings, notices)

    def change(self, **changes: object) -> Kept:
        """Write these keys, and nothing else that is not known to be meant.

        Raises:
            pydantic.ValidationError: A value is out of bounds.
            EnvironmentFault: The file cannot be read or written; the changes are not kept.
        """
        with self._lock:
            notices = self._take_over()
            self._write(self._settings.changed(**changes))
            return Kept(self._settings, notices)

    def _take_over(self) -> Notices:
        data = self._read()
        if data == self._seen:
            return ()
        if data is None:
            self._write(self._settings)
            text = "The settings file was removed. Your settings are written again."
            return (SettingsNotice(text, "removed"),)
        found, faults = _parse(data, self._settings)
        before, self._settings, self._seen = self._settings, found, data
        if faults:
            faults = (*faults, _repair(self._path, data, found))
            self._seen = self._read()
        names = [
            key
            for key in Settings.model_fields
            if key not in _QUIET and getattr(before, key) != getattr(found, key)
        ]
        if not names:
            return faults
        listed = ", ".join(name.replace("_", " ") for name in names)
        text = f"Settings were changed outside this window and are taken over: {listed}."
        return (SettingsNotice(text, "taken_over", *names), *faults)

    def _write(self, settings: Settings) -> None:
        save_settings(self._path, settings)
        self._settings, self._seen = settings, _as_bytes(settings)

    def _read(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as err:
            raise fault_from(err, self._path, "The settings {} cannot be read.") from err


def load_settings(path: Path) -> tuple[Settings, Notices]:
    """Read the settings; keys that are wrong are backed up beside the file and reset.

    Returns:
        The settings, and a sentence for the customer for each thing that was wrong.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings(), ()
    except OSError as err:
        fault = fault_from(err, path, "The settings {} cannot be read.")
        return Settings(), (SettingsNotice(str(fault), "unread", error=fault),)
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
    write_atomically(path, _as_bytes(settings))


def _as_bytes(settings: Settings) -> bytes:
    return (settings.model_dump_json(indent=2) + "\n").encode()


def _parse(data: bytes, known: Settings | None = None) -> tuple[Settings, Notices]:
    """What can be used of a file; the rest is as in ``known``, or reset without."""
    fallback = known or Settings()
    all_kept = "all stay as they were" if known else "all are reset"
    one_kept = "it stays as it was" if known else "it is reset"
    outcome = "kept" if known else "reset"
    try:
        raw = json.loads(data.decode("utf-8-sig")) if len(data) <= MAX_FILE_BYTES else None
    except (ValueError, RecursionError):
        text = f"The settings file could not be read as settings; {all_kept}."
        return fallback, (SettingsNotice(text, f"no_settings_{outcome}"),)
    if not isinstance(raw, dict):
        text = f"The settings file does not hold settings; {all_kept}."
        return fallback, (SettingsNotice(text, f"no_settings_{outcome}"),)
    try:
        return Settings.model_validate(raw), ()
    except ValidationError as err:
        bad = sorted({str(error["loc"][0]) for error in err.errors()})
    kept = {key: value for key, value in raw.items() if key not in bad}
    kept |= {key: getattr(fallback, key) for key in bad if key in Settings.model_fields}
    faults = tuple(
        SettingsNotice(
            f"The setting {key!r} had a value that cannot be used; {one_kept}.",
            f"bad_value_{outcome}",
            key,
        )
        if key in Settings.model_fields
        else SettingsNotice(
            f"The setting {key[:60]!r} is not known to this version; it is left out.",
            "unknown_key",
            key[:60],
        )
        for key in bad
    )
    return Settings.model_validate(kept), faults


def _repair(path: Path, data: bytes, settings: Settings) -> SettingsNotice:
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
        text = f"The settings file could not be repaired. {err}"
        return SettingsNotice(text, "not_repaired", error=err)
    return SettingsNotice(
        f"The earlier file is kept as {backup.name}.", "earlier_kept", backup.name
    )
