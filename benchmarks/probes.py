"""The pack's probes, greedy: the model's own words (target: at least 9 of 10), and the whole road beside them.

python -m benchmarks.probes
"""

from __future__ import annotations

from typing import Any

from benchmarks.common import arguments, report, run, verdict
from supportbot.cli.common import CliContext, CommonOptions
from supportbot.cli.probe import probe_report
from supportbot.errors import NotInstalledError

TARGET = 9


def main() -> int:
    """Ask them both ways, print, and end with 1 where the target is missed."""
    options = arguments(__doc__).parse_args()
    cli = CliContext(CommonOptions(options.pack, options.model, options.data_dir, "cpu"))
    try:
        if cli.backend() is None:
            raise NotInstalledError("The model is not installed.", "Run 'make model'.")
        alone = probe_report(cli, only="model", announce=False)
        road = probe_report(cli, only="road", announce=False)
    finally:
        cli.close()
    met = alone.passed >= TARGET
    lines = [
        f"the model's own words: {alone.passed} of {len(alone.probes)}; target >= {TARGET}: {verdict(met)}",
        f"the whole road: {road.passed} of {len(road.probes)}",
        *(
            f"not passed by the model alone: {probe.number}. {probe.question}"
            for probe in alone.probes
            if not probe.passed
        ),
    ]
    result: dict[str, Any] = {"model_alone": alone.to_dict(), "road": road.to_dict(), "met": met}
    report(options, "probes", result, lines)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
