"""Joins the find bar to the conversation: where something stands in it, and which of those places is shown.

What is found is what is seen: not an answer that is folded away. Case, accents and widths make no difference. A long
conversation is looked through bit by bit, from what is on the screen on, and what is built of it later is looked
through when it is there.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supportbot.history.folding import Span, fold, hits
from supportbot.ui.announce import announce
from supportbot.ui.slices import Slices
from supportbot.ui.views.marked import mark_spans
from supportbot.ui.wording import filled, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from supportbot.ui.bridge import Bridge
    from supportbot.ui.look import Look
    from supportbot.ui.views.exchange import ExchangeView
    from supportbot.ui.views.prose import Prose
    from supportbot.ui.views.window import Window

_ANNOUNCE_MS = 700
_USUAL = 88  # are found, or fewer


@dataclass(frozen=True, slots=True)
class Match:
    """Something that was found: in which text, and as the how manieth in it."""

    prose: Prose
    at: int


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
        self._view = window.conversation
        self._look = look
        self._found: dict[Prose, tuple[Span, ...]] = {}
        self._marked: set[Prose] = set()
        self._chosen: Match | None = None
        self._asked = False  # whether what was typed is still to be shown and said
        self._waiting: deque[ExchangeView] = deque()
        self._slices = Slices(self)
        self._slices.sliced.connect(self._tell)
        self._slices.ended.connect(self._on_looked)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look_again)
        self._whole = False  # whether more than the last exchange changed
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_ANNOUNCE_MS)
        self._quiet.timeout.connect(self._say)
        self._bar.keep_room_for((self.tr("Not found"), self._which_of(_USUAL, _USUAL)))
        self._bar.changed.connect(self._on_changed)
        self._bar.next_requested.connect(lambda: self._go(1))
        self._bar.previous_requested.connect(lambda: self._go(-1))
        self._bar.close_requested.connect(self.close)
        for signal in (bridge.asked, bridge.grew, bridge.replied, bridge.rejected, bridge.stopped):
            signal.connect(self._on_last_changed)
        self._view.leaving.connect(self._on_leaving)
        self._view.added_above.connect(lambda view: self._look_at([view]))
        self._view.completed.connect(self._on_completed)
        self._view.refolded.connect(self._on_changed_anywhere)
        look.changed.connect(self._on_changed_anywhere)

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return self._bar.isVisibleTo(self._window)

    @property
    def settled(self) -> bool:
        """Whether all of the conversation was looked through."""
        return not self._slices.busy and self._view.complete

    def open(self) -> None:
        """Have the bar come up, ready to type."""
        self._bar.show()
        self._view.make_room()
        self._bar.focus_field()
        self._on_changed()

    def close(self, *, leave_focus: bool = False) -> bool:
        """Have the bar go, and the marks with it; whether it was there."""
        if not self.is_open:
            return False
        self._quiet.stop()
        self._bar.hide()
        self._begin()
        if not leave_focus:
            self._window.focus_composer()
        return True

    # ------------------------------------------------------------------ looking

    def _on_changed(self) -> None:
        self._asked = True
        self._begin()

    def _on_leaving(self) -> None:
        """Another conversation comes; the texts of this one are on their way out."""
        self._marked.clear()
        self.close(leave_focus=True)
        self._forget()

    def _on_completed(self) -> None:
        if self.is_open and not self._slices.busy:
            self._on_looked()

    def _on_changed_anywhere(self) -> None:
        self._whole = True
        self._on_last_changed()

    def _on_last_changed(self) -> None:
        if self.is_open:
            self._later.start()  # when everybody who heard of the change has shown it

    def _begin(self) -> None:
        """Look for what stands in the field now, from what is seen on."""
        self._forget()
        views, top = self._view.exchanges, self._view.verticalScrollBar().value()
        seen = next((at for at, view in enumerate(views) if self._view.end_of(view) >= top), 0)
        self._look_at([*views[seen:], *views[:seen]])

    def _forget(self) -> None:
        self._slices.stop()
        self._waiting.clear()
        self._found.clear()
        self._chosen = None

    def _look_again(self) -> None:
        views = self._view.exchanges
        self._look_at(views if self._whole else views[-1:])
        self._whole = False

    def _look_at(self, views: Iterable[ExchangeView]) -> None:
        if self.is_open or self._marked:
            self._waiting.extend(views)
            if not self._slices.busy:
                self._slices.start(self._search())

    def _search(self) -> Iterator[None]:
        needle, top = self._needle(), self._view.verticalScrollBar().value()
        while self._waiting:
            view = self._waiting.popleft()
            for prose in _texts(view):
                shown = needle and prose.isVisibleTo(view)
                spans = hits(prose.toPlainText(), (needle,)) if shown else ()
                self._note(prose, spans, top)
            yield

    def _note(self, prose: Prose, spans: tuple[Span, ...], top: int) -> None:
        """What was found in a text; the first that stands below ``top`` is shown, if none is yet."""
        self._found.pop(prose, None)
        if spans:
            self._found[prose] = spans
        chosen = self._chosen
        if chosen is not None and chosen.prose is prose:
            self._chosen = Match(prose, min(chosen.at, len(spans) - 1)) if spans else None
        elif chosen is None and spans and self._ends_below(prose, spans[-1], top):
            below = (at for at, span in enumerate(spans) if self._ends_below(prose, span, top))
            self._choose(Match(prose, next(below)))
        self._mark(prose)

    def _ends_below(self, prose: Prose, span: Span, top: int) -> bool:
        return self._view.place_of(prose, span[0]).bottom() >= top

    def _on_looked(self) -> None:
        if self._chosen is None and self._found:
            first = self._texts_found()[0]
            self._choose(Match(first, 0))
            self._mark(first)
        self._tell()
        if self._asked and (self._chosen is not None or self.settled):
            self._asked = False
            self._quiet.start()

    # ------------------------------------------------------------------ going through

    def _choose(self, match: Match) -> None:
        self._chosen = match
        if self._asked:
            self._reveal(match)

    def _go(self, step: int) -> None:
        before = self._chosen
        if before is None:
            return
        at = before.at + step
        if 0 <= at < len(self._found[before.prose]):
            self._chosen = Match(before.prose, at)
        else:
            texts = self._texts_found()
            prose = texts[(texts.index(before.prose) + step) % len(texts)]
            self._chosen = Match(prose, 0 if step > 0 else len(self._found[prose]) - 1)
            self._mark(before.prose)
        self._mark(self._chosen.prose)
        self._reveal(self._chosen)
        self._tell()
        self._quiet.start()

    def _texts_found(self) -> list[Prose]:
        """The texts in which something was found, in reading order."""
        return [
            prose for view in self._view.exchanges for prose in _texts(view) if prose in self._found
        ]

    # ------------------------------------------------------------------ showing

    def _mark(self, prose: Prose) -> None:
        spans = self._found.get(prose, ())
        if spans:
            chosen = self._chosen
            here = chosen is not None and chosen.prose is prose
            mark_spans(prose, self._look, spans, spans[chosen.at] if chosen and here else None)
            self._marked.add(prose)
        elif prose in self._marked:
            prose.setExtraSelections([])
            self._marked.discard(prose)

    def _reveal(self, match: Match) -> None:
        self._view.reveal(match.prose, self._found[match.prose][match.at][0])

    def _tell(self) -> None:
        self._bar.show_count(self._sentence(), found=self._chosen is not None)

    def _sentence(self) -> str:
        if not self._needle():
            return ""
        if self._chosen is None:
            return self.tr("Not found") if self.settled else ""
        texts = self._texts_found()
        before = texts[: texts.index(self._chosen.prose)]
        nth = sum(len(self._found[prose]) for prose in before) + self._chosen.at + 1
        count = sum(len(spans) for spans in self._found.values())
        return self._which_of(nth, count)

    def _which_of(self, nth: int, count: int) -> str:
        text = self.tr("%1 of %2", "which one of how many were found")
        return filled(text, number(nth), number(count))

    def _needle(self) -> str:
        """What is looked for; nothing while the bar is not there."""
        return fold(" ".join(self._bar.field.edit.text().split())) if self.is_open else ""

    def _say(self) -> None:
        announce(self._bar, self._sentence())


def _texts(view: ExchangeView) -> tuple[Prose, Prose]:
    return view.bubble.words, view.prose
