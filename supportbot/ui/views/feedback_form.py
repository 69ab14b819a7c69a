"""What was wrong with an answer: a few reasons, a few words, all of it optional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportbot.ui.theme import GAP_2, HALO
from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.chips import Option
from supportbot.ui.views.controls import Button
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Panel
from supportbot.ui.views.writing import WritingField

if TYPE_CHECKING:
    from supportbot.ui.look import Look

_SIDE = 12


class FeedbackForm(Panel):
    """Asks what was wrong.

    Signals:
        saved: Codes of the reasons, and the customer's own words.
        skipped: Nothing more is to be said.
    """

    saved = Signal(tuple, str)
    skipped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "line", parent=parent)
        title = self.tr("What was wrong?")
        self.setAccessibleName(title)
        self.options = {
            "wrong": Option(look, self.tr("It is wrong or out of date")),
            "misunderstood": Option(look, self.tr("It missed my question")),
            "incomplete": Option(look, self.tr("Something is missing")),
            "unclear": Option(look, self.tr("It is hard to follow")),
        }
        optional = self.tr("In your own words (optional)")
        self.remark = WritingField(look, optional, optional)
        side, above = look.px(11), look.px(7)
        self.remark.hold((side, above, side, above))
        self.skip = Button(look, self.tr("Skip"))
        self.save = Button(look, self.tr("Save"), kind="primary")
        self.skip.clicked.connect(self.skipped)
        self.save.clicked.connect(self._on_saved)
        self.remark.edit.submitted.connect(self._on_saved)
        told = self.tr("Kept with this conversation on this computer. Nothing is sent.")
        buttons = Flow(GAP_2 - 2 * HALO, (self.skip, self.save))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE - HALO, _SIDE, _SIDE - HALO, _SIDE - HALO)
        layout.setSpacing(GAP_2 - HALO)
        layout.addLayout(_moved_in(Text(look, "strong", text=title)))
        layout.addWidget(Flow(GAP_2 - 2 * HALO, tuple(self.options.values())))
        layout.addWidget(self.remark)
        layout.addLayout(_moved_in(Text(look, "fine", "muted", told)))
        layout.addSpacing(HALO)
        layout.addWidget(buttons)

    def focus_first(self) -> None:
        """Have the customer choose."""
        self.options["wrong"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self) -> None:
        chosen = tuple(code for code, option in self.options.items() if option.isChecked())
        self.saved.emit(chosen, self.remark.edit.toPlainText().strip())


def _moved_in(widget: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(HALO, 0, HALO, 0)
    line.addWidget(widget)
    return line
