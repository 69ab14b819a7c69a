"""How good a set of replies is, counted one way everywhere.

Owns the definitions of ``measures.md`` ("How they are counted"): what resolved, sure and wrong, over-offered,
deflected, wrongly refused and person required mean, and the Wilson interval beside each figure. Pure functions on
replies as JSON (``Reply.to_dict``), labelled rows and the pack's topics; reads no file and runs no model.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from supportbot.errors import UsageError
from supportbot.product.text import contains_any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from supportbot.product.schema import Deflections, Topic

Z_95 = 1.959963984540054


class LabelledRow(BaseModel):
    """One labelled question.

    ``topic`` makes it answerable, ``category`` one to be deflected; with neither it is a look-alike: a question
    that must not be sent to a person by a rule. ``first`` is asked before it in the same conversation.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str
    topic: str | None = None
    category: str | None = None
    first: str | None = None
    first_topic: str | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its 95 % Wilson interval; all three are ``None`` where nothing was counted."""

    hits: int
    total: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one reply was worth. ``None`` where the question does not apply to the row."""

    id: str
    answerable: bool
    served_from: str
    shown: str
    missing: tuple[int, ...]
    resolved: bool | None
    sure_and_wrong: bool
    over_offered: bool | None
    deflected: bool | None
    wrongly_refused: bool | None
    person_required: bool | None
    person_offered: bool | None
    ruled_in_vain: bool | None


def wilson(hits: int, total: int) -> Rate:
    """The share ``hits / total`` with its 95 % Wilson score interval."""
    if total == 0:
        return Rate(0, 0, None, None, None)
    share = hits / total
    spread = Z_95 * Z_95 / total
    centre = (share + spread / 2) / (1 + spread)
    half = Z_95 / (1 + spread) * math.sqrt(share * (1 - share) / total + spread / (4 * total))
    return Rate(hits, total, share, max(0.0, centre - half), min(1.0, centre + half))


def missing_facts(answer: str, topic: Topic) -> tuple[int, ...]:
    """The numbers (from 0) of the topic's facts of which the answer holds no form."""
    return tuple(
        number for number, fact in enumerate(topic.facts) if not contains_any(answer, fact.any)
    )


def judge(
    row: LabelledRow,
    reply: Mapping[str, Any],
    topics: Mapping[str, Topic],
    deflections: Deflections | None = None,
) -> Verdict:
    """What a reply was worth, given the row's label. Without ``deflections`` the persons are not counted.

    Raises:
        UsageError: The row names a topic or category that neither the pack nor the always-a-person list has.
    """
    refused, shown = bool(reply["refused"]), str(reply["shown"])
    handoff = reply["handoff"]
    offered, required = bool(handoff["offered"]), bool(handoff["required"])
    answered = shown in {"streamed", "held", "folded"}
    by_rule = reply["served_from"] in {"rules", "policy"}
    deflected = refused or not answered
    answerable, to_deflect = row.topic is not None, row.category is not None
    missing = missing_facts(reply["answer"], _topic(row, topics)) if answerable else ()
    wrong = (answerable and bool(missing)) or (to_deflect and not deflected)
    needs_required, needs_offered = _person(row, deflections)
    good_tier = reply["tier"] in {"auto", "check"}
    return Verdict(
        id=row.id,
        answerable=answerable,
        served_from=str(reply["served_from"]),
        shown=shown,
        missing=missing,
        resolved=(not refused and shown in {"streamed", "held"} and good_tier and not missing)
        if answerable
        else None,
        sure_and_wrong=answered and not offered and wrong,
        over_offered=offered if answerable else None,
        deflected=deflected if to_deflect else None,
        wrongly_refused=refused if answerable else None,
        person_required=required if needs_required else None,
        person_offered=offered if needs_offered else None,
        ruled_in_vain=None if to_deflect else by_rule,
    )


# Kinds of questions that always need a person and are no row of a pack's deflections.
ALWAYS_A_PERSON = frozenset({"human", "danger", "third_try"})


