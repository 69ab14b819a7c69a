"""Joins the sheet behind "Talk to a human" to the ways a message can leave.

Owns what the customer changed in a text and did not hand over: it is kept with its conversation and whom it is for while
it is written, and stands there again when the sheet is opened again. Blocks on nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportbot.handoff import HandoffMessage
from supportbot.history import Letter
from supportbot.ui.exporting import of_kind
from supportbot.ui.operations import Operation
from supportbot.ui.views.handoff_sheet import HandoffSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from supportbot.ui.bridge import Bridge
    from supportbot.ui.handoff import Handover, Outcome
    from supportbot.ui.look import Look
    from supportbot.ui.parts import OpenedConversation
    from supportbot.ui.views.sheet import Sheet
    from supportbot.ui.views.window import Window

_Key = tuple[str | None, str]  # a conversation, and whom the text is for


class HandingOver(QObject):
    """The behaviour of the sheet.

    Args:
        window: What it lies over.
        bridge: Runs what is slow, and says which conversation is open.
        look: The theme in force.
        handover: The ways out.
        choose: Asks where to save.
        is_offline: Whether this machine is certainly offline; blocks.
        present: Shows a sheet, and where the focus goes.
    """

    def __init__(
        self,
        window: Window,
        bridge: Bridge,
        look: Look,
        handover: Handover,
        choose: Callable[[QWidget, str], Path | None],
        is_offline: Callable[[], bool],
        present: Callable[[Sheet, QWidget], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._look = look
        self._handover = handover
        self._choose = choose
        self._is_offline = is_offline
        self._present = present
        self._sheet: HandoffSheet | None = None
        self._fresh: HandoffMessage | None = None  # as the helper wrote it
        self._settled: list[
            HandoffMessage
        ] = []  # need not be kept: as the helper wrote it, as it left
        self._drafts: dict[_Key, HandoffMessage] = {}
        self._open: str | None = None  # the conversation
        self._offline = False  # when it was last looked at
        bridge.opened.connect(self._on_opened)
        bridge.replied.connect(lambda _: self._on_kept())
        bridge.stopped.connect(self._on_kept)

    def open(self, message: HandoffMessage) -> None:
        """Show the text, or what the customer made of the one before; nothing while the sheet is open."""
        if self._sheet is not None:
            return
        self._fresh = message
        draft = self._drafts.get(self._key(message))
        sheet = HandoffSheet(
            self._look,
            self._handover.title,
            self._handover.ways(message),
            draft or message,
            self._handover.other_ways,
            self._window,
        )
        self._sheet = sheet
        self._settled = [] if draft is not None else [sheet.message()]
        sheet.show_draft_line(shown=draft is not None)
        sheet.fresh_text_requested.connect(self._on_fresh_text_requested)
        sheet.changed.connect(self._on_changed)
        sheet.way_chosen.connect(lambda _: self._look_out())
        sheet.handed_over.connect(self._on_handed_over)
        sheet.closed.connect(self._on_closed)
        sheet.folder_requested.connect(self._handover.show_folder)
        self._weigh(sheet)
        self._present(sheet, sheet.body)
        self._look_out()

    def forget(self) -> None:
        """Everything is to be erased, and what was written here with it."""
        self._drafts.clear()
        self._bridge.letters.forget()

    # ------------------------------------------------------------------ inside

    def _key(self, message: HandoffMessage) -> _Key:
        return (self._open, message.to)

    def _look_out(self) -> None:
        """Find out whether we are offline, and say what that means."""
        sheet = self._sheet

        def found(offline: bool) -> None:
            self._offline = offline
            if sheet is not None and self._sheet is sheet:
                sheet.show_offline_line(self._handover.offline_line(sheet.way) if offline else "")

        self._bridge.run(Operation(self._is_offline, found))

    def _on_fresh_text_requested(self) -> None:
        if self._sheet is not None and self._fresh is not None:
            self._sheet.put(self._fresh)
            self._settled.append(self._sheet.message())
            self._note(self._sheet.message())
            self._sheet.show_draft_line(shown=False)
            self._sheet.body.setFocus()

    def _on_handed_over(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        message = sheet.message()
        if sheet.way.kind == "file":
            self._save(sheet, message)
        else:
            outcome = self._handover.hand_over(sheet.way, message, offline=self._offline)
            self._tell(sheet, message, outcome)
            self._look_out()

    def _save(self, sheet: HandoffSheet, message: HandoffMessage) -> None:
        chosen = self._choose(sheet, self.tr("question") + ".eml")
        if chosen is not None:
            path = of_kind(chosen, ".eml")
            work = Operation(
                lambda: self._handover.save(message, path),
                lambda outcome: self._tell(sheet, message, outcome),
            )
            self._bridge.run(work)

    def _tell(self, sheet: HandoffSheet, message: HandoffMessage, outcome: Outcome) -> None:
        if outcome.done:
            self._settled.append(message)
            self._drop(self._key(message))
        if self._sheet is sheet:
            sheet.tell(outcome)

    def _on_closed(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is None:
            return
        self._note(sheet.message())

    def _on_changed(self) -> None:
        if self._sheet is not None:
            self._note(self._sheet.message())
            self._weigh(self._sheet)

    def _weigh(self, sheet: HandoffSheet) -> None:
        message = sheet.message()
        fresh = self._fresh or message
        sheet.set_ready(ready=self._handover.is_written(message, fresh))

    def _note(self, message: HandoffMessage) -> None:
        """Keep a text, unless it is the helper's, or was handed over."""
        key = self._key(message)
        if message in self._settled:
            self._drop(key)
        elif self._drafts.get(key) != message:
            self._keep(message)

    def _keep(self, message: HandoffMessage) -> None:
        key = self._key(message)
        self._drafts[key] = message
        self._bridge.letters.note(key, Letter(message.subject, message.body))

    def _drop(self, key: _Key) -> None:
        if self._drafts.pop(key, None) is not None:
            self._bridge.letters.note(key, None)

    def _on_opened(self, opened: OpenedConversation) -> None:
        before, self._open = self._open, opened.id
        if (
            self._sheet is not None and before != opened.id
        ):  # what is written belongs to this one now
            message = self._sheet.message()
            self._drop((before, message.to))
            self._note(message)
        for to, kept in opened.letters.items():
            letter = self._bridge.letters.newest((opened.id, to), kept)
            if letter is not None:
                message = HandoffMessage(to, letter.subject, letter.body)
                self._drafts.setdefault((opened.id, to), message)

    def _on_kept(self) -> None:
        """A conversation is kept from its first question on: what was written meanwhile is its."""
        now, before = self._bridge.session.conversation_id, self._open
        if now == before:
            return
        self._open = now
        moved = {key: text for key, text in self._drafts.items() if key[0] == before}
        for key, text in moved.items():
            self._drop(key)
            self._keep(text)
