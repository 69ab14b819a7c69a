"""Opening at login on Windows: a value of the user's Run key.

The registry stands behind a protocol, so that what is written there can be tested anywhere.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from supportbot.errors import AccessError

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
# Where the Task Manager notes what a person switched off there: an odd first byte is off.
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Registry(Protocol):
    """Values below ``HKEY_CURRENT_USER``. Raises ``OSError``; ``FileNotFoundError`` for what is not there."""

    def read(self, key: str, name: str) -> object:
        """A value."""

    def write(self, key: str, name: str, text: str) -> None:
        """Write a text; the key is made when needed."""

    def delete(self, key: str, name: str) -> None:
        """Delete a value."""


class RunEntry:
    """A value of our own.

    Args:
        app_id: Names it.
        command: What is run.
        registry: Where.
    """

    def __init__(self, app_id: str, command: Sequence[str], registry: Registry) -> None:
        self._name = f"supportbot-{app_id}"
        self._line = subprocess.list2cmdline(command)
        self._registry = registry

    def enabled(self) -> bool:
        """Whether the value is there and not switched off in the Task Manager."""
        try:
            self._registry.read(RUN, self._name)
        except FileNotFoundError:
            return False
        except OSError as err:
            raise _fault(err, "read") from err
        approved: object = b""
        with suppress(OSError):
            approved = self._registry.read(APPROVED, self._name)
        return not (isinstance(approved, bytes) and approved[:1] and approved[0] % 2)

    def enable(self) -> None:
        """Write the value, and forget that it was switched off elsewhere."""
        try:
            self._registry.write(RUN, self._name, self._line)
            with suppress(FileNotFoundError):
                self._registry.delete(APPROVED, self._name)
        except OSError as err:
            raise _fault(err, "written") from err

    def disable(self) -> None:
        """Delete the value."""
        try:
            with suppress(FileNotFoundError):
                self._registry.delete(RUN, self._name)
        except OSError as err:
            raise _fault(err, "removed") from err


def _fault(err: OSError, done: str) -> AccessError:
    return AccessError(
        f"The entry that opens programs at login cannot be {done}.",
        f"Change it in the system's own settings ({err.strerror or err}).",
        code="login_entry",
        reason=err.strerror or err,
    )


if sys.platform == "win32":
    import winreg

    class WindowsRegistry:
        """The real one."""

        def read(self, key: str, name: str) -> object:
            """A value."""
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                return winreg.QueryValueEx(opened, name)[0]

        def write(self, key: str, name: str, text: str) -> None:
            """Write a text; the key is made when needed."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def delete(self, key: str, name: str) -> None:
            """Delete a value."""
            access = winreg.KEY_SET_VALUE
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened:
                winreg.DeleteValue(opened, name)
