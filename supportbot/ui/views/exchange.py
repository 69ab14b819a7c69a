"""A question and what stands under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportbot.ui.theme import GAP_2, GAP_3, GAP_4, HALO
from supportbot.ui.views.actions import AnswerActions
from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.bubble import Bubble
from supportbot.ui.views.cards import DoubtCard, FailureCardView, PersonCardView
from supportbot.ui.views.chips import Chip
from supportbot.ui.views.document import KEY_PAD
from supportbot.ui.views.feedback_form import FeedbackForm
from supportbot.ui.views.fold import Fold
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Panel
from supportbot.ui.views.prose import Prose
from supportbot.ui.views.revision import Revision

if TYPE_CHECKING:
    from supportbot.product.links import LinkPolicy
    from supportbot.ui.look import Look
    from supportbot.ui.viewmodels import Answer, Link, PersonCard


# What it keeps free on both sides, for what is drawn in line with its words and begins further out.
OUTDENT = GAP_4


class ExchangeView(QWidget):
    """A question and its answer, at whatever stage it is.

    Signals:
        link_activated: A link the policy allows.
        person_requested: Talk to a human about this.
        retry_requested: Ask it again.
        model_requested: See what is the matter with the answer model.
        revised: Ask this instead of the question.
        copied: The answer, to be put on the clipboard.
        refolded: The answer was folded away, or is seen again.
        judged: Helpful or not, or ``None`` (taken back); why, as codes; the customer's own words.
    """

    link_activated = Signal(str)
    person_requested = Signal()
    retry_requested = Signal()
    model_requested = Signal()
    revised = Signal(str)
    copied = Signal(str)
    refolded = Signal()
    judged = Signal(object, tuple, str)

    def __init__(
        self, look: Look, links: LinkPolicy, question: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._links = links
        self._text = ""
        self._question = question
        self._extras: list[QWidget] = []
        self.bubble = Bubble(look, question)
        self.bubble.edit_requested.connect(self._on_edit_requested)
        self.status = Text(look, "body", "muted")
        self.status.hide()
        self.prose = Prose(look, links)
        self.prose.setAccessibleName(self.tr("Answer"))
        self.prose.link_activated.connect(self.link_activated)
        self.revision: Revision | None = None
        self.row: AnswerActions | None = None
        self.form: FeedbackForm | None = None
        self.fold: Fold | None = None
        self.failure: FailureCardView | None = None
        self.person: PersonCardView | None = None
        self._top = QVBoxLayout()
        self._front = _column()
        self._below = _column()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._ground: Panel | None = None  # what a doubtful answer stands on
        self._middle = QVBoxLayout()
        self._middle.addLayout(_indented(self.prose, OUTDENT - KEY_PAD))
        self._top.addLayout(_indented(self.bubble, OUTDENT))
        layout.addLayout(self._top)
        layout.addSpacing(GAP_4)
        line = _indented(self.status, OUTDENT)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addLayout(self._front)
        layout.addLayout(self._middle)
        layout.addLayout(self._below)

    @property
    def answer_text(self) -> str:
        """The answer as it reads, without marks."""
        return self.prose.toPlainText().strip()

    def wait(self) -> None:
        """Nothing has come yet."""
        self._clear()
        self._text = ""
        self.bubble.edit.hide()
        self.prose.show()
        self.prose.set_markdown("", streaming=True)

    def set_question(self, question: str) -> None:
        """The question was put in other words."""
        self._question = question
        self.bubble.set_question(question)

    def set_status(self, text: str) -> None:
        """Say in place of the answer what is going on."""
        if not self._text:
            self.status.setText(text)
            self.status.setVisible(bool(text))
            self.prose.setVisible(not text)

    def grow(self, text: str) -> None:
        """More of the answer."""
        self.set_status("")
        self._text += text
        self.prose.set_markdown(self._text, streaming=True)

    def finish(self, answer: Answer, *, partial: str = "") -> None:
        """The verdict: the whole answer and what belongs under it.

        Args:
            answer: What to show.
            partial: What had already streamed, to stay above a failure.
        """
        self._clear()
        self._text = answer.markdown or partial
        self.prose.set_markdown(self._text)
        self.prose.setVisible(bool(self._text.strip()) and not answer.folded)
        self.bubble.edit.show()
        if answer.folded:
            self._finish_folded(answer)
            return
        if answer.doubt:
            doubt = DoubtCard(self._look, answer.doubt)
            doubt.person_requested.connect(self.person_requested)
            self._put(doubt, OUTDENT)
        self._put_chips(answer)
        if answer.person is not None:
            self._put(self._person(answer.person), OUTDENT)
        if answer.markdown:
            self._put_actions(answer)
        if answer.failure is not None:
            self.failure = FailureCardView(self._look, answer.failure)
            self.failure.retry_requested.connect(self.retry_requested)
            self.failure.person_requested.connect(self.person_requested)
            self.failure.model_requested.connect(self.model_requested)
            self._put(self.failure, OUTDENT)

    def beginning(self, *, streamed: bool) -> QWidget | None:
        """Where that begins which came at last: all of the answer, or the card under one that had streamed."""
        return self.failure or self.person if streamed or self.failure else self.prose

    def settle(self) -> None:
        """Another question follows."""
        self._leave_revision()
        self.bubble.edit.hide()
        if self.failure is not None:
            self.failure.settle()
        if self.row is not None:
            self.row.settle()

    def show_verdict(self, helpful: bool | None) -> None:
        """What is kept of what the customer said."""
        if self.row is not None:
            self.row.show_verdict(helpful)

    def thank(self, text: str) -> None:
        """What the customer said is kept."""
        if self.row is not None:
            self.row.say(text)

    def escape(self) -> bool:
        """Close what is open here, if Esc means it."""
        if self.revision is not None:
            self._leave_revision()
            self.bubble.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.form is not None:
            self._leave_form()
            return True
        return False

    # ------------------------------------------------------------------ the answer

    def _finish_folded(self, answer: Answer) -> None:
        """A person in front, and behind that the answer for whoever wants it."""
        if answer.person is not None:
            self._put(self._person(answer.person), OUTDENT, into=self._front)
        self.fold = fold = Fold(self._look)
        self._put(fold, OUTDENT - HALO, into=self._front)
        self._put_chips(answer)
        self._put_actions(answer)
        self._front.setContentsMargins(0, 0, 0, GAP_2 - HALO)
        self._below.setContentsMargins(0, GAP_3, 0, 0)
        ground = self._put_on_ground()
        behind = (ground, *(one for one in self._extras if one not in (self.person, fold)))
        for widget in behind:
            widget.hide()
            fold.opened.connect(widget.setVisible)
        fold.opened.connect(lambda _: self.refolded.emit())
        _order(*_stops(self.person or fold)[-1:], fold, self.prose, *_stops(*behind[1:]))

    def _put_on_ground(self) -> Panel:
        """Have the answer stand on the colour of doubt."""
        self._ground = ground = Panel(self._look, "doubt", "doubt_line")
        _drop(self.prose, self._middle, keep=True)
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(GAP_3 - KEY_PAD, GAP_3, GAP_3 - KEY_PAD, GAP_3)
        layout.addWidget(self.prose)
        self.prose.show()
        self._middle.addLayout(_indented(ground, OUTDENT))
        return ground

    def _leave_ground(self) -> None:
        ground, self._ground = self._ground, None
        if ground is not None:
            self.prose.hide()
            self._middle.addLayout(_indented(self.prose, OUTDENT - KEY_PAD))
            _drop(ground, self._middle)

    def _person(self, card: PersonCard) -> PersonCardView:
        self.person = PersonCardView(self._look, card)
        self.person.person_requested.connect(self.person_requested)
        self.person.link_activated.connect(self.link_activated)
        return self.person

    def _put_chips(self, answer: Answer) -> None:
        if answer.sources:
            self._put(self._chips(answer.sources, "doc"), OUTDENT - HALO)
        if answer.more is not None:
            self._put(self._chips((answer.more,), "link"), OUTDENT - HALO)

    def _chips(self, links: tuple[Link, ...], icon: str) -> Flow:
        row = Flow(GAP_2 - 2 * HALO)
        for link in links:
            chip = Chip(self._look, link.title, icon)
            chip.setToolTip("\n".join(part for part in (link.facts, link.url) if part))
            chip.setAccessibleDescription(link.facts)
            chip.clicked.connect(lambda _=False, url=link.url: self.link_activated.emit(url))
            row.add(chip)
        return row

    def _put_actions(self, answer: Answer) -> None:
        self.row = AnswerActions(self._look, answer)
        self.row.copy_requested.connect(self._on_copy_requested)
        self.row.again_requested.connect(self.retry_requested)
        self.row.judged.connect(self._on_judged)
        self._put(self.row, 0)

    def _put(self, widget: QWidget, side: int, into: QVBoxLayout | None = None) -> None:
        column = into or self._below
        if column.isEmpty() and self.prose.isVisibleTo(self):
            column.setContentsMargins(0, GAP_3, 0, 0)
        self._extras.append(widget)
        column.addLayout(_indented(widget, side))
        widget.show()

    def _clear(self) -> None:
        self.status.hide()
        self._leave_revision()
        self._leave_ground()
        self.failure = self.person = self.row = self.form = self.fold = None
        for widget in self._extras:
            widget.hide()
            widget.deleteLater()
        self._extras.clear()
        for column in (self._front, self._below):
            while (item := column.takeAt(0)) is not None:
                if (line := item.layout()) is not None:
                    line.deleteLater()
            column.setContentsMargins(0, 0, 0, 0)

    # ------------------------------------------------------------------ what is done with it

    def _on_copy_requested(self) -> None:
        self.copied.emit(self.answer_text)
        if self.row is not None:
            self.row.show_copied()

    def _on_judged(self, helpful: bool | None) -> None:
        self._leave_form()
        self.judged.emit(helpful, (), "")
        if helpful is False:
            self._ask_why()

    def _ask_why(self) -> None:
        self.form = form = FeedbackForm(self._look)
        form.skipped.connect(self._leave_form)
        form.saved.connect(self._on_why_said)
        self._put(form, OUTDENT)
        if self.row is not None:
            _order(self.row.down, *_stops(form))
        form.focus_first()

    def _on_why_said(self, reasons: tuple[str, ...], remark: str) -> None:
        self._leave_form()
        self.judged.emit(False, reasons, remark)

    def _leave_form(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        if form.isAncestorOf(form.focusWidget() or form) and self.row is not None:
            self.row.down.setFocus(Qt.FocusReason.OtherFocusReason)
        self._extras.remove(form)
        _drop(form, self._below)

    def _on_edit_requested(self) -> None:
        self.revision = revision = Revision(self._look, self._question)
        revision.cancelled.connect(self.escape)
        revision.submitted.connect(self._on_revised)
        self._top.addLayout(_indented(revision, OUTDENT - HALO))
        self.bubble.hide()
        _order(self.bubble.edit, *_stops(revision))
        revision.focus_end()

    def _on_revised(self, question: str) -> None:
        self._leave_revision()
        self.revised.emit(question)

    def _leave_revision(self) -> None:
        revision, self.revision = self.revision, None
        if revision is not None:
            _drop(revision, self._top)
            self.bubble.show()


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP_3)
    column.setContentsMargins(0, 0, 0, 0)
    return column


def _drop(widget: QWidget, column: QVBoxLayout, *, keep: bool = False) -> None:
    """Take a widget away, and its line: an empty one would go on taking room from the others."""
    for at in range(column.count()):
        item = column.itemAt(at)
        line = item.layout() if item is not None else None
        if line is not None and line.indexOf(widget) >= 0:
            column.takeAt(at)
            line.deleteLater()
            break
    if not keep:
        widget.hide()
        widget.deleteLater()


def _stops(*parents: QWidget) -> list[QWidget]:
    """What Tab stops at inside these, as it was made."""
    return [
        child
        for parent in parents
        for child in parent.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None
    ]


def _order(before: QWidget, *following: QWidget) -> None:
    """Have Tab go from one to the next."""
    for widget in following:
        QWidget.setTabOrder(before, widget)
        before = widget


def _indented(widget: QWidget, side: int) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(side, 0, side, 0)
    layout.addWidget(widget)
    return layout
