"""Passing a question on to a person: the text that is shown and sent, and the ways it leaves."""

from supportbot.handoff.channels import mailto_url, write_eml
from supportbot.handoff.package import HandoffMessage, HandoffWords, compose
from supportbot.handoff.reach import is_offline

__all__ = [
    "HandoffMessage",
    "HandoffWords",
    "compose",
    "is_offline",
    "mailto_url",
    "write_eml",
]
