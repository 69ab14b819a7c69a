"""``supportbot bench``: how fast the helper is on this computer, and against llama.cpp called directly.

Owns the command's output; what is measured is ``supportbot.quality.measure``.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from supportbot.cli.common import JsonOption, cli_context, print_json, stderr_console
from supportbot.errors import NotInstalledError

if TYPE_CHECKING:
    from supportbot.cli.common import CliContext
    from supportbot.contracts import ModelSpec

PAIRS = 10
AgainstOption = Annotated[
    Literal["llama.cpp"] | None,
    typer.Option(
        "--against", help="Compare with llama.cpp called directly, same file and settings."
    ),
]


def bench(ctx: typer.Context, as_json: JsonOption = False, against: AgainstOption = None) -> None:
    """Measure loading, first words, speed, follow-up questions, stopping and memory.

    --model may name any sound GGUF here.
    """
    from supportbot.quality.machine import machine

    cli = cli_context(ctx)
    spec = _spec(cli)
    document: dict[str, Any] = {
        "machine": machine(),
        "model": {
            "id": spec.id,
            "threads": spec.threads,
            "memory": spec.memory,
            "device": spec.device,
        },
    }
    document |= _measure(cli, spec, compare_with_bare=against is not None)
    if as_json:
        print_json(document)
    else:
        _print(document)


def _spec(cli: CliContext) -> ModelSpec:
    from dataclasses import replace

    from supportbot.cli.files import os_errors
    from supportbot.quality.bench import settled, spec_of

    file = cli.options.model
    if file is not None:
        with os_errors(file):
            spec = spec_of(file, context_tokens=cli.pack().product.generation.context_tokens)
        return settled(replace(spec, device=cli.options.device or "cpu"))
    if cli.pack().product.models.generator is None:
        raise NotInstalledError(
            "The pack has no model to measure.", "Name a GGUF with --model FILE."
        )
    return settled(cli.model().spec)


def _measure(cli: CliContext, spec: ModelSpec, *, compare_with_bare: bool) -> dict[str, Any]:
    from supportbot.quality.bench import bench_on
    from supportbot.quality.measure import against_bare, compare, quick

    with bench_on(cli.pack(), spec) as running, stderr_console().status("Measuring…") as status:
        if not compare_with_bare:
            return quick(running)
        pairs = against_bare(
            running,
            pairs=PAIRS,
            question_words=30,
            new_tokens=64,
            on_pair=lambda number, _: status.update(f"Measuring… pair {number} of {PAIRS}"),
        )
        return {"against": "llama.cpp", **compare(pairs), "pairs": [asdict(pair) for pair in pairs]}


def _print(document: dict[str, Any]) -> None:
    from supportbot.quality.machine import describe_machine

    model = document["model"]
    lines = [
        describe_machine(document["machine"]),
        f"model: {model['id']}, {model['threads']} threads, {model['memory']} weights, {model['device']}",
    ]
    if "against" in document:
        extra, ratio = document["first_token_extra_ms"], document["tokens_per_s_ratio"]
        lines += [
            f"first token: {extra['median']:+.1f} ms against llama.cpp (target {extra['target']} ms)",
            f"tokens per second: {ratio['median']:.3f} of llama.cpp (target {ratio['target']})",
        ]
    else:
        lines += _plain_lines(document)
    sys.stdout.write("\n".join(lines) + "\n")


def _plain_lines(document: dict[str, Any]) -> list[str]:
    follow, stop, memory = document["follow_up"], document["stop_ms"], document["memory"]
    return [
        f"load to first answer: {document['load_to_first_answer_s']:.2f} s",
        f"first words: {document['first_token_ms']['median']:.0f} ms",
        f"writing: {document['tokens_per_s']['median']:.1f} tokens/s",
        f"reading: {document['prompt_tokens_per_s']:.0f} tokens/s",
        *(
            f"follow-up ({name.replace('_', ' ')}): {run['evaluated']} of {run['prompt']} prompt tokens evaluated"
            for name, run in follow.items()
        ),
        *(f"stop while in {name}: {times['median']:.0f} ms" for name, times in stop.items()),
        f"memory: {memory['pss'] / 2**20:.0f} MiB in {memory['processes']} processes",
    ]
