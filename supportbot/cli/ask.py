"""``supportbot ask``: answer one question in the terminal, or a file of them.

Owns what a reply looks like as text and how ``ask`` ends. Needs neither the window nor, for what rules and verified
answers cover, a model.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from supportbot.cli.batch import BatchOutcome, Question, engine_code, run_batch
from supportbot.cli.common import (
    CliContext,
    JsonOption,
    RefusedBackend,
    cli_context,
    note,
    print_json,
    stderr_console,
)
from supportbot.contracts import (
    NO_GENERATOR,
    EngineEvent,
    EngineStopped,
    ModelLoading,
    Reply,
    Sampling,
    TextDelta,
)
from supportbot.errors import CheckFailedError, EngineError, NotInstalledError, UsageError

if TYPE_CHECKING:
    from typing import Any

    from rich.console import Console
    from rich.status import Status

    from supportbot.answering.conversation import Stages
    from supportbot.product.pack import ProductPack

EXAMPLES = """Examples:

supportbot ask "How do I archive several issues at once?"

supportbot ask "Where are my invoices?" --json --greedy

supportbot ask --batch questions.jsonl --out replies.jsonl
"""
STAGES = ("verified", "cache", "rules", "policy", "knowledge", "gate")
GREEDY_SEED = 1
NO_MODEL = "not_installed"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

QuestionArgument = Annotated[
    str | None, typer.Argument(metavar="QUESTION", help="The question, in quotes.")
]
GreedyOption = Annotated[
    bool, typer.Option("--greedy", help="The likeliest words only: the same answer every time.")
]
ExplainOption = Annotated[
    bool,
    typer.Option("--explain", help="Say on stderr what led to the reply, and how long it took."),
]
BatchOption = Annotated[
    Path | None,
    typer.Option(
        "--batch", metavar="IN.jsonl", help="Answer every row of this file.", show_default=False
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="OUT.jsonl", help="Where --batch writes the replies."),
]
OnlyOption = Annotated[
    Literal["model", "road"],
    typer.Option("--only", help="model: the model's own words; road: every stage."),
]
WithoutOption = Annotated[
    str,
    typer.Option(
        "--without",
        metavar="STAGES",
        help=f"Leave stages out, comma-separated: {', '.join(STAGES)}.",
    ),
]


def ask(
    ctx: typer.Context,
    question: QuestionArgument = None,
    as_json: JsonOption = False,
    greedy: GreedyOption = False,
    explain: ExplainOption = False,
    batch: BatchOption = None,
    out: OutOption = None,
    only: OnlyOption = "road",
    without: WithoutOption = "",
) -> None:
    """Answer a question on this computer, or say who can."""
    cli = cli_context(ctx)
    stages = parse_stages(only, without)
    sampling = greedy_sampling(cli.pack()) if greedy else None
    if batch is not None or out is not None:
        if batch is None or out is None or question is not None or as_json:
            raise UsageError(
                "A batch needs --batch IN.jsonl and --out OUT.jsonl, and nothing beside them."
            )
        _finish_batch(cli, _ask_batch(cli, batch, out, sampling, stages), out)
        return
    if question is None:
        raise UsageError("There is no question.", 'Ask one: supportbot ask "How do I …?"')
    reply = ask_once(cli, question, sampling=sampling, stages=stages, as_json=as_json)
    if explain:
        for line in explain_reply(reply):
            note(line)
    raise_engine_failure(cli, engine_code(reply.to_dict()))


def ask_once(
    cli: CliContext,
    question: str,
    *,
    sampling: Sampling | None = None,
    stages: Stages | None = None,
    as_json: bool = False,
) -> Reply:
    """Ask one question and print the reply, streaming on a terminal."""
    conversation = cli.conversation(sampling=sampling, stages=stages)
    context = cli.host_context()
    if as_json:
        reply = conversation.ask(question, context)
        print_json(reply.to_dict())
        return reply
    with _Stream(live=sys.stdout.isatty()) as stream:
        reply = conversation.ask(question, context, stream.on_event)
    if not stream.wrote or reply.served_from != "model":  # a rule may take over what was written
        sys.stdout.write("\n\n" if stream.wrote else "")
        sys.stdout.write(printable(reply.answer))
    if reply.answer:
        sys.stdout.write("\n")
    _print_card(reply)
    return reply


def parse_stages(only: Literal["model", "road"], without: str) -> Stages:
    """The stages to run.

    Raises:
        UsageError: ``without`` names a stage there is not.
    """
    from supportbot.answering.conversation import Stages

    named = frozenset(part.strip() for part in without.split(",") if part.strip())
    if unknown := sorted(named - set(STAGES)):
        raise UsageError(
            f"There is no stage {unknown[0]!r} to leave out.", f"Choose from {', '.join(STAGES)}."
        )
    return Stages(only=only, without=named)


def greedy_sampling(pack: ProductPack) -> Sampling:
    """The likeliest token every time, with a fixed seed, and else as the pack draws its answers."""
    from supportbot.answering.conversation import pack_sampling

    return replace(pack_sampling(pack), temperature=0.0, seed=GREEDY_SEED)


def raise_engine_failure(cli: CliContext, code: str | None) -> None:
    """End the command as ``ask`` must when the model was needed and did not answer.

    Raises:
        NotInstalledError: It was absent (exit 3).
        SupportbotError: It must not be loaded, or it failed (exit 4).
    """
    if code is None:
        return
    backend = cli.backend()
    if isinstance(backend, RefusedBackend):
        raise backend.error
    if code == NO_GENERATOR:
        raise NotInstalledError(
            "There is no checked answer to this, and the pack has no model to write one.",
            f"Ask a person, or look through the help pages: {cli.pack().product.links.docs}",
            code=NO_GENERATOR,
        )
    if code == NO_MODEL:
        cli.model()  # says which model is missing, and how to get it
        raise NotInstalledError("The model is not installed.", "Run 'supportbot model install'.")
    raise EngineError(
        f"The model could not answer ({code}).", "Run 'supportbot doctor'.", code=code
    )


def printable(text: str) -> str:
    """Text without the characters that steer a terminal or reverse the order of reading."""
    return _CONTROL.sub("", text)


def explain_reply(reply: Reply) -> list[str]:
    """What led to a reply, in plain words, a line each."""
    author = f" ({reply.model.id})" if reply.model and reply.served_from == "model" else ""
    origin = f"Answered from: {reply.served_from}{author}" if reply.answer else "Not answered"
    lines = [f"{origin}; shown: {reply.shown}; tier: {reply.tier}."]
    if reply.refused:
        lines.append("The reply defers: it gives no answer of its own.")
    lines += [f"Reason: {_reason(reason)}." for reason in reply.handoff.reasons]
    if reply.handoff.required:
        lines.append("A person is required.")
    elif reply.handoff.offered:
        lines.append("A person is offered.")
    if reply.tokens:
        counts = reply.tokens
        lines.append(
            f"Tokens: {counts.prompt} in the prompt, {counts.evaluated} of them evaluated now,"
            f" {counts.completion} written."
        )
    times = reply.timings_ms
    if times.total is not None:
        first = (
            f"first words after {times.first_token:.0f} ms, "
            if times.first_token is not None
            else ""
        )
        lines.append(f"Time: {first}{times.total:.0f} ms in all.")
    return lines


_REASONS = {
    "rule": "the rule '{}' of the pack matched the question",
    "marker": "the answer holds the pack's marker '{}' of a refusal",
    "engine": "the model could not answer ('{}')",
    f"engine:{NO_GENERATOR}": "nobody vetted the question, and the pack has no model",
    "category": "the question reads like the category '{}'",
    "policy": "the policy '{}' applies",
}


def _reason(reason: str) -> str:
    if reason in _REASONS:
        return _REASONS[reason]
    kind, _, name = reason.partition(":")
    return _REASONS[kind].format(name) if name and kind in _REASONS else reason.replace("_", " ")


class _Stream:
    """Shows an answer while it is written: a spinner while the model loads, then its words."""

    def __init__(self, *, live: bool) -> None:
        self.wrote = False
        self._live = live
        self._status: Status | None = None

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def on_event(self, event: EngineEvent) -> None:
        """Take one event of the engine."""
        if not self._live:
            return
        if isinstance(event, ModelLoading):
            console = stderr_console()
            self._status = console.status("Loading the model…") if console.is_terminal else None
            if self._status:
                self._status.start()
            return
        self._stop()
        if isinstance(event, EngineStopped) and self.wrote:
            sys.stdout.write("\n")
            note("The model stopped in the middle; it starts again.")
        elif isinstance(event, TextDelta):
            self.wrote = True
            sys.stdout.write(printable(event.text))
            sys.stdout.flush()

    def _stop(self) -> None:
        if self._status is not None:
            self._status.stop()
            self._status = None


def _print_card(reply: Reply) -> None:
    """The next step and the person, under the answer: a card on a terminal, plain lines elsewhere."""
    for source in reply.sources or ():
        sys.stdout.write(printable(f"Source: {source.title} {source.url}") + "\n")
    step = reply.handoff.next_step
    if not (reply.handoff.offered or step):
        return
    where = f"{step.title}: {step.url}" if step and step.url else (step.title if step else "")
    lines = [where] if where else []
    if reply.handoff.required:
        lines.append("A person takes over from here.")
    elif reply.handoff.offered:
        lines.append("A person can help with this.")
    text = printable("\n".join(lines))
    if not sys.stdout.isatty():
        sys.stdout.write(text + "\n")
        return
    from rich.console import Console
    from rich.panel import Panel
    from rich.text import Text

    Console(highlight=False).print(
        Panel(Text(text), title="Talk to a human", title_align="left", expand=False)
    )


def _ask_batch(
    cli: CliContext, source: Path, target: Path, sampling: Sampling | None, stages: Stages
) -> BatchOutcome:
    shared = cli.host_context()

    def answer(question: Question) -> dict[str, Any]:
        conversation = cli.conversation(sampling=sampling, history=question.history, stages=stages)
        return conversation.ask(question.text, question.context or shared).to_dict()

    console: Console = stderr_console()
    if not console.is_terminal:
        return run_batch(source, target, answer)
    with console.status("Answering…") as status:
        return run_batch(source, target, answer, lambda row: status.update(f"Answering… row {row}"))


def _finish_batch(cli: CliContext, outcome: BatchOutcome, target: Path) -> None:
    raise_engine_failure(cli, outcome.engine_code)
    if outcome.bad_rows:
        raise CheckFailedError(
            f"{outcome.bad_rows} of {outcome.rows} rows could not be answered.",
            f'Each says why under "error" in {target}.',
        )
