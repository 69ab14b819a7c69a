"""The model card and the training record that lie beside an exported adapter.

``MODEL_CARD.md`` is for people: what it was made of, how, with what result, and what it must not be used for.
``training.json`` is for a check: hashes of every input and the first losses, so that a rerun can be compared.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from supportbot import __version__
from supportbot.errors import NotInstalledError
from supportbot.paths import write_atomically
from supportbot.training.build import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.product.pack import ProductPack

RECORDED_LOSSES = 50


def write_card(pack: ProductPack, work: Path, adapter: Path) -> Path:
    """Write ``MODEL_CARD.md`` and ``training.json`` beside ``adapter`` and return the card.

    ``work/results.json`` (name → sentence), when there, becomes the section on results.

    Raises:
        NotInstalledError: The rows' manifest or the run's record is missing.
    """
    manifest = _json(work / "rows" / "manifest.json")
    inputs = _json(work / "run" / "inputs.json")
    losses = [
        json.loads(line) for line in (work / "run" / "losses.jsonl").read_text("utf-8").splitlines()
    ]
    results = work / "results.json"
    record = {
        "supportbot": __version__,
        "adapter": {
            "file": adapter.name,
            "sha256": sha256_of(adapter),
            "size_bytes": adapter.stat().st_size,
        },
        "base_sha256": inputs["base_sha256"],
        "rows_sha256": inputs["rows_sha256"],
        "inputs": manifest["inputs"],
        "recipe": inputs["recipe"],
        "steps": len(losses),
        "first_losses": [row["loss"] for row in losses[:RECORDED_LOSSES]],
        "last_loss": losses[-1]["loss"] if losses else None,
    }
    write_atomically(
        adapter.parent / "training.json", (json.dumps(record, indent=1) + "\n").encode()
    )
    card = adapter.parent / "MODEL_CARD.md"
    text = _text(pack, manifest, record, _json(results) if results.exists() else {})
    write_atomically(card, text.encode())
    return card


def _json(path: Path) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as err:
        raise NotInstalledError(
            f"There is no {path}.", "Run the build and train steps first."
        ) from err
    return loaded


def _text(
    pack: ProductPack, manifest: dict[str, Any], record: dict[str, Any], results: dict[str, str]
) -> str:
    generator = pack.product.models.generator
    base = (
        f"{generator.repo_id} ({generator.filename}, {generator.license})"
        if generator
        else "unknown"
    )
    counts = manifest["counts"]
    recipe = record["recipe"]
    rows = "\n".join(
        f"| {name} | {part['rows']} | {part.get('docs', 0)} | {part.get('refuse', 0)} |"
        for name, part in counts.items()
    )
    filters = (
        "\n".join(f"- {name}: {what['dropped']} rows" for name, what in manifest["filters"].items())
        or "- none"
    )
    hashes = "\n".join(f"- `{name}`: `{digest}`" for name, digest in manifest["inputs"].items())
    measured = (
        "\n".join(f"- {name}: {text}" for name, text in results.items()) or "- not scored yet"
    )
    return f"""# Model card: {record["adapter"]["file"]}

A LoRA adapter that teaches a small language model to answer questions about **{pack.product.name}** and to defer
where it must. {pack.product.about}

- Base: {base}, sha256 `{record["base_sha256"]}`
- Adapter: {record["adapter"]["size_bytes"]:,} bytes, sha256 `{record["adapter"]["sha256"]}`
- Licences: the base as above; the adapter, the questions and the answers Apache-2.0

## Data

| part | rows | docs | refuse |
|---|---|---|---|
{rows}

Questions were written one by one in customers' words, answers in a support agent's; no ticket of a real customer is
in them. Taken out while building:

{filters}

Inputs:

{hashes}

## Settings

Recipe `{recipe["name"]}`: LoRA rank {recipe["lora"]["rank"]}, alpha {recipe["lora"]["alpha"]} on all linear layers;
{recipe["train"]["epochs"]} epochs, {record["steps"]} steps of {recipe["train"]["batch_rows"]} rows, learning rate
{recipe["train"]["learning_rate"]}, seed {recipe["train"]["seed"]}; loss on answer tokens only; words of a question
dropped with {recipe["noise"]["drop_word"]:.0%} and letters swapped with {recipe["noise"]["swap_letters"]:.0%};
{recipe["shorten"]["share"]:.0%} of the single rows end after {recipe["shorten"]["tokens"]} answer tokens. Last loss
{record["last_loss"]}. The first losses stand in `training.json`.

## Results

{measured}

## Limits

- It knows the pack's topics as of {pack.product.facts_as_of} and nothing newer. It cannot see an account or act.
- It is a small model: it can answer a neighbouring question, and be sure of it. The app's rules, verified answers and
  the button to a person are part of the product, not decoration.
- English only. Not for medical, legal or financial advice.
"""
