"""Conversations kept on this machine: asked, found again, answered, exported, and erased without a trace."""

from supportbot.history.export import ExportWords
from supportbot.history.feedback import Verdict
from supportbot.history.records import (
    ConversationSummary,
    Exchange,
    Findings,
    Found,
    Letter,
    Passage,
    Place,
)
from supportbot.history.store import ExportFormat, HistoryStore

__all__ = [
    "ConversationSummary",
    "Exchange",
    "ExportFormat",
    "ExportWords",
    "Findings",
    "Found",
    "HistoryStore",
    "Letter",
    "Passage",
    "Place",
    "Verdict",
]
