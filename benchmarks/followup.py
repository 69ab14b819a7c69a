"""A follow-up question evaluates only its own tokens: in the same run, and after a restart of the app.

python -m benchmarks.followup
"""

from __future__ import annotations

from benchmarks.common import arguments, model_of, pack_of, report, run, verdict
from supportbot.quality.bench import bench_on
from supportbot.quality.measure import follow_up


def main() -> int:
    """Measure, print, and end with 1 where more than the new tokens were evaluated."""
    parser = arguments(__doc__)
    parser.add_argument("--new-tokens", type=int, default=48)
    options = parser.parse_args()
    pack = pack_of(options)
    spec = model_of(options, pack)
    with bench_on(pack, spec) as bench:
        runs = follow_up(bench, new_tokens=options.new_tokens)
    met = all(r["only_new"] for r in runs.values())
    lines = [
        f"{name.replace('_', ' ')}: {r['evaluated']} of {r['prompt']} prompt tokens evaluated, {r['new']} are new; "
        f"first words after {r['first_token_ms']:.0f} ms"
        for name, r in runs.items()
    ]
    report(options, "followup", {**runs, "met": met}, [*lines, verdict(met)], model=spec)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
