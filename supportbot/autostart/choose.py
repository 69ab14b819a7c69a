"""Which system this is, and which command opens the window again."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.autostart.linux import DesktopEntry
from supportbot.autostart.macos import LaunchAgent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.autostart.protocol import Autostart


def autostart_here(app_id: str, name: str, command: Sequence[str]) -> Autostart | None:
    """For this system; ``None`` for one where nobody opens anything at login.

    Args:
        app_id: Tells programs apart: lower case letters, digits, ``-`` and ``_``.
        name: What a person reads in the system's list.
        command: What is run, absolute.
    """
    made: Autostart | None = None
    if sys.platform == "win32":
        from supportbot.autostart.windows import RunEntry, WindowsRegistry

        made = RunEntry(app_id, command, WindowsRegistry())
    elif sys.platform == "darwin":
        made = LaunchAgent(app_id, command, Path.home() / "Library" / "LaunchAgents")
    elif sys.platform.startswith(("linux", "freebsd")):
        config = os.environ.get("XDG_CONFIG_HOME", "")
        root = Path(config) if Path(config).is_absolute() else Path.home() / ".config"
        made = DesktopEntry(app_id, name, command, root / "autostart")
    return made


def start_command(options: Sequence[str] = ()) -> tuple[str, ...]:
    """What opens the window of this installation: frozen, as an AppImage, or as a package.

    Args:
        options: What the command line shall say, such as ``--pack DIR``.
    """
    if getattr(sys, "frozen", False):
        return (os.environ.get("APPIMAGE") or sys.executable, *options)
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")  # without a console beside the window
    if sys.platform == "win32" and windowed.is_file():
        python = windowed
    return (str(python), "-m", "supportbot", *options)
