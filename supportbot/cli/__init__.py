"""The command line: one module a command group, put together in ``supportbot.cli.commands``.

``supportbot.cli.app`` is looked up late: the window starts through this package and needs no command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportbot.cli.commands import app

__all__ = ["app"]


def __getattr__(name: str) -> object:
    if name == "app":
        from supportbot.cli import commands

        return commands.app
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
