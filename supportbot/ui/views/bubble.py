"""The customer's words, and the button that changes the last of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from supportbot.ui.theme import GAP_1, RADIUS_BUBBLE
from supportbot.ui.views.controls import IconButton
from supportbot.ui.views.document import KEY_PAD
from supportbot.ui.views.policy import let_height_follow_width
from supportbot.ui.views.prose import Prose

if TYPE_CHECKING:
    from supportbot.ui.look import Look

_SIDE, _TOP = 13, 9
_SQUARE = 4
_SHARE = 0.85
_MOST = 4_000  # characters; no question that is answered is longer


class Bubble(QWidget):
    """The customer's words, on the far side.

    Signals:
        edit_requested: Put the question in other words.
    """

    edit_requested = Signal()

    def __init__(self, look: Look, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.words = Prose(look, colour="bubble_text", parent=self)
        self.words.setAccessibleName(self.tr("Your question"))
        self.words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.edit = IconButton(look, "edit", self.tr("Edit and ask again"), size=28, icon_size=16)
        self.edit.setParent(self)
        self.edit.clicked.connect(self.edit_requested)
        self.edit.hide()
        let_height_follow_width(self)
        self._show(question)
        look.changed.connect(self._on_look_changed)

    def set_question(self, question: str) -> None:
        """Show these words; so many that nobody reads them, and nothing could lay them out, are cut."""
        self._show(question)
        self.place()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self.words.heightForWidth(self._text_width(width)) + 2 * _TOP

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self.heightForWidth(self._look.px(320)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(96), self._look.line_height("body") + 2 * _TOP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.words.geometry()).adjusted(
            KEY_PAD - _SIDE, -_TOP, _SIDE - KEY_PAD, _TOP
        )
        painter.fillPath(_speech(ground, mirrored=self._mirrored()), self._look.colour("bubble"))

    def _show(self, question: str) -> None:
        cut = len(question) > _MOST
        self.words.set_plain(question[:_MOST] + "…" if cut else question)
        self.updateGeometry()

    def _text_width(self, width: int) -> int:
        # Room for the button is kept in every bubble, so that none is broken anew when the button goes.
        most = min(int(width * _SHARE), width - self.edit.sizeHint().width() - GAP_1)
        return self.words.natural_width(max(most - 2 * (_SIDE - KEY_PAD), 40))

    def place(self) -> None:
        """Put the words and the button where they belong."""
        wide = self._text_width(self.width())
        side = _SIDE - KEY_PAD
        left = side if self._mirrored() else self.width() - wide - side
        self.words.setGeometry(left, _TOP, wide, self.height() - 2 * _TOP)
        button = self.edit.sizeHint()
        beside = left + wide + side + GAP_1 if self._mirrored() else left - side - GAP_1
        beside -= 0 if self._mirrored() else button.width()
        self.edit.setGeometry(
            beside, (self.height() - button.height()) // 2, button.width(), button.height()
        )
        self.update()

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.place()


def _speech(rect: QRectF, *, mirrored: bool) -> QPainterPath:
    """A round rectangle whose corner next to the speaker is almost square."""
    round_, square = 2.0 * RADIUS_BUBBLE, 2.0 * _SQUARE
    left, right = (square, round_) if mirrored else (round_, square)
    path = QPainterPath()
    path.arcMoveTo(QRectF(rect.left(), rect.top(), round_, round_), 180)
    path.arcTo(QRectF(rect.left(), rect.top(), round_, round_), 180, -90)
    path.arcTo(QRectF(rect.right() - round_, rect.top(), round_, round_), 90, -90)
    path.arcTo(QRectF(rect.right() - right, rect.bottom() - right, right, right), 0, -90)
    path.arcTo(QRectF(rect.left(), rect.bottom() - left, left, left), 270, -90)
    path.closeSubpath()
    return path
