"""A question and what stands under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.ui.theme import GAP_4, HALO, RADIUS_BUBBLE
from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.cards import FailureCardView, Notice, PersonCardView
from supportbot.ui.views.controls import Chip, IconButton
from supportbot.ui.views.document import KEY_PAD
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.prose import Prose

if TYPE_CHECKING:
    from supportbot.product.links import LinkPolicy
    from supportbot.ui.look import Look
    from supportbot.ui.viewmodels import Answer, Link

_SIDE, _TOP = 13, 9
_SQUARE = 4
_SHARE = 0.85
_COPIED_MS = 1_600


class Bubble(QWidget):
    """The customer's words, on the far side."""

    def __init__(self, look: Look, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.words = Prose(look, colour="bubble_text", parent=self)
        self.words.setAccessibleName(self.tr("Your question"))
        self.words.set_plain(question)
        self.words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_look_changed)

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
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.words.geometry()).adjusted(
            KEY_PAD - _SIDE, -_TOP, _SIDE - KEY_PAD, _TOP
        )
        painter.fillPath(_speech(ground, mirrored=self._mirrored()), self._look.colour("bubble"))

    def _text_width(self, width: int) -> int:
        return self.words.natural_width(max(int(width * _SHARE) - 2 * (_SIDE - KEY_PAD), 40))

    def _place(self) -> None:
        wide = self._text_width(self.width())
        side = _SIDE - KEY_PAD
        left = side if self._mirrored() else self.width() - wide - side
        self.words.setGeometry(left, _TOP, wide, self.height() - 2 * _TOP)
        self.update()

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self._place()


class ExchangeView(QWidget):
    """A question and its answer, at whatever stage it is.

    Signals:
        link_activated: A link the policy allows.
        person_requested: Talk to a human about this.
        retry_requested: Ask it again.
        copied: The answer, to be put on the clipboard.
    """

    link_activated = Signal(str)
    person_requested = Signal()
    retry_requested = Signal()
    copied = Signal(str)

    def __init__(
        self, look: Look, links: LinkPolicy, question: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._links = links
        self._text = ""
        self._extras: list[QWidget] = []
        self.bubble = Bubble(look, question)
        self.status = Text(look, "body", "muted", wrap=False)
        self.status.hide()
        self.prose = Prose(look, links)
        self.prose.setAccessibleName(self.tr("Answer"))
        self.prose.link_activated.connect(self.link_activated)
        self._again: IconButton | None = None
        self.failure: FailureCardView | None = None
        self.person: PersonCardView | None = None
        self._below = QVBoxLayout()
        self._below.setSpacing(10)
        self._below.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(_indented(self.bubble, KEY_PAD))
        layout.addSpacing(GAP_4)
        layout.addLayout(_indented(self.status, KEY_PAD))
        layout.addWidget(self.prose)
        layout.addLayout(self._below)

    @property
    def answer_text(self) -> str:
        """The answer as it reads, without marks."""
        return self.prose.toPlainText().strip()

    def wait(self) -> None:
        """Nothing has come yet."""
        self._clear()
        self._text = ""
        self.prose.show()
        self.prose.set_markdown("", streaming=True)

    def set_status(self, text: str) -> None:
        """Say in place of the answer what is going on."""
        if not self._text:
            self.status.setText(text)
            self.status.setVisible(bool(text))
            self.prose.setVisible(not text)

    def grow(self, text: str) -> None:
        """More of the answer."""
        self.set_status("")
        self._text += text
        self.prose.set_markdown(self._text, streaming=True)

    def finish(self, answer: Answer, *, partial: str = "") -> None:
        """The verdict: the whole answer and what belongs under it.

        Args:
            answer: What to show.
            partial: What had already streamed, to stay above a failure.
        """
        self._clear()
        self._text = answer.markdown or partial
        self.prose.set_markdown(self._text)
        self.prose.setVisible(bool(self._text.strip()))
        if answer.doubt:
            self._put(Notice(self._look, answer.doubt), KEY_PAD)
        if answer.sources:
            self._put(self._chips(answer.sources, "doc"), KEY_PAD - HALO)
        if answer.more is not None:
            self._put(self._chips((answer.more,), "link"), KEY_PAD - HALO)
        if answer.markdown and answer.person is None:
            self._put(self._actions(answer), 0)
        if answer.person is not None:
            self.person = PersonCardView(self._look, answer.person)
            self.person.person_requested.connect(self.person_requested)
            self.person.link_activated.connect(self.link_activated)
            self._put(self.person, KEY_PAD, above=4)
        if answer.failure is not None:
            self.failure = FailureCardView(self._look, answer.failure)
            self.failure.retry_requested.connect(self.retry_requested)
            self.failure.person_requested.connect(self.person_requested)
            self._put(self.failure, KEY_PAD)

    def settle(self) -> None:
        """Another question follows."""
        if self.failure is not None:
            self.failure.settle()
        if self._again is not None:
            self._again.hide()

    # ------------------------------------------------------------------ inside

    def _put(self, widget: QWidget, side: int, above: int = 0) -> None:
        if not self._extras and self.prose.isVisibleTo(self):
            self._below.setContentsMargins(0, 10, 0, 0)
        self._extras.append(widget)
        self._below.addLayout(_indented(widget, side, above))
        widget.show()

    def _clear(self) -> None:
        self.status.hide()
        self.failure = self.person = self._again = None
        for widget in self._extras:
            widget.hide()
            widget.deleteLater()
        self._extras.clear()
        while (item := self._below.takeAt(0)) is not None:
            if (line := item.layout()) is not None:
                line.deleteLater()
        self._below.setContentsMargins(0, 0, 0, 0)

    def _chips(self, links: tuple[Link, ...], icon: str) -> Flow:
        row = Flow(0)
        for link in links:
            chip = Chip(self._look, link.title, icon)
            chip.setToolTip(link.url)
            chip.clicked.connect(lambda _=False, url=link.url: self.link_activated.emit(url))
            row.add(chip)
        return row

    def _actions(self, answer: Answer) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        copy = IconButton(self._look, "copy", self.tr("Copy answer"), size=28, icon_size=16)
        copy.clicked.connect(lambda: self._copy(copy))
        layout.addWidget(copy)
        if answer.can_regenerate:
            again = IconButton(self._look, "retry", self.tr("Answer again"), size=28, icon_size=16)
            again.clicked.connect(self.retry_requested)
            layout.addWidget(again)
            self._again = again
        if answer.note:
            layout.addSpacing(6)
            layout.addWidget(Text(self._look, "fine", "muted", answer.note, wrap=False))
        layout.addStretch(1)
        return row

    def _copy(self, button: IconButton) -> None:
        self.copied.emit(self.answer_text)
        button.set_icon("check", self.tr("Copied"))
        QTimer.singleShot(
            _COPIED_MS, button, lambda: button.set_icon("copy", self.tr("Copy answer"))
        )


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


def _indented(widget: QWidget, side: int, above: int = 0) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(side, above, side, 0)
    layout.addWidget(widget)
    return layout
