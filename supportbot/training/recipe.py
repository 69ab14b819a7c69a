"""What a training run may vary: a TOML file in ``recipes/`` or a path, checked by pydantic."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from supportbot.errors import NotInstalledError, UsageError


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Base(_Section):
    """Where the base model comes from.

    ``gguf``: the pack's own bundled file, dequantized (what was trained on is what runs). ``folder``: a
    transformers folder given by ``path`` or by ``--base`` (Gemma 4 E2B, Llama 3.2 3B).
    """

    kind: Literal["gguf", "folder"] = "gguf"
    path: str | None = None


class Lora(_Section):
    """The adapter: rank, alpha (the scale is alpha / rank) and the layers it sits on."""

    rank: int = Field(default=16, ge=1, le=256)
    alpha: int = Field(default=32, ge=1)
    targets: str | tuple[str, ...] = "all-linear"


class Noise(_Section):
    """Chance, a word, of being dropped or of having two letters swapped. Questions only, while training only."""

    drop_word: float = Field(default=0.0, ge=0, le=0.5)
    swap_letters: float = Field(default=0.0, ge=0, le=0.5)


class Shorten(_Section):
    """Ends a ``share`` of the rows after the answer's first ``tokens``.

    There it is decided which answer it is; the rest of a learnt answer teaches nothing new but costs most of
    the time.
    """

    share: float = Field(default=0.0, ge=0, le=0.95)
    tokens: int = Field(default=24, ge=4)


class Training(_Section):
    """Optimisation. ``batch_rows`` rows a step; ``epochs`` passes; cosine decay after ``warmup`` (share of steps)."""

    epochs: float = Field(default=3.0, gt=0, le=20)
    learning_rate: float = Field(default=1e-3, gt=0)
    final_rate: float = Field(default=0.05, ge=0, le=1)
    warmup: float = Field(default=0.05, ge=0, le=0.5)
    batch_rows: int = Field(default=16, ge=1)
    max_tokens: int = Field(default=512, ge=64)
    weight_decay: float = Field(default=0.0, ge=0)
    clip_norm: float = Field(default=1.0, gt=0)
    checkpoint_minutes: float = Field(default=3.0, gt=0)
    threads: int = Field(default=2, ge=1)
    seed: int = 1


class Recipe(_Section):
    """One training run, in full."""

    name: str
    base: Base = Base()
    lora: Lora = Lora()
    train: Training = Training()
    noise: Noise = Noise()
    shorten: Shorten = Shorten()


def recipes_dir() -> Path:
    """Where the recipes that come with supportbot are."""
    return Path(__file__).parent / "recipes"


def load_recipe(name_or_path: str) -> Recipe:
    """Read a recipe by name (``smollm2-135m``) or by path.

    Raises:
        NotInstalledError: There is no such recipe.
        UsageError: It has a key or value that does not fit.
    """
    path = Path(name_or_path)
    if not path.suffix:
        path = recipes_dir() / f"{name_or_path}.toml"
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
        return Recipe(**raw)
    except FileNotFoundError as err:
        known = ", ".join(sorted(p.stem for p in recipes_dir().glob("*.toml")))
        raise NotInstalledError(
            f"There is no recipe {name_or_path}.", f"Known recipes: {known}."
        ) from err
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise UsageError(
            f"The recipe {path} is not valid TOML: {err}.", "Correct that line."
        ) from err
    except ValidationError as err:
        first = err.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            f"The recipe {path} is wrong at {where}: {first['msg']}.", "Correct that key."
        ) from err
