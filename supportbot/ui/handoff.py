"""Talking to a human, in its simple form: a text the customer reads, edits and takes away.

Owns which ways out a pack has and what each says when it worked and when it did not. Nothing here sends: a mail program or
a form is opened, or the text is copied or saved; and so nothing here ever says "sent".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QUrl

from supportbot.errors import SupportbotError, UsageError
from supportbot.handoff import HandoffMessage, HandoffWords, compose, mailto_url, write_eml
from supportbot.ui.error_words import sentence_of
from supportbot.ui.saving_words import not_saved
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from supportbot.contracts import HostContext, Message, Reply
    from supportbot.product.pack import ProductPack
    from supportbot.product.schema import Channel

WayKind = Literal["email", "form", "copy", "file"]

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Way:
    """A way a message can leave.

    Attributes:
        kind: What happens to it.
        title: What it is called, in a word or two.
        action: What its button says.
        icon: What its button shows.
        target: To whom or where it leads, for the customer to see; empty where the text stays here.
        url: Of a form.
    """

    kind: WayKind
    title: str
    action: str
    icon: str
    target: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say after a way out was tried.

    Attributes:
        done: Whether the text is where the customer wanted it.
        sentence: What happened, and what is next.
        file: What was saved.
    """

    done: bool
    sentence: str
    file: Path | None = None


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
        """The text to begin with; without a question there is room for one at its top."""
        message = compose(self._pack, question, reply, history, context, _words())
        return message if question.strip() else replace(message, body=f"\n\n{message.body}")

    def ways(self, message: HandoffMessage) -> tuple[Way, ...]:
        """The ways a message can leave, in the pack's order; to take a copy of one's own words is always one."""
        channels = self._pack.product.handoff.channels
        found: list[Way] = []
        if message.to not in {"", *(channel.address for channel in channels)}:
            found.append(_mail(message.to))  # where the next step leads, which no channel does
        for channel in channels:
            if channel.kind == "email" and message.to and not any(w.kind == "email" for w in found):
                found.append(_mail(message.to))
            elif channel.url:
                alone = [one.kind for one in channels].count(channel.kind) == 1
                found.append(_form(channel, channel.url, alone=alone))
        found.append(
            Way("copy", translate("Handoff", "Copy"), translate("Handoff", "Copy"), "copy")
        )
        if any(channel.kind == "file" for channel in channels):
            title, action = translate("Handoff", "Save file"), translate("Handoff", "Save file…")
            found.append(Way("file", title, action, "save"))
        return tuple(found)

    def offline_line(self, way: Way) -> str:
        """What being offline means for a way; nothing where it makes no difference."""
        if way.kind == "email":
            return translate(
                "Handoff",
                "You are offline. Your mail program can send it when you are back online.",
            )
        if way.kind == "form":
            return translate(
                "Handoff",
                "You are offline: the form cannot open before you are back online.",
            )
        return ""

    def hand_over(self, way: Way, message: HandoffMessage, *, offline: bool = False) -> Outcome:
        """Take a way that asks for no file; ``offline`` only says what can be promised."""
        if not message.body.strip():
            return Outcome(
                done=False,
                sentence=translate("Handoff", "There is no text yet. Write what you need."),
            )
        if way.kind == "email":
            return self._open_mail(message, offline=offline)
        if way.kind == "form":
            return self._open_form(way, message, offline=offline)
        head = f"{message.to}\n" if message.to else ""
        self._copy(f"{head}{_text(message)}")
        return Outcome(
            done=True, sentence=translate("Handoff", "Copied. Paste it wherever you like.")
        )

    def save(self, message: HandoffMessage, path: Path) -> Outcome:
        """Save it as a mail that is not sent yet; blocks."""
        try:
            write_eml(message, path)
        except SupportbotError as err:
            return Outcome(done=False, sentence=not_saved(err, path))
        text = translate("Handoff", "Saved as %1 in the folder %2. Open it to send it.")
        said = filled(text, path.name, path.parent.name)
        return Outcome(done=True, sentence=said, file=path)

    def show_folder(self, folder: Path) -> None:
        """Show a folder as the system does."""
        self._open_url(QUrl.fromLocalFile(str(folder)).toString())

    def is_written(self, message: HandoffMessage, fresh: HandoffMessage) -> bool:
        """Whether the customer said something: a text with room at its top for a question has none yet."""
        said = message.body.strip()
        return bool(said) and (said != fresh.body.strip() or not fresh.body.startswith("\n"))

    def _open_mail(self, message: HandoffMessage, *, offline: bool) -> Outcome:
        try:
            url = mailto_url(message)
        except UsageError as err:
            return Outcome(done=False, sentence=sentence_of(err))
        if url is None:
            text = translate(
                "Handoff",
                "This is too long to hand to a mail program. Shorten it, or choose another way.",
            )
            return Outcome(done=False, sentence=text)
        if not self._open_url(url):
            text = translate("Handoff", "No mail program could be opened. Choose another way.")
            return Outcome(done=False, sentence=text)
        text = translate("Handoff", "Handed to your mail program. Press Send there.")
        if offline:
            text = translate(
                "Handoff",
                "Handed to your mail program. You are offline: it can be sent there when you are back online.",
            )
        return Outcome(done=True, sentence=text)

    def _open_form(self, way: Way, message: HandoffMessage, *, offline: bool) -> Outcome:
        self._copy(_text(message))
        if offline:
            text = translate(
                "Handoff",
                "Copied. You are offline, so the form cannot open: come back when you are online again.",
            )
            return Outcome(done=False, sentence=text)
        if not self._open_url(way.url):
            text = translate(
                "Handoff", "Copied, but no browser could be opened. Paste it at this address: %1"
            )
            return Outcome(done=False, sentence=filled(text, way.url))
        text = translate(
            "Handoff",
            "Copied, and the form opens in your browser. Paste it there and send it there.",
        )
        return Outcome(done=True, sentence=text)


def _mail(to: str) -> Way:
    title, action = translate("Handoff", "E-mail"), translate("Handoff", "Open in e-mail")
    return Way("email", title, action, "mail", to)


def _form(channel: Channel, url: str, *, alone: bool) -> Way:
    """A form; several of one kind are told apart by the pack's words."""
    kind = (
        translate("Handoff", "Ticket")
        if channel.kind == "ticket"
        else translate("Handoff", "Web form")
    )
    target = f"{channel.title} · {urlsplit(url).hostname}"
    action = translate("Handoff", "Copy and open form")
    return Way("form", kind if alone else channel.title, action, "link", target, url)


def _text(message: HandoffMessage) -> str:
    return f"{message.subject}\n\n{message.body}"


def _words() -> HandoffWords:
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
