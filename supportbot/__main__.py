"""Starts supportbot: a command, or the window where none is named.

Owns the hand-over to the window and what happens without one. Imports nothing of Qt by itself, and importing it does
nothing: the worker process imports this module too.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import socket
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportbot.app import AppOptions
    from supportbot.cli.context import CliContext


def main() -> int:
    """Run the command line; the exit code."""
    multiprocessing.freeze_support()
    from supportbot.engine.process import WORKER_FLAG

    if sys.argv[1:] == [WORKER_FLAG]:  # a frozen program is its own worker
        from supportbot.engine.worker import main as work

        work()
    from supportbot.cli.context import CliContext, Window
    from supportbot.cli.edge import guarded, run_cli

    context = CliContext(window=Window(run=_open_window, check=_check_window))
    arguments = sys.argv[1:]
    completing = "_SUPPORTBOT_COMPLETE" in os.environ  # the shell asks what may follow
    if not arguments and not completing:  # the window, not waiting for the commands' imports
        return guarded(lambda: _open_window(context, second_instance=False), context)
    from supportbot.cli import app

    return run_cli(app, arguments, context)


def _open_window(cli: CliContext, second_instance: bool) -> int:
    """Open the window, or say why there is none and answer the first starter question here."""
    if cli.options.screenshot is not None and display_problem(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display
    problem = display_problem(os.environ)
    if problem is None:
        gc.disable()  # what is imported and built now stays; it goes on when the window is there
        try:
            from supportbot.app import run_app
        except ImportError as err:
            problem = _import_problem(err)
        else:
            return run_app(_app_options(cli, new_instance=second_instance))
        finally:
            gc.enable()
    return _answer_here(cli, problem)


def _answer_here(cli: CliContext, problem: str) -> int:
    from supportbot.cli.ask import ask_once, raise_engine_failure
    from supportbot.cli.batch import engine_code
    from supportbot.cli.context import note

    note(f"{problem}: answering in the terminal.")
    question = cli.pack().product.brand.starter_questions[0]
    sys.stdout.write(f"{question}\n\n")
    reply = ask_once(cli, question)
    raise_engine_failure(cli, engine_code(reply.to_dict()))
    return 0


def display_problem(environment: os._Environ[str] | dict[str, str]) -> str | None:
    """Why no window can be shown, in a few words; ``None`` when one can.

    Qt ends the process when its display does not answer, so this is asked first.
    """
    if sys.platform in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM"):
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    display = environment.get("DISPLAY", "")
    if not display:
        return "no display"
    host, _, number = display.rpartition(":")
    if host in {"", "unix"} and not _x_server_answers(number.partition(".")[0]):
        return f"no display at {display}"
    return None


def _x_server_answers(number: str) -> bool:
    for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):  # noqa: S108
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


def _import_problem(err: ImportError) -> str:
    """PySide6 that is not there, or one whose system libraries are missing."""
    if isinstance(err, ModuleNotFoundError) and (err.name or "").startswith("PySide6"):
        return "no window without PySide6 (pip install PySide6-Essentials)"
    if isinstance(err, ModuleNotFoundError):
        raise err
    return f"no window, a system library is missing ({err})"


def _check_window(cli: CliContext) -> str:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from supportbot.app import check_window
    except ImportError as err:
        from supportbot.errors import EnvironmentFault

        raise EnvironmentFault(
            f"There is {_import_problem(err)}.",
            "Install what it names; commands work without it.",
            code="no_window",
        ) from err
    return check_window(_app_options(cli))


def _app_options(cli: CliContext, *, new_instance: bool = False) -> AppOptions:
    from supportbot.app import AppOptions

    given = cli.options
    return AppOptions(
        pack_dir=given.pack,
        model=given.model,
        data_dir=given.data_dir,
        device=given.device,
        context=cli.host_context(),
        new_instance=new_instance,
        screenshot=given.screenshot,
    )


if __name__ == "__main__":
    sys.exit(main())
