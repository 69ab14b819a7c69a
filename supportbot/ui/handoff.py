"""Talking to a human, in its simple form: a text the customer reads, edits and takes away.

Owns what each way out says when it worked and when it did not. Nothing here sends: a mail program is
opened with the text, or the text is copied or saved; and so nothing here ever says "sent".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.errors import SupportbotError, UsageError
from supportbot.handoff import HandoffMessage, HandoffWords, compose, mailto_url, write_eml
from supportbot.ui.error_words import sentence_of
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from supportbot.contracts import HostContext, Message, Reply
    from supportbot.product.pack import ProductPack


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say after a way out was tried."""

    done: bool
    sentence: str


class Handover:
    """The ways a message can leave.

    Args:
        pack: Where support is.
        open_url: Hands a link to the system; whether something took it.
        copy: Puts a text on the clipboard.
    """

    def __init__(
        self, pack: ProductPack, open_url: Callable[[str], bool], copy: Callable[[str], None]
    ) -> None:
        self._pack = pack
        self._open_url = open_url
        self._copy = copy

    @property
    def title(self) -> str:
        """Whom it goes to."""
        return self._pack.product.handoff.support_title

    @property
    def other_ways(self) -> str:
        """Telephone and hours, if the pack has them."""
        told = []
        for channel in self._pack.product.handoff.channels:
            parts = [
                channel.title if channel.phone or channel.hours else "",
                channel.phone or "",
                channel.hours or "",
            ]
            told.append(" · ".join(part for part in parts if part))
        return "\n".join(line for line in told if line)

    def message(
        self,
        question: str,
        reply: Reply | None,
        history: Sequence[Message],
        context: HostContext | None,
    ) -> HandoffMessage:
        """The text to begin with."""
        return compose(self._pack, question, reply, history, context, _words())

    def open_mail(self, message: HandoffMessage) -> Outcome:
        """Open the mail program with the text."""
        translate = QCoreApplication.translate
        try:
            url = mailto_url(message)
        except UsageError as err:
            return Outcome(done=False, sentence=sentence_of(err))
        if url is None:
            return Outcome(
                done=False,
                sentence=translate(
                    "Handoff",
                    "This is too long to hand to a mail program. Copy it or save it as a file.",
                ),
            )
        if not self._open_url(url):
            return Outcome(
                done=False,
                sentence=translate(
                    "Handoff", "No mail program could be opened. Copy it or save it as a file."
                ),
            )
        return Outcome(
            done=True,
            sentence=translate("Handoff", "Handed to your mail program. Press Send there."),
        )

    def copy(self, message: HandoffMessage) -> Outcome:
        """Put the text on the clipboard."""
        head = f"{message.to}\n" if message.to else ""
        self._copy(f"{head}{message.subject}\n\n{message.body}")
        return Outcome(
            done=True,
            sentence=QCoreApplication.translate("Handoff", "Copied. Paste it wherever you like."),
        )

    def save(self, message: HandoffMessage, path: Path) -> Outcome:
        """Save it as a mail that is not sent yet; blocks."""
        try:
            write_eml(message, path)
        except SupportbotError as err:
            return Outcome(done=False, sentence=sentence_of(err))
        text = QCoreApplication.translate("Handoff", "Saved as %1. Open it to send it.")
        return Outcome(done=True, sentence=filled(text, path.name))


def _words() -> HandoffWords:
    translate = QCoreApplication.translate
    return HandoffWords(
        question=translate("HandoffText", "a question"),
        why=translate("HandoffText", "Why a person"),
        about=translate("HandoffText", "About"),
        earlier=translate("HandoffText", "Earlier in this conversation"),
        answered=translate("HandoffText", "The helper answered"),
        customer=translate("HandoffText", "Customer"),
        helper=translate("HandoffText", "Helper"),
        product=translate("HandoffText", "Product"),
        version=translate("HandoffText", "version"),
        not_sure=translate("HandoffText", "The helper was not sure of its answer."),
        not_able=translate("HandoffText", "The helper cannot answer this itself."),
        not_written=translate(
            "HandoffText", "The helper could not write an answer on this computer."
        ),
        not_checked=translate("HandoffText", "Nobody has checked an answer to this yet."),
    )
