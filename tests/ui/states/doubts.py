"""Answers that should not be trusted as they stand, and the person behind them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from supportbot.contracts import NextStep, Source
from tests.ui.states.registry import area

if TYPE_CHECKING:
    from supportbot.product.pack import ProductPack
    from tests.ui.scene import Scene

state = area("Doubt and a person")

_GUESTS = Source("Guests", "https://linear.app/docs/roles")


def refuse(scene: Scene) -> None:
    """A question that only a person can settle."""
    scene.say(
        scene.said.charged,
        offered=True,
        reasons=("marker:no_account_access",),
        step=NextStep("Where is my invoice?", "https://linear.app/docs/billing"),
        category="invoice",
    )


@state("A refusal with the person's card, and an answer to be double-checked")
def refusal(scene: Scene) -> None:
    refuse(scene)
    scene.say(scene.said.guests, tier="check")


@state("Please double-check: the banner with the person's button, and a source")
def check(scene: Scene) -> None:
    scene.say(scene.said.guests, tier="check", sources=(_GUESTS,))


def _with_an_older_page() -> ProductPack:
    from tests.ui.scene import pack_called

    pack = pack_called("linear")
    page = pack.pages["roles"].model_copy(update={"updated": dt.date(2026, 6, 14)})
    return dataclasses.replace(pack, pages=MappingProxyType({**pack.pages, "roles": page}))


@state("An answer on a help page older than the rest: how old its facts are", pack=_with_an_older_page)  # fmt: skip
def dated(scene: Scene) -> None:
    scene.say(scene.said.guests, sources=(_GUESTS,))


@state("Only a person may answer: nothing generated is shown")
def person(scene: Scene) -> None:
    scene.say(
        scene.said.guests, tier="human", shown="none", required=True, reasons=("rule:security",)
    )


def _fold(scene: Scene) -> None:
    scene.say(
        (scene.said.guests[0], "Guests see **everything** in the workspace, private or not."),
        tier="human",
        shown="folded",
        reasons=("low_confidence",),
        sources=(_GUESTS,),
    )


@state("An answer that streamed and then failed: folded behind a person")
def folded(scene: Scene) -> None:
    _fold(scene)


@state("The folded answer, unfolded")
def unfolded(scene: Scene) -> None:
    _fold(scene)
    scene.last.fold.click()


@state("The person's button has the keyboard: its focus ring is seen")
def person_focus(scene: Scene) -> None:
    refuse(scene)
    scene.last.person.human.setFocus(Qt.FocusReason.TabFocusReason)
