"""Grounds that other things stand on: cards, fields and the customer's logo, painted from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from supportbot.ui.icons import paint_icon
from supportbot.ui.theme import HALO, RADIUS_CARD, RADIUS_CONTROL
from supportbot.ui.views.policy import let_height_follow_width

if TYPE_CHECKING:
    from pathlib import Path

    from supportbot.ui.look import Look


_TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Panel(QWidget):
    """A rounded ground with a line around it.

    Args:
        look: The theme in force.
        fill: Colour token of the ground.
        line: Colour token of the line; empty for none.
        radius: Of its corners.
    """

    def __init__(
        self,
        look: Look,
        fill: str,
        line: str = "",
        radius: float = RADIUS_CARD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._fill = fill
        self._line = line
        self._radius = radius
        let_height_follow_width(self)
        look.changed.connect(self.update)

    def recolour(self, fill: str, line: str) -> None:
        """Have another ground and another line."""
        self._fill, self._line = fill, line
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.look.colour(self._fill))
        painter.setPen(QPen(self.look.colour(self._line), 1) if self._line else Qt.PenStyle.NoPen)
        body = QRectF(self.rect())
        if self._line:
            body.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(body, self._radius, self._radius)


class Icon(QWidget):
    """An icon that is only looked at."""

    def __init__(
        self, look: Look, name: str, size: int, colour: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._size = size
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def become(self, name: str, colour: str) -> None:
        """Be another icon."""
        self._name, self._colour = name, colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._name, QRectF(self.rect()), self._look.colour(self._colour))

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Logo(QWidget):
    """The pack's logo, or its initial on the accent where the file cannot be drawn."""

    def __init__(self, look: Look, file: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._letter = _initial(name)
        self._drawing = QSvgRenderer(str(file), self) if file.is_file() else None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        side = self._look.px(28)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawing is not None and self._drawing.isValid():
            self._drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._drawing.render(painter, QRectF(self.rect()))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setPen(self._look.colour("on_accent"))
        painter.setFont(self._look.font("name"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Field(QWidget):
    """The frame of something that is typed into: surface, line, and a ring while it has the focus.

    Args:
        look: The theme in force.
        editor: What is typed into; becomes frameless and takes the theme's colours.
        radius: Of its corners.
        is_page: Whether it is only read: it has no frame then, and a ring when Tab led to it.
    """

    def __init__(
        self,
        look: Look,
        editor: QWidget,
        radius: float = RADIUS_CONTROL,
        parent: QWidget | None = None,
        *,
        is_page: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_page = is_page
        self._tabbed = False
        self.look = look
        self.editor = editor
        self._radius = radius
        if isinstance(editor, QAbstractScrollArea):
            editor.setFrameShape(QFrame.Shape.NoFrame)  # its ground is clear: see restyle
        elif isinstance(editor, QLineEdit):
            editor.setFrame(False)
        editor.setObjectName("field")
        editor.installEventFilter(self)
        self.setFocusProxy(editor)
        look.changed.connect(self.restyle)
        self.restyle()

    def hold(self, padding: tuple[int, int, int, int]) -> None:
        """Put the editor in, with this room around it (left, top, right, bottom) inside the line."""
        layout = QVBoxLayout(self)
        left, top, right, bottom = padding
        layout.setContentsMargins(left + HALO, top + HALO, right + HALO, bottom + HALO)
        layout.addWidget(self.editor)

    def restyle(self) -> None:
        """Take the theme's font and colours."""
        palette = QPalette(self.editor.palette())
        clear = self.look.colour("surface")
        clear.setAlpha(0)
        palette.setColor(QPalette.ColorRole.Base, clear)
        palette.setColor(QPalette.ColorRole.Text, self.look.colour("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.look.colour("muted"))
        palette.setColor(QPalette.ColorRole.Highlight, self.look.colour("selection"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self.look.colour("text"))
        self.editor.setStyleSheet(self.look.style_sheet)
        self.editor.setPalette(palette)
        self.editor.setFont(self.look.font("body"))
        self._align()
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # All of the field is the target, not only the line of text in it.
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._tabbed = isinstance(event, QFocusEvent) and event.reason() in _TABS
            self.update()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        return super().eventFilter(watched, event)

    def _align(self) -> None:
        """Have a line begin where everything in the window does; Qt goes by its words."""
        if isinstance(self.editor, QLineEdit):
            mirrored = self.editor.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            self.editor.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)
        focused = self.editor.hasFocus()
        if self._is_page:
            if focused and self._tabbed:
                painter.setPen(QPen(self.look.colour("accent"), 2))
                ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(ring, self._radius, self._radius)
            return
        if focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("ring"))
            painter.drawRoundedRect(QRectF(self.rect()), self._radius + HALO, self._radius + HALO)
        painter.setBrush(self.look.colour("surface"))
        painter.setPen(QPen(self.look.colour("accent" if focused else "line"), 1))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)


def _initial(name: str) -> str:
    """One letter for a logo that cannot be drawn."""
    return next((character.upper() for character in name if character.isalnum()), "?")
