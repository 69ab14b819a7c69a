"""Conversations kept on this machine: asked, answered, exported, and erased without a trace."""

from supportbot.history.records import ConversationSummary, Exchange
from supportbot.history.store import HistoryStore

__all__ = ["ConversationSummary", "Exchange", "HistoryStore"]
