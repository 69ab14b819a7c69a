"""From the stop button to an idle engine, while a prompt is evaluated and while an answer is written.

Target: at most 100 ms, each of them.

    python -m benchmarks.stop --random-3b
"""

from __future__ import annotations

from dataclasses import asdict

from benchmarks.common import arguments, model_of, pack_of, report, run, verdict
from supportbot.quality.bench import bench_on
from supportbot.quality.machine import Spread
from supportbot.quality.measure import STOP_TARGET_MS, stop_times


def main() -> int:
    """Measure, print, and end with 1 where one stop took longer."""
    parser = arguments(__doc__)
    parser.add_argument("--repeats", type=int, default=15)
    options = parser.parse_args()
    pack = pack_of(options)
    spec = model_of(options, pack)
    with bench_on(pack, spec) as bench:
        times = stop_times(bench, repeats=options.repeats)
    spreads = {name: Spread.of(values) for name, values in times.items()}
    met = all(spread.largest <= STOP_TARGET_MS for spread in spreads.values())
    lines = [
        f"stop in {name}: {spread.describe(' ms')}; target <= {STOP_TARGET_MS:.0f} ms"
        for name, spread in spreads.items()
    ]
    result = {name: asdict(spread) for name, spread in spreads.items()}
    report(
        options,
        "stop",
        {**result, "target_ms": STOP_TARGET_MS, "met": met},
        [*lines, verdict(met)],
        model=spec,
    )
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
