"""First words: from ``Conversation.ask`` to the first text, the prefix cached, a question of 40 tokens.

Target: at most 1.2 s on the 3B-shaped file with 2 threads.

    python -m benchmarks.first_words --random-3b
"""

from __future__ import annotations

from dataclasses import asdict

from benchmarks.common import arguments, model_of, pack_of, report, run, verdict
from supportbot.quality.bench import bench_on
from supportbot.quality.machine import Spread
from supportbot.quality.measure import question_of, words_for

TARGET_MS = 1200.0
QUESTION_TOKENS = 40


def main() -> int:
    """Measure, print, and end with 1 where the target is missed."""
    parser = arguments(__doc__)
    parser.add_argument("--repeats", type=int, default=12)
    options = parser.parse_args()
    pack = pack_of(options)
    spec = model_of(options, pack)
    with bench_on(pack, spec) as bench:
        bench.ask(question_of(5, 1), 1)
        words = words_for(bench, QUESTION_TOKENS)
        runs = [bench.ask(question_of(words, number + 3), 4) for number in range(options.repeats)]
    times = Spread.of([r.first_token_ms for r in runs])
    met = times.median <= TARGET_MS
    result = {
        "first_words_ms": {**asdict(times), "target": f"<= {TARGET_MS:g}"},
        "evaluated_tokens": sorted({r.evaluated for r in runs}),
        "runs": [asdict(r) for r in runs],
        "met": met,
    }
    lines = [
        f"first words: {times.describe(' ms', 0)}; target <= {TARGET_MS:.0f} ms: {verdict(met)}",
        f"prompt tokens evaluated: {result['evaluated_tokens']} (the question and its turn's marks)",
    ]
    report(options, "first_words", result, lines, model=spec)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
