"""Conversations as a text to keep: JSON and JSON lines for programs, Markdown for people."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from supportbot.history.feedback import Verdict
    from supportbot.history.records import Conversation, Exchange


def to_json(conversations: Sequence[Conversation]) -> str:
    """One document: ``{"conversations": [...]}``, times in ISO 8601."""
    return json.dumps(
        {"conversations": [_document(one) for one in conversations]}, ensure_ascii=False, indent=2
    )


def to_json_lines(conversations: Sequence[Conversation]) -> str:
    """One document a line, each as in ``to_json``."""
    return "".join(json.dumps(_document(one), ensure_ascii=False) + "\n" for one in conversations)


def to_markdown(conversations: Sequence[Conversation]) -> str:
    """Questions as quotations, answers as they were written, the pages they name below."""
    return "\n".join(line for one in conversations for line in _markdown(one))


def _document(conversation: Conversation) -> dict[str, Any]:
    document = asdict(conversation)
    document["started_at"] = conversation.started_at.isoformat()
    document["updated_at"] = conversation.updated_at.isoformat()
    document["exchanges"] = [
        {
            "question": one.question,
            "asked_at": one.asked_at.isoformat(),
            "reply": one.reply,
            "verdict": one.verdict.to_dict() if one.verdict else None,
        }
        for one in conversation.exchanges
    ]
    return document


def _markdown(conversation: Conversation) -> Iterator[str]:
    yield f"# {conversation.title}"
    yield ""
    yield f"{_when(conversation.started_at)} · {conversation.pack_id}"
    yield ""
    for exchange in conversation.exchanges:
        yield f"**Question** ({_when(exchange.asked_at)})"
        yield ""
        yield from (f"> {line}".rstrip() for line in exchange.question.splitlines() or [""])
        yield ""
        yield "**Answer**"
        yield ""
        yield _answer(exchange)
        yield ""
        if exchange.verdict is not None:
            yield from _verdict(exchange.verdict)
            yield ""


def _answer(exchange: Exchange) -> str:
    if exchange.reply is None:
        return "*No answer was written.*"
    lines = [exchange.reply["answer"] or "*No answer was shown.*"]
    links = list(exchange.reply.get("sources") or [])
    step = exchange.reply["handoff"].get("next_step")
    if step:
        links.append(step)
    if links:
        lines += [
            "",
            *(
                f"- [{one['title']}]({one['url']})" if one["url"] else f"- {one['title']}"
                for one in links
            ),
        ]
    return "\n".join(lines)


def _verdict(verdict: Verdict) -> Iterator[str]:
    reasons = f" ({', '.join(verdict.reasons)})" if verdict.reasons else ""
    yield f"*Found {'helpful' if verdict.helpful else 'not helpful'}{reasons}.*"
    if verdict.remark:
        yield ""
        yield from (f"> {line}".rstrip() for line in verdict.remark.splitlines())


def _when(time: dt.datetime) -> str:
    return f"{time:%Y-%m-%d %H:%M} UTC"
