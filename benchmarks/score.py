"""How good the answers are, on labelled questions nobody trained on.

Counted as `supportbot.quality.metrics` counts: resolved, sure and wrong, over-offered, deflected, wrongly refused, a
person required and offered, sent to a person in vain; each with its 95 % Wilson interval, in total and by what served
the reply. Follow-ups are asked after their first question in one conversation. The rows, with reply and verdict, and
the summary land under ``work/benchmarks``. The half called unseen is scored once: a half that was looked at and acted
upon has become a development half.

    python -m benchmarks.score --half development --only model --greedy
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.common import WORK, arguments, report, run, verdict
from supportbot.cli.ask import greedy_sampling, parse_stages
from supportbot.cli.batch import engine_code
from supportbot.cli.common import CliContext, CommonOptions
from supportbot.errors import NotInstalledError, UsageError
from supportbot.quality.metrics import LabelledRow, Rate, Verdict, describe, figures, judge, summary

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from supportbot.contracts import Reply, Sampling

QUESTIONS = Path(__file__).parent / "linear"
SETS = {"main": "", "followups": "_followups", "person": "_person", "lookalikes": "_lookalikes"}
READ_IN_FULL = 50

# set, figure, how it compares, the target; for the model alone and for the whole road
_TARGETS = {
    "model": (
        ("main", "resolved", ">=", 0.80),
        ("main", "deflected", ">=", 0.92),
        ("main", "sure_and_wrong", "<=", 0.08),
        ("main", "wrongly_refused", "<=", 0.10),
        ("followups", "resolved", ">=", 0.70),
    ),
    "road": (
        ("person", "person_required", ">=", 1.0),
        ("main", "ruled_in_vain", "<=", 0.01),
        ("lookalikes", "ruled_in_vain", "<=", 2 / 150),
    ),
}


class Scorer:
    """Asks the rows and judges the replies."""

    def __init__(self, cli: CliContext, only: str, without: str, sampling: Sampling | None) -> None:
        self.cli = cli
        self.stages = parse_stages("model" if only == "model" else "road", without)
        self.sampling = sampling
        pack = cli.pack()
        self.topics = {topic.id: topic for topic in pack.topics}
        self.deflections = pack.deflections

    def score(
        self, rows: Iterable[LabelledRow]
    ) -> list[tuple[LabelledRow, dict[str, Any], Verdict]]:
        """Reply and verdict of every row, in order.

        Raises:
            NotInstalledError: The model is needed and not there; a figure without it would mean nothing.
        """
        scored = []
        for number, row in enumerate(rows, 1):
            reply = self._ask(row).to_dict()
            if engine_code(reply) == "not_installed":
                raise NotInstalledError(
                    "The model is not installed.", "Run 'supportbot model install'."
                )
            scored.append((row, reply, judge(row, reply, self.topics, self.deflections)))
            if sys.stderr.isatty():
                print(f"\r{number}", end="", file=sys.stderr)
        return scored

    def _ask(self, row: LabelledRow) -> Reply:
        talk = self.cli.conversation(sampling=self.sampling, stages=self.stages)
        context = self.cli.host_context()
        if row.first is not None:
            talk.ask(row.first, context)
        return talk.ask(row.question, context)


def read_rows(path: Path) -> list[LabelledRow]:
    """The labelled rows of a file."""
    if not path.is_file():
        raise NotInstalledError(f"There is no file {path}.", "Check --questions.")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [LabelledRow.model_validate_json(line) for line in lines if line.strip()]


def targets(only: str, rates: dict[str, dict[str, Rate]]) -> tuple[list[dict[str, Any]], bool]:
    """What was to be reached, and whether all of it was."""
    checked: list[dict[str, Any]] = []
    for group, name, sign, limit in _TARGETS[only]:
        share = rates[group][name].share if group in rates else None
        if share is not None:
            met = share >= limit if sign == ">=" else share <= limit
            checked.append(
                {
                    "set": group,
                    "figure": name,
                    "target": f"{sign} {limit:.3g}",
                    "share": share,
                    "met": met,
                }
            )
    return checked, all(entry["met"] for entry in checked)


def lines_of(rates: dict[str, dict[str, Rate]], checked: list[dict[str, Any]]) -> list[str]:
    """The figures for people."""
    wanted = {(entry["set"], entry["figure"]): entry for entry in checked}
    lines = []
    for group, figures_of_group in rates.items():
        lines.append(f"-- {group}")
        for name, rate in figures_of_group.items():
            entry = wanted.get((group, name))
            if rate.share is not None:
                target = f"{entry['target']} {verdict(entry['met'])}" if entry else ""
                lines.append(describe(name, rate, target))
    return lines


def parse() -> argparse.Namespace:
    """The command line."""
    parser = arguments(__doc__)
    parser.add_argument("--half", choices=["development", "unseen", "fresh"], default="development")
    parser.add_argument("--only", choices=["model", "road"], default="road")
    parser.add_argument("--without", default="", help="stages to leave out, comma-separated")
    parser.add_argument("--greedy", action="store_true")
    parser.add_argument(
        "--sets",
        default="",
        help=f"comma-separated from {', '.join(SETS)}; all that apply by default",
    )
    parser.add_argument(
        "--limit", type=int, help="only the first rows of each set, to try the command"
    )
    parser.add_argument(
        "--seed", type=int, default=1, help="draws the resolved answers to be read in full"
    )
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    return parser.parse_args()


def chosen_sets(options: argparse.Namespace) -> list[str]:
    """Which sets to score; rules answer two of them, so the model alone is not asked those."""
    if not options.sets:
        return ["main", "followups"] if options.only == "model" else list(SETS)
    names = [name.strip() for name in options.sets.split(",")]
    if unknown := [name for name in names if name not in SETS]:
        raise UsageError(f"There is no set {unknown[0]!r}.", f"Choose from {', '.join(SETS)}.")
    return names


def main() -> int:
    """Score, print, keep; end with 1 where a target is missed."""
    options = parse()
    cli = CliContext(CommonOptions(options.pack, options.model, options.data_dir, "cpu"))
    sampling = greedy_sampling(cli.pack()) if options.greedy else None
    folder = WORK / f"score-{options.half}-{options.only}"
    folder.mkdir(parents=True, exist_ok=True)
    judged: dict[str, list[Verdict]] = {}
    hashes: dict[str, str] = {}
    kept: list[dict[str, Any]] = []
    try:
        scorer = Scorer(cli, options.only, options.without, sampling)
        for name in chosen_sets(options):
            path = options.questions / f"{options.half}{SETS[name]}.jsonl"
            scored = scorer.score(read_rows(path)[: options.limit])
            hashes[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
            judged[name] = [mark for _, _, mark in scored]
            kept += [
                {
                    "set": name,
                    **row.model_dump(exclude_none=True),
                    "reply": reply,
                    "verdict": asdict(mark),
                }
                for row, reply, mark in scored
            ]
    finally:
        cli.close()
    _write_rows(folder / "rows.jsonl", kept)
    resolved = [row for row in kept if row["verdict"]["resolved"]]
    _write_rows(
        folder / "to-read.jsonl",
        random.Random(options.seed).sample(resolved, min(READ_IN_FULL, len(resolved))),
    )
    rates = {name: figures(marks) for name, marks in judged.items()}
    checked, met = targets(options.only, rates)
    result = {
        "half": options.half,
        "only": options.only,
        "without": options.without,
        "greedy": options.greedy,
        "rows_sha256": hashes,
        "sets": {name: summary(marks) for name, marks in judged.items()},
        "targets": checked,
        "met": met,
    }
    report(
        options, folder.name, result, [*lines_of(rates, checked), f"rows: {folder}", verdict(met)]
    )
    return 0 if met else 1


def _write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    run(main)
