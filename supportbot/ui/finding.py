"""Joins the find bar to the conversation: where something stands in it, and which of those places is shown.

What is found is what is seen: not an answer that is folded away. Case, accents and widths make no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supportbot.history.folding import Span, fold, hits
from supportbot.ui.announce import announce
from supportbot.ui.views.marked import mark_spans
from supportbot.ui.wording import filled, number

if TYPE_CHECKING:
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.look import Look
    from supportbot.ui.views.prose import Prose
    from supportbot.ui.views.window import Window

_ANNOUNCE_MS = 700


@dataclass(frozen=True, slots=True)
class Match:
    """Something that was found: in which text, and where."""

    prose: Prose
    span: Span


class Finding(QObject):
    """Finding in the conversation that is open.

    Args:
        window: Has the bar and the conversation.
        bridge: Says when the conversation changes.
        look: The theme in force.
    """

    def __init__(self, window: Window, bridge: Bridge, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._bar = window.find_bar
        self._look = look
        self._matches: list[Match] = []
        self._at = 0
        self._marked: list[Prose] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_ANNOUNCE_MS)
        self._quiet.timeout.connect(self._say)
        self._bar.changed.connect(self._on_changed)
        self._bar.next_requested.connect(lambda: self._go(1))
        self._bar.previous_requested.connect(lambda: self._go(-1))
        self._bar.close_requested.connect(self.close)
        bridge.opened.connect(lambda _: self.close(leave_focus=True))
        for signal in (bridge.asked, bridge.grew, bridge.replied, bridge.rejected, bridge.stopped):
            signal.connect(self._on_conversation_changed)
        window.conversation.refolded.connect(self._on_conversation_changed)
        look.changed.connect(self._on_conversation_changed)

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return self._bar.isVisibleTo(self._window)

    def open(self) -> None:
        """Have the bar come up, ready to type."""
        self._bar.show()
        self._bar.focus_field()
        self._on_changed()

    def close(self, *, leave_focus: bool = False) -> bool:
        """Have the bar go, and the marks with it; whether it was there."""
        if not self.is_open:
            return False
        self._quiet.stop()
        self._bar.hide()
        self._unmark()
        self._matches = []
        if not leave_focus:
            self._window.focus_composer()
        return True

    # ------------------------------------------------------------------ inside

    def _on_changed(self) -> None:
        self._matches = self._find()
        top = self._window.conversation.verticalScrollBar().value()
        below = (
            at
            for at, match in enumerate(self._matches)
            if self._window.conversation.place_of(match.prose, match.span[0]).bottom() >= top
        )
        self._at = next(below, 0)
        self._show()
        self._reveal()
        self._quiet.start()

    def _on_conversation_changed(self) -> None:
        if self.is_open:
            self._later.start()  # when everybody who heard of the change has shown it

    def _refresh(self) -> None:
        if self.is_open:
            self._matches = self._find()
            self._at = min(self._at, max(len(self._matches) - 1, 0))
            self._show()

    def _go(self, step: int) -> None:
        if self._matches:
            self._at = (self._at + step) % len(self._matches)
            self._show()
            self._reveal()
            self._quiet.start()

    def _find(self) -> list[Match]:
        needle = fold(" ".join(self._bar.field.edit.text().split()))
        if not needle:
            return []
        return [
            Match(prose, span)
            for view in self._window.conversation.exchanges
            for prose in (view.bubble.words, view.prose)
            if prose.isVisibleTo(self._window.conversation)
            for span in hits(prose.toPlainText(), (needle,))
        ]

    def _show(self) -> None:
        self._unmark()
        current = self._matches[self._at] if self._matches else None
        for prose in dict.fromkeys(match.prose for match in self._matches):
            spans = [match.span for match in self._matches if match.prose is prose]
            chosen = current.span if current is not None and current.prose is prose else None
            mark_spans(prose, self._look, spans, chosen)
            self._marked.append(prose)
        self._bar.show_count(self._sentence(), found=bool(self._matches))

    def _unmark(self) -> None:
        for prose in self._marked:
            prose.setExtraSelections([])
        self._marked = []

    def _reveal(self) -> None:
        if self._matches:
            match = self._matches[self._at]
            self._window.conversation.reveal(match.prose, match.span[0])

    def _sentence(self) -> str:
        if not self._bar.field.edit.text().strip():
            return ""
        if not self._matches:
            return self.tr("Not found")
        text = self.tr("%1 of %2", "which one of how many were found")
        return filled(text, number(self._at + 1), number(len(self._matches)))

    def _say(self) -> None:
        announce(self._bar, self._sentence())
