"""The edge of the command line: where options may stand, and what the shell sees of an error."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import pytest
import typer

from supportbot.cli.common import CliContext, cli_context
from supportbot.cli.edge import hoist_common_options, run_cli
from supportbot.errors import CheckFailedError, DiskFullError, NotInstalledError, UsageError


class Closing(CliContext):
    closed = 0

    def close(self) -> None:
        self.closed += 1
        super().close()


def raising(error: BaseException) -> typer.Typer:
    app = typer.Typer()

    @app.callback()
    def root() -> None:
        """Nothing of its own."""

    @app.command()
    def fail(count: Annotated[int, typer.Option("--count")] = 1) -> None:
        raise error

    return app


@pytest.mark.parametrize(
    ("argv", "hoisted"),
    [
        (["ask", "q", "--device", "cpu"], ["--device", "cpu", "ask", "q"]),
        (["ask", "--pack=x", "q"], ["--pack=x", "ask", "q"]),
        (["--data-dir", "d", "ask"], ["--data-dir", "d", "ask"]),
        (["ask", "--verbose", "q"], ["--verbose", "ask", "q"]),
        (["ask", "--", "--device", "cpu"], ["ask", "--", "--device", "cpu"]),
        (["ask", "--model"], ["ask", "--model"]),
        (["ask", "--json", "--out", "x"], ["ask", "--json", "--out", "x"]),
    ],
)
def test_common_options_may_stand_anywhere(argv: list[str], hoisted: list[str]) -> None:
    assert hoist_common_options(argv) == hoisted


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UsageError("Wrong.", "Do it right."), 2, "supportbot: Wrong. Do it right.\n"),
        (CheckFailedError("It failed."), 1, "supportbot: It failed.\n"),
        (NotInstalledError("Not there.", "Get it."), 3, "supportbot: Not there. Get it.\n"),
        (DiskFullError("Full.", "Make room."), 4, "supportbot: Full. Make room.\n"),
        (MemoryError(), 4, "There is not enough memory."),
        (OSError(errno.ENOSPC, "no space", "/x/y"), 4, "/x/y"),
        (PermissionError(errno.EACCES, "denied", "/x/y"), 4, "permission"),
        (OSError(errno.ENOSPC, "no space"), 4, "The output cannot be written. The disk is full"),
        (BrokenPipeError(errno.EPIPE, "pipe"), 4, ""),
        (KeyboardInterrupt(), 130, ""),
        (ValueError("secret words"), 4, "an error of its own (ValueError)"),
        (typer.Exit(7), 7, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_every_error_becomes_one_sentence_and_a_code(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: int, said: str
) -> None:
    context = Closing()
    assert run_cli(raising(error), ["fail"], context) == code
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err
    assert "secret words" not in err
    assert err.count("\n") <= 1
    assert context.closed == 1


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nope"], "nope"),
        (["fail", "--nope"], "--nope"),
        (["fail", "--count", "x"], "--count"),
        (["fail", "extra"], "extra"),
    ],
)
def test_wrong_usage_ends_with_2_and_points_to_the_help(
    capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    assert run_cli(raising(RuntimeError()), argv, CliContext()) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "--help" in err


def test_a_group_without_a_command_shows_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    app, group = typer.Typer(), typer.Typer(no_args_is_help=True)
    app.add_typer(group, name="group")

    @group.command()
    def one() -> None:
        """The first."""

    @group.command()
    def two() -> None:
        """The second."""

    assert run_cli(app, ["group"], CliContext()) == 2
    assert "The second." in capsys.readouterr().out


def test_a_prompt_without_input_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = typer.Typer()

    @app.command()
    def ask() -> None:
        typer.confirm("Really?")

    with Path("/dev/null").open() as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        code = run_cli(app, [], CliContext())
    assert code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_command_finds_the_context_it_was_started_with() -> None:
    app, context, seen = typer.Typer(), CliContext(), []

    @app.command()
    def look(ctx: typer.Context) -> None:
        seen.append(cli_context(ctx))

    assert run_cli(app, [], context) == 0
    assert seen == [context]


PRINTS = """
import sys, typer
from supportbot.cli.common import CliContext
from supportbot.cli.edge import run_cli
app = typer.Typer()
@app.command()
def talk():
    for _ in range({lines}):
        sys.stdout.write("word " * 20 + "\\n")
sys.exit(run_cli(app, [], CliContext()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell and /dev/full")
@pytest.mark.parametrize(
    ("shell", "lines", "code", "said"),
    [
        ('"$0" -c "$1" >/dev/full', 3, 4, "disk is full"),
        ('"$0" -c "$1" | head -c 1 >/dev/null; exit "${PIPESTATUS[0]}"', 20000, 4, ""),
        ('"$0" -c "$1" >&- 2>&-', 3, 0, ""),
    ],
    ids=["full", "closed pipe", "no streams"],
)
def test_stdout_that_cannot_be_written(shell: str, lines: int, code: int, said: str) -> None:
    program = PRINTS.format(lines=lines)
    done = subprocess.run(
        ["bash", "-c", shell, sys.executable, program], capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.stderr.count("\n") <= 1
