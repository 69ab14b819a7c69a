"""Every figure that is owed, one benchmark after the other, each beside its target.

Each runs in a process of its own, on the embedded model and, where speed or memory is measured, on the 3B-shaped random
file too (written on the first run, 2.0 GB, in the cache folder). Ends with 1 where a target is missed. The half of the
questions that is called unseen is not touched: it is scored once, by hand.

    python -m benchmarks            everything; about an hour on an idle machine with two cores
    python -m benchmarks --quick    the same with few repeats, to see that it runs
    python -m benchmarks stop bare  these only
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass

from benchmarks.common import RANDOM_3B, verdict

RANDOM = ("--random-3b",)


@dataclass(frozen=True)
class Row:
    """One benchmark's run: its name, its arguments, and those that make it quick."""

    name: str
    arguments: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()


ROWS = (
    Row("probes"),
    Row("score", ("--half", "development", "--only", "model", "--greedy"), ("--limit", "6")),
    Row("score", ("--half", "development", "--greedy"), ("--limit", "6")),
    Row("bare", RANDOM, ("--pairs", "2", "--new-tokens", "12")),
    Row("bare", (), ("--pairs", "2", "--new-tokens", "12")),
    Row("first_words", RANDOM, ("--repeats", "2")),
    Row("first_words", (), ("--repeats", "2")),
    Row("gpt4all_compare", RANDOM, ("--pairs", "1", "--prompt-words", "20", "--new-tokens", "4")),
    Row("gpt4all_compare", (), ("--pairs", "2", "--prompt-words", "30", "--new-tokens", "8")),
    Row("followup", RANDOM, ("--new-tokens", "8")),
    Row("followup", (), ("--new-tokens", "8")),
    Row("stop", RANDOM, ("--repeats", "2")),
    Row("stop", (), ("--repeats", "2")),
    Row("window", (), ("--starts", "2")),
    Row("frozen", (), ("--starts", "2")),
    Row("search", (), ("--conversations", "300")),
    Row(
        "stalls",
        (),
        ("--tokens", "40", "--conversations", "300", "--messages", "60", "--questions", "60"),
    ),
    Row("memory", (*RANDOM, "--memory", "mapped")),
    Row("memory", ("--memory", "mapped")),
)


def main() -> int:
    """Run them and list how they ended."""
    names = sorted({row.name for row in ROWS})
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"from {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help="few repeats: the figures mean little")
    options = parser.parse_args()
    if unknown := sorted(set(options.names) - set(names)):
        parser.error(f"there is no benchmark {unknown[0]!r}")
    rows = [row for row in ROWS if not options.names or row.name in options.names]
    if any(RANDOM[0] in row.arguments for row in rows) and not RANDOM_3B.exists():
        _run("random_3b", ())
    ended = []
    for row in rows:
        arguments = (*row.arguments, *(row.quick if options.quick else ()))
        started = time.monotonic()
        code = _run(row.name, arguments)
        ended.append((row, code))
        print(f"  ({time.monotonic() - started:.0f} s)\n", flush=True)
    for row, code in ended:
        outcome = verdict(code == 0) if code in (0, 1) else f"failed with {code}"
        print(f"{row.name:<16} {' '.join(row.arguments):<45} {outcome}")
    return 0 if all(code == 0 for _, code in ended) else 1


def _run(name: str, arguments: tuple[str, ...]) -> int:
    command = [sys.executable, "-m", f"benchmarks.{name}", *arguments]
    print("$", " ".join(["python", *command[1:]]), flush=True)
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
