"""``supportbot pack``: what an author of product packs needs.

Owns the commands' output; what is wrong with a pack is found by ``supportbot.product`` and, for the patterns of its
rules, by ``supportbot.answering.rules``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from supportbot.cli.common import JsonOption, print_json
from supportbot.errors import CheckFailedError, NotInstalledError, PackError

PackArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The pack's folder.")]

app = typer.Typer(
    no_args_is_help=True,
    help="Check product packs.",
    epilog="Example: supportbot pack check assets/linear",
    context_settings={"max_content_width": 100},
)


@app.command(epilog="Example: supportbot pack check assets/linear")
def check(directory: PackArgument, as_json: JsonOption = False) -> None:
    """Say everything that is wrong with a pack, each with file, key and remedy; exit 1 if anything is."""
    if not directory.exists():
        raise NotInstalledError(
            f"There is no product pack at {directory}.", "Check the path.", code="pack_missing"
        )
    problems = find_problems(directory)
    if as_json:
        print_json(
            {"pack": str(directory), "ok": not problems, "problems": [_row(p) for p in problems]}
        )
    else:
        for problem in problems:
            print(f"{problem.message}\n    {problem.remedy}")
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise CheckFailedError(f"The pack {directory} has {count}.", "Mend it and check again.")
    if not as_json:
        print(f"The pack {directory} is sound.")


def find_problems(directory: Path) -> list[PackError]:
    """What is wrong with the pack, the patterns of its rules included."""
    from supportbot.answering.rules import RuleBook
    from supportbot.product.pack import check_pack, load_pack

    problems = check_pack(directory)
    try:
        pack = load_pack(directory)
        RuleBook(pack.rules, pack.weights)
    except PackError as err:
        if str(err) not in {str(problem) for problem in problems}:
            problems.append(err)
    return problems


def _row(problem: PackError) -> dict[str, str]:
    return {
        "file": problem.file,
        "key": problem.key,
        "problem": problem.problem,
        "remedy": problem.remedy,
    }
