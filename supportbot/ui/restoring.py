"""Replies as they were stored, read back. Knows no Qt.

A document that an earlier version wrote may lack what was added since; it is read for what it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supportbot.contracts import Handoff, Message, ModelInfo, NextStep, Reply, Source, Timings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from supportbot.history import Exchange

_ENGINE = "engine:"


def engine_code(reply: Reply) -> str | None:
    """The code of the engine's failure that a reply carries; ``None`` when it is a reply."""
    reasons = reply.handoff.reasons
    return next((one.removeprefix(_ENGINE) for one in reasons if one.startswith(_ENGINE)), None)


def messages_of(exchanges: Iterable[Exchange]) -> tuple[Message, ...]:
    """The talk so far as the model is told it: what was asked and what was answered."""
    found: list[Message] = []
    for exchange in exchanges:
        answer = str((exchange.reply or {}).get("answer") or "")
        if answer.strip():
            found.append(Message("user", exchange.question))
            found.append(Message("assistant", answer, exchange.token_ids))
    return tuple(found)


def reply_from(document: Mapping[str, Any]) -> Reply:
    """The reply in ``Reply.to_dict()``; only what a window shows of it is read back."""
    handoff = document.get("handoff") or {}
    sources = document.get("sources")
    return Reply(
        id=str(document.get("id", "")),
        question=str(document.get("question", "")),
        answer=str(document.get("answer", "")),
        tier=document.get("tier", "auto"),
        shown=document.get("shown", "streamed"),
        refused=bool(document.get("refused")),
        handoff=Handoff(
            offered=bool(handoff.get("offered")),
            required=bool(handoff.get("required")),
            reasons=tuple(map(str, handoff.get("reasons") or ())),
            next_step=_next_step(handoff.get("next_step")),
            team=handoff.get("team"),
        ),
        sources=None if sources is None else tuple(_source(one) for one in sources),
        served_from=document.get("served_from", "model"),
        timings_ms=Timings(),
        category=document.get("category"),
        reason=document.get("reason"),
        model=_model(document.get("model")),
    )


def _next_step(document: Mapping[str, Any] | None) -> NextStep | None:
    return (
        None if document is None else NextStep(str(document.get("title", "")), document.get("url"))
    )


def _source(document: Mapping[str, Any]) -> Source:
    return Source(
        str(document.get("title", "")), str(document.get("url", "")), document.get("score")
    )


def _model(document: Mapping[str, Any] | None) -> ModelInfo | None:
    if document is None:
        return None
    return ModelInfo(str(document.get("id", "")), document.get("sha256"), document.get("backend"))
