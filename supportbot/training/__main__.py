"""``python -m supportbot.training STEP``: one command a stage; ``--help`` on each shows what it reads and writes."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from supportbot.errors import SupportbotError, UsageError
from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import ProductPack, load_pack
from supportbot.training.base import as_folder, require_training
from supportbot.training.build import build
from supportbot.training.card import write_card
from supportbot.training.evaluate import evaluate
from supportbot.training.export import export_adapter
from supportbot.training.recipe import Recipe, load_recipe
from supportbot.training.rules import cross_validate, learn
from supportbot.training.train import Progress, train

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__
)
console = Console(stderr=True)

Pack = Annotated[
    Path | None, typer.Option("--pack", help="The product pack; the worked example when left out.")
]
Work = Annotated[Path, typer.Option("--work", help="Folder for rows, checkpoints and results.")]
RecipeName = Annotated[str, typer.Option("--recipe", help="A recipe's name or path.")]
MaxSteps = Annotated[
    int | None,
    typer.Option("--max-steps", min=1, help="Stop early; the schedule stays the whole run's."),
]
BaseModel = Annotated[
    Path | None,
    typer.Option("--base", help="A GGUF or transformers folder instead of the recipe's base."),
]
WORK = Path("work/training")


@app.command("build")
def build_command(pack: Pack = None, work: Work = WORK, seed: int = 1) -> None:
    """Turn the pack's sources/ into training rows and a manifest.

    Example: python -m supportbot.training build --work work/training
    """
    made = build(_pack(pack), work / "rows", seed=seed)
    console.print(f"rows in {made.folder}: {made.manifest['counts']}")


@app.command("rules")
def rules_command(
    pack: Pack = None,
    folds: Annotated[
        int, typer.Option("--folds", min=0, help="Parts for cross-validation; 0 leaves it out.")
    ] = 5,
    seed: int = 1,
) -> None:
    """Learn which rule a message calls for, and put rules.weights into the pack.

    Example: python -m supportbot.training rules --folds 0
    """
    require_training()
    read = _pack(pack, unlearned=True)
    console.print(f"weights in {learn(read, seed=seed)}")
    if folds > 1:
        for heard in cross_validate(read, folds=folds, seed=seed):
            console.print(
                f"at {heard.certainty:.2f}: found {heard.found} of {heard.calling}, "
                f"in vain {heard.in_vain} of {heard.others}"
            )


@app.command("train")
def train_command(
    pack: Pack = None,
    work: Work = WORK,
    recipe: RecipeName = "smollm2-135m",
    base: BaseModel = None,
    max_steps: MaxSteps = None,
) -> None:
    """Fine-tune the base on the rows; stop it at any moment and run it again to go on.

    Example: python -m supportbot.training train --max-steps 50
    """
    require_training()
    loaded, settings = _pack(pack), load_recipe(recipe)
    train(
        work / "rows",
        _base(loaded, settings, base),
        work / "run",
        settings,
        system=loaded.product.generation.system,
        max_steps=max_steps,
        report=_report,
    )


@app.command("export")
def export_command(
    pack: Pack = None,
    work: Work = WORK,
    recipe: RecipeName = "smollm2-135m",
    base: BaseModel = None,
) -> None:
    """Write the trained adapter as GGUF, with the model card beside it.

    Example: python -m supportbot.training export
    """
    require_training()
    loaded, settings = _pack(pack), load_recipe(recipe)
    generator = loaded.product.models.generator
    if generator is None:
        raise UsageError("The pack names no generator.", "Add models.generator to product.toml.")
    folder = as_folder(_base(loaded, settings, base), work / "run")
    out = work / f"{generator.finetune_id}.lora.gguf"
    export_adapter(
        work / "run" / "adapter", folder, out, generator.finetune_id, cache=work / "cache"
    )
    card = write_card(loaded, work, out)
    console.print(
        f"{out} and {card}. Put both into the pack's models/ and its sha256 into product.toml."
    )


@app.command("evaluate")
def evaluate_command(
    questions: Annotated[Path, typer.Argument(help="Labelled questions, one JSON object a line.")],
    pack: Pack = None,
    work: Work = WORK,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Score only the first questions.")
    ] = None,
) -> None:
    """Score the exported adapter's own words, greedy, on labelled questions.

    Example: python -m supportbot.training evaluate benchmarks/linear/development.jsonl
    """
    report = evaluate(_pack(pack), work, questions, limit=limit)
    typer.echo(report)


@app.command("run")
def run_command(
    pack: Annotated[Path, typer.Option("--pack", help="The product pack.")],
    work: Work = WORK,
    recipe: RecipeName = "smollm2-135m",
    base: BaseModel = None,
    max_steps: MaxSteps = None,
) -> None:
    """All of them, one after the other; what is done already is taken up where it stopped.

    Example: python -m supportbot.training run --pack assets/linear --work work/training
    """
    build_command(pack, work)
    train_command(pack, work, recipe, base, max_steps)
    export_command(pack, work, recipe, base)


def _pack(path: Path | None, *, unlearned: bool = False) -> ProductPack:
    return load_pack(path or bundled_pack_dir(), unlearned=unlearned)


def _base(pack: ProductPack, recipe: Recipe, override: Path | None) -> Path:
    if override is not None:
        return override
    if recipe.base.path:
        return Path(recipe.base.path)
    generator = pack.product.models.generator
    if recipe.base.kind == "gguf" and generator is not None and generator.bundled:
        return pack.root / generator.bundled
    raise UsageError("The recipe names no base model.", "Give one with --base FOLDER.")


def _report(progress: Progress) -> None:
    if progress.step % 10 == 0 or progress.step == progress.steps or progress.step <= 3:
        console.print(
            f"step {progress.step}/{progress.steps}  loss {progress.loss:.4f}  {progress.tokens_per_s:.0f} tokens/s"
        )


def main() -> None:
    """Run, and end with the error tree's exit codes."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    try:
        app(standalone_mode=False)
    except SupportbotError as err:
        console.print(str(err), markup=False)
        raise SystemExit(err.exit_code) from err
    except KeyboardInterrupt as err:
        raise SystemExit(130) from err


if __name__ == "__main__":
    main()