def _person(row: LabelledRow, deflections: Deflections | None) -> tuple[bool, bool]:
    """Whether the row needs a person, and whether one must be offered."""
    if row.category is None or deflections is None:
        return False, False
    if row.category in ALWAYS_A_PERSON:
        return True, True
    for category in deflections.category:
        if category.id == row.category:
            return category.required, category.offered or category.required
    raise UsageError(
        f"The row {row.id} names the category {row.category!r}, which the pack does not have.",
        "Correct the row or the pack's deflections.toml.",
    )


def _topic(row: LabelledRow, topics: Mapping[str, Topic]) -> Topic:
    try:
        return topics[row.topic or ""]
    except KeyError:
        raise UsageError(
            f"The row {row.id} names the topic {row.topic!r}, which the pack does not have.",
            "Correct the row or the pack's topics.toml.",
        ) from None


# name, what is counted, over which rows
_FIGURES: tuple[tuple[str, Callable[[Verdict], bool | None]], ...] = (
    ("resolved", lambda v: v.resolved),
    ("sure_and_wrong", lambda v: v.sure_and_wrong),
    ("over_offered", lambda v: v.over_offered),
    ("deflected", lambda v: v.deflected),
    ("wrongly_refused", lambda v: v.wrongly_refused),
    ("person_required", lambda v: v.person_required),
    ("person_offered", lambda v: v.person_offered),
    ("ruled_in_vain", lambda v: v.ruled_in_vain),
    ("shown_held", lambda v: v.shown == "held"),
    ("shown_folded", lambda v: v.shown == "folded"),
)


def figures(verdicts: Iterable[Verdict]) -> dict[str, Rate]:
    """Every figure over the rows it applies to."""
    judged = list(verdicts)
    rates: dict[str, Rate] = {}
    for name, counted in _FIGURES:
        marks = [mark for verdict in judged if (mark := counted(verdict)) is not None]
        rates[name] = wilson(sum(marks), len(marks))
    return rates


def score_rows(
    rows: Iterable[Mapping[str, Any]],
    replies: Iterable[Mapping[str, Any]],
    topics: Iterable[Topic],
    deflections: Deflections | None = None,
) -> list[Verdict]:
    """Judge replies against labelled rows, both as JSON and in the same order.

    Raises:
        UsageError: A row is no labelled question, or there are not as many replies as rows.
    """
    by_id = {topic.id: topic for topic in topics}
    try:
        labelled = [LabelledRow.model_validate(row) for row in rows]
        pairs = list(zip(labelled, replies, strict=True))
    except ValueError as err:
        raise UsageError(f"The rows cannot be scored: {err}", "Check rows and replies.") from err
    return [judge(row, reply, by_id, deflections) for row, reply in pairs]


def summary_text(verdicts: Iterable[Verdict]) -> str:
    """Every figure that counted something, a line each."""
    rates = figures(verdicts)
    return "\n".join(describe(name, rate) for name, rate in rates.items() if rate.total)


def summary(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """All figures as JSON: in total, and by what served the reply."""
    groups = sorted({verdict.served_from for verdict in verdicts})
    return {
        "questions": len(verdicts),
        "served_from": dict(Counter(verdict.served_from for verdict in verdicts)),
        "total": _as_json(figures(verdicts)),
        "by_served_from": {
            group: _as_json(figures(v for v in verdicts if v.served_from == group))
            for group in groups
        },
    }


def _as_json(rates: Mapping[str, Rate]) -> dict[str, Any]:
    return {name: asdict(rate) for name, rate in rates.items()}


def describe(name: str, rate: Rate, target: str = "") -> str:
    """One line for people: the figure, its counts, its interval and the target."""
    label = name.replace("_", " ")
    if rate.share is None or rate.low is None or rate.high is None:
        return f"{label:<16}      -   (nothing to count)"
    line = (
        f"{label:<16} {rate.share:6.1%}   {rate.hits}/{rate.total}   "
        f"95 % interval {rate.low:.1%} to {rate.high:.1%}"
    )
    return f"{line}   target {target}" if target else line
