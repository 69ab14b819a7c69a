"""What was wrong with an answer: a few reasons, a few words, all of it optional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.theme import GAP_2, HALO
from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.button_row import ButtonRow
from supportbot.ui.views.controls import Button, Control
from supportbot.ui.views.lettering import Lettering, Text
from supportbot.ui.views.panels import Panel
from supportbot.ui.views.writing import WritingField

if TYPE_CHECKING:
    from supportbot.ui.look import Look

_SIDE = 12


class Option(Control):
    """Something that applies or does not."""

    radius = 8

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent=parent)
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.font("chip")).horizontalAdvance(self.text())
        width = words + self.look.px(13) + self.look.px(6) + 2 * self.look.px(9)
        return QSize(int(width + 0.999) + 2 * self.halo, self.look.px(28) + 2 * self.halo)

    @override
    def draw(self, painter: QPainter, body: QRectF) -> None:
        on = self.isChecked()
        fill = self.look.colour("bubble" if on else "hover" if self.lit else "background")
        self.ground(painter, body, fill, self.look.colour("accent" if on else "line"))
        size, padding = self.look.px(13), self.look.px(9)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        mark = QRectF(
            body.right() - padding - size if mirrored else body.left() + padding,
            body.center().y() - size / 2,
            size,
            size,
        )
        paint_icon(
            painter, "check" if on else "plus", mark, self.look.colour("accent" if on else "muted")
        )
        font, line = self.look.font("chip"), self.look.line_height("chip")
        room = body.width() - 2 * padding - size - self.look.px(6)
        said = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        left = body.left() + padding if mirrored else mark.right() + self.look.px(6)
        Lettering(said, font, line).paint(
            painter, left, body.center().y() - line / 2, self.look.colour("text")
        )


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
        self.remark.hold((11, 7, 11, 7))
        self.skip = Button(look, self.tr("Skip"))
        self.save = Button(look, self.tr("Save"), kind="primary")
        self.skip.clicked.connect(self.skipped)
        self.save.clicked.connect(self._on_saved)
        self.remark.edit.submitted.connect(self._on_saved)
        told = self.tr("Kept with this conversation on this computer. Nothing is sent.")
        buttons = ButtonRow(look, (self.skip, self.save), grows=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE - HALO, _SIDE, _SIDE - HALO, _SIDE - HALO)
        layout.setSpacing(GAP_2 - HALO)
        layout.addLayout(_moved_in(Text(look, "strong", text=title)))
        layout.addWidget(Flow(0, tuple(self.options.values())))
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
