"""First words: from ``Conversation.ask`` to the first text, the prefix cached, a question of 40 tokens.

Target: at most 1.2 s on the 3B-shaped file with 2 threads.

With ``--typed`` the question is typed, a word at a time at that many words a minute, and evaluated meanwhile as in the
window; the time counts from the Enter after its last word.

    python -m benchmarks.first_words --random-3b
    python -m benchmarks.first_words --random-3b --typed 80
"""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.common import arguments, model_of, pack_of, report, run, verdict
from supportbot.quality.bench import bench_on
from supportbot.quality.machine import Spread
from supportbot.quality.measure import question_of, words_for

if TYPE_CHECKING:
    from supportbot.answering.conversation import Conversation

TARGET_MS = 1200.0
QUESTION_TOKENS = 40


def type_slowly(talk: Conversation, question: str, words_a_minute: float) -> None:
    """Type a question up to the end of its last word; words that are over are evaluated, as the window does it."""
    words = question.split()
    for count in range(1, len(words) + 1):
        time.sleep(60 / words_a_minute)
        if count > 1:
            talk.prepare(" ".join(words[: count - 1]))


def main() -> int:
    """Measure, print, and end with 1 where the target is missed."""
    parser = arguments(__doc__)
    parser.add_argument("--repeats", type=int, default=12)
    parser.add_argument("--typed", type=float, metavar="WORDS", help="words typed a minute")
    options = parser.parse_args()
    pack = pack_of(options)
    spec = model_of(options, pack)
    with bench_on(pack, spec) as bench:
        bench.ask(question_of(5, 1), 1)
        words = words_for(bench, QUESTION_TOKENS)
        runs = []
        for number in range(options.repeats):
            question = question_of(words, number + 3)
            talk = bench.conversation(4)
            if options.typed:
                type_slowly(talk, question, options.typed)
            runs.append(bench.ask(question, 4, talk=talk))
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
    name = "first_words_typed" if options.typed else "first_words"
    report(options, name, result, lines, model=spec)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
