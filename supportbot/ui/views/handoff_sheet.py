"""The sheet behind "Talk to a human": exactly the text that is handed over, to read and to change."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from supportbot.handoff import HandoffMessage
from supportbot.ui.announce import announce
from supportbot.ui.exporting import of_kind
from supportbot.ui.theme import HALO
from supportbot.ui.views.arrange import Shared
from supportbot.ui.views.controls import Button
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Field, Icon
from supportbot.ui.views.sheet import Sheet
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.ui.handoff import Handover, Outcome
    from supportbot.ui.look import Look


def choose_file(parent: QWidget, name: str) -> Path | None:
    """Ask where to save; only files of the name's kind are shown."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = f"*{Path(name).suffix}"
    chosen, _ = QFileDialog.getSaveFileName(parent, "", str(Path(folder) / name), kinds)
    return Path(chosen) if chosen else None


class HandoffSheet(Sheet):
    """The text, and the ways it can leave.

    Signals:
        save_requested: The message and the path to write it to.
    """

    save_requested = Signal(object, object)

    def __init__(
        self,
        look: Look,
        handover: Handover,
        message: HandoffMessage,
        parent: QWidget,
        choose: Callable[[QWidget, str], Path | None] = choose_file,
    ) -> None:
        super().__init__(
            look,
            filled(QCoreApplication.translate("HandoffSheet", "Hand this to %1"), handover.title),
            parent,
            tall=True,
        )
        self.stack.setContentsMargins(0, 0, 0, 0)  # fields keep room for their ring themselves
        self._handover = handover
        self._to = message.to
        self._choose = choose
        if message.to:
            self.stack.addLayout(
                self._labelled(self.tr("To"), Text(look, "body", text=message.to, wrap=False))
            )
        self.subject = QLineEdit(message.subject)
        self.subject.setCursorPosition(0)
        self.subject.setAccessibleName(self.tr("Subject"))
        subject = Field(look, self.subject)
        subject.hold((10, 6, 10, 6))
        self.stack.addLayout(self._labelled(self.tr("Subject"), subject))
        self.body = QTextEdit()
        self.body.setAcceptRichText(False)
        self.body.setTabChangesFocus(True)
        self.body.setPlainText(message.body)
        self.body.setAccessibleName(self.tr("Exactly what will be handed over"))
        self.body.document().setDocumentMargin(2)
        self.body.setMinimumHeight(look.px(120))
        body = Field(look, self.body)
        body.hold((9, 7, 4, 7))
        self.stack.addLayout(
            self._labelled(self.tr("Exactly what will be handed over"), body, HALO), 1
        )
        self.stack.addLayout(self._line(look))
        if handover.other_ways:
            ways = QHBoxLayout()
            ways.setContentsMargins(HALO, 0, HALO, 0)
            ways.addWidget(Text(look, "fine", "muted", handover.other_ways))
            self.stack.addLayout(ways)
        self._add_buttons(look)
        self.outcome = Text(look, "fine", "muted", "", centred=True)
        self.outcome.hide()
        self.foot.addWidget(self.outcome)

    def message(self) -> HandoffMessage:
        """The text as it stands now."""
        return HandoffMessage(self._to, self.subject.text(), self.body.toPlainText())

    def tell(self, outcome: Outcome) -> None:
        """Say what became of it."""
        self.outcome.setText(outcome.sentence)
        self.outcome.set_colour("muted" if outcome.done else "doubt_text")
        self.outcome.show()
        announce(self, outcome.sentence)
        self._place()

    def _labelled(self, label: str, field: QWidget, stretch: int = 0) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setContentsMargins(HALO, 0, HALO, 0)
        words = Text(self.look, "label", text=label)
        row.addWidget(words)
        column.addLayout(row)
        if isinstance(field, Text):
            inner = QHBoxLayout()
            inner.setContentsMargins(HALO, 0, HALO, 0)
            inner.addWidget(field)
            inner.addStretch(1)
            column.addLayout(inner)
        else:
            column.addWidget(field, stretch)
        return column

    def _line(self, look: Look) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(HALO, 0, HALO, 0)
        line.setSpacing(6)
        line.addWidget(Icon(look, "info", 14, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(
            Text(
                look, "fine", "muted", self.tr("Nothing has been masked. Read it before you send.")
            ),
            1,
        )
        return line

    def _add_buttons(self, look: Look) -> None:
        self.mail = Button(look, self.tr("Open in e-mail"), kind="primary", icon="mail")
        self.copy = Button(look, self.tr("Copy"), icon="copy")
        self.save = Button(look, self.tr("Save file"), icon="save")
        self.mail.clicked.connect(lambda: self.tell(self._handover.open_mail(self.message())))
        self.copy.clicked.connect(lambda: self.tell(self._handover.copy(self.message())))
        self.save.clicked.connect(self._on_save)
        buttons = Shared(
            2, (self.copy, self.save, self.mail) if self._to else (self.copy, self.save)
        )
        buttons.grows = 2 if self._to else 0
        self.foot.addWidget(buttons)

    def _on_save(self) -> None:
        path = self._choose(self, self.tr("question") + ".eml")
        if path is not None:
            self.save_requested.emit(dataclasses.replace(self.message()), of_kind(path, ".eml"))
