"""Whether the adapter says the same in transformers, where it was trained, and in llama.cpp, where it runs.

Greedy answers of llama.cpp, held against what transformers would choose at every token of them. Where they differ, the two best
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
        parting = trained.parting(prompt, ours)
        if parting is None:
            same += 1
        else:
            at, gap = parting
            gaps = (gap, _gap(running, prompt, ours[:at]))
            differences.append(Difference(question, at, *gaps))
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

    def parting(self, prompt: Prompt, answer: tuple[int, ...]) -> tuple[int, float] | None:
        """Where this side's greedy answer would first differ from ``answer``, and its gap there.

        One pass over prompt and answer says what this side would have chosen at every token: as long as all
        before are the same, that is its greedy answer.

        Returns:
            The token's number from 0, and how far this side's two best log-probabilities lie apart there
            (natural log); ``None`` when both answers are the same to the end token.
        """
        import torch

        ids = encode_parts([*prompt.prefix, *prompt.question], self.tokenizer)
        wanted = [*answer, self.end][:NEW_TOKENS]
        with torch.no_grad():
            logits = self.model(input_ids=torch.tensor([[*ids, *wanted]])).logits[0]
        chosen = logits[len(ids) - 1 : -1].argmax(dim=-1).tolist()
        for at, (theirs, ours) in enumerate(zip(chosen, wanted, strict=True)):
            if theirs != ours:
                first, second = logits[len(ids) - 1 + at].float().topk(2).values.tolist()
                return at, float(first - second)
        return None


if __name__ == "__main__":
    run(main)
