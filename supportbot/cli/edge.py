"""The one edge of the command line: options anywhere, errors to a sentence, exit codes.

Owns what happens around a command: the standard streams, the order of options, and what the shell sees when
something fails. Nothing a command does may reach the shell as a traceback. Must not know any command.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
from typing import TYPE_CHECKING, Any

from supportbot.errors import EnvironmentFault, SupportbotError, UsageError
from supportbot.paths import fault_from

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import typer

    from supportbot.cli.common import CliContext

PROGRAM = "supportbot"
INTERRUPTED = 130
ENVIRONMENT = 4
WITH_VALUE = ("--pack", "--model", "--data-dir", "--device", "--context")
WITHOUT_VALUE = ("--verbose",)

_log = logging.getLogger(__name__)


def run_cli(app: typer.Typer, argv: Sequence[str], context: CliContext) -> int:
    """Run one command line and say how it ended.

    Args:
        app: The commands.
        argv: The arguments, without the program's name.
        context: What the commands work with; closed at the end, whatever happened.

    Returns:
        The exit code.
    """
    return guarded(lambda: _run(app, argv, context), context)


def guarded(action: Callable[[], int], context: CliContext) -> int:
    """Run ``action``, close ``context``, and print what went wrong; the only place that prints errors.

    Returns:
        The exit code.
    """
    _open_standard_streams()
    try:
        try:
            code = action()
        finally:
            context.close()
        sys.stdout.flush()
    except KeyboardInterrupt:
        _silence_stdout()
        return INTERRUPTED
    except SupportbotError as err:
        return _report(err)
    except OSError as err:
        return _report_os_error(err)
    except MemoryError:
        return _report(
            EnvironmentFault(
                "There is not enough memory.", "Close other programs and run it again."
            )
        )
    except Exception as err:  # noqa: BLE001 - the top-level edge
        _log.debug("unexpected error", exc_info=True)
        return _report(
            SupportbotError(
                f"supportbot met an error of its own ({type(err).__name__}).",
                "Run it again with --verbose and report what it says.",
            )
        )
    return code


def hoist_common_options(argv: Sequence[str]) -> list[str]:
    """Move the options every command takes to the front, so that they may stand anywhere before ``--``."""
    front: list[str] = []
    rest: list[str] = []
    words = list(argv)
    while words:
        word = words.pop(0)
        name, equals, _ = word.partition("=")
        if word == "--":
            rest += [word, *words]
            break
        if word in WITHOUT_VALUE or (name in WITH_VALUE and equals):
            front.append(word)
        elif name in WITH_VALUE and words:
            front += [word, words.pop(0)]
        else:
            rest.append(word)
    return [*front, *rest]


def _run(app: typer.Typer, argv: Sequence[str], context: CliContext) -> int:
    from typer import Abort
    from typer.main import get_command

    try:
        result = get_command(app).main(
            args=hoist_common_options(argv),
            prog_name=PROGRAM,
            standalone_mode=False,
            obj=context,
        )
    except Abort as err:
        if sys.stdin is None or not sys.stdin.isatty():
            raise UsageError(
                "A question was to be answered and there is no terminal.",
                "Run it in a terminal, or see --help for the option that answers it.",
            ) from err
        raise KeyboardInterrupt from err
    except SystemExit as end:
        # typer ends the program itself on a closed pipe; the pipe's error is still attached.
        if isinstance(end.__context__, OSError):
            raise end.__context__ from end
        return end.code if isinstance(end.code, int) else 0
    except Exception as err:
        if (usage := _usage_error(err)) is None:
            raise
        raise usage from err
    return result if isinstance(result, int) else 0


def _usage_error(err: Any) -> SupportbotError | None:  # noqa: ANN401 - the parser's own exceptions
    """Wrong usage as the parser tells it; ``None`` for any other exception."""
    if not (hasattr(err, "format_message") and hasattr(err, "exit_code")):
        return None
    message = str(err.format_message()).strip().replace("Value error, ", "")
    path = getattr(getattr(err, "ctx", None), "command_path", PROGRAM)
    if type(err).__name__ == "NoArgsIsHelpError":
        print(message)
        return UsageError(f"'{path}' needs a subcommand.", "Choose one of the list above.")
    return UsageError(message, f"See '{path} --help'.")


def _report(err: SupportbotError) -> int:
    _log.debug("failed: %s", err.code, exc_info=True)
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{PROGRAM}: {err}\n")
        sys.stderr.flush()
    _silence_stdout()
    return err.exit_code


def _report_os_error(err: OSError) -> int:
    """An ``OSError`` nobody translated: mostly stdout itself, closed by its reader or on a full disk."""
    if err.errno in {errno.EPIPE, errno.ESHUTDOWN}:
        _silence_stdout()
        return ENVIRONMENT
    from pathlib import Path

    _silence_stdout()
    if err.filename:
        path = Path(os.fsdecode(err.filename))
        return _report(fault_from(err, path, "The file {} cannot be used."))
    return _report(fault_from(err, Path(), "The output cannot be written."))


def _silence_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's last flush cannot fail a second time."""
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def _open_standard_streams() -> None:
    """Make descriptors 0 to 2 exist and the text streams unable to fail on a character.

    With one of them closed, the next file opened (a database) would take its number, and a stray line of a
    library would be written into it.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if callable(reconfigure := getattr(stream, "reconfigure", None)):
            reconfigure(encoding="utf-8", errors="backslashreplace")
