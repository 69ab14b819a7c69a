"""Whether the adapter says the same in transformers, where it was trained, and in llama.cpp, where it runs.

Greedy answers of both to the same questions, compared token by token. Where they differ, the two best
log-probabilities of each side at the first difference are printed: a real mistake in the way from training to the app
shows as a wide gap, rounding of quantised products as a narrow one. Needs the training extra.

    python -m benchmarks.parity --work work/training --questions 200
"""

from __future__ import annotations

import json
import math
import random
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, model_of, pack_of, report, run, verdict
from supportbot.answering.prompts import PromptRenderer, chat_format
from supportbot.contracts import GenerationFinished, GenerationRequest, Prompt, Sampling
from supportbot.engine.client import EngineClient
from supportbot.errors import NotInstalledError
from supportbot.training.base import as_folder, load_model, load_tokenizer
from supportbot.training.tokens import encode_parts

NEW_TOKENS = 96
TARGET = 0.90
NARROW = 0.5


@dataclass(frozen=True, slots=True)
class Difference:
    """The first token at which both sides part, and each side's gap between its two best."""

    question: str
    at: int
    trained_gap: float
    running_gap: float | None


def main() -> int:
    """Compare, print, keep; 1 where fewer than nine of ten agree or a gap is wide."""
    parser = arguments(__doc__)
    parser.add_argument("--work", type=Path, default=Path("work/training"))
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rows", type=Path, default=Path("benchmarks/linear/development.jsonl"))
    options = parser.parse_args()
    pack = pack_of(options)
    questions = [json.loads(line)["question"] for line in options.rows.read_text("utf-8").splitlines()]
    questions = random.Random(1).sample(questions, min(options.count, len(questions)))
    folder = as_folder(_base(pack), options.work / "run")
    tokenizer, template = load_tokenizer(folder)
    renderer = PromptRenderer(chat_format(template), pack.product.generation.system)
    prompts = [renderer.render((), question) for question in questions]
    spec = model_of(options, pack)
    running = _running(spec, prompts)
    trained = Trained(folder, options.work / "run" / "adapter", tokenizer)
    same, differences = 0, []
    for question, prompt, ours in zip(questions, prompts, running, strict=True):
        theirs = trained.greedy(prompt)
        if ours == theirs:
            same += 1
            continue
        differences.append(trained.difference(question, prompt, ours, theirs))
    wide = [d for d in differences if d.trained_gap > NARROW]
    share = same / len(questions)
    result: dict[str, Any] = {
        "questions": len(questions),
        "equal": same,
        "share": share,
        "target": TARGET,
        "wide_gaps": len(wide),
        "differences": [
            {"question": d.question, "at": d.at, "trained_gap": round(d.trained_gap, 3)} for d in differences
        ],
    }
    met = share >= TARGET and not wide
    lines = [
        f"equal token for token: {same}/{len(questions)} = {share:.1%} (target {TARGET:.0%}) {verdict(met)}",
        f"first differences with a gap above {NARROW} in transformers: {len(wide)}",
    ]
    report(options, "parity", result, lines, model=spec)
    return 0 if met else 1


def _base(pack: Any) -> Path:
    generator = pack.product.models.generator
    path = pack.root / generator.bundled
    if not path.exists():
        raise NotInstalledError(f"There is no {path}.", "Run: make model")
    return Path(path)


def _running(spec: Any, prompts: list[Prompt]) -> list[tuple[int, ...]]:
    """Token ids of the engine's greedy answers."""
    answers = []
    with tempfile.TemporaryDirectory() as scratch:
        client = EngineClient(spec, states_dir=Path(scratch) / "s", worker_dir=Path(scratch) / "w")
        try:
            for number, prompt in enumerate(prompts):
                request = GenerationRequest(
                    f"parity-{number}", prompt, Sampling(temperature=0.0, max_new_tokens=NEW_TOKENS, seed=1)
                )
                ends = [e for e in client.generate(request) if isinstance(e, GenerationFinished)]
                answers.append(ends[0].token_ids)
        finally:
            client.close()
    return answers


class Trained:
    """The adapter on its base in transformers."""

    def __init__(self, folder: Path, adapter: Path, tokenizer: Any) -> None:
        from peft import PeftModel

        self.tokenizer = tokenizer
        self.model = PeftModel.from_pretrained(load_model(folder), adapter).eval()
        self.end = self.model.config.eos_token_id

    def greedy(self, prompt: Prompt) -> tuple[int, ...]:
        """Token ids of the greedy answer, without the end token."""
        import torch

        ids = torch.tensor([encode_parts([*prompt.prefix, *prompt.question], self.tokenizer)])
        with torch.no_grad():
            out = self.model.generate(
                input_ids=ids,
                attention_mask=torch.ones_like(ids),
                max_new_tokens=NEW_TOKENS,
                do_sample=False,
                pad_token_id=self.end,
            )
        new = out[0, ids.shape[1] :].tolist()
        return tuple(new[: new.index(self.end)] if self.end in new else new)

    def difference(
        self, question: str, prompt: Prompt, ours: tuple[int, ...], theirs: tuple[int, ...]
    ) -> Difference:
        """Where the two part, and how sure this side was there."""
        import torch

        pairs = zip(ours, theirs, strict=False)
        at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(ours), len(theirs)))
        ids = encode_parts([*prompt.prefix, *prompt.question], self.tokenizer) + list(theirs[:at])
        with torch.no_grad():
            logits = self.model(input_ids=torch.tensor([ids])).logits[0, -1]
        best = torch.log_softmax(logits.float(), dim=-1).topk(2).values.tolist()
        gap = best[0] - best[1]
        return Difference(question, at, gap if math.isfinite(gap) else math.inf, None)


if __name__ == "__main__":
    run(main)
