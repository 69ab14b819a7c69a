"""``supportbot probe``: ask QA's questions and say whether the answers are good enough.

Owns the command's output; what a probe demands is judged by ``supportbot.quality.probes``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supportbot.cli.ask import (
    OnlyOption,
    WithoutOption,
    greedy_sampling,
    parse_stages,
    printable,
    raise_engine_failure,
)
from supportbot.cli.common import JsonOption, cli_context, print_json, stderr_console
from supportbot.cli.files import check_target, write_text
from supportbot.errors import CheckFailedError, NotInstalledError
from supportbot.quality.probes import engine_fault, run_probes
from supportbot.quality.reports import probe_html, probe_junit

if TYPE_CHECKING:
    from supportbot.cli.common import CliContext
    from supportbot.contracts import Reply
    from supportbot.quality.probes import ProbeReport, ProbeResult

HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write a page for people.")
]
JunitOption = Annotated[
    Path | None, typer.Option("--junit", metavar="FILE", help="Write JUnit XML.")
]


def probe(
    ctx: typer.Context,
    as_json: JsonOption = False,
    html: HtmlOption = None,
    junit: JunitOption = None,
    only: OnlyOption = "road",
    without: WithoutOption = "",
) -> None:
    """Ask the pack's probes, always the same way; exit 1 when three or more fail."""
    cli = cli_context(ctx)
    for target in (html, junit):
        if target is not None:
            check_target(target)
    report = probe_report(cli, only=only, without=without, announce=not as_json)
    if as_json:
        print_json(report.to_dict())
    product = cli.pack().product.name
    if html is not None:
        write_text(html, probe_html(report, product=product))
    if junit is not None:
        write_text(junit, probe_junit(report, product=product))
    faults = (fault for p in report.probes if (fault := engine_fault(p.reasons)))
    raise_engine_failure(cli, next((fault.removeprefix("engine:") for fault in faults), None))
    if report.verdict != "good":
        raise CheckFailedError(
            f"{report.failed} of {len(report.probes)} probes failed.",
            f"Mend the bucket {report.bucket_to_mend!r} of the training rows first.",
        )


def probe_report(
    cli: CliContext, *, only: OnlyOption, without: str = "", announce: bool = True
) -> ProbeReport:
    """Run the pack's probes greedily, each in a fresh conversation.

    Raises:
        NotInstalledError: The pack has no probes, or no model whose own words could be asked for.
    """
    pack = cli.pack()
    if not pack.probes:
        raise NotInstalledError(
            "The pack has no probes.", "Add probes.toml to it.", code="no_probes"
        )
    if only == "model" and pack.product.models.generator is None:
        cli.model()  # says so
    stages, sampling, context = (
        parse_stages(only, without),
        greedy_sampling(pack),
        cli.host_context(),
    )

    def answer(question: str) -> Reply:
        return cli.conversation(sampling=sampling, stages=stages).ask(question, context)

    link_in_answer_only = only == "model"
    if announce:
        report = run_probes(
            pack.probes, answer, link_in_answer_only=link_in_answer_only, on_result=_print_result
        )
        mend = f", mend {report.bucket_to_mend} first" if report.bucket_to_mend else ""
        sys.stdout.write(
            f"{report.passed} of {len(report.probes)} passed: {report.verdict}{mend}\n"
        )
        return report
    with stderr_console().status("Asking the probes…"):
        return run_probes(pack.probes, answer, link_in_answer_only=link_in_answer_only)


def _print_result(result: ProbeResult) -> None:
    mark = "pass" if result.passed else "FAIL"
    sys.stdout.write(f"{mark}  {result.number:>2}. {printable(result.question)}\n")
    if not result.passed:
        for criterion in result.criteria:
            if not criterion.passed:
                sys.stdout.write(f"          not met: {criterion.text}\n")
        sys.stdout.write(f"          answer: {printable(result.answer) or '(none)'}\n")
    sys.stdout.flush()
