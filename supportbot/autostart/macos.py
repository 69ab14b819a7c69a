"""Opening at login on macOS: a launch agent of the user."""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError

from supportbot.paths import fault_from, write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class LaunchAgent:
    """A property list of our own; the system reads it at the next login.

    Args:
        app_id: Part of its label.
        command: What is run.
        folder: The user's launch agents; made when needed.
    """

    def __init__(self, app_id: str, command: Sequence[str], folder: Path) -> None:
        self._label = f"supportbot.{app_id}"
        self.file = folder / f"{self._label}.plist"
        self._command = command

    def enabled(self) -> bool:
        """Whether the file is there and nobody switched it off in it."""
        try:
            content: Any = plistlib.loads(self.file.read_bytes())
        except FileNotFoundError:
            return False
        except OSError as err:
            raise fault_from(err, self.file, "The login entry {} cannot be read.") from err
        except (plistlib.InvalidFileException, ExpatError, ValueError):
            return False  # the system cannot read it either
        return isinstance(content, dict) and bool(
            content.get("RunAtLoad") and not content.get("Disabled")
        )

    def enable(self) -> None:
        """Write the file."""
        content = {
            "Label": self._label,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise fault_from(err, self.file.parent, "The folder {} cannot be made.") from err
        write_atomically(self.file, plistlib.dumps(content))

    def disable(self) -> None:
        """Remove the file."""
        try:
            self.file.unlink(missing_ok=True)
        except OSError as err:
            raise fault_from(err, self.file, "The login entry {} cannot be removed.") from err
