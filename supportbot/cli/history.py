"""``supportbot history``: the conversations on this computer, listed, exported and erased.

Owns the commands' output and the question before anything is erased. Erasing takes the engine's saved states
with it; how either leaves no trace is ``supportbot.history``'s and ``supportbot.engine.states``'s.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from supportbot.cli.ask import printable
from supportbot.cli.common import JsonOption, cli_context, note, print_json
from supportbot.cli.files import check_target, write_text
from supportbot.errors import DatabaseDamagedError, NotInstalledError, UsageError

if TYPE_CHECKING:
    from supportbot.cli.common import CliContext
    from supportbot.history import ConversationSummary

app = typer.Typer(
    no_args_is_help=True,
    help="See, export and erase conversations.",
    epilog="Example: supportbot history export --format markdown --out talks.md",
    context_settings={"max_content_width": 100},
)

IdArgument = Annotated[
    str | None, typer.Argument(metavar="ID", help="A conversation of the list; else all.")
]
EraseArgument = Annotated[
    str | None, typer.Argument(metavar="ID", help="A conversation of the list.")
]
FormatOption = Annotated[
    Literal["json", "jsonl", "markdown"],
    typer.Option("--format", help="For programs (jsonl: a line each), or for people."),
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write a file instead of stdout.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Every conversation.")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


@app.command("list", epilog="Example: supportbot history list --json")
def list_conversations(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """List the conversations, the one used last first."""
    conversations = cli_context(ctx).history().conversations()
    if as_json:
        print_json({"conversations": [_row(one) for one in conversations]})
        return
    if not conversations:
        note("there are no conversations.")
    for one in conversations:
        when = one.updated_at.astimezone()
        print(
            f"{one.id}  {when:%Y-%m-%d %H:%M}  {one.message_count:>4} messages  {printable(one.title)}"
        )


@app.command(epilog="Example: supportbot history export --format markdown --out talks.md")
def export(
    ctx: typer.Context,
    conversation_id: IdArgument = None,
    fmt: FormatOption = "json",
    out: OutOption = None,
) -> None:
    """Export one conversation, or all of them, as JSON, JSON lines or Markdown."""
    if out is not None:
        check_target(out)
    text = cli_context(ctx).history().export(conversation_id, fmt)
    text = text if text.endswith("\n") or not text else text + "\n"
    if out is not None:
        write_text(out, text)
    else:
        sys.stdout.write(text)


@app.command(epilog="Example: supportbot history erase --all --yes")
def erase(
    ctx: typer.Context,
    conversation_id: EraseArgument = None,
    everything: AllOption = False,
    yes: YesOption = False,
) -> None:
    """Erase a conversation, or all of them, so that no word of it is left on this computer."""
    if everything == (conversation_id is not None):
        raise UsageError("Either an ID or --all is needed.", "See 'supportbot history list'.")
    cli = cli_context(ctx)
    if everything:
        _erase_all(cli, yes=yes)
    else:
        _erase_one(cli, str(conversation_id), yes=yes)


def _erase_one(cli: CliContext, conversation_id: str, *, yes: bool) -> None:
    history = cli.history()
    found = [one for one in history.conversations() if one.id == conversation_id]
    if not found:
        raise NotInstalledError(
            f"There is no conversation {conversation_id}.",
            "See 'supportbot history list'.",
            code="conversation_missing",
        )
    _confirm(f"Erase the conversation {printable(found[0].title)!r}?", yes=yes)
    try:
        history.delete(conversation_id)
    finally:  # also when only the wiping has to wait
        _forget_states(cli, conversation_id)
    note("the conversation is erased.")


def _erase_all(cli: CliContext, *, yes: bool) -> None:
    _confirm(f"Erase {_everything(cli)} and what the model kept of it?", yes=yes)
    try:
        _erase_database(cli)
    finally:
        _forget_states(cli, None)
    note("all conversations are erased.")


def _everything(cli: CliContext) -> str:
    try:
        count = len(cli.history().conversations())
    except DatabaseDamagedError:
        return "the damaged history"
    return "1 conversation" if count == 1 else f"{count} conversations"


def _erase_database(cli: CliContext) -> None:
    from supportbot.storage import remove_files

    try:
        cli.history().erase_all()
    except DatabaseDamagedError:
        cli.close()
        remove_files(cli.paths().database)


def _forget_states(cli: CliContext, conversation_id: str | None) -> None:
    from supportbot.engine.states import StateStore

    StateStore(cli.paths().states_dir).forget(conversation_id)


def _confirm(question: str, *, yes: bool) -> None:
    if yes:
        return
    try:
        agreed = typer.confirm(question, default=False, err=True)
    except typer.Abort as err:
        if isinstance(err.__context__, EOFError):
            raise UsageError("A yes was needed and there was no input.", "Add --yes.") from err
        raise
    if not agreed:
        raise UsageError("Nothing was erased.", "Run it again when you want it gone.")


def _row(one: ConversationSummary) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "updated_at": one.updated_at.isoformat(),
        "message_count": one.message_count,
    }
