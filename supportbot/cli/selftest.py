"""``supportbot --self-test``: does this installation work at all, frozen or not?

Owns the order of the checks; each is short, prints one line, and ends the test when it fails.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from supportbot.cli.ask import greedy_sampling, parse_stages, raise_engine_failure
from supportbot.errors import CheckFailedError
from supportbot.quality.probes import check_probe, engine_fault

if TYPE_CHECKING:
    from supportbot.cli.common import CliContext


def self_test(cli: CliContext) -> int:
    """Check pack, worker, model, one probe and, where Qt is installed, the window off screen.

    Returns:
        The exit code 0.

    Raises:
        CheckFailedError: The probe failed.
        SupportbotError: Something is missing or broken.
    """
    pack = cli.pack()
    _say("pack", f"{pack.product.name} {pack.product.version}")
    if pack.product.models.generator is None and cli.options.model is None:
        _say("model", "the pack has none")
        _check_probe(cli, only="road")
    else:
        _check_probe(cli, only="model")
    if find_spec("PySide6") is None:
        _say("window", "PySide6 is not installed, so there is none")
    elif cli.window is None:
        _say("window", "not part of this program")
    else:
        _say("window", cli.window.check(cli))
    _say("done", "everything works")
    return 0


def _check_probe(cli: CliContext, *, only: Literal["model", "road"]) -> None:
    pack = cli.pack()
    probe = pack.probes[0]
    conversation = cli.conversation(sampling=greedy_sampling(pack), stages=parse_stages(only, ""))
    reply = conversation.ask(probe.question)
    if fault := engine_fault(reply.handoff.reasons):
        raise_engine_failure(cli, fault.removeprefix("engine:"))
    if reply.model is not None:
        _say("model", f"{reply.model.id} on {reply.model.backend}")
    result = check_probe(probe, reply, link_in_answer_only=only == "model")
    if not result.passed:
        missed = next(c.text for c in result.criteria if not c.passed)
        raise CheckFailedError(
            f"Probe {probe.number} failed: {missed}.", "Run 'supportbot probe' to see all of them."
        )
    _say("probe", f"number {probe.number} passed")


def _say(part: str, what: str) -> None:
    sys.stdout.write(f"ok  {part}: {what}\n")
    sys.stdout.flush()
