"""What the drawer shows of the kept conversations: rows by day, or what a search found. Testable without a window.

Owns the needle, the rows and when to look again. One look runs at a time; what is typed meanwhile is looked
for once it is back, and what it brings for an earlier needle is put away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

from supportbot.ui import days
from supportbot.ui.days import clock_time, day_title, short_date
from supportbot.ui.operations import Operation
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from supportbot.errors import SupportbotError
    from supportbot.history import Findings, Found, Passage, Place

Condition = Literal["unknown", "listed", "none_kept", "none_found", "failed"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The day that the rows below it are of."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A conversation.

    Attributes:
        id: Which one.
        title: With what was searched for.
        passage: How its last answer begins, or where the words were found.
        when: Its time under a day, or its date among the results of a search.
        open: Whether it is the one in the window.
        spoken: What a screen reader says of it.
    """

    id: str
    title: Passage
    passage: Passage
    when: str
    open: bool
    spoken: str


Row = Heading | Entry


@dataclass(frozen=True, slots=True)
class _Look:
    """A question to the history."""

    needle: str
    place: Place | None = None
    wanted: int = 0


class ConversationList(QObject):
    """The conversations as rows.

    Args:
        find: Looks into the history; blocks.
        run: Runs an operation off the main thread.
        now: The time in the reader's zone.

    Signals:
        changed: There are other rows, or the condition is another.
        found: A search came back (how many it found, and whether there are more).
    """

    changed = Signal()
    found = Signal(int, bool)

    def __init__(
        self,
        find: Callable[[str, Place | None], Findings],
        run: Callable[[Operation[Any]], None],
        now: Callable[[], dt.datetime] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._run = run
        self._now = now or days.now_here
        self._needle = self._shown = ""
        self._open_id: str | None = None
        self._found: tuple[Found, ...] = ()
        self._rest: Place | None = None
        self._running: _Look | None = None
        self._next: _Look | None = None
        self._condition: Condition = "unknown"
        self._problem = ""

    @property
    def needle(self) -> str:
        """What is searched for; empty when everything is listed."""
        return self._needle

    @property
    def looking(self) -> bool:
        """Whether what is shown is of an earlier needle."""
        return self._shown != self._needle

    @property
    def condition(self) -> Condition:
        """What there is to show."""
        return self._condition

    @property
    def message(self) -> tuple[str, str]:
        """What stands where there are no rows: a title and a sentence."""
        translate = QCoreApplication.translate
        if self._condition == "none_found":
            return (
                translate("Conversations", "Nothing found"),
                filled(translate("Conversations", "No conversation has “%1” in it."), self._needle),
            )
        if self._condition == "failed":
            return translate("Conversations", "Conversations cannot be read"), self._problem
        return (
            translate("Conversations", "No conversations yet"),
            translate("Conversations", "What you ask is kept here, on this computer only."),
        )

    def rows(self) -> list[Row]:
        """What to show, from top to bottom: by day, or as found."""
        now = self._now()
        rows: list[Row] = []
        day = ""
        for one in self._found:
            at = one.at.astimezone(now.tzinfo)
            title = day_title(at, now)
            if not self._needle and title != day:
                day = title
                rows.append(Heading(title))
            rows.append(self._entry(one, at, now))
        return rows

    def search(self, needle: str) -> None:
        """Look for another needle; a blank one lists everything."""
        needle = " ".join(needle.split())
        if needle != self._needle:
            self._needle = needle
            self._look(_Look(needle))

    def refresh(self) -> None:
        """Look again, as far as was looked before."""
        self._look(_Look(self._needle, wanted=len(self._found)))

    def load_more(self) -> None:
        """Have what follows, if anything does."""
        if self._rest is not None and self._running is None:
            self._look(_Look(self._needle, self._rest))

    def set_open(self, conversation_id: str | None) -> None:
        """Which conversation is in the window."""
        if conversation_id != self._open_id:
            self._open_id = conversation_id
            self.changed.emit()

    def take_out(self, conversation_id: str) -> None:
        """A conversation was deleted."""
        self._found = tuple(one for one in self._found if one.id != conversation_id)
        self._settle()

    # ------------------------------------------------------------------ inside

    def _look(self, look: _Look) -> None:
        if self._running is not None:
            self._next = look
            return
        self._running = look
        self._run(
            Operation(
                lambda: self._read(look),
                lambda findings: self._on_found(look, findings),
                lambda error: self._on_failed(look, error),
            )
        )

    def _read(self, look: _Look) -> Findings:
        """Runs on a worker thread."""
        findings = self._find(look.needle, look.place)
        while findings.rest is not None and len(findings.found) < look.wanted:
            more = self._find(look.needle, findings.rest)
            findings = replace(more, found=findings.found + more.found)
        return findings

    def _on_found(self, look: _Look, findings: Findings) -> None:
        if look.needle == self._needle:
            earlier = self._found if look.place is not None else ()
            known = {one.id for one in earlier}
            self._found = earlier + tuple(one for one in findings.found if one.id not in known)
            self._rest = findings.rest
            self._shown = look.needle
            self._problem = ""
            self._settle()
            if look.needle and look.place is None:
                self.found.emit(len(self._found), self._rest is not None)
        self._go_on()

    def _on_failed(self, look: _Look, error: SupportbotError) -> None:
        from supportbot.ui.error_words import sentence_of  # the first frame has no need of it

        if look.needle == self._needle:
            self._found, self._rest = (), None
            self._shown = look.needle
            self._problem = sentence_of(error)
            self._settle()
        self._go_on()

    def _settle(self) -> None:
        if self._problem:
            self._condition = "failed"
        elif self._found:
            self._condition = "listed"
        else:
            self._condition = "none_found" if self._needle else "none_kept"
        self.changed.emit()

    def _go_on(self) -> None:
        self._running, waiting, self._next = None, self._next, None
        if waiting is not None:
            self._look(waiting)

    def _entry(self, one: Found, at: dt.datetime, now: dt.datetime) -> Entry:
        when = short_date(at, now) if self._needle else clock_time(at)
        spoken = f"{one.title.text}, {when if self._needle else day_title(at, now) + ' ' + when}"
        return Entry(one.id, one.title, one.passage, when, one.id == self._open_id, spoken)
