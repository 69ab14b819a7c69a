"""The conversations kept on this machine, beside the one that is open. Knows no Qt.

Owns whether the history is open and why not. Every method may block and may be called from any thread. Whatever is
deleted, the engine's saved states of it go too, with or without a model, and even when the history could not be wiped
at once.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from supportbot.errors import (
    DatabaseLockedError,
    DiskFullError,
    NotInstalledError,
    SupportbotError,
)
from supportbot.history import ExportWords

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supportbot.history import ExportFormat, Findings, HistoryStore, Letter, Place, Verdict
    from supportbot.ui.parts import Parts

_ENGLISH = ExportWords()


class Archive:
    """What is kept.

    Args:
        parts: Where the history is opened, how long it is kept.
        forget: Deletes the engine's saved states of a conversation, or all.
    """

    def __init__(self, parts: Parts, forget: Callable[[str | None], None]) -> None:
        self._parts = parts
        self._forget = forget
        self._history: HistoryStore | None = None
        self._problem: SupportbotError | None = None

    # ------------------------------------------------------------------ opening and closing

    @property
    def history(self) -> HistoryStore | None:
        """The history, if it is open."""
        return self._history

    def opened(self) -> HistoryStore:
        """The history.

        Raises:
            SupportbotError: It is not open, and why.
        """
        if self._history is None:
            raise self._problem or NotInstalledError(
                "There is no history.", "Restart the app.", code="no_history"
            )
        return self._history

    def open(self) -> HistoryStore:
        """Open the history; what is older than it is kept goes.

        Raises:
            SupportbotError: It cannot be opened; everything but what is kept works without.
        """
        try:
            history = self._parts.open_history()
            gone = history.apply_retention(self._parts.retention_days)
        except SupportbotError as err:
            self._problem = err
            raise
        self._history, self._problem = history, None
        for conversation_id in gone:
            self._forget(conversation_id)
        return history

    def set_aside(self) -> None:
        """Close a damaged history and put it aside.

        Raises:
            SupportbotError: It could not be done; nothing is lost.
        """
        self.close()
        self._parts.set_history_aside()

    def begin_anew(self) -> None:
        """Begin a new history after the old one was set aside.

        Raises:
            SupportbotError: It could not be done.
        """
        self._history, self._problem = self._parts.open_history(), None

    def close(self) -> None:
        """Close the history, if it is open."""
        history, self._history = self._history, None
        if history is not None:
            history.close()

    # ------------------------------------------------------------------ looking

    def find(self, needle: str, place: Place | None) -> Findings:
        """Conversations in which a needle stands, or all of them, page by page.

        Raises:
            SupportbotError: There is no history, and why.
        """
        return self.opened().find(needle, place)

    def count(self) -> int:
        """How many conversations there are.

        Raises:
            SupportbotError: There is no history, and why.
        """
        return self.opened().count()

    def export(
        self, conversation_id: str | None, fmt: ExportFormat, words: ExportWords = _ENGLISH
    ) -> str:
        """A conversation, or all of them, as a text.

        Raises:
            SupportbotError: It could not be read.
        """
        return self.opened().export(conversation_id, fmt, words)

    def draft(self, conversation_id: str | None) -> str:
        """What was typed in a conversation and not sent, as far as it can be read."""
        if self._history is not None:
            with contextlib.suppress(SupportbotError):
                return self._history.draft(conversation_id)
        return ""

    def letters(self, conversation_id: str | None) -> dict[str, Letter]:
        """What was written to a person in a conversation and not handed over, by recipient, as far as it can be read."""
        if self._history is not None:
            with contextlib.suppress(SupportbotError):
                return self._history.letters(conversation_id)
        return {}

    # ------------------------------------------------------------------ changing

    def rename(self, conversation_id: str, title: str) -> str:
        """Give a conversation another title; returns what it is called now.

        Raises:
            SupportbotError: It has its old title still.
        """
        return self.opened().rename(conversation_id, title)

    def judge(self, conversation_id: str, reply_id: str, verdict: Verdict | None) -> None:
        """Keep what the customer said of an answer; ``None`` takes it back.

        Raises:
            SupportbotError: It was not kept.
        """
        self.opened().judge(conversation_id, reply_id, verdict)

    def keep_draft(self, conversation_id: str | None, text: str) -> None:
        """Keep what was typed and not sent; ``None`` is the conversation without a question yet.

        Raises:
            SupportbotError: It was not kept.
        """
        self.opened().put_draft(conversation_id, text)

    def keep_letter(self, place: tuple[str | None, str], letter: Letter | None) -> None:
        """Keep what was written to a person and not handed over, or take it back.

        Args:
            place: A conversation (``None``: the one without a question yet), and whom the letter is for.
            letter: The text; ``None`` when there is none any more.

        Raises:
            SupportbotError: It was not kept.
        """
        self.opened().put_letter(*place, letter)

    # ------------------------------------------------------------------ deleting

    def delete(self, conversation_id: str) -> None:
        """Hide a conversation until ``finish_deletions``; its saved states go at once.

        Raises:
            SupportbotError: It is still there.
        """
        try:
            with contextlib.suppress(NotInstalledError):  # another window was faster
                self.opened().hide(conversation_id)
        finally:
            self._forget(conversation_id)

    def restore(self, conversation_ids: Sequence[str]) -> list[str]:
        """Bring deleted conversations back; returns those that were still there.

        Raises:
            SupportbotError: They could not be brought back.
        """
        return self.opened().restore(conversation_ids)

    def finish_deletions(
        self, conversation_ids: Sequence[str] | None = None
    ) -> SupportbotError | None:
        """Erase what was deleted, or all that no other window may bring back; why that waits, if so."""
        if self._history is None:
            return None
        try:
            gone = self._history.finish_deletions(conversation_ids)
        except SupportbotError as err:
            return err
        for conversation_id in gone:
            self._forget(conversation_id)
        return None

    def erase_all(self) -> SupportbotError | None:
        """Delete every conversation for good, words and saved states; why wiping the disk waits, if so.

        Raises:
            SupportbotError: They could not be deleted.
        """
        history = self.opened()
        try:
            history.erase_all()
        except (DatabaseLockedError, DiskFullError) as err:
            if history.conversations():
                raise
            return err
        finally:
            self._forget(None)
        return None
