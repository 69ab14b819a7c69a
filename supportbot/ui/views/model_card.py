"""The card about an answer model that may not answer yet: what it would take, how far it is, what went wrong.

Lays out what ``model_words`` says; decides nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.models.states import Command
from supportbot.ui.model_words import CardContent
from supportbot.ui.theme import COLUMN_WIDTH, GAP_2, GAP_3, GAP_4, HALO
from supportbot.ui.views.arrange import Shared
from supportbot.ui.views.button_row import ButtonRow
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.fitting import Footed
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Panel
from supportbot.ui.views.policy import let_height_follow_width
from supportbot.ui.views.progress import ProgressBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supportbot.ui.look import Look

# From its line to the buttons' edge.
_SIDE = 13 - HALO
_ICON = 28
_SPACING = 4
_LINES = 2  # that are seen under a title's first before the buttons scroll away


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
        self._content = CardContent("", "")
        self.title = Text(look, "strong")
        self.words = Text(look, "small", "muted")
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
        self._rest = ButtonRow(look)  # what can be done besides, where it has a line of its own
        head = QHBoxLayout()
        head.setContentsMargins(HALO, 0, HALO, 0)
        self._title_line = QVBoxLayout()
        self._title_line.addWidget(self.title)
        head.addLayout(self._title_line, 1)
        for icon in (self.pause, self.cancel, self.dismiss):
            head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._measures = Shared(8, (self.figures, self.left))
        panel = Panel(look, "surface", "line")
        feet = (self._buttons, self._rest)
        self._footed = Footed(look, feet, side=_SIDE, above=_SPACING, between=self._buttons.gap)
        column = self._footed.column
        column.setContentsMargins(_SIDE, 10, _SIDE, 0)
        column.setSpacing(_SPACING)
        column.addLayout(head)
        column.addLayout(_inset(self.bar))
        column.addLayout(_inset(self._measures))
        column.addLayout(_inset(self.words))
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._footed)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(panel)
        let_height_follow_width(self)
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
        """Whether room is so short that the size stands above what explains."""
        self._short = terse
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._layout.setContentsMargins(self._beside, GAP_2, self._beside, GAP_3)
        if event.oldSize().width() != self.width():
            self._arrange()
        super().resizeEvent(event)

    @property
    def _beside(self) -> int:
        """The room on each side of it."""
        return max(GAP_4, (self.width() - COLUMN_WIDTH) // 2)

    def _on_one_line(self, wanted: dict[QWidget, bool]) -> bool:
        """Whether a line is long enough for these buttons."""
        room = self.width() - 2 * (self._beside + 1 + _SIDE)
        return self._buttons.holds([one for one, is_in in wanted.items() if is_in], room)

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
        said = (content.facts, content.text) if self._short else (content.text, content.facts)
        words = "\n".join(filter(None, said))
        if self.words.text() != words:
            self.words.setText(words)
        self.words.setVisible(bool(words))
        self._measures.set_shown(
            {self.figures: bool(content.figures), self.left: bool(content.left)}
        )
        wanted = self._wanted()
        moves = content.share is not None
        crossed = wanted[self.not_now] and (self._short or moves or not self._on_one_line(wanted))
        self.dismiss.setVisible(crossed)  # a row less
        # The first line of the title stands in the middle of the buttons beside it.
        beside = crossed or bool(content.commands & {Command.PAUSE, Command.CANCEL})
        spare = self._look.px(_ICON) - self._look.line_height("strong")
        self._title_line.setContentsMargins(0, spare // 2 if beside else 0, 0, 0)
        shown = wanted | {self.not_now: wanted[self.not_now] and not crossed}
        besides = not self._on_one_line(shown)
        row = self._rest if besides else self._buttons
        if self.choose.parentWidget() is not row:
            row.add(self.choose)
        self._rest.set_shown({self.choose: besides and shown[self.choose]})
        if besides:
            del shown[self.choose]
        self._buttons.set_shown(shown)
        lines = self._look.line_height
        self._footed.least = lines("strong") + _LINES * lines("small")


def _inset(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(HALO, 0, HALO, 0)
    layout.addWidget(widget)
    return layout
