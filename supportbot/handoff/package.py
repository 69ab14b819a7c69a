"""The message to a person, exactly as the customer sees it before it is sent.

Owns what goes into it: the question, why a person is asked, the last words of the talk, the product and
its version. Nothing else may: no name, no plan, no identifier of the customer, no token, no score.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.contracts import NO_GENERATOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from supportbot.contracts import HostContext, Message, Reply
    from supportbot.product.pack import ProductPack

LAST_MESSAGES = 4
MESSAGE_LENGTH = 400
SUBJECT_LENGTH = 78


@dataclass(frozen=True, slots=True)
class HandoffWords:
    """What the message says of its own, in the language of who reads it before it is sent.

    Attributes:
        not_sure: A reason: the answer is doubtful.
        not_able: A reason: it is nothing that the helper can answer.
        not_written: A reason: no answer could be written.
        not_checked: A reason: there is no vetted answer, and no model.
    """

    question: str = "a question"
    why: str = "Why a person"
    about: str = "About"
    earlier: str = "Earlier in this conversation"
    answered: str = "The helper answered"
    customer: str = "Customer"
    helper: str = "Helper"
    product: str = "Product"
    version: str = "version"
    not_sure: str = "The helper was not sure of its answer."
    not_able: str = "The helper cannot answer this itself."
    not_written: str = "The helper could not write an answer on this computer."
    not_checked: str = "Nobody has checked an answer to this yet."

    def reason(self, code: str) -> str:
        """The sentence for a reason; empty for one that cannot be explained."""
        sentences = {
            "low_confidence": self.not_sure,
            "marker": self.not_able,
            "engine": self.not_written,
            f"engine:{NO_GENERATOR}": self.not_checked,
        }
        return sentences.get(code) or sentences.get(code.partition(":")[0], "")


_ENGLISH = HandoffWords()


@dataclass(frozen=True, slots=True)
class HandoffMessage:
    """A message to a person. ``to`` is empty when the pack has no address.

    Attributes:
        subject: One line.
        body: Lines, the last one ended too.
    """

    to: str
    subject: str
    body: str


def compose(
    pack: ProductPack,
    question: str,
    reply: Reply | None = None,
    history: Sequence[Message] = (),
    context: HostContext | None = None,
    words: HandoffWords = _ENGLISH,
) -> HandoffMessage:
    """The message for a question.

    Args:
        pack: Names the product and the address.
        question: The customer's words, whole; may be empty when they ask for a person first.
        reply: What the helper replied, if it did.
        history: The talk so far; it may already end with this question and its answer.
        context: What the host knows; only the product's version is used.
        words: What the message says of its own.
    """
    earlier = _before(history, question)
    blocks = [
        [question.strip()],
        _why(pack, reply, words),
        _talk(earlier[-LAST_MESSAGES:], words),
        _answer(reply, words),
        [_product(pack, context, words)],
    ]
    return HandoffMessage(
        to=_address(pack, reply),
        subject=_subject(pack, question, words),
        body="\n\n".join("\n".join(block) for block in blocks if any(block)) + "\n",
    )


def _address(pack: ProductPack, reply: Reply | None) -> str:
    """Where the next step leads if that is an address (security, legal), else the pack's first one."""
    step = reply.handoff.next_step if reply else None
    if step and step.url and step.url.startswith("mailto:"):
        return step.url.removeprefix("mailto:")
    channels = pack.product.handoff.channels
    return next((channel.address for channel in channels if channel.address), "")


def _subject(pack: ProductPack, question: str, words: HandoffWords) -> str:
    line = f"{pack.product.name}: {' '.join(question.split()) or words.question}"
    return line if len(line) <= SUBJECT_LENGTH else line[: SUBJECT_LENGTH - 1].rstrip() + "…"


def _why(pack: ProductPack, reply: Reply | None, words: HandoffWords) -> list[str]:
    if reply is None:
        return []
    titles = {one.id: one.title for one in pack.deflections.category}
    titles |= {rule.id: rule.title for rule in pack.rules.rule}
    titles[pack.rules.third_try.id] = pack.rules.third_try.title
    told = [_in_plain_words(reason, titles, words) for reason in reply.handoff.reasons]
    if reply.tier == "check" and not any(told):
        told = [words.not_sure]
    lines = [f"{words.why}: {reason}" for reason in dict.fromkeys(told) if reason]
    category = titles.get(reply.category or "")
    if category and not any(category in line for line in lines):
        lines.append(f"{words.about}: {category}")
    return lines


def _in_plain_words(reason: str, titles: dict[str, str], words: HandoffWords) -> str:
    """A reason's title in the pack, else the sentence for its kind; nothing for one we cannot explain."""
    kind, _, name = reason.partition(":")
    return titles.get(name or kind) or words.reason(reason)


def _before(history: Sequence[Message], question: str) -> list[Message]:
    """The talk without its last exchange, if that is this question."""
    messages = list(history)
    asked = next((n for n in range(len(messages) - 1, -1, -1) if messages[n].role == "user"), None)
    if asked is not None and messages[asked].content.strip() == question.strip():
        del messages[asked:]
    return messages


def _talk(messages: Sequence[Message], words: HandoffWords) -> list[str]:
    if not messages:
        return []
    return [
        f"{words.earlier}:",
        *(line for message in messages for line in _quoted(message, words)),
    ]


def _answer(reply: Reply | None, words: HandoffWords) -> list[str]:
    if reply is None or reply.shown == "none" or not reply.answer.strip():
        return []
    return [f"{words.answered}:", *_lines(reply.answer)]


def _quoted(message: Message, words: HandoffWords) -> Iterator[str]:
    who = words.customer if message.role == "user" else words.helper
    first, *rest = _lines(message.content)
    yield f"> {who}: {first.removeprefix('> ')}"
    yield from rest


def _lines(text: str) -> list[str]:
    """A text as quoted lines, cut at a length that keeps the message short."""
    short = text.strip()
    if len(short) > MESSAGE_LENGTH:
        short = short[: MESSAGE_LENGTH - 1].rstrip() + "…"
    return [f"> {line}".rstrip() for line in short.splitlines() or [""]]


def _product(pack: ProductPack, context: HostContext | None, words: HandoffWords) -> str:
    version = str(context.product.get("version") or "") if context else ""
    name = " ".join(pack.product.name.split())
    line = f"{words.product}: {name}"
    return f"{line}, {words.version} {' '.join(version.split())}" if version else line
