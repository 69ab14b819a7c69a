"""What every system can do about opening at login."""

from __future__ import annotations

from typing import Protocol


class Autostart(Protocol):
    """Whether one program is opened when its user logs in. May block; no method needs more than the user's rights."""

    def enabled(self) -> bool:
        """Whether it is opened at login, as the system has it now.

        Raises:
            EnvironmentFault: It cannot be looked up.
        """

    def enable(self) -> None:
        """Have it opened at login; again, to renew a stale entry.

        Raises:
            EnvironmentFault: It cannot be written.
        """

    def disable(self) -> None:
        """Have it not opened at login; nothing when it is not.

        Raises:
            EnvironmentFault: It cannot be removed.
        """
