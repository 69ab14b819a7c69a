"""A sentence that comes up over the window for a while, with something to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.roles import Role
from supportbot.ui.theme import GAP_1, GAP_3, RADIUS_CARD
from supportbot.ui.views.controls import Button
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QHideEvent

    from supportbot.ui.look import Look

_LEAST_WORDS = 150  # pixels, beside the button
_LEAST_HIGH = 42  # pixels, with a button or without
_ASIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Toast(Panel):
    """One sentence and one button.

    Signals:
        action_requested: The button.
        attended: Whether somebody is at it, with the pointer or the keyboard.
        moved: It went away, or stands elsewhere.
    """

    accessible_role = Role.Notification
    action_requested = Signal()
    attended = Signal(bool)
    moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "toast", "", RADIUS_CARD, parent)
        self.words = Text(look, "small", "toast_text")
        self.action = Button(look, "", kind="link", colour="toast_action")
        self.action.clicked.connect(self.action_requested)
        self.action.installEventFilter(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(GAP_3 + 2, 6, GAP_1 + 2, 6)
        self._row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.action, 0, _ASIDE)
        self.hide()

    def say(self, text: str, action: str = "") -> None:
        """Come up with a sentence, and a button unless ``action`` is empty."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self.words.updateGeometry()
        self.action.updateGeometry()
        self.show()
        self.raise_()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.attended.emit(True)
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.attended.emit(self.action.hasFocus())
        super().leaveEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.moved.emit()

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.attended.emit(QApplication.focusWidget() is self.action or self.underMouse())
        return False

    def place(self, home: QWidget, bottom: int) -> None:
        """Stand in the middle of ``home``, above ``bottom``, no wider than needed; Tab reaches it there.

        Words that are longer than ``home`` is wide take several lines, with the button below where little is left beside it.
        """
        if self.parentWidget() is not home:
            shown = not self.isHidden()  # also when what it stood in is hidden now
            self.setParent(home)
            self.setVisible(shown)
            self.raise_()
        room = home.width() - 2 * GAP_3
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        beside = self.action.sizeHint().width() if not self.action.isHidden() else 0
        if self.sizeHint().width() > room and room - beside < self.look.px(_LEAST_WORDS):
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        width = min(room, max(self.sizeHint().width(), self.look.px(260)))
        height = max(self._row.totalHeightForWidth(width), self.look.px(_LEAST_HIGH))
        self.setGeometry((home.width() - width) // 2, bottom - GAP_3 - height, width, height)
        self.moved.emit()
