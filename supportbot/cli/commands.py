"""The command line: one module a command group, put together here as ``app``.

A command lives in its own module, takes what it needs from ``supportbot.cli.common`` and raises what
``supportbot.errors`` names; ``supportbot.cli.edge`` is the one place that prints errors.
"""

from __future__ import annotations

import typer

from supportbot.cli import history, model, pack
from supportbot.cli.ask import EXAMPLES as ASK_EXAMPLES
from supportbot.cli.ask import ask
from supportbot.cli.bench import bench
from supportbot.cli.doctor import doctor
from supportbot.cli.probe import probe
from supportbot.cli.root import EPILOG, root

__all__ = ["app"]

app = typer.Typer(name="supportbot", rich_markup_mode="rich", pretty_exceptions_enable=False)
app.callback(invoke_without_command=True, epilog=EPILOG)(root)
app.command("ask", epilog=ASK_EXAMPLES)(ask)
app.command("probe", epilog="Example: supportbot probe --html probes.html --junit probes.xml")(
    probe
)
app.command("bench", epilog="Example: supportbot bench --against llama.cpp --json")(bench)
app.command("doctor", epilog="Example: supportbot doctor --json")(doctor)
app.add_typer(model.app, name="model")
app.add_typer(pack.app, name="pack")
app.add_typer(history.app, name="history")
