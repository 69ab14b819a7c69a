"""The conversation as it scrolls by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QTextCursor

from supportbot.ui.theme import GAP_4
from supportbot.ui.views.column import Column
from supportbot.ui.views.document import KEY_PAD
from supportbot.ui.views.exchange import ExchangeView
from supportbot.ui.views.marked import utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from supportbot.product.links import LinkPolicy
    from supportbot.ui.look import Look
    from supportbot.ui.viewmodels import Answer
    from supportbot.ui.views.prose import Prose

_AT_END_PX = 24


class ConversationView(Column):
    """Questions and answers, oldest first.

    Signals:
        link_activated: A link the policy allows.
        person_requested: Talk to a human about the exchange at this index.
        retry_requested: Ask the last question again.
        revised: Ask this instead of the last question.
        copied: An answer, to be put on the clipboard.
        refolded: An answer was folded away, or is seen again.
        judged: Index of an exchange; whether its answer helped, or ``None``; why, as codes; own words.
    """

    link_activated = Signal(str)
    person_requested = Signal(int)
    retry_requested = Signal()
    revised = Signal(str)
    copied = Signal(str)
    refolded = Signal()
    judged = Signal(int, object, tuple, str)

    def __init__(self, look: Look, links: LinkPolicy, parent: QWidget | None = None) -> None:
        super().__init__(KEY_PAD, parent)
        self._look = look
        self._links = links
        self._follow = True
        self._partial = ""
        self.exchanges: list[ExchangeView] = []
        self.stack.setSpacing(GAP_4)
        self.stack.addStretch(1)
        bar = self.verticalScrollBar()
        bar.setSingleStep(24)
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range_changed)

    @property
    def last(self) -> ExchangeView | None:
        """The exchange at the end."""
        return self.exchanges[-1] if self.exchanges else None

    def show_exchanges(self, exchanges: Iterable[tuple[str, Answer]]) -> None:
        """Show a conversation from its beginning, scrolled to its end."""
        for view in self.exchanges:
            self.stack.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.exchanges = []
        self._follow = True
        for question, answer in exchanges:
            self._add(question).finish(answer)

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

    def place_of(self, prose: Prose, position: int) -> QRect:
        """Where a code point of a text stands in what is scrolled."""
        cursor = QTextCursor(prose.document())
        cursor.setPosition(utf16_length(prose.toPlainText()[:position]))
        place = prose.cursorRect(cursor)
        return place.translated(prose.mapTo(self.body, QPoint(0, 0)))

    def reveal(self, prose: Prose, position: int) -> None:
        """Scroll to a code point of a text, if it is not seen."""
        place = self.place_of(prose, position)
        self.ensureVisible(place.center().x(), place.center().y(), 0, self._look.px(64))

    def _add(self, question: str) -> ExchangeView:
        if self.last is not None:
            self.last.settle()
        view = ExchangeView(self._look, self._links, question)
        index = len(self.exchanges)
        view.link_activated.connect(self.link_activated)
        view.person_requested.connect(lambda: self.person_requested.emit(index))
        view.retry_requested.connect(self.retry_requested)
        view.revised.connect(self.revised)
        view.refolded.connect(self.refolded)
        view.copied.connect(self.copied)
        view.judged.connect(lambda *said: self.judged.emit(index, *said))
        self.exchanges.append(view)
        self.stack.insertWidget(self.stack.count() - 1, view)
        return view

    def _on_scrolled(self, value: int) -> None:
        self._follow = value >= self.verticalScrollBar().maximum() - _AT_END_PX

    def _on_range_changed(self, _: int, maximum: int) -> None:
        # Only a reader who is at the end is taken along; one who scrolled back is left in peace.
        if self._follow:
            self.verticalScrollBar().setValue(maximum)
