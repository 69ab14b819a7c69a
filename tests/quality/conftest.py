"""Replies and a small pack's worth of labels for the quality tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from supportbot.contracts import Handoff, NextStep, Reply, Source, Timings
from supportbot.product.schema import Deflections, Topic

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def reply() -> Callable[..., Reply]:
    def make(answer: str = "Press X, then choose Archive.", **changes: Any) -> Reply:
        handoff = Handoff(
            offered=changes.pop("offered", False),
            required=changes.pop("required", False),
            reasons=changes.pop("reasons", ()),
            next_step=NextStep("Pricing", changes.pop("step", None)),
        )
        sources = tuple(Source("Page", url) for url in changes.pop("urls", ()))
        values: dict[str, Any] = {
            "id": "1",
            "question": "q",
            "tier": "auto",
            "shown": "streamed",
            "refused": False,
            "served_from": "model",
        }
        values |= changes
        return Reply(
            answer=answer, handoff=handoff, sources=sources, timings_ms=Timings(), **values
        )

    return make


@pytest.fixture
def topics() -> dict[str, Topic]:
    topic = Topic.model_validate(
        {
            "id": "bulk-archive",
            "title": "Archive several issues",
            "doc": "bulk-archive",
            "intent": "bulk-archive",
            "facts": [{"any": ["press x", "shift-click"]}, {"any": ["archive"]}],
        }
    )
    return {topic.id: topic}


@pytest.fixture
def deflections() -> Deflections:
    return Deflections.model_validate(
        {
            "markers": {"no_access": ["i do not have access"]},
            "category": [
                {
                    "id": "security",
                    "title": "Security",
                    "next_step": {"title": "Security", "url": "mailto:security@example.com"},
                    "offered": True,
                    "required": True,
                },
                {
                    "id": "billing",
                    "title": "Billing",
                    "next_step": {"title": "Support"},
                    "offered": True,
                },
                {
                    "id": "off_topic",
                    "title": "Off topic",
                    "next_step": {"title": "Ask about the product"},
                    "offered": False,
                },
            ],
        }
    )
