"""Conversations as a text to keep: JSON and JSON lines for programs, Markdown for people."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from supportbot.history.feedback import Verdict
    from supportbot.history.records import Conversation, Exchange


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What a text for people says of its own, in their language.

    Attributes:
        reasons: What was wrong with an answer, by code; a code without words stands for itself.
    """

    question: str = "Question"
    answer: str = "Answer"
    not_written: str = "No answer was written."
    not_shown: str = "No answer was shown."
    helpful: str = "Found helpful"
    not_helpful: str = "Found not helpful"
    reasons: Mapping[str, str] = field(default_factory=dict)


def to_json(conversations: Sequence[Conversation]) -> str:
    """One document: ``{"conversations": [...]}``, times in ISO 8601."""
    return json.dumps(
        {"conversations": [_document(one) for one in conversations]}, ensure_ascii=False, indent=2
    )


def to_json_lines(conversations: Sequence[Conversation]) -> str:
    """One document a line, each as in ``to_json``."""
    return "".join(json.dumps(_document(one), ensure_ascii=False) + "\n" for one in conversations)


def to_markdown(conversations: Sequence[Conversation], words: ExportWords) -> str:
    """Questions as quotations, answers as they were written, the pages they name below."""
    return "\n".join(line for one in conversations for line in _markdown(one, words))


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


def _markdown(conversation: Conversation, words: ExportWords) -> Iterator[str]:
    yield f"# {conversation.title}"
    yield ""
    yield f"{_when(conversation.started_at)} · {conversation.pack_id}"
    yield ""
    for exchange in conversation.exchanges:
        yield f"**{words.question}** ({_when(exchange.asked_at)})"
        yield ""
        yield from (f"> {line}".rstrip() for line in exchange.question.splitlines() or [""])
        yield ""
        yield f"**{words.answer}**"
        yield ""
        yield _answer(exchange, words)
        yield ""
        if exchange.verdict is not None:
            yield from _verdict(exchange.verdict, words)
            yield ""


def _answer(exchange: Exchange, words: ExportWords) -> str:
    if exchange.reply is None:
        return f"*{words.not_written}*"
    lines = [exchange.reply["answer"] or f"*{words.not_shown}*"]
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


def _verdict(verdict: Verdict, words: ExportWords) -> Iterator[str]:
    told = ", ".join(words.reasons.get(code, code) for code in verdict.reasons)
    found = words.helpful if verdict.helpful else words.not_helpful
    yield f"*{found} ({told})*" if told else f"*{found}*"
    if verdict.remark:
        yield ""
        yield from (f"> {line}".rstrip() for line in verdict.remark.splitlines())


def _when(time: dt.datetime) -> str:
    return f"{time:%Y-%m-%d %H:%M} UTC"
