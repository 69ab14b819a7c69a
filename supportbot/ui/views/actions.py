"""The quiet row under an answer: copy, helpful or not, another answer, and how old its facts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.theme import GAP_4
from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.lettering import Text

if TYPE_CHECKING:
    from supportbot.ui.look import Look
    from supportbot.ui.viewmodels import Answer

_COPIED_MS = 2_000
_BESIDE = 6
_SIZE, _ICON = 28, 16
# What the drawings leave free within their own edge.
_WITHIN = 2


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
        self.words = Text(look, "small", "muted")
        self._said = ""
        self._beside = QWidget()
        line = QHBoxLayout(self._beside)
        line.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        line.setSpacing(0)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.retry = Button(look, self.tr("Try again"), kind="link")
        self.retry.clicked.connect(self.again_requested)
        line.addWidget(self.retry)
        self.retry.setVisible(answer.kept)
        self._copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied.timeout.connect(self._forget_copied)
        self.show_verdict(answer.helpful)
        self._arrange(answer)

    def show_verdict(self, helpful: bool | None) -> None:
        """Which thumb is pressed."""
        self.up.setChecked(helpful is True)
        self.down.setChecked(helpful is False)

    def say(self, text: str) -> None:
        """Say something beside the buttons."""
        self._said = text
        self._copied.stop()
        self._forget_copied()

    def show_copied(self) -> None:
        """It is on the clipboard."""
        self.copy.set_icon("check", self.tr("Copied"))
        self._show(self.tr("Copied"))
        self._copied.start()

    def settle(self) -> None:
        """Another question follows: only the last answer is written again."""
        self.retry.hide()
        self.set_shown({item: item is not self.again for item in self.items})

    @override
    def places(self, width: int) -> list[QRect]:
        """In lines; what is drawn at the beginning of one stands in line with the answer."""
        room = (self._look.px(_SIZE) - self._look.px(_ICON)) // 2 + self._look.px(_WITHIN)
        lead = max(0, GAP_4 - room)
        found = super().places(width - lead)
        for item, place in zip(self.items, found, strict=True):
            first = item is self._beside and not place.left()
            place.moveLeft(GAP_4 - _BESIDE if first else place.left() + lead)
        return found

    def _show(self, text: str) -> None:
        self.words.setText(text)
        there = self._beside in self.items
        if text and not there:
            self.add(self._beside)
        elif there and not text:
            self.set_shown({item: item is not self._beside for item in self.items})

    def _forget_copied(self) -> None:
        self.copy.set_icon("copy", self.tr("Copy answer"))
        self._show(self._said)

    def _button(self, icon: str, name: str) -> IconButton:
        return IconButton(self._look, icon, name, size=_SIZE, icon_size=_ICON)

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
