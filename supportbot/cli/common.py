"""What every command shares: its context, the ``--json`` option, and printing.

Errors leave a command as exceptions of ``supportbot.errors``; the one place that turns them into a sentence and an
exit code is ``supportbot.cli.edge``. A command takes the typer context and asks for what it needs::

    def verify(ctx: typer.Context, as_json: JsonOption = False) -> None:
        cli = cli_context(ctx)
        status = cli.store().verify()
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from supportbot.cli.context import CliContext, CommonOptions, RefusedBackend, Window, note

if TYPE_CHECKING:
    from rich.console import Console

__all__ = [
    "CliContext",
    "CommonOptions",
    "JsonOption",
    "RefusedBackend",
    "Window",
    "cli_context",
    "note",
    "print_json",
    "stderr_console",
]

JsonOption = Annotated[
    bool, typer.Option("--json", help="Print one JSON document and nothing else.")
]


def cli_context(ctx: typer.Context) -> CliContext:
    """The ``CliContext`` of the running command."""
    found = ctx.find_object(CliContext)
    if found is None:
        found = ctx.obj = CliContext()
        ctx.call_on_close(found.close)
    return found


def print_json(document: object) -> None:
    """Print one JSON document on stdout."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def stderr_console() -> Console:
    """A rich console on stderr, for progress and notes; plain where it is no terminal."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)
