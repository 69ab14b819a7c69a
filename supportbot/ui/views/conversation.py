"""The conversation as it scrolls by.

A long one is built from its end: what is seen at once, what stands above it bit by bit, and what is left of the one
before is taken apart as gently.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from supportbot.ui.slices import Slices
from supportbot.ui.theme import GAP_3, GAP_4
from supportbot.ui.views.column import Column
from supportbot.ui.views.exchange import OUTDENT, ExchangeView
from supportbot.ui.views.marked import utf16_length
from supportbot.ui.views.piles import Piles, wake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportbot.product.links import LinkPolicy
    from supportbot.ui.look import Look
    from supportbot.ui.viewmodels import Answer
    from supportbot.ui.views.prose import Prose

_AT_END_PX = 24
_FIRST_MS = 12.0  # in which the one before is put aside and a screen of it is built
_CLEARED = 2  # exchanges that are taken apart before others have their turn


class ConversationView(Column):
    """Questions and answers, oldest first.

    Signals:
        link_activated: A link the policy allows.
        person_requested: Talk to a human about the exchange at this index.
        retry_requested: Ask the last question again.
        model_requested: See what is the matter with the answer model.
        revised: Ask this instead of the last question.
        copied: An answer, to be put on the clipboard.
        refolded: An answer was folded away, or is seen again.
        judged: Index of an exchange; whether its answer helped, or ``None``; why, as codes; own words.
        leaving: Another conversation takes the place of this one.
        added_above: An ``ExchangeView`` was built above those that were there.
        completed: All of the conversation is built.
    """

    link_activated = Signal(str)
    person_requested = Signal(int)
    retry_requested = Signal()
    model_requested = Signal()
    revised = Signal(str)
    copied = Signal(str)
    refolded = Signal()
    judged = Signal(int, object, tuple, str)
    leaving = Signal()
    added_above = Signal(object)
    completed = Signal()

    def __init__(self, look: Look, links: LinkPolicy, parent: QWidget | None = None) -> None:
        super().__init__(look, OUTDENT, parent)
        self._look = look
        self._links = links
        self._follow = True
        self._partial = ""
        self.exchanges: list[ExchangeView] = []  # those that are built, oldest first
        self._missing = 0  # above them
        self._builder = Slices(self)
        self._builder.ended.connect(self.completed)
        self._old: list[QWidget] = []
        self._clearing = QTimer(self, interval=0)
        self._clearing.timeout.connect(self._clear)
        self._talk = Piles(GAP_4)
        self.stack.addWidget(self._talk)
        self.stack.addStretch(1)
        bar = self.verticalScrollBar()
        bar.setSingleStep(24)
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range_changed)
        # When all that is in it, shown or not, has taken the new look.
        look.changed.connect(self._on_look_changed, Qt.ConnectionType.QueuedConnection)

    @property
    def last(self) -> ExchangeView | None:
        """The exchange at the end."""
        return self.exchanges[-1] if self.exchanges else None

    @property
    def complete(self) -> bool:
        """Whether every exchange is built."""
        return not self._builder.busy

    def exchange(self, index: int) -> ExchangeView:
        """The exchange at an index, counted from the first of the conversation; it must be built."""
        return self.exchanges[index - self._missing]

    def show_exchanges(self, count: int, newest_first: Iterator[tuple[str, Answer]]) -> None:
        """Show a conversation, scrolled to its end.

        Args:
            count: How many exchanges it has.
            newest_first: They; each is taken when its turn has come.
        """
        until = time.perf_counter() + _FIRST_MS / 1000
        self._put_aside()
        self._follow = True
        self._missing = count
        self._builder.start(self._build(newest_first), (until - time.perf_counter()) * 1000)

    def begin(self, question: str) -> None:
        """A question was asked; its answer follows."""
        self._follow = True
        self._partial = ""
        self._add(question).wait()

    def begin_again(self) -> None:
        """The last question was asked again."""
        self._follow = True
        self._partial = ""
        if self.last is not None:
            self.last.wait()

    def revise(self, question: str) -> None:
        """The last question was put in other words."""
        if self.last is not None:
            self.last.set_question(question)

    def escape(self) -> bool:
        """Close what was opened last under an answer, if Esc means it."""
        return any(view.escape() for view in reversed(self.exchanges))

    def set_status(self, text: str) -> None:
        """Say in place of the last answer what is going on."""
        if self.last is not None:
            self.last.set_status(text)

    def grow(self, text: str) -> None:
        """More of the last answer."""
        self._partial += text
        if self.last is not None:
            self.last.grow(text)

    def finish(self, answer: Answer) -> None:
        """The verdict on the last question."""
        if self.last is not None:
            self.last.finish(answer, partial=self._partial if answer.failure is not None else "")
            self._lay_out()
            if self._follow:
                self._show_beginning(self.last.beginning(streamed=bool(self._partial)))

    def end_of(self, exchange: ExchangeView) -> int:
        """Where an exchange ends in what is scrolled."""
        return exchange.mapTo(self.body, QPoint(0, exchange.height())).y()

    def place_of(self, prose: Prose, position: int) -> QRect:
        """Where a code point of a text stands in what is scrolled."""
        wake(prose)
        cursor = QTextCursor(prose.document())
        cursor.setPosition(utf16_length(prose.toPlainText()[:position]))
        place = prose.cursorRect(cursor)
        return place.translated(prose.mapTo(self.body, QPoint(0, 0)))

    def make_room(self) -> None:
        """Have what came to stand beside it take its room now, before something is scrolled to."""
        around = self.parentWidget()
        layout = around.layout() if around is not None else None
        if layout is not None:
            layout.activate()

    def reveal(self, prose: Prose, position: int) -> None:
        """Scroll to a code point of a text, if it is not seen, and stay there."""
        place = self.place_of(prose, position)
        self.ensureVisible(place.center().x(), place.center().y(), 0, self._look.px(64))
        self._follow = False  # also where that is the end

    def _add(self, question: str) -> ExchangeView:
        if self.last is not None:
            self.last.settle()
        view = self._make(question, self._missing + len(self.exchanges))
        self.exchanges.append(view)
        self._talk.put(view)
        return view

    def _make(self, question: str, index: int) -> ExchangeView:
        view = ExchangeView(self._look, self._links, question)
        view.resize(self.stack.contentsRect().width(), view.height())  # laid out once, not twice
        view.link_activated.connect(self.link_activated)
        view.person_requested.connect(lambda: self.person_requested.emit(index))
        view.retry_requested.connect(self.retry_requested)
        view.model_requested.connect(self.model_requested)
        view.revised.connect(self.revised)
        view.refolded.connect(self.refolded)
        view.copied.connect(self.copied)
        view.judged.connect(lambda *said: self.judged.emit(index, *said))
        return view

    # ------------------------------------------------------------------ a bit at a time

    def _build(self, newest_first: Iterator[tuple[str, Answer]]) -> Iterator[None]:
        for question, answer in newest_first:
            view = self._make(question, self._missing - 1)
            if self.exchanges:  # the last one is there at once
                yield
            view.finish(answer)
            if self.exchanges:
                view.settle()
                yield
            self._missing -= 1
            self.exchanges.insert(0, view)
            self._put_above(view)
            self.added_above.emit(view)
            yield

    def _put_above(self, view: ExchangeView) -> None:
        """Put an exchange above the others; what is seen stays where it is, from one frame to the next."""
        bar = self.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self._talk.put(view, above=True)
        self._lay_out()
        if not self._follow:
            bar.setValue(bar.maximum() - below)

    def _show_beginning(self, came: QWidget | None) -> None:
        """Where more came at once than is seen at once, show where it begins and not its end."""
        bar, last = self.verticalScrollBar(), self.last
        if came is None or last is None:
            return
        top = came.mapTo(self.body, QPoint(0, 0)).y()
        asked = last.mapTo(self.body, QPoint(0, 0)).y()
        if top - asked <= self.viewport().height() // 2:
            top = asked  # with the question, where that leaves enough room
        bar.setValue(min(bar.maximum(), max(0, top - GAP_3)))

    def _lay_out(self) -> None:
        """Now, and not when the event loop comes to it."""
        self._talk.lay_out()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self.stack.activate()
        self._show_near()

    def _show_near(self) -> None:
        top = self.verticalScrollBar().value() - self._talk.y()
        self._talk.show_near(top, top + self.viewport().height())

    def _put_aside(self) -> None:
        """Take the conversation off the screen, to be taken apart."""
        self.leaving.emit()
        self._builder.stop()
        old, self._talk = self._talk, Piles(GAP_4)
        old.hide()
        old.forget()
        self.stack.removeWidget(old)
        self.stack.insertWidget(0, self._talk)
        self._talk.show()
        self._old += (*self.exchanges, old)
        self.exchanges = []
        self._clearing.start()

    def _clear(self) -> None:
        for widget in self._old[:_CLEARED]:
            widget.deleteLater()
        del self._old[:_CLEARED]
        if not self._old:
            self._clearing.stop()

    def _on_look_changed(self) -> None:
        self._talk.ask_anew()
        self._lay_out()

    def _on_scrolled(self, value: int) -> None:
        self._follow = value >= self.verticalScrollBar().maximum() - _AT_END_PX
        self._show_near()

    def _on_range_changed(self, _: int, maximum: int) -> None:
        # Only a reader who is at the end is taken along; one who scrolled back is left in peace.
        if self._follow:
            self.verticalScrollBar().setValue(maximum)
        self._show_near()
