"""A desktop of its own for a test: a display, a keyboard, a session bus and an accessibility bus, all thrown away.

Owns the processes. Debian's packages: ``xvfb``, ``xdotool``, ``dbus-daemon`` and ``at-spi2-core``.
"""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Iterator

SCREEN = "1280x1024x24"
_ANSWER_S = 30.0
_NOT_OURS = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}


@dataclass(frozen=True, slots=True)
class Desktop:
    """Where a program can run and be spoken to.

    Attributes:
        environment: For the program.
        accessibility_bus: Its address.
    """

    environment: dict[str, str]
    accessibility_bus: str

    def activate(self, title: str) -> None:
        """Give the keyboard to the window of that title, as a window manager does when it opens."""
        self._x("search", "--sync", "--onlyvisible", "--name", f"^{title}$", "windowfocus")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each with its modifiers (``ctrl+shift+h``)."""
        self._x("key", "--delay", "0", "--clearmodifiers", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._x("type", "--delay", "0", "--clearmodifiers", text)

    def _x(self, *command: str) -> None:
        subprocess.run(
            ["xdotool", *command],
            env=self.environment,
            check=True,
            timeout=_ANSWER_S,
            capture_output=True,
        )


@contextmanager
def desktop() -> Iterator[Desktop]:
    """A desktop on which a screen reader is said to be on.

    The home and ``XDG_RUNTIME_DIR`` are those of the caller, which are a test's own.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with _first_line_of(display) as number:
        environment["DISPLAY"] = f":{number}"
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        with _first_line_of(bus) as address:
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            yield Desktop(environment, _accessibility_bus(address))


@contextmanager
def _first_line_of(process: subprocess.Popen[str]) -> Iterator[str]:
    """What a process says first; it ends afterwards, and what was started on its bus with it."""
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(_ANSWER_S)
        process.stdout.close()


def _accessibility_bus(session: str) -> str:
    """The address of the accessibility bus, which the session bus starts when it is asked for."""
    with open_dbus_connection(session) as connection:

        def asked(interface: str, member: str, signature: str | None = None, body: tuple = ()):
            to = DBusAddress("/org/a11y/bus", "org.a11y.Bus", interface)
            call = new_method_call(to, member, signature, body)
            return connection.send_and_get_reply(call, timeout=_ANSWER_S).body

        (address,) = asked("org.a11y.Bus", "GetAddress")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            body = ("org.a11y.Status", name, ("b", True))
            asked("org.freedesktop.DBus.Properties", "Set", "ssv", body)
        return address
