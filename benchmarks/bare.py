"""Through the app against bare llama.cpp: first token at most 20 ms later, at least 0.97 of its tokens a second.

Same file, threads, context, batch, sampler and memory mode; interleaved pairs; fixed lengths, end tokens ignored.
The app's side is ``Conversation.ask`` through the worker process, the other a plain ``llama_decode`` loop.

    python -m benchmarks.bare --random-3b --memory repacked
    python -m benchmarks.bare
"""

from __future__ import annotations

import sys
from dataclasses import asdict

from benchmarks.common import arguments, model_of, pack_of, report, run, verdict
from supportbot.quality.bench import bench_on
from supportbot.quality.machine import Spread
from supportbot.quality.measure import against_bare, compare


def main() -> int:
    """Measure, print, and end with 1 where a target is missed."""
    parser = arguments(__doc__)
    parser.add_argument("--pairs", type=int, default=12)
    parser.add_argument("--question-words", type=int, default=30)
    parser.add_argument("--new-tokens", type=int, default=96)
    options = parser.parse_args()
    pack = pack_of(options)
    spec = model_of(options, pack)
    with bench_on(pack, spec) as bench:
        pairs = against_bare(
            bench,
            pairs=options.pairs,
            question_words=options.question_words,
            new_tokens=options.new_tokens,
            on_pair=lambda number, _: print(f"pair {number}", file=sys.stderr),
        )
    result = compare(pairs)
    extra = Spread.of([p.app.first_token_ms - p.bare_first_token_ms for p in pairs])
    ratio = Spread.of([p.app.tokens_per_s / p.bare_tokens_per_s for p in pairs])
    speed = Spread.of([p.app.tokens_per_s for p in pairs])
    evaluated = {(p.app.evaluated, p.bare_evaluated) for p in pairs}
    lines = [
        f"first token, app minus bare: {extra.describe(' ms')}; target {result['first_token_extra_ms']['target']} ms",
        f"tokens/s, app over bare: {ratio.describe('', 3)}; target {result['tokens_per_s_ratio']['target']}",
        f"tokens/s through the app: {speed.describe('')}",
        f"prompt tokens evaluated (app, bare): {sorted(evaluated)}",
        verdict(result["met"]),
    ]
    report(options, "bare", {**result, "pairs": [asdict(p) for p in pairs]}, lines, model=spec)
    return 0 if result["met"] else 1


if __name__ == "__main__":
    run(main)
