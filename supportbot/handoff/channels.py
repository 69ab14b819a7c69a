"""How a handoff message leaves: a link the mail client opens, or a file. Nothing here uses the network.

Owns the encoding of both, and that no text can add a header of its own. What the message says is
``supportbot.handoff.package``'s.
"""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from typing import TYPE_CHECKING
from urllib.parse import quote

from supportbot.errors import UsageError
from supportbot.paths import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.handoff.package import HandoffMessage

# Some mail clients and shells cut longer links off without a word.
MAILTO_LENGTH = 1_500

_ADDRESS = re.compile(
    r"[^@\s<>,;:?&%\"()\[\]\\\x00-\x1f\x7f]+@[^@\s<>,;:?&%\"()\[\]\\\x00-\x1f\x7f]+\.[^\W\d_]{2,}"
)


def mailto_url(message: HandoffMessage) -> str | None:
    """A link that opens a mail with this text; ``None`` when it would be too long or has no address.

    Raises:
        UsageError: ``to`` is not one plain address.
    """
    if not message.to:
        return None
    body = "\r\n".join(_whole(message.body).splitlines())
    url = (
        f"mailto:{quote(_address(message.to), safe='@')}"
        f"?subject={quote(_one_line(message.subject), safe='')}&body={quote(body, safe='')}"
    )
    return url if len(url) <= MAILTO_LENGTH else None


def write_eml(message: HandoffMessage, path: Path) -> None:
    """Write the message as an unsent mail; the mail client that opens it adds sender and date.

    Raises:
        UsageError: ``to`` is not one plain address.
        AccessError: The file cannot be written there.
        DiskFullError: No space is left.
    """
    mail = EmailMessage(policy=SMTP if message.to.isascii() else SMTPUTF8)
    if message.to:
        mail["To"] = _address(message.to)
    mail["Subject"] = _one_line(message.subject)
    mail["X-Unsent"] = "1"  # clients that know it open the file as a draft
    mail.set_content(_whole(message.body), charset="utf-8")
    write_atomically(path, mail.as_bytes())


def _address(to: str) -> str:
    if not _ADDRESS.fullmatch(to):
        raise UsageError(
            "The address of the message is not one e-mail address.",
            "Correct the address.",
            code="address",
        )
    return to


def _one_line(text: str) -> str:
    """A header's value: line breaks and control characters would begin another header."""
    return " ".join("".join(c if c.isprintable() else " " for c in _whole(text)).split())


def _whole(text: str) -> str:
    """Half surrogate pairs cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode()
