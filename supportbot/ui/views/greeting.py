"""The first screen, before there is a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportbot.ui.theme import HALO
from supportbot.ui.views.column import Column
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supportbot.ui.look import Look


class Greeting(Column):
    """The first screen: a greeting and questions to start with.

    Signals:
        question_chosen: One of the starter questions.
    """

    question_chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        title: str,
        text: str,
        questions: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, HALO, parent)
        self.rows = [Row(look, question) for question in questions]
        self.stack.setSpacing(0)
        words = QVBoxLayout()
        words.setContentsMargins(HALO, 14, HALO, 0)
        words.setSpacing(0)
        words.addWidget(Text(look, "title", text=title))
        if text:
            words.addWidget(Text(look, "body", "muted", text))
        self.stack.addLayout(words)
        self.stack.addSpacing(14 - HALO)
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: self.question_chosen.emit(row.text()))
            self.stack.addWidget(row)
            self.stack.addSpacing(2)
        self.stack.addStretch(1)
