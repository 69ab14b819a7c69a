"""Opening at login on Linux and its relatives: a desktop entry in the autostart folder.

As the Desktop Application Autostart and Desktop Entry specifications of freedesktop.org have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportbot.paths import fault_from, write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MAX_BYTES = 65_536
# Inside a quoted argument; doubled once more, as in every value of a desktop entry.
_QUOTED = '"`$\\'


class DesktopEntry:
    """A ``.desktop`` file of our own.

    Args:
        app_id: Names the file.
        name: What a person reads in the list of programs opened at login.
        command: What is run.
        folder: The autostart folder; made when needed.
    """

    def __init__(self, app_id: str, name: str, command: Sequence[str], folder: Path) -> None:
        self.file = folder / f"supportbot-{app_id}.desktop"
        self._name = name
        self._command = command

    def enabled(self) -> bool:
        """Whether the file is there and nobody switched it off in it."""
        try:
            with self.file.open("rb") as file:
                text = file.read(_MAX_BYTES).decode(errors="replace")
        except FileNotFoundError:
            return False
        except OSError as err:
            raise fault_from(err, self.file, "The login entry {} cannot be read.") from err
        lines = {"".join(line.split()).casefold() for line in text.splitlines()}
        return not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def enable(self) -> None:
        """Write the file."""
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.0",
            f"Name={_escaped(self._name)}",
            f"Exec={_escaped(' '.join(map(_quoted, self._command)))}",
            "Terminal=false",
        )
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise fault_from(err, self.file.parent, "The folder {} cannot be made.") from err
        write_atomically(self.file, ("\n".join(lines) + "\n").encode())

    def disable(self) -> None:
        """Remove the file."""
        try:
            self.file.unlink(missing_ok=True)
        except OSError as err:
            raise fault_from(err, self.file, "The login entry {} cannot be removed.") from err


def _quoted(argument: str) -> str:
    """One argument of ``Exec``: quoted, with its own quotes escaped, and no field codes."""
    escaped = "".join(f"\\{one}" if one in _QUOTED else one for one in argument)
    return f'"{escaped.replace("%", "%%")}"'


def _escaped(value: str) -> str:
    """A value of a desktop entry, on one line."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
