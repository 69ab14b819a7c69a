"""The quiet row under an answer: copy, helpful or not, another answer, and how old its facts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.controls import IconButton
from supportbot.ui.views.lettering import Text

if TYPE_CHECKING:
    from supportbot.ui.look import Look
    from supportbot.ui.viewmodels import Answer

_COPIED_MS = 1_600
_BESIDE = 6


class AnswerActions(Flow):
    """What can be done with an answer.

    Signals:
        copy_requested: Put it on the clipboard.
        judged: Helpful, not helpful, or ``None``: what was said is taken back.
        again_requested: Another answer.
    """

    copy_requested = Signal()
    judged = Signal(object)
    again_requested = Signal()

    def __init__(self, look: Look, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(2, parent=parent)
        self._look = look
        self.copy = self._button("copy", self.tr("Copy answer"))
        self.copy.clicked.connect(self.copy_requested)
        self.up = self._button("thumb-up", self.tr("Helpful"))
        self.down = self._button("thumb-down", self.tr("Not helpful"))
        for thumb in (self.up, self.down):
            thumb.setCheckable(True)
        self.up.clicked.connect(lambda on: self._on_judged(helpful=True, on=on))
        self.down.clicked.connect(lambda on: self._on_judged(helpful=False, on=on))
        self.again = self._button("retry", self.tr("Answer again"))
        self.again.clicked.connect(self.again_requested)
        self.words = Text(look, "fine", "muted")
        self._beside = QWidget()
        line = QHBoxLayout(self._beside)
        line.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        line.addWidget(self.words)
        self.show_verdict(answer.helpful)
        self._arrange(answer)

    def show_verdict(self, helpful: bool | None) -> None:
        """Which thumb is pressed."""
        self.up.setChecked(helpful is True)
        self.down.setChecked(helpful is False)

    def say(self, text: str) -> None:
        """Say something beside the buttons."""
        self.words.setText(text)
        if text and self._beside not in self.items:
            self.add(self._beside)

    def show_copied(self) -> None:
        """It is on the clipboard."""
        self.copy.set_icon("check", self.tr("Copied"))
        QTimer.singleShot(
            _COPIED_MS, self.copy, lambda: self.copy.set_icon("copy", self.tr("Copy answer"))
        )

    def settle(self) -> None:
        """Another question follows: only the last answer is written again."""
        self.set_shown({item: item is not self.again for item in self.items})

    def _button(self, icon: str, name: str) -> IconButton:
        return IconButton(self._look, icon, name, size=28, icon_size=16)

    def _arrange(self, answer: Answer) -> None:
        self.add(self.copy)
        if answer.reply_id:
            self.add(self.up)
            self.add(self.down)
        if answer.can_regenerate:
            self.add(self.again)
        self.say(" · ".join(part for part in (answer.note, answer.facts) if part))

    def _on_judged(self, *, helpful: bool, on: bool) -> None:
        self.show_verdict(helpful if on else None)
        self.judged.emit(helpful if on else None)
