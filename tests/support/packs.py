"""Writes small product packs: a sound one, and ones with a single change."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tests.support.gguf_bytes import FINETUNE_ID, TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "product.toml": """\
id = "kettle"
name = "Kettle Helper"
version = "1.0.0"
facts_as_of = 2026-01-31
about = "A made-up kettle, for tests."
[brand]
accent = "#336699"
greeting = "Hello!"
starter_questions = ["How hot does it get?"]
[links]
allowed_hosts = ["kettle.example"]
docs = "https://kettle.example/help"
security = "mailto:security@kettle.example"
[[handoff.channels]]
kind = "email"
title = "Write to us"
address = "support@kettle.example"
""",
    "topics.toml": """\
[[topic]]
id = "descale"
title = "Descale the kettle"
doc = "descale"
intent = "descale"
facts = [{ any = ["vinegar", "citric acid"] }, { any = ["settings → clean"] }]
""",
    "docs/descale.md": """\
+++
title = "Descale the kettle"
url = "https://kettle.example/help/descale"
updated = 2026-01-31
+++

Use **vinegar**. See [the list](https://kettle.example/help).
""",
    "rules.toml": """\
[[rule]]
id = "security"
title = "Security"
answer = "Write to security at once."
next_step = { title = "Security team", url = "mailto:security@kettle.example" }
sure = ["hacked"]
[third_try]
title = "Third try"
answer = "A person takes over."
next_step = { title = "Support", url = "mailto:support@kettle.example" }
""",
    "deflections.toml": """\
[markers]
no_access = ["i do not have access", "\\\\bi cannot (see|look)\\\\b"]
[[category]]
id = "price"
title = "Prices"
next_step = { title = "The shop", url = "https://kettle.example/shop" }
offered = true
words = ["price*", "cost*"]
""",
    "verified.jsonl": """\
{"topic": "descale", "questions": ["how do i get rid of limescale"], "answer": "Fill in vinegar, open Settings > **Clean**, and wait."}
""",
    "probes.toml": """\
[[probe]]
number = 1
question = "What do I do against white flakes in the water?"
bucket = "docs"
criteria = [{ text = "names a remedy", any = ["vinegar"] }]
""",
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#369"/></svg>\n',
}


def write_pack(
    root: Path, change: dict[str, tuple[str, str]] | None = None, **generator: object
) -> Path:
    """A pack in the new folder ``root``.

    Args:
        root: Where to.
        change: By file name, a text that stands in it once and what stands there instead.
        generator: Keys of ``models.generator`` (``generator_block``); none for a pack without a model.
    """
    for name, content in FILES.items():
        old, new = (change or {}).get(name, ("", ""))
        assert not old or content.count(old) == 1, f"{old!r} does not stand once in {name}"
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content.replace(old, new) if old else content, encoding="utf-8")
    if generator:
        with (root / "product.toml").open("a", encoding="utf-8") as product:
            product.write(generator_block(**generator))  # type: ignore[arg-type]
    return root


def generator_block(
    *,
    base: bytes,
    adapter: bytes | None = None,
    wheel: bytes | None = None,
    finetune_id: str = FINETUNE_ID,
    template: str = TEMPLATE,
    stop: str = "<|im_end|>",
    member: str = "tinymodel/tiny.gguf",
) -> str:
    """``models.generator`` for files with these bytes; the files themselves are the caller's."""
    lines = [
        "[models.generator]",
        f'finetune_id = "{finetune_id}"',
        f'stop = ["{stop}"]',
        'repo_id = "example/tiny"',
        f'revision = "{"0" * 40}"',
        'filename = "tiny.gguf"',
        f"size_bytes = {len(base)}",
        f'sha256 = "{sha256(base)}"',
        'license = "Apache-2.0"',
        f'template_sha256 = "{sha256(template.encode())}"',
        'bundled = "models/tiny.gguf"',
    ]
    if adapter is not None:
        lines += [
            "[[models.generator.adapters]]",
            'file = "models/tiny.lora.gguf"',
            f'sha256 = "{sha256(adapter)}"',
            f'base_sha256 = "{sha256(base)}"',
        ]
    if wheel is not None:
        lines += [
            "[models.generator.pypi]",
            'requirement = "tinymodel==1.0"',
            f'member = "{member}"',
            f'wheel_sha256 = "{sha256(wheel)}"',
        ]
    return "\n".join(lines) + "\n"


def sha256(data: bytes) -> str:
    """Its hash, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
