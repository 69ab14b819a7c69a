"""What stands under an answer: a person, a failure, a doubt; and the notice above the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportbot.ui.roles import Role
from supportbot.ui.theme import HALO
from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.button_row import ButtonRow
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Icon, Panel
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from supportbot.ui.look import Look
    from supportbot.ui.viewmodels import Failure, PersonCard

_TOP = Qt.AlignmentFlag.AlignTop
# What a link keeps around its words at 100 %; text above it moves in by as much.
_LINK_PAD = 4
_CLOSE = 28


class Card(Panel):
    """An icon, a title, a sentence and buttons."""

    accessible_role = Role.Grouping

    def __init__(
        self,
        look: Look,
        colours: tuple[str, str],
        icon: tuple[str, str],
        title: str,
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, colours[0], colours[1], parent=parent)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, "strong", text=title))
        if text:
            words.addWidget(Text(look, "small", "muted", text))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.setContentsMargins(HALO, 0, HALO, 0)
        head.addWidget(Icon(look, icon[0], 20, icon[1]), 0, _TOP)
        head.addLayout(words, 1)
        self._buttons = ButtonRow(look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14 - HALO, 14, 14 - HALO, 14 - HALO)
        layout.setSpacing(10 - HALO)
        layout.addLayout(head)
        layout.addWidget(self._buttons)

    def add_button(self, button: Button) -> None:
        """Put a button at the end of the row."""
        self._buttons.add(button)


class PersonCardView(Card):
    """Why a person, and the way to one.

    Signals:
        person_requested: Talk to a human.
        link_activated: The next step.
    """

    person_requested = Signal()
    link_activated = Signal(str)

    def __init__(self, look: Look, card: PersonCard, parent: QWidget | None = None) -> None:
        text = card.reason
        if card.place:
            text += "\n" + filled(self.tr("Next: %1."), card.place.rstrip("."))
        super().__init__(
            look, ("person", "person_line"), ("person", "accent"), card.title, text, parent
        )
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(text)
        self.human = Button(look, self.tr("Talk to a human"), kind="primary", icon="person")
        self.human.clicked.connect(self.person_requested)
        self.add_button(self.human)
        step = card.next_step
        if step is not None:
            button = Button(look, step.title, kind="secondary")
            button.clicked.connect(lambda: self.link_activated.emit(step.url))
            self.add_button(button)


class FailureCardView(Card):
    """What went wrong, what to do, and the button that does it.

    Signals:
        retry_requested: Ask the question again.
        person_requested: Talk to a human.
    """

    retry_requested = Signal()
    person_requested = Signal()

    def __init__(self, look: Look, failure: Failure, parent: QWidget | None = None) -> None:
        super().__init__(
            look, ("surface", "line"), ("info", "muted"), failure.message, failure.remedy, parent
        )
        self.setAccessibleName(failure.message)
        self.setAccessibleDescription(failure.remedy)
        person_first = failure.person_first or not failure.can_retry
        self.human = Button(
            look,
            self.tr("Talk to a human"),
            kind="primary" if person_first else "secondary",
            icon="person",
        )
        self.human.clicked.connect(self.person_requested)
        self.retry: Button | None = None
        if failure.can_retry:
            self.retry = Button(
                look,
                self.tr("Retry"),
                kind="secondary" if person_first else "primary",
                icon="retry",
            )
            self.retry.clicked.connect(self.retry_requested)
        first, second = (self.human, self.retry) if person_first else (self.retry, self.human)
        for button in (first, second):
            if button is not None:
                self.add_button(button)

    def settle(self) -> None:
        """Take Retry away: another question follows this one."""
        if self.retry is not None:
            self.retry.setEnabled(False)


class Notice(Panel):
    """One sentence in the colours of doubt, with a button and a way to put it away.

    Signals:
        action_requested: The button.
        closed: It was put away.
    """

    accessible_role = Role.Note
    action_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        look: Look,
        text: str,
        action: str = "",
        *,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "doubt", "doubt_line", parent=parent)
        self.text = Text(look, "small", "doubt_text", text)
        self.setAccessibleName(text)
        # The first line stands in the middle of the button beside it.
        inset = (look.px(_CLOSE) - look.line_height("small")) // 2 if closable else 0
        below = 0 if action else inset
        line = QHBoxLayout(self)
        line.setContentsMargins(
            12, 10 - inset, 6 if closable else 12, 10 - (HALO if action and closable else below)
        )
        pad = look.px(_LINK_PAD) + HALO
        line.setSpacing(10 - _LINK_PAD - HALO)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, inset, 0, 0)
        mark.addWidget(Icon(look, "info", 18, "doubt_text"), 0, _TOP)
        line.addLayout(mark)
        words = QVBoxLayout()
        words.setSpacing(4)
        said = QHBoxLayout()
        said.setContentsMargins(pad, inset, 0, below)
        said.addWidget(self.text)
        words.addLayout(said)
        line.addLayout(words, 1)
        self.action: Button | None = None
        if action:
            # Beside an answer it is a quiet way on; a notice waits for it.
            if closable:
                self.action = Button(look, action)
                row = QHBoxLayout()
                row.setContentsMargins(pad - HALO, 0, 0, 0)
                row.addWidget(Flow(0, (self.action,)))
                words.addLayout(row)
            else:
                self.action = Button(look, action, kind="link", colour="doubt_text")
                words.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
            self.action.clicked.connect(self.action_requested)
        if closable:
            close = IconButton(
                look, "close", self.tr("Dismiss"), size=_CLOSE, icon_size=16, colour="doubt_text"
            )
            close.clicked.connect(self.hide)
            close.clicked.connect(self.closed)
            line.addWidget(close, 0, _TOP)
