"""Against gpt4all 2.8.2: the same GGUF, machine and threads, in the same run.

Targets: at least 3 times its tokens a second, at least 1.5 times its prompt speed. gpt4all lives in an environment of
its own (in the cache folder, made on the first run) and runs as a process of its own; neither side uses an adapter.

    python -m benchmarks.gpt4all_compare --random-3b
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import venv
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.common import CACHE, arguments, model_of, pack_of, report, run, verdict
from supportbot.errors import EnvironmentFault
from supportbot.quality.bench import bench_on, spec_of
from supportbot.quality.machine import Spread
from supportbot.quality.measure import question_of

if TYPE_CHECKING:
    from supportbot.contracts import ModelSpec

REQUIREMENT = "gpt4all==2.8.2"
ENVIRONMENT = CACHE / "gpt4all"
SPEED_TARGET = 3.0
PROMPT_TARGET = 1.5

# Runs inside gpt4all's environment: one JSON line in (prompt, tokens to write), one out.
_OTHER_SIDE = """
import json, sys, time
from gpt4all import GPT4All
path, threads, context = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
folder, _, name = path.rpartition("/")
model = GPT4All(name, model_path=folder, allow_download=False, device="cpu", n_threads=threads, n_ctx=context,
                verbose=False)
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    prompt, limit = json.loads(line)
    times = []
    def seen(token, text):
        times.append(time.perf_counter())
        return len(times) < limit
    started = time.perf_counter()
    model.generate(prompt, max_tokens=limit, temp=0.0, top_k=1, top_p=1.0, repeat_penalty=1.0, n_batch=256,
                   callback=seen)
    first = times[0] - started if times else None
    speed = (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else None
    print(json.dumps({"first_s": first, "tokens_per_s": speed, "written": len(times)}), flush=True)
"""


class OtherSide:
    """The gpt4all process."""

    def __init__(self, spec: ModelSpec) -> None:
        self.process = subprocess.Popen(
            [
                str(_python()),
                "-c",
                _OTHER_SIDE,
                spec.path,
                str(spec.threads),
                str(spec.context_tokens),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._line()

    def ask(self, prompt: str, new_tokens: int) -> dict[str, Any]:
        """Write an answer; times in seconds."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([prompt, new_tokens]) + "\n")
        self.process.stdin.flush()
        return self._line()

    def close(self) -> None:
        """End the process."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        self.process.wait(30)

    def _line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("{"):
                found: dict[str, Any] = json.loads(line)
                return found
        raise EnvironmentFault("gpt4all ended without an answer.", "See its messages above.")


def prepare() -> None:
    """Make gpt4all's environment, once."""
    if _python().exists() and (ENVIRONMENT / "ready").exists():
        return
    print(f"installing {REQUIREMENT} into {ENVIRONMENT}", file=sys.stderr)
    ENVIRONMENT.parent.mkdir(parents=True, exist_ok=True)
    venv.create(ENVIRONMENT, with_pip=True)
    subprocess.run([str(_python()), "-m", "pip", "install", "--quiet", REQUIREMENT], check=True)
    (ENVIRONMENT / "ready").touch()


def readable(path: Path) -> Path:
    """The file, or a copy that gpt4all can load.

    Its llama.cpp does not know the name of SmolLM's pre-tokenizer. The one called "refact" splits text in the same
    way and has a name of the same length, so the copy differs in six bytes and both sides get it.
    """
    data = path.read_bytes() if path.stat().st_size < 2**30 else b""
    known = b"tokenizer.ggml.pre" + struct.pack("<IQ", 8, 6)
    if known + b"smollm" not in data:
        return path
    copy = ENVIRONMENT / f"{path.stem}-relabelled.gguf"
    copy.write_bytes(data.replace(known + b"smollm", known + b"refact", 1))
    return copy


def _python() -> Path:
    return ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def main() -> int:
    """Measure, print, and end with 1 where a target is missed."""
    parser = arguments(__doc__)
    parser.set_defaults(memory="mapped")  # as gpt4all holds the weights
    parser.add_argument("--pairs", type=int, default=10)
    parser.add_argument("--prompt-words", type=int, default=150)
    parser.add_argument("--new-tokens", type=int, default=48)
    options = parser.parse_args()
    prepare()
    pack = pack_of(options)
    spec = model_of(options, pack)
    file = readable(Path(spec.path))
    spec = replace(spec, adapters=(), path=str(file.absolute()), sha256=spec_of(file).sha256)
    pairs = []
    other = OtherSide(spec)
    try:
        with bench_on(pack, spec) as bench:
            bench.ask(question_of(5, 1), 2)
            other.ask(question_of(5, 1), 2)
            for number in range(options.pairs):
                # different questions of one length: neither side may reuse the other run's cache
                question = question_of(options.prompt_words, number + 2)
                ours = bench.ask(question, options.new_tokens)
                pairs.append((ours, other.ask(question, options.new_tokens)))
    finally:
        other.close()
    whole = [(ours, theirs) for ours, theirs in pairs if theirs["tokens_per_s"]]
    if not whole:
        raise EnvironmentFault("gpt4all wrote no tokens.", "Try another model.")
    speed = Spread.of([ours.tokens_per_s / theirs["tokens_per_s"] for ours, theirs in whole])
    # The same question: the time to the first token is the time to read it.
    prompt = Spread.of([theirs["first_s"] * 1000 / ours.first_token_ms for ours, theirs in whole])
    met = speed.median >= SPEED_TARGET and prompt.median >= PROMPT_TARGET
    lines = [
        f"tokens/s, ours over gpt4all: {speed.describe('', 2)}; target >= {SPEED_TARGET:g}",
        f"prompt speed, ours over gpt4all: {prompt.describe('', 2)}; target >= {PROMPT_TARGET:g}",
        f"pairs in which gpt4all wrote more than one token: {len(whole)} of {len(pairs)}",
        verdict(met),
    ]
    result = {
        "against": REQUIREMENT,
        "tokens_per_s_ratio": {**asdict(speed), "target": f">= {SPEED_TARGET:g}"},
        "prompt_speed_ratio": {**asdict(prompt), "target": f">= {PROMPT_TARGET:g}"},
        "pairs": [{"ours": asdict(ours), "gpt4all": theirs} for ours, theirs in pairs],
        "met": met,
    }
    report(options, "gpt4all_compare", result, lines, model=spec)
    return 0 if met else 1


if __name__ == "__main__":
    run(main)
