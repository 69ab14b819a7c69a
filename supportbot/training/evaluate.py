"""``evaluate``: the trained model's own words, greedy, scored on labelled questions.

Runs in the app's own engine (the GGUF base with the exported adapter attached), so that what is scored is what
ships. Used on development questions; the unseen half is scored once, by ``benchmarks``.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.answering.conversation import Conversation, Stages
from supportbot.answering.prompts import PromptRenderer, chat_format
from supportbot.contracts import AdapterSpec, ModelSpec, Sampling
from supportbot.engine.client import EngineClient
from supportbot.errors import NotInstalledError, UsageError
from supportbot.models.gguf import read_header
from supportbot.quality.metrics import LabelledRow, describe, figures, judge
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
    topics = {topic.id: topic for topic in pack.topics}
    engine, renderer, scratch = _engine(pack, work)
    generator = pack.product.models.generator
    sampling = Sampling(
        temperature=0.0,
        top_p=1.0,
        max_new_tokens=pack.product.generation.max_new_tokens,
        seed=GREEDY_SEED,
        stop=generator.stop if generator else (),
    )
    verdicts = []
    try:
        for row in rows:
            talk = Conversation(
                pack, engine, renderer, sampling=sampling, stages=Stages(only="model")
            )
            if row.first is not None:
                talk.ask(row.first)
            verdicts.append(judge(row, talk.ask(row.question).to_dict(), topics, pack.deflections))
    finally:
        engine.close()
        shutil.rmtree(scratch, ignore_errors=True)
    return "\n".join(describe(name, rate) for name, rate in figures(verdicts).items())


def _labelled(path: Path) -> list[LabelledRow]:
    try:
        lines = path.read_text("utf-8").splitlines()
        return [LabelledRow.model_validate_json(line) for line in lines if line.strip()]
    except FileNotFoundError as err:
        raise NotInstalledError(
            f"There is no {path}.", "Name a file of labelled questions."
        ) from err
    except ValueError as err:
        raise UsageError(f"{path} holds a row that is no labelled question.", str(err)) from err


def _engine(pack: ProductPack, work: Path) -> tuple[EngineClient, PromptRenderer, Path]:
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
    client = EngineClient(spec, states_dir=scratch, worker_dir=scratch / "worker")
    return client, renderer, scratch
