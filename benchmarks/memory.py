"""Memory of all our processes together (PSS), the window open, after an answer of 200 tokens.

Target on machines short of memory (weights mapped): at most 1.25 times the model file and 300 MB.

    python -m benchmarks.memory --memory mapped
    python -m benchmarks.memory --memory mapped --random-3b
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.common import arguments, model_of, pack_of, report, run, verdict
from benchmarks.window import prepare, watch

SHARE_TARGET = 1.25
EXTRA_BYTES = 300_000_000


def main() -> int:
    """Measure, print, and end with 1 where the target is missed."""
    parser = arguments(__doc__)
    parser.set_defaults(memory="mapped")
    options = parser.parse_args()
    if options.model is None:
        spec = model_of(options, pack_of(options))
        files = [Path(spec.path), *(Path(adapter.path) for adapter in spec.adapters)]
    else:
        files = [options.model]
    file_bytes = sum(file.stat().st_size for file in files)
    with tempfile.TemporaryDirectory(prefix="supportbot-memory-") as name:
        pack, data = prepare(options, Path(name))
        seen = watch("stream", pack, data, options.model)
    limit = SHARE_TARGET * file_bytes + EXTRA_BYTES
    pss = seen["memory"]["pss"]
    met = pss <= limit
    result = {
        "file_bytes": file_bytes,
        "memory_mode": options.memory,
        "before_the_answer": seen.get("memory_before"),
        "after_the_answer": seen["memory"],
        "limit_bytes": round(limit),
        "met": met,
    }
    before = (seen.get("memory_before") or {}).get("pss", 0)
    lines = [
        f"all processes: {pss / 1e6:.0f} MB (PSS) after {seen.get('completion')} tokens, {before / 1e6:.0f} MB before",
        f"target <= {SHARE_TARGET} x {file_bytes / 1e6:.0f} MB + 300 MB = {limit / 1e6:.0f} MB: {verdict(met)}",
        f"weights: {options.memory}",
    ]
    report(options, "memory", result, lines)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
