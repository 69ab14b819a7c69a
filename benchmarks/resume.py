"""Training on the real base: the same losses from a clean checkout, and the same bytes after three kills.

Trains the first steps of the shipped recipe twice from the pack's sources: once undisturbed, whose losses are compared
with those in the pack's ``training.json``; once killed with SIGKILL at three points and taken up again, whose adapter
must be the undisturbed one's byte for byte. Takes about three times ``--steps`` steps' time.

    python -m benchmarks.resume --steps 50
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.common import arguments, pack_of, report, run, verdict
from supportbot.errors import EngineError
from supportbot.training.build import build, sha256_of
from supportbot.training.recipe import load_recipe

_CHECKPOINT_MINUTES = 0.1
_TOLERANCE = 0.01
_STEP = re.compile(r"step (\d+)/")


def main() -> int:
    """Train, kill, compare; 1 where anything differs."""
    parser = arguments(__doc__)
    parser.add_argument("--recipe", default="smollm2-135m")
    parser.add_argument("--steps", type=int, default=50)
    options = parser.parse_args()
    pack = pack_of(options)
    shipped = json.loads((pack.root / "models" / "training.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        recipe = _with_checkpoints(options.recipe, folder)
        build(pack, folder / "rows")
        same_rows = sha256_of(folder / "rows" / "train.jsonl")
        runs = {}
        for name in ("whole", "torn"):
            (folder / name).mkdir()
            (folder / name / "rows").symlink_to(folder / "rows")
            runs[name] = _command(folder / name, recipe, options.steps)
        _train(runs["whole"], None)
        stops = [options.steps // 5, options.steps // 5 * 2, options.steps // 5 * 4]
        for stop in stops:
            _train(runs["torn"], stop)
        _train(runs["torn"], None)
        hashes = {
            name: sha256_of(folder / name / "run" / "adapter" / "adapter_model.safetensors")
            for name in runs
        }
        losses = _losses(folder / "whole" / "run" / "losses.jsonl")
    pairs = list(zip(losses, shipped["first_losses"], strict=False))
    worst = max(abs(ours / theirs - 1) for ours, theirs in pairs)
    same_bytes = hashes["whole"] == hashes["torn"]
    close = worst <= _TOLERANCE
    lines = [
        f"killed at steps {', '.join(map(str, stops))}: adapter bytes equal {verdict(same_bytes)}",
        f"first {len(pairs)} losses: at most {worst:.2%} from the shipped run's (<= 1 %) {verdict(close)}",
    ]
    result = {"stops": stops, "hashes": hashes, "worst": worst, "train_rows_sha256": same_rows}
    report(options, "resume", result, lines)
    return 0 if same_bytes and close else 1


def _with_checkpoints(name: str, folder: Path) -> Path:
    """The recipe with a checkpoint every few steps."""
    recipe = load_recipe(name).model_dump(exclude_none=True)
    recipe["train"]["checkpoint_minutes"] = _CHECKPOINT_MINUTES
    lines = [
        f"{key} = {json.dumps(value)}"
        for key, value in recipe.items()
        if not isinstance(value, dict)
    ]
    for section, values in recipe.items():
        if isinstance(values, dict):
            lines.append(f"[{section}]")
            lines += [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    path = folder / "recipe.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _command(work: Path, recipe: Path, steps: int) -> list[str]:
    return [
        *(sys.executable, "-m", "supportbot.training", "train", "--work", str(work)),
        *("--recipe", str(recipe), "--max-steps", str(steps)),
    ]


def _train(command: list[str], stop: int | None) -> None:
    """Run to the end, or kill at step ``stop``."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", file=sys.stderr)
            found = _STEP.search(line)
            if stop is not None and found and int(found[1]) >= stop:
                os.kill(process.pid, signal.SIGKILL)
                return
    if process.returncode != 0:
        raise EngineError(f"Training ended with {process.returncode}.", "See what it wrote above.")


def _losses(path: Path) -> list[float]:
    return [json.loads(line)["loss"] for line in path.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    run(main)
