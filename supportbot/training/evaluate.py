"""``evaluate``: the trained model's own words, greedy, scored on labelled questions.

Runs in the app's own engine (the GGUF base with the exported adapter attached), so that what is scored is what
ships. Used on development questions; the unseen half is scored once, by ``benchmarks``.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.answering.conversation import Conversation, Stages
from supportbot.answering.prompts import PromptRenderer, chat_format
from supportbot.contracts import AdapterSpec, ModelSpec, Sampling
from supportbot.engine.client import EngineClient
from supportbot.errors import NotInstalledError, UsageError
from supportbot.models.gguf import read_header
from supportbot.quality.metrics import score_rows, summary_text
from supportbot.training.build import sha256_of

if TYPE_CHECKING:
    from supportbot.product.pack import ProductPack

GREEDY_SEED = 1


def evaluate(pack: ProductPack, work: Path, questions: Path, *, limit: int | None = None) -> str:
    """Score the adapter in ``work`` on ``questions`` and return the summary as text.

    Raises:
        NotInstalledError: The base, the adapter or the questions are not there.
        UsageError: The pack names no generator, or a row is no labelled question.
    """
    rows = _labelled(questions)[:limit]
    engine, renderer = _engine(pack, work)
    generation = pack.product.generation
    sampling = Sampling(
        temperature=0.0,
        top_p=1.0,
        max_new_tokens=generation.max_new_tokens,
        seed=GREEDY_SEED,
        stop=pack.product.models.generator.stop if pack.product.models.generator else (),
    )
    try:
        replies = [
            Conversation(
                pack, engine, renderer, sampling=sampling, stages=Stages(only="model")
            ).ask(row["question"])
            for row in rows
        ]
    finally:
        engine.close()
    return summary_text(score_rows(rows, [reply.to_dict() for reply in replies], pack.topics))


def _labelled(path: Path) -> list[dict[str, str]]:
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except FileNotFoundError as err:
        raise NotInstalledError(
            f"There is no {path}.", "Name a file of labelled questions."
        ) from err
    except json.JSONDecodeError as err:
        raise UsageError(f"{path} is not JSON lines: {err.msg}.", "Correct that line.") from err
    if not all("question" in row and ("topic" in row or "category" in row) for row in rows):
        raise UsageError(
            f"{path} holds rows without question and topic or category.", "Label every row."
        )
    return rows


def _engine(pack: ProductPack, work: Path) -> tuple[EngineClient, PromptRenderer]:
    generator = pack.product.models.generator
    if generator is None or generator.bundled is None:
        raise UsageError(
            "The pack names no bundled generator.", "Add models.generator to product.toml."
        )
    base = pack.root / generator.bundled
    adapter = work / f"{generator.finetune_id}.lora.gguf"
    for needed in (base, adapter):
        if not needed.exists():
            raise NotInstalledError(
                f"There is no {needed}.", "Run: make model, and the export step."
            )
    spec = ModelSpec(
        id=generator.finetune_id,
        path=str(base),
        sha256=generator.sha256,
        adapters=(AdapterSpec(str(adapter), sha256_of(adapter)),),
        context_tokens=pack.product.generation.context_tokens,
    )
    scratch = Path(tempfile.mkdtemp(prefix="states-", dir=work))
    renderer = PromptRenderer(
        chat_format(read_header(base).chat_template or ""), pack.product.generation.system
    )
    return EngineClient(replace(spec), states_dir=scratch, worker_dir=scratch / "worker"), renderer
