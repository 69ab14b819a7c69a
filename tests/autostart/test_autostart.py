"""Opening at login, by the files and values each system reads."""

from __future__ import annotations

import plistlib
import re
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.autostart import autostart_here, start_command
from supportbot.autostart.linux import DesktopEntry
from supportbot.autostart.macos import LaunchAgent
from supportbot.autostart.windows import APPROVED, RUN, RunEntry
from supportbot.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = ("/opt/Acme Help/supportbot", "--data-dir", '/home/me/50% "data"/$HOME/a\\b`c')


class MemoryRegistry:
    """A registry in a dictionary."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], object] = {}
        self.refuses = False

    def read(self, key, name):
        if (key, name) not in self.values:
            raise FileNotFoundError(name)
        return self.values[key, name]

    def write(self, key, name, text):
        if self.refuses:
            raise PermissionError(5, "Access is denied")
        self.values[key, name] = text

    def delete(self, key, name):
        if (key, name) not in self.values:
            raise FileNotFoundError(name)
        del self.values[key, name]


def entry(folder, command=COMMAND):
    return DesktopEntry("acme", "Acme Help", command, folder / "autostart")


def arguments_of(file: Path) -> list[str]:
    """``Exec`` as a desktop reads it: the value unescaped, then its quoted arguments, then field codes."""
    line = next(line for line in file.read_text().split("\n") if line.startswith("Exec="))
    known = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
    value = re.sub(r"\\.", lambda found: known[found[0]], line.removeprefix("Exec="))
    quoted = re.findall(r'"((?:\\.|[^"\\])*)"(?: |$)', value, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", one, flags=re.DOTALL).replace("%%", "%") for one in quoted]


@pytest.fixture(params=["linux", "macos", "windows"])
def autostart(request, tmp_path):
    return {
        "linux": lambda: entry(tmp_path),
        "macos": lambda: LaunchAgent("acme", COMMAND, tmp_path / "LaunchAgents"),
        "windows": lambda: RunEntry("acme", COMMAND, MemoryRegistry()),
    }[request.param]()


def test_it_is_off_until_it_is_switched_on_and_off_again(autostart):
    assert not autostart.enabled()
    autostart.disable()
    autostart.enable()
    autostart.enable()
    assert autostart.enabled()
    autostart.disable()
    assert not autostart.enabled()


def test_the_desktop_entry_runs_the_very_command(tmp_path):
    made = entry(tmp_path)
    made.enable()
    assert arguments_of(made.file) == list(COMMAND)
    assert "%%" in made.file.read_text()


@given(
    st.lists(
        st.text(
            st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
            min_size=1,
        ),
        min_size=1,
    )
)
def test_any_argument_survives_the_desktop_entry(tmp_path, command):
    made = entry(tmp_path, tuple(command))
    made.enable()
    assert arguments_of(made.file) == command


@pytest.mark.parametrize(
    "line", ["Hidden=true", "Hidden = True", "X-GNOME-Autostart-enabled=false"]
)
def test_what_was_switched_off_in_the_desktops_own_settings_is_off(tmp_path, line):
    made = entry(tmp_path)
    made.enable()
    made.file.write_text(made.file.read_text() + line + "\n")
    assert not made.enabled()
    made.enable()
    assert made.enabled()


def test_the_launch_agent_is_read_as_launchd_does(tmp_path):
    made = LaunchAgent("acme", COMMAND, tmp_path)
    made.enable()
    content = plistlib.loads(made.file.read_bytes())
    assert content["Label"] == made.file.stem
    assert content["ProgramArguments"] == list(COMMAND)
    assert content["RunAtLoad"] is True
    made.file.write_bytes(plistlib.dumps({**content, "Disabled": True}))
    assert not made.enabled()
    made.file.write_text("no list")
    assert not made.enabled()


def test_what_the_task_manager_switched_off_is_off(tmp_path):
    registry = MemoryRegistry()
    made = RunEntry("acme", ("C:\\Acme Help\\supportbot.exe", "--new"), registry)
    made.enable()
    assert registry.values == {(RUN, "supportbot-acme"): '"C:\\Acme Help\\supportbot.exe" --new'}
    registry.values[APPROVED, "supportbot-acme"] = b"\x03" + bytes(11)
    assert not made.enabled()
    made.enable()
    assert made.enabled()


def test_what_cannot_be_written_is_told(tmp_path):
    (tmp_path / "autostart").write_text("no folder")
    registry = MemoryRegistry()
    registry.refuses = True
    blocked = (
        entry(tmp_path),
        LaunchAgent("acme", COMMAND, tmp_path / "autostart"),
        RunEntry("acme", COMMAND, registry),
    )
    for autostart in blocked:
        with pytest.raises(EnvironmentFault) as told:
            autostart.enable()
        assert told.value.remedy


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="one system's place")
def test_the_place_is_the_desktops_own(isolated_home, monkeypatch):
    made = autostart_here("acme", "Acme Help", COMMAND)
    made.enable()
    assert (isolated_home / ".config/autostart/supportbot-acme.desktop").is_file()
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative/is/invalid")
    assert autostart_here("acme", "Acme Help", COMMAND).enabled()


def test_the_command_is_this_installation(monkeypatch):
    assert start_command(("--new",)) == (sys.executable, "-m", "supportbot", "--new")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_command() == (sys.executable,)
    monkeypatch.setenv("APPIMAGE", "/opt/Help.AppImage")
    assert start_command() == ("/opt/Help.AppImage",)
