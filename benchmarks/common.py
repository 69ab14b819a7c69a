"""What the benchmark scripts share: arguments, the model to measure, the way a result is printed and kept."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from supportbot.errors import NotInstalledError, SupportbotError
from supportbot.models.store import ModelStore
from supportbot.paths import AppPaths, bundled_pack_dir, default_root
from supportbot.product.pack import ProductPack, load_pack
from supportbot.quality.bench import settled, spec_of
from supportbot.quality.machine import describe_machine, machine

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.contracts import ModelSpec

WORK = Path("work/benchmarks")
CACHE = Path(platformdirs.user_cache_dir("supportbot", appauthor=False))
"""What is large, made once and shared by every checkout."""
RANDOM_3B = CACHE / "random-3b-q4_k_m.gguf"


def arguments(description: str | None) -> argparse.ArgumentParser:
    """A parser with what every benchmark takes."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--model", type=Path, help="a GGUF to measure instead of the pack's model")
    parser.add_argument(
        "--random-3b",
        dest="model",
        action="store_const",
        const=RANDOM_3B,
        help=f"measure the random 3B at {RANDOM_3B}",
    )
    parser.add_argument("--pack", type=Path, help="the product pack (default: the worked example)")
    parser.add_argument("--data-dir", type=Path, help="where the installed model is looked for")
    parser.add_argument(
        "--threads", type=int, help="threads of the engine (default: physical cores)"
    )
    parser.add_argument("--memory", choices=["auto", "mapped", "repacked"], default="auto")
    return parser


def pack_of(options: argparse.Namespace) -> ProductPack:
    """The pack to measure with."""
    return load_pack(options.pack or bundled_pack_dir())


def model_of(options: argparse.Namespace, pack: ProductPack) -> ModelSpec:
    """The model to measure: any sound GGUF named, else the pack's own with its adapter."""
    if options.model is not None:
        if not options.model.exists():
            raise NotInstalledError(
                f"There is no file {options.model}.",
                "Write the random one with 'python -m benchmarks.random_3b'.",
            )
        spec = spec_of(options.model, context_tokens=pack.product.generation.context_tokens)
    else:
        paths = AppPaths(options.data_dir or default_root(pack.product.id)).create()
        store = ModelStore(paths.models_dir, pack)
        spec = store.resolve(None, device="cpu", threads=None, memory="auto").spec
    return settled(replace(spec, threads=options.threads, memory=options.memory, device="cpu"))


def report(
    options: argparse.Namespace,
    name: str,
    result: dict[str, Any],
    lines: list[str],
    *,
    model: ModelSpec | None = None,
) -> None:
    """Print a result for people or as JSON, and keep the JSON under ``work/benchmarks``.

    The file is named after the benchmark and, where one was named, the GGUF.
    """
    where = machine()
    document: dict[str, Any] = {"benchmark": name, "machine": where}
    if model is not None:
        document["model"] = {
            "id": model.id,
            "adapters": len(model.adapters),
            "threads": model.threads,
            "memory": model.memory,
            "context_tokens": model.context_tokens,
        }
    document |= result
    WORK.mkdir(parents=True, exist_ok=True)
    text = json.dumps(document, ensure_ascii=False, indent=2)
    stem = f"{name}-{options.model.stem}" if options.model else name
    (WORK / f"{stem}.json").write_text(text + "\n", encoding="utf-8")
    if options.json:
        print(text)
        return
    print(name)
    for line in lines:
        print(f"  {line}")
    print(f"  {describe_machine(where)}")
    if model is not None:
        print(f"  model: {model.id}, {model.threads} threads, {model.memory} weights")


def verdict(met: bool) -> str:
    """A target's outcome in a word."""
    return "met" if met else "NOT MET"


def run(main: Callable[[], int]) -> None:
    """Run a benchmark's ``main`` as the whole program."""
    try:
        sys.exit(main())
    except SupportbotError as err:
        print(f"benchmark: {err}", file=sys.stderr)
        sys.exit(err.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
