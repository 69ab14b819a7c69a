"""What stands under an answer: a person, a failure, a doubt; and the notice above the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportbot.ui.roles import Role
from supportbot.ui.theme import GAP_2, HALO
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
_CLOSE = 28


class Card(Panel):
    """An icon, a title, a sentence and buttons.

    Args:
        look: The theme in force.
        colours: Of the ground and its line.
        icon: Which, and its colour.
        title: What is the case; empty for none.
        text: What that means, or what to do.
        ink: Its colour.
    """

    accessible_role = Role.Grouping

    def __init__(
        self,
        look: Look,
        colours: tuple[str, str],
        icon: tuple[str, str],
        title: str,
        text: str,
        ink: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, colours[0], colours[1], parent=parent)
        words = QVBoxLayout()
        words.setSpacing(0)
        for role, colour, said in (("strong", "text", title), ("small", ink, text)):
            if said:
                words.addWidget(Text(look, role, colour, said))
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
            look, ("person", "person_line"), ("person", "accent"), card.title, text, parent=parent
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


class DoubtCard(Card):
    """That an answer should be checked, and who does.

    Signals:
        person_requested: Talk to a human.
    """

    accessible_role = Role.Note
    person_requested = Signal()

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        colours = "doubt", "doubt_line"
        super().__init__(look, colours, ("info", "doubt_text"), "", text, "doubt_text", parent)
        self.setAccessibleName(text)
        self.human = Button(look, self.tr("Talk to a human"), kind="doubt", icon="person")
        self.human.clicked.connect(self.person_requested)
        self.add_button(self.human)


class FailureCardView(Card):
    """What went wrong, what to do, and the button that does it.

    Signals:
        retry_requested: Ask the question again.
        person_requested: Talk to a human.
        model_requested: See what is the matter with the answer model.
    """

    retry_requested = Signal()
    person_requested = Signal()
    model_requested = Signal()

    def __init__(self, look: Look, failure: Failure, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            ("surface", "line"),
            ("info", "muted"),
            failure.message,
            failure.remedy,
            parent=parent,
        )
        self.setAccessibleName(failure.message)
        self.setAccessibleDescription(failure.remedy)
        first = "model" if failure.of_model else "retry" if failure.can_retry else "human"
        first = "human" if failure.person_first else first
        self.human = self._button("human", first, self.tr("Talk to a human"), "person")
        self.human.clicked.connect(self.person_requested)
        self.retry: Button | None = None
        self.model: Button | None = None
        if failure.can_retry:
            self.retry = self._button("retry", first, self.tr("Ask again"), "retry")
            self.retry.clicked.connect(self.retry_requested)
        if failure.of_model:
            self.model = self._button("model", first, self.tr("Check the model"))
            self.model.clicked.connect(self.model_requested)
        buttons = {"human": self.human, "model": self.model, "retry": self.retry}
        for name in (first, *(one for one in ("model", "retry", "human") if one != first)):
            button = buttons[name]
            if button is not None:
                self.add_button(button)

    def _button(self, name: str, first: str, text: str, icon: str = "") -> Button:
        kind: Literal["primary", "secondary"] = "primary" if name == first else "secondary"
        return Button(self.look, text, kind=kind, icon=icon)

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
        self, look: Look, text: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "doubt", "doubt_line", parent=parent)
        self.text = Text(look, "small", "doubt_text", text)
        self.setAccessibleName(text)
        # The first line stands in the middle of the button beside it.
        inset = (look.px(_CLOSE) - look.line_height("small")) // 2
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10 - inset, 6, 12 - HALO if action else 10 - inset)
        line.setSpacing(10 - HALO)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, inset, 0, 0)
        mark.addWidget(Icon(look, "info", 18, "doubt_text"), 0, _TOP)
        line.addLayout(mark)
        words = QVBoxLayout()
        words.setSpacing(GAP_2 - HALO)
        said = QHBoxLayout()
        said.setContentsMargins(HALO, inset, 0, 0 if action else inset)
        said.addWidget(self.text)
        words.addLayout(said)
        line.addLayout(words, 1)
        self.action: Button | None = None
        if action:
            self.action = Button(look, action, kind="doubt")
            self.action.clicked.connect(self.action_requested)
            words.addWidget(Flow(0, (self.action,)))  # takes several lines where it must
        close = IconButton(
            look, "close", self.tr("Dismiss"), size=_CLOSE, icon_size=16, colour="doubt_text"
        )
        close.clicked.connect(self.hide)
        close.clicked.connect(self.closed)
        line.addWidget(close, 0, _TOP)
