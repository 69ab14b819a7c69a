"""``train``: LoRA on a frozen base, answer tokens only in the loss, resumable to the byte.

The order of rows, their noise and their lengths follow from seed, epoch and row number alone, so a run that
is killed and resumed computes exactly what an undisturbed one computes. ``resume.safetensors`` holds the
adapter, the optimiser's two moments and, in its header, the step, the losses and the hash of the inputs.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import logging
import math
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from supportbot.answering.prompts import PromptRenderer, chat_format
from supportbot.errors import UsageError
from supportbot.training.base import as_folder, load_model, load_tokenizer
from supportbot.training.build import sha256_of
from supportbot.training.tokens import Encoder, Example, Row, epoch_batches, read_rows

if TYPE_CHECKING:
    from pathlib import Path

    import torch

    from supportbot.training.recipe import Recipe

log = logging.getLogger(__name__)

Report = Callable[["Progress"], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run is. ``loss`` is the mean natural-log loss of the step's answer tokens."""

    step: int
    steps: int
    loss: float
    tokens_per_s: float


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run depends on; a resumed run must have the same."""

    recipe: Recipe
    rows_sha256: str
    base_sha256: str
    system: str

    @property
    def fingerprint(self) -> str:
        """One hash of everything."""
        text = json.dumps(
            [self.recipe.model_dump(mode="json"), self.rows_sha256, self.base_sha256, self.system],
            sort_keys=True,
        )
        return hashlib.sha256(text.encode()).hexdigest()


def train(
    rows_dir: Path,
    base: Path,
    out: Path,
    recipe: Recipe,
    *,
    system: str = "",
    max_steps: int | None = None,
    report: Report | None = None,
) -> Path:
    """Train an adapter and return its folder (peft layout).

    Args:
        rows_dir: Folder with ``train.jsonl`` and perhaps ``multiturn.jsonl``.
        base: A GGUF or a transformers folder.
        out: Receives ``resume.safetensors``, ``losses.jsonl`` and ``adapter/``.
        recipe: The run.
        system: The pack's system line; empty for none.
        max_steps: Stop after that many steps; the schedule stays that of the whole run.
        report: Called after every step.

    Raises:
        UsageError: ``out`` holds the state of another run.
    """
    import torch

    _settle(recipe)
    out.mkdir(parents=True, exist_ok=True)
    folder = as_folder(base, out)
    tokenizer, template = load_tokenizer(folder)
    renderer = PromptRenderer(chat_format(template), system)
    rows, rows_hash = _rows(rows_dir)
    base_hash = (
        sha256_of(base)
        if base.is_file()
        else sha256_of(next(iter(sorted(folder.glob("*.safetensors")))))
    )
    inputs = Inputs(recipe, rows_hash, base_hash, system)
    encoder = Encoder(
        renderer,
        tokenizer,
        recipe.noise,
        recipe.shorten,
        recipe.train.max_tokens,
        recipe.train.seed,
    )
    model = _with_adapter(load_model(folder), recipe)
    run = _Run(model, recipe, inputs, out)
    batches_an_epoch = math.ceil(len(rows) / recipe.train.batch_rows)
    steps = max(1, round(batches_an_epoch * recipe.train.epochs))
    last = min(steps, max_steps) if max_steps else steps
    run.resume()
    saved_at = time.monotonic()
    for step, batch in enumerate(_batches(rows, encoder, recipe), 1):
        if step > last:
            break
        if step <= run.step:
            continue
        started = time.monotonic()
        loss = run.take_step(batch, _rate(step, steps, recipe))
        spent = time.monotonic() - started
        if report:
            report(Progress(step, steps, loss, sum(len(e.ids) for e in batch) / spent))
        if time.monotonic() - saved_at >= recipe.train.checkpoint_minutes * 60:
            run.save()
            saved_at = time.monotonic()
    run.save()
    with torch.no_grad():
        model.save_pretrained(out / "adapter")
    _write_losses(out, run.losses, inputs)
    return out / "adapter"


# --------------------------------------------------------------------------- one run


class _Run:
    """The adapter, its optimiser and the file both resume from."""

    def __init__(self, model: Any, recipe: Recipe, inputs: Inputs, out: Path) -> None:
        import torch

        self.model = model
        self.recipe = recipe
        self.inputs = inputs
        self.step = 0
        self.losses: list[float] = []
        self._file = out / "resume.safetensors"
        self._weights = {n: p for n, p in model.named_parameters() if p.requires_grad}
        self._optimiser = torch.optim.AdamW(
            list(self._weights.values()),
            lr=recipe.train.learning_rate,
            weight_decay=recipe.train.weight_decay,
        )

    def take_step(self, batch: list[Example], rate: float) -> float:
        """One optimiser step; returns the batch's mean loss an answer token."""
        import torch

        for group in self._optimiser.param_groups:
            group["lr"] = rate
        loss = answer_loss(self.model, batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(list(self._weights.values()), self.recipe.train.clip_norm)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        value = float(loss.detach())
        if not math.isfinite(value):
            raise UsageError(
                f"The loss became {value} at step {self.step + 1}.", "Lower the learning rate."
            )
        self.step += 1
        self.losses.append(value)
        return value

    def save(self) -> None:
        """Write the resume state atomically."""
        from safetensors.torch import save_file

        tensors: dict[str, torch.Tensor] = {}
        for name, weight in self._weights.items():
            tensors[f"w:{name}"] = weight.detach().cpu().contiguous()
            state = self._optimiser.state.get(weight, {})
            for key in ("exp_avg", "exp_avg_sq"):
                if key in state:
                    tensors[f"{key}:{name}"] = state[key].cpu().contiguous()
        header = {
            "step": str(self.step),
            "losses": json.dumps([round(x, 6) for x in self.losses]),
            "inputs": self.inputs.fingerprint,
        }
        partial = self._file.with_suffix(".part")
        save_file(tensors, partial, metadata=header)
        with partial.open("rb+") as stream:
            os.fsync(stream.fileno())
        partial.replace(self._file)

    def resume(self) -> None:
        """Take up a saved state, if there is one.

        Raises:
            UsageError: It belongs to other rows, another base or another recipe.
        """
        import torch
        from safetensors import safe_open

        if not self._file.exists():
            return
        with safe_open(self._file, framework="pt") as saved:
            header = saved.metadata()
            if header.get("inputs") != self.inputs.fingerprint:
                raise UsageError(
                    f"{self._file} belongs to another run (rows, base or recipe differ).",
                    "Choose another --work folder, or remove that file.",
                )
            self.step = int(header["step"])
            self.losses = list(json.loads(header["losses"]))
            with torch.no_grad():
                for name, weight in self._weights.items():
                    weight.copy_(saved.get_tensor(f"w:{name}"))
                    if f"exp_avg:{name}" in set(saved.keys()):
                        self._optimiser.state[weight] = {
                            "step": torch.tensor(float(self.step)),
                            "exp_avg": saved.get_tensor(f"exp_avg:{name}").to(weight.device),
                            "exp_avg_sq": saved.get_tensor(f"exp_avg_sq:{name}").to(weight.device),
                        }
        log.info("resuming after step %d", self.step)


def answer_loss(model: Any, batch: list[Example]) -> torch.Tensor:
    """Mean cross-entropy over the answer tokens of ``batch``.

    Rows are padded on the right: causal attention keeps the padding out of every earlier position. Only the
    hidden states before answer tokens are projected to the vocabulary, which saves most of the memory.
    """
    import torch

    device = next(model.parameters()).device
    width = max(len(example.ids) for example in batch)
    ids = torch.zeros((len(batch), width), dtype=torch.long)
    rows, columns, wanted = [], [], []
    for number, example in enumerate(batch):
        ids[number, : len(example.ids)] = torch.tensor(example.ids)
        for target in example.targets:
            rows.append(number)
            columns.append(target - 1)
            wanted.append(example.ids[target])
    core = model.get_base_model()
    hidden = core.model(input_ids=ids.to(device), use_cache=False).last_hidden_state
    picked = hidden[torch.tensor(rows, device=device), torch.tensor(columns, device=device)]
    logits = core.get_output_embeddings()(picked).float()
    softcap = getattr(core.config.get_text_config(), "final_logit_softcapping", None)
    if softcap:
        logits = torch.tanh(logits / softcap) * softcap
    return torch.nn.functional.cross_entropy(logits, torch.tensor(wanted, device=device))


# --------------------------------------------------------------------------- its parts


def _batches(rows: list[Row], encoder: Encoder, recipe: Recipe) -> Iterator[list[Example]]:
    epoch = 0
    while True:
        examples = [encoder.encode(row, epoch) for row in rows]
        rng = random.Random(f"{recipe.train.seed}:{epoch}")
        for numbers in epoch_batches(examples, recipe.train.batch_rows, rng):
            yield [examples[number] for number in numbers]
        epoch += 1


def _rate(step: int, steps: int, recipe: Recipe) -> float:
    warm = max(1, round(steps * recipe.train.warmup))
    top = recipe.train.learning_rate
    if step <= warm:
        return top * step / warm
    done = (step - warm) / max(1, steps - warm)
    low = top * recipe.train.final_rate
    return low + (top - low) * 0.5 * (1 + math.cos(math.pi * done))


def _rows(folder: Path) -> tuple[list[Row], str]:
    rows = read_rows(folder / "train.jsonl")
    digest = sha256_of(folder / "train.jsonl")
    talks = folder / "multiturn.jsonl"
    if talks.exists() and talks.stat().st_size:
        rows += read_rows(talks, len(rows))
        digest += sha256_of(talks)
    return rows, hashlib.sha256(digest.encode()).hexdigest()


def _with_adapter(model: Any, recipe: Recipe) -> Any:
    import torch
    from peft import LoraConfig, get_peft_model

    targets: Any = (
        recipe.lora.targets if isinstance(recipe.lora.targets, str) else list(recipe.lora.targets)
    )
    torch.manual_seed(recipe.train.seed)
    config = LoraConfig(
        r=recipe.lora.rank,
        lora_alpha=recipe.lora.alpha,
        lora_dropout=0.0,
        target_modules=targets,
        task_type="CAUSAL_LM",
    )
    wrapped = get_peft_model(model, config)
    wrapped.train()
    return wrapped


def _settle(recipe: Recipe) -> None:
    """Make arithmetic repeatable, and keep freed memory.

    glibc gives every large block back to the system and has it zeroed again a moment later; on two cores
    that costs half of the training time.
    """
    import torch

    torch.set_num_threads(recipe.train.threads)
    torch.use_deterministic_algorithms(True, warn_only=True)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        for option, value in (
            (-4, 0),
            (-1, 2**31 - 1),
            (-2, 512 << 20),
        ):  # MMAP_MAX, TRIM_THRESHOLD, TOP_PAD
            libc.mallopt(option, value)


def _write_losses(out: Path, losses: list[float], inputs: Inputs) -> None:
    lines = [json.dumps({"step": i, "loss": round(loss, 6)}) for i, loss in enumerate(losses, 1)]
    (out / "losses.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (out / "inputs.json").write_text(
        json.dumps(
            {
                "fingerprint": inputs.fingerprint,
                "rows_sha256": inputs.rows_sha256,
                "base_sha256": inputs.base_sha256,
                "recipe": inputs.recipe.model_dump(mode="json"),
            },
            indent=1,
        )
        + "\n",
        "utf-8",
    )
