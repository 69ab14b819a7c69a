"""Whether the adapter says the same in transformers, where it was trained, and in llama.cpp, where it runs.

Greedy answers of both to the same questions, compared token by token. Where they differ, the two best
log-probabilities of each side at the first difference are printed: a real mistake in the way from training to the app
shows as a wide gap, rounding of quantised products as a narrow one. Needs the training extra.

    python -m benchmarks.parity --work work/training --count 200
"""

from __future__ import annotations

import json
import random
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.common import arguments, model_of, pack_of, report, run, verdict
from supportbot.answering.prompts import PromptRenderer, chat_format
from supportbot.contracts import GenerationFinished, GenerationRequest, Prompt, Sampling
from supportbot.engine.client import EngineClient
from supportbot.engine.cpu import crashed_variants
from supportbot.engine.llama import LlamaModel
from supportbot.errors import NotInstalledError
from supportbot.training.base import as_folder, load_model, load_tokenizer
from supportbot.training.tokens import encode_parts

if TYPE_CHECKING:
    from supportbot.contracts import ModelSpec
    from supportbot.product.pack import ProductPack
    from supportbot.training.tokens import Tokenizer

NEW_TOKENS = 96
TARGET = 0.90
NARROW = 0.5


@dataclass(frozen=True, slots=True)
class Difference:
    """The first token at which both sides part, and each side's gap between its two best."""

    question: str
    at: int
    trained_gap: float
    running_gap: float

    @property
    def wide(self) -> bool:
        """Whether a side was sure where they part: then it is no rounding."""
        return max(self.trained_gap, self.running_gap) > NARROW


def main() -> int:
    """Compare, print, keep; 1 where fewer than nine of ten agree or a gap is wide."""
    parser = arguments(__doc__)
    parser.add_argument("--work", type=Path, default=Path("work/training"))
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rows", type=Path, default=Path("benchmarks/linear/development.jsonl"))
    options = parser.parse_args()
    pack = pack_of(options)
    questions = [
        json.loads(line)["question"] for line in options.rows.read_text("utf-8").splitlines()
    ]
    questions = random.Random(1).sample(questions, min(options.count, len(questions)))
    folder = as_folder(_base(pack), options.work / "run")
    tokenizer, template = load_tokenizer(folder)
    renderer = PromptRenderer(chat_format(template), pack.product.generation.system)
    prompts = [renderer.render((), question) for question in questions]
    spec = model_of(options, pack)
    answers, avoid = _running(spec, prompts)
    trained = Trained(folder, options.work / "run" / "adapter", tokenizer)
    running = LlamaModel(spec, avoid=avoid)
    same, differences = 0, []
    for question, prompt, ours in zip(questions, prompts, answers, strict=True):
        theirs = trained.greedy(prompt)
        if ours == theirs:
            same += 1
            continue
        at = next(
            (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
            min(len(ours), len(theirs)),
        )
        differences.append(
            Difference(
                question,
                at,
                trained.gap(prompt, theirs[:at]),
                _gap(running, prompt, theirs[:at]),
            )
        )
    wide = [d for d in differences if d.wide]
    share = same / len(questions)
    result: dict[str, Any] = {
        "questions": len(questions),
        "equal": same,
        "share": share,
        "target": TARGET,
        "wide_gaps": len(wide),
        "differences": [
            {
                "question": d.question,
                "at": d.at,
                "trained_gap": round(d.trained_gap, 3),
                "running_gap": round(d.running_gap, 3),
            }
            for d in differences
        ],
    }
    met = share >= TARGET and not wide
    lines = [
        f"equal token for token: {same}/{len(questions)} = {share:.1%} (target {TARGET:.0%}) {verdict(met)}",
        f"first differences: {len(differences)}; a side's two best further apart than {NARROW}: {len(wide)} (target 0)",
    ]
    report(options, "parity", result, lines, model=spec)
    return 0 if met else 1


def _base(pack: ProductPack) -> Path:
    generator = pack.product.models.generator
    if (
        generator is None
        or generator.bundled is None
        or not (pack.root / generator.bundled).exists()
    ):
        raise NotInstalledError("The pack's base model is not there.", "Run: make model")
    return pack.root / generator.bundled


def _running(
    spec: ModelSpec, prompts: list[Prompt]
) -> tuple[list[tuple[int, ...]], tuple[str, ...]]:
    """Token ids of the engine's greedy answers, and the processor variants that died on the way."""
    answers = []
    with tempfile.TemporaryDirectory() as scratch:
        states = Path(scratch) / "states"
        client = EngineClient(spec, states_dir=states, worker_dir=Path(scratch) / "worker")
        try:
            for number, prompt in enumerate(prompts):
                request = GenerationRequest(
                    f"parity-{number}",
                    prompt,
                    Sampling(temperature=0.0, max_new_tokens=NEW_TOKENS, seed=1),
                )
                ends = [e for e in client.generate(request) if isinstance(e, GenerationFinished)]
                answers.append(ends[0].token_ids)
        finally:
            client.close()
        return answers, crashed_variants(states)


def _gap(model: LlamaModel, prompt: Prompt, written: tuple[int, ...]) -> float:
    """How far llama.cpp's two best log-probabilities lie apart after ``written``, natural log."""
    import numpy as np

    model.clear()
    model.evaluate([*model.tokenise([*prompt.prefix, *prompt.question]), *written])
    second, first = np.partition(np.asarray(model.logits()), -2)[-2:]
    return float(first - second)


class Trained:
    """The adapter on its base in transformers."""

    def __init__(self, folder: Path, adapter: Path, tokenizer: Tokenizer) -> None:
        from peft import PeftModel

        self.tokenizer = tokenizer
        self.model: Any = PeftModel.from_pretrained(load_model(folder), adapter).eval()
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

    def gap(self, prompt: Prompt, written: tuple[int, ...]) -> float:
        """How far this side's two best log-probabilities lie apart after ``written``, natural log."""
        import torch

        ids = encode_parts([*prompt.prefix, *prompt.question], self.tokenizer) + list(written)
        with torch.no_grad():
            logits = self.model(input_ids=torch.tensor([ids])).logits[0, -1]
        best = logits.float().topk(2).values.tolist()
        return float(best[0] - best[1])


if __name__ == "__main__":
    run(main)
