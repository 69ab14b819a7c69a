"""The root command: the options every command takes, and what runs without a subcommand.

Owns the options only; which commands there are is put together in ``supportbot.cli``.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from supportbot import __version__
from supportbot.cli.common import CommonOptions, cli_context
from supportbot.cli.selftest import self_test
from supportbot.contracts import Device
from supportbot.errors import EnvironmentFault, UsageError
from supportbot.log import configure_logging

PackOption = Annotated[
    Path | None,
    typer.Option(
        "--pack", metavar="DIR", help="The product pack to use instead of the built-in one."
    ),
]
ModelOption = Annotated[
    Path | None,
    typer.Option("--model", metavar="FILE", help="The GGUF to run instead of the pack's."),
]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data-dir", metavar="DIR", help="Where conversations, models and settings are kept."
    ),
]
DeviceOption = Annotated[
    Device | None, typer.Option("--device", help="What the model runs on; else as in the settings.")
]
ContextOption = Annotated[
    Path | None,
    typer.Option("--context", metavar="FILE", help="JSON of what the host product knows."),
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", help="Log everything to stderr, your own words included.")
]
NewOption = Annotated[bool, typer.Option("--new", help="Open a second window on purpose.")]
SelfTestOption = Annotated[
    bool, typer.Option("--self-test", help="Check that this installation works.")
]
ScreenshotOption = Annotated[
    Path | None,
    typer.Option("--screenshot", metavar="FILE", help="Paint the window into a picture and end."),
]
EPILOG = """Example: supportbot ask "How do I archive several issues at once?" --explain

--pack, --model, --data-dir, --device, --context and --verbose may stand before or after a command.

Exit codes: 0 done, 1 the check failed, 2 wrong usage, 3 not installed or not found, 4 disk, memory or network, 130
interrupted."""
VersionOption = Annotated[bool, typer.Option("--version", help="Print the version.")]


def root(
    ctx: typer.Context,
    pack: PackOption = None,
    model: ModelOption = None,
    data_dir: DataOption = None,
    device: DeviceOption = None,
    context: ContextOption = None,
    verbose: VerboseOption = False,
    new: NewOption = False,
    self_test_only: SelfTestOption = False,
    screenshot: ScreenshotOption = None,
    show_version: VersionOption = False,
) -> None:
    """Answers product questions on this computer, offline, and says when a person should.

    Without a command the window opens.
    """
    configure_logging(logging.DEBUG if verbose else logging.WARNING)
    cli = cli_context(ctx)
    cli.options = CommonOptions(pack, model, data_dir, device, context, screenshot)
    if ctx.invoked_subcommand is not None:
        if new or self_test_only or show_version:
            raise UsageError(
                "--new, --self-test and --version stand alone.", "Leave the command out."
            )
        return
    if show_version:
        typer.echo(__version__)
    elif self_test_only:
        self_test(cli)
    elif cli.window is None:
        raise EnvironmentFault(
            "This program has no window.", "Ask with 'supportbot ask'.", code="no_window"
        )
    else:
        raise typer.Exit(cli.window.run(cli, new))
