"""Conversations kept on this machine: asked, found again, answered, exported, and erased without a trace."""

from supportbot.history.feedback import Verdict
from supportbot.history.records import (
    ConversationSummary,
    Exchange,
    Findings,
    Found,
    Passage,
    Place,
)
from supportbot.history.store import ExportFormat, HistoryStore

__all__ = [
    "ConversationSummary",
    "Exchange",
    "ExportFormat",
    "Findings",
    "Found",
    "HistoryStore",
    "Passage",
    "Place",
    "Verdict",
]
