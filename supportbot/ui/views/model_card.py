"""The card about an answer model that may not answer yet: what it would take, how far it is, what went wrong.

Lays out what ``model_words`` says; decides nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.models.states import Command
from supportbot.ui.model_words import CardContent
from supportbot.ui.theme import COLUMN_WIDTH, GAP_2, GAP_3, GAP_4, HALO
from supportbot.ui.views.arrange import Shared
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Panel
from supportbot.ui.views.progress import ProgressBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supportbot.ui.look import Look


class ModelCard(QWidget):
    """Stands between the conversation and the composer until the model is there, or put away.

    Signals:
        commanded: A ``Command`` is wanted.
        check_requested: Look for it again.
    """

    commanded = Signal(object)
    check_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = False
        self._content = CardContent("", "")
        self.title = Text(look, "strong")
        self.words = Text(look, "small", "muted")
        self.bar = ProgressBar(look)
        self.figures = Text(look, "small", "muted", wrap=False)
        self.left = Text(look, "small", "muted", wrap=False)
        self.pause = IconButton(look, "pause", self.tr("Pause"), size=28, icon_size=16)
        self.resume = IconButton(look, "resume", self.tr("Resume"), size=28, icon_size=16)
        self.cancel = IconButton(look, "close", self.tr("Cancel"), size=28, icon_size=16)
        self.dismiss = IconButton(look, "close", self.tr("Not now"), size=28, icon_size=16)
        self.install = Button(look, "", kind="primary", icon="save")
        self.choose = Button(look, self.tr("Choose a file"))
        self.check = Button(look, self.tr("Check again"), kind="primary", icon="retry")
        self.not_now = Button(look, self.tr("Not now"))
        self._commands: dict[Command, Button | IconButton] = {
            Command.PAUSE: self.pause,
            Command.RESUME: self.resume,
            Command.CANCEL: self.cancel,
            Command.CHOOSE_FILE: self.choose,
            Command.NOT_NOW: self.not_now,
            Command.START: self.install,
        }
        for command, button in self._commands.items():
            button.clicked.connect(partial(self.commanded.emit, command))
        self.dismiss.clicked.connect(partial(self.commanded.emit, Command.NOT_NOW))
        self.check.clicked.connect(self.check_requested)
        self._buttons = Shared(2, (self.install, self.check, self.choose, self.not_now))
        head = QHBoxLayout()
        head.setContentsMargins(HALO, 0, HALO, 0)
        head.addWidget(self.title, 1)
        for icon in (self.pause, self.resume, self.cancel, self.dismiss):
            head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._measures = Shared(8, (self.figures, self.left))
        panel = Panel(look, "surface", "line")
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(14 - HALO, 10, 14 - HALO, 14 - HALO)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(_inset(self.bar))
        layout.addLayout(_inset(self._measures))
        layout.addLayout(_inset(self.words))
        layout.addWidget(self._buttons)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(panel)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_content(self, content: CardContent) -> None:
        """Say this, and have these controls."""
        self._content = content
        for text, words in (
            (self.title, content.title),
            (self.figures, content.figures),
            (self.left, content.left),
        ):
            if text.text() != words:
                text.setText(words)
        self.install.setText(content.start)
        self.install.setAccessibleName(content.start)
        self.install.updateGeometry()
        self.bar.setVisible(content.share is not None)
        self.bar.show_share(content.share or 0.0)
        for command in (Command.PAUSE, Command.RESUME, Command.CANCEL):
            self._commands[command].setVisible(command in content.commands)
        self.setAccessibleName(content.title)
        self.setAccessibleDescription(" ".join(filter(None, (content.text, content.figures))))
        self._arrange()
        self.show()
        self.updateGeometry()

    def set_terse(self, *, terse: bool) -> None:
        """Whether room is so short that what explains is left out."""
        self._short = terse
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(GAP_4, (event.size().width() - COLUMN_WIDTH) // 2)
        self._layout.setContentsMargins(side, GAP_2, side, GAP_3)
        super().resizeEvent(event)

    def _arrange(self) -> None:
        content = self._content
        said = content.text if content.brief is None or not self._short else content.brief
        if self.words.text() != said:
            self.words.setText(said)
        self.words.setVisible(bool(said))
        self._measures.set_shown(
            {self.figures: bool(content.figures), self.left: bool(content.left)}
        )
        can_wait = Command.NOT_NOW in content.commands
        self.dismiss.setVisible(can_wait and self._short)  # a row less where rows are tall
        self._buttons.set_shown(
            {
                self.install: bool(content.start),
                self.check: content.can_check,
                self.choose: Command.CHOOSE_FILE in content.commands,
                self.not_now: can_wait and not self._short,
            }
        )


def _inset(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(HALO, 0, HALO, 0)
    layout.addWidget(widget)
    return layout
