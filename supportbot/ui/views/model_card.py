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
from supportbot.ui.views.button_row import ButtonRow
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.fitting import Fitting
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Panel
from supportbot.ui.views.progress import ProgressBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supportbot.ui.look import Look

# From its line to the buttons' edge.
_SIDE = 13 - HALO
_ICON = 28


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
        self._look = look
        self._short = False
        self._crowded = False  # whether the buttons would take more than a line
        self._content = CardContent("", "")
        self.title = Text(look, "strong")
        self.words = Text(look, "small", "muted")
        self.more = Text(look, "small", "muted")
        self.bar = ProgressBar(look)
        self.figures = Text(look, "small", "muted", wrap=False)
        self.left = Text(look, "small", "muted", wrap=False)
        self.pause = IconButton(look, "pause", self.tr("Pause"), size=_ICON, icon_size=16)
        self.resume = Button(look, self.tr("Resume"), kind="primary", icon="resume")
        self.cancel = IconButton(look, "close", self.tr("Cancel"), size=_ICON, icon_size=16)
        self.dismiss = IconButton(look, "close", self.tr("Not now"), size=_ICON, icon_size=16)
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
        self._buttons = ButtonRow(
            look, (self.install, self.resume, self.check, self.choose, self.not_now)
        )
        head = QHBoxLayout()
        head.setContentsMargins(HALO, 0, HALO, 0)
        self._title_line = QVBoxLayout()
        self._title_line.addWidget(self.title)
        head.addLayout(self._title_line, 1)
        for icon in (self.pause, self.cancel, self.dismiss):
            head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._measures = Shared(8, (self.figures, self.left))
        panel = Panel(look, "surface", "line")
        scroll = Fitting(look)
        column = scroll.column
        column.setContentsMargins(_SIDE, 10, _SIDE, _SIDE)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(_inset(self.bar))
        column.addLayout(_inset(self._measures))
        column.addLayout(_inset(self.words))
        column.addWidget(self._buttons)
        column.addLayout(_inset(self.more))
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(scroll)
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
        self.install.rename(content.start, "retry" if content.again else "save")
        self.bar.setVisible(content.share is not None)
        self.bar.show_share(content.share or 0.0)
        for command in (Command.PAUSE, Command.CANCEL):
            self._commands[command].setVisible(command in content.commands)
        self.setAccessibleName(content.title)
        self.setAccessibleDescription(
            " ".join(filter(None, (content.text, content.facts, content.figures)))
        )
        self._arrange()
        self.show()
        self.updateGeometry()

    def set_terse(self, *, terse: bool) -> None:
        """Whether room is so short that what explains stands below the buttons."""
        self._short = terse
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._layout.setContentsMargins(self._beside, GAP_2, self._beside, GAP_3)
        if self._crowded != self._is_crowded():
            self._arrange()
        super().resizeEvent(event)

    @property
    def _beside(self) -> int:
        """The room on each side of it."""
        return max(GAP_4, (self.width() - COLUMN_WIDTH) // 2)

    def _is_crowded(self) -> bool:
        """Whether one line is too short for all that can be done."""
        wanted = [button for button, is_wanted in self._wanted().items() if is_wanted]
        return not self._buttons.holds(wanted, self.width() - 2 * (self._beside + 1 + _SIDE))

    def _wanted(self) -> dict[QWidget, bool]:
        """Which buttons belong to what it says."""
        content = self._content
        return {
            self.install: bool(content.start),
            self.resume: Command.RESUME in content.commands,
            self.check: content.can_check,
            self.choose: Command.CHOOSE_FILE in content.commands,
            self.not_now: Command.NOT_NOW in content.commands,
        }

    def _arrange(self) -> None:
        content = self._content
        said, more = "\n".join(filter(None, (content.text, content.facts))), ""
        if self._short and content.facts is not None:
            said, more = content.facts, content.text
        for text, words in ((self.words, said), (self.more, more)):
            if text.text() != words:
                text.setText(words)
            text.setVisible(bool(words))
        self._measures.set_shown(
            {self.figures: bool(content.figures), self.left: bool(content.left)}
        )
        self._crowded = self._is_crowded()
        wanted = self._wanted()
        moves = content.share is not None
        crossed = wanted[self.not_now] and (self._short or self._crowded or moves)
        self.dismiss.setVisible(crossed)  # a row less
        # The first line of the title stands in the middle of the buttons beside it.
        beside = crossed or bool(content.commands & {Command.PAUSE, Command.CANCEL})
        spare = self._look.px(_ICON) - self._look.line_height("strong")
        self._title_line.setContentsMargins(0, spare // 2 if beside else 0, 0, 0)
        self._buttons.set_shown(wanted | {self.not_now: wanted[self.not_now] and not crossed})


def _inset(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(HALO, 0, HALO, 0)
    layout.addWidget(widget)
    return layout
