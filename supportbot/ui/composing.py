"""Joins the composer to the drafts and to the engine: what is typed belongs to the conversation that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportbot.ui.ahead import Ahead

if TYPE_CHECKING:
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.parts import OpenedConversation
    from supportbot.ui.views.window import Window


class Composing(QObject):
    """The composer's text.

    Args:
        window: Where it is typed.
        bridge: Keeps it, and has it evaluated while it is typed.
    """

    def __init__(self, window: Window, bridge: Bridge) -> None:
        super().__init__(window)
        self._composer = window.footer.composer
        self._bridge = bridge
        self._open: str | None = None
        self._showing = False
        self._ahead = Ahead(bridge.prepare, self)
        self._composer.edit.textChanged.connect(self._on_typed)
        bridge.opened.connect(self._on_opened)
        bridge.busy_changed.connect(lambda busy: None if busy else self._ahead.tell_again())
        bridge.replied.connect(lambda _: self._on_kept())
        bridge.stopped.connect(self._on_kept)
        bridge.rejected.connect(lambda *_: self._on_kept())
        bridge.history_mended.connect(self._on_kept)

    def forget(self) -> None:
        """Everything is to be erased, and what is typed with it."""
        self._show("")
        self._bridge.drafts.forget()

    def _on_typed(self) -> None:
        if not self._showing:
            text = self._composer.edit.toPlainText()
            self._bridge.drafts.note(self._open, text)
            self._ahead.note(text)

    def _on_opened(self, opened: OpenedConversation) -> None:
        typed = self._composer.edit.toPlainText()
        same, self._open = opened.id == self._open, opened.id
        draft = self._bridge.drafts.newest(opened.id, opened.draft)
        if draft and draft != typed:
            self._show(draft)
        elif not same:
            self._show("")

    def _on_kept(self) -> None:
        """A conversation is kept from its first question on: what was typed meanwhile is its."""
        now, before = self._bridge.session.conversation_id, self._open
        if now == before:
            return
        self._open = now
        text = self._composer.edit.toPlainText()
        if text:
            self._bridge.drafts.note(before, "")
            self._bridge.drafts.note(now, text)

    def _show(self, text: str) -> None:
        self._showing = True
        self._composer.put(text)
        self._showing = False
