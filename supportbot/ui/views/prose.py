"""Text to read: an answer's safe Markdown, or a customer's plain words.

Owns how a document looks (line height, lists, key caps, links) and its safety: HTML is text, nothing is
ever loaded, and only links the policy allows can be seen or followed. It opens nothing itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from supportbot.product.links import LinkPolicy
from supportbot.ui.markdown import closed, is_intricate
from supportbot.ui.theme import RADIUS_KEY
from supportbot.ui.views.document import (
    CODE_PAD,
    KEY_PAD,
    QUOTE_PAD,
    divide,
    dress,
    is_code,
    is_key,
    is_mirrored,
    quote_level,
)
from supportbot.ui.views.marked import paint_marks
from supportbot.ui.views.places import fixed_box, ink_bottom, lines_of, places
from supportbot.ui.views.policy import let_height_follow_width

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.ui.look import Look

_MOST_KNOWN = 8
_SAFE = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class Prose(QTextBrowser):
    """Read-only text, exactly as high as it needs to be.

    The text keeps ``KEY_PAD`` pixels on the left and right for key caps and the focus ring.

    Args:
        look: The theme in force.
        links: Which links are links.
        colour: Name of the colour token of the text.
        is_page: Whether it shows a page, whose headings divide it.

    Signals:
        link_activated: A link the policy allows was followed.
        link_reached: Tab went on to a link; where it stands in this widget.
    """

    link_activated = Signal(str)
    link_reached = Signal(QRect)

    def __init__(
        self,
        look: Look,
        links: LinkPolicy | None = None,
        colour: str = "text",
        *,
        is_page: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._links = links or LinkPolicy(frozenset(), frozenset())
        self._colour = colour
        self._is_page = is_page
        self._source = ""
        self._is_markdown = False
        self._streaming = False
        self._ringed = False
        self._heights: dict[int, int] = {}
        self._widths: dict[int, int] = {}
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        let_height_follow_width(self)
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.anchorClicked.connect(self._on_anchor_clicked)
        look.changed.connect(self._on_look_changed)
        self._restyle()

    def set_markdown(self, text: str, *, streaming: bool = False) -> None:
        """Show an answer; ``streaming`` draws the caret and holds half-written marks back."""
        self._source, self._is_markdown, self._streaming = text, True, streaming
        self._fill()

    def set_plain(self, text: str) -> None:
        """Show somebody's words as they are."""
        self._source, self._is_markdown, self._streaming = text, False, False
        self._fill()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing: an answer has no images, styles or files."""

    def natural_width(self, most: int) -> int:
        """The width the text takes when it may take at most ``most`` pixels."""
        if most not in self._widths:
            _measure(self.document(), most, self._widths, lambda one: one.idealWidth() + 1.999)
        return min(self._widths[most], most)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            _measure(self.document(), width, self._heights, lambda one: _bottom(one) + 0.999)
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 0 else self._look.px(320)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(64), self._look.line_height("body"))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setStyleSheet(self._look.style_sheet)
        menu.popup(event.globalPos())

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link before it leaves."""
        went = super().focusNextPrevChild(forward)
        if went and self.hasFocus():
            self.link_reached.emit(self.cursorRect())
        return went

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        under = QPainter(self.viewport())
        under.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_keys(under, QRectF(event.rect()))
        paint_marks(under, self, self._look, QRectF(event.rect()))
        if self._ringed:
            under.setPen(QPen(self._look.colour("accent"), 2))
            under.setBrush(Qt.BrushStyle.NoBrush)
            under.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6, 6)
        under.end()
        super().paintEvent(event)
        if self._streaming:
            over = QPainter(self.viewport())
            end = QTextCursor(self.document())
            end.movePosition(QTextCursor.MoveOperation.End)
            spot = self.cursorRect(end)
            height = self._look.px(15)
            top = spot.top() + (self._look.line_height("body") - height) / 2
            over.fillRect(QRectF(spot.left() + 2, top, 2, height), self._look.colour("accent"))
            over.end()

    # ------------------------------------------------------------------ inside

    def _fill(self) -> None:
        document = self.document()
        if self._is_markdown and not is_intricate(self._source):
            document.setMarkdown(closed(self._source) if self._streaming else self._source, _SAFE)
        else:
            document.setPlainText(self._source)
        dress(document, self._look, self._links)
        if self._is_page:
            divide(document, self._look)
        self._heights.clear()
        self._widths.clear()
        self.updateGeometry()

    def _paint_keys(self, painter: QPainter, exposed: QRectF) -> None:
        layout = self.document().documentLayout()
        block = self.document().begin()
        code = QRectF()
        while block.isValid():
            if is_code(block):
                code = code.united(layout.blockBoundingRect(block))
                if not (block.next().isValid() and is_code(block.next())):
                    self._paint_code(painter, code)
                    code = QRectF()
                block = block.next()
                continue
            place = layout.blockBoundingRect(block)
            if place.top() <= exposed.bottom() and place.bottom() >= exposed.top():
                if level := quote_level(block):
                    self._paint_quote(painter, block, place, level)
                for rect in key_rects(block, self._look.px(18)):
                    self._paint_key(painter, rect.translated(place.topLeft()))
            block = block.next()

    def _paint_code(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("surface"))
        ground = QRectF(
            KEY_PAD,
            rect.top() - CODE_PAD + 4,
            self.viewport().width() - 2 * KEY_PAD,
            rect.height() + 2 * CODE_PAD,
        )
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_quote(self, painter: QPainter, block: QTextBlock, place: QRectF, level: int) -> None:
        """Bars on the side on which its words begin."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("muted"))
        wide, high = self.viewport().width(), block.blockFormat().lineHeight()
        boxes = [fixed_box(line, high) for line in lines_of(block.layout())]
        top, bottom = place.top() + boxes[0][0] + 2, place.top() + boxes[-1][0] + high
        for at in range(level):
            left = KEY_PAD + at * self._look.px(QUOTE_PAD)
            bar = QRectF(wide - left - 3 if is_mirrored(block) else left, top, 3, bottom - top)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_key(self, painter: QPainter, rect: QRectF) -> None:
        cap = rect.adjusted(-KEY_PAD + 1.5, 0.5, KEY_PAD - 1.5, -0.5)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("chip"))
        painter.drawRoundedRect(cap, RADIUS_KEY, RADIUS_KEY)

    def _on_scrolled(self, value: int) -> None:
        if value:  # it is always as high as its text, and must not slip while it grows
            self.verticalScrollBar().setValue(0)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if not self._links.fault(address):
            self.link_activated.emit(address)

    def _on_look_changed(self) -> None:
        self._restyle()
        self._fill()

    def _restyle(self) -> None:
        self.document().setDefaultFont(self._look.font("body"))
        palette = QPalette(self.palette())
        clear = self._look.colour("background")
        clear.setAlpha(0)
        palette.setColor(QPalette.ColorRole.Base, clear)
        palette.setColor(QPalette.ColorRole.Text, self._look.colour(self._colour))
        palette.setColor(QPalette.ColorRole.Link, self._look.colour("accent"))
        palette.setColor(QPalette.ColorRole.Highlight, self._look.colour("selection"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._look.colour("text"))
        self.setPalette(palette)


def _measure(
    document: QTextDocument,
    width: int,
    known: dict[int, int],
    size: Callable[[QTextDocument], float],
) -> None:
    """Note how large a document is when it is so wide; of many widths (somebody drags an edge) the last few."""
    before = document.textWidth()
    document.setTextWidth(width)
    if len(known) >= _MOST_KNOWN:
        known.clear()
    known[width] = int(size(document))
    if before > 0 and before != width:
        document.setTextWidth(before)


def _bottom(document: QTextDocument) -> float:
    """How far down a document reaches: letters that another font lends may hang out below its last line."""
    height, last = document.size().height(), document.lastBlock()
    lines = list(lines_of(last.layout()))
    if not lines or lines[-1].height() <= last.blockFormat().lineHeight():
        return height
    top = document.documentLayout().blockBoundingRect(last).top()
    return max(height, top + ink_bottom(lines[-1]))


def key_spans(block: QTextBlock) -> list[tuple[int, int]]:
    """Where key caps and pieces of code stand in a block: first character and length, in UTF-16 units."""
    found: list[tuple[int, int]] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if is_key(fragment.charFormat()):
            start = fragment.position() - block.position()
            if found and sum(found[-1]) == start:
                found[-1] = (found[-1][0], found[-1][1] + fragment.length())
            else:
                found.append((start, fragment.length()))
        fragments += 1
    return found


def key_rects(block: QTextBlock, height: float) -> list[QRectF]:
    """Where the key caps of a block stand in it, line by line."""
    rects = []
    for start, length in key_spans(block):
        for line, place in places(block.layout(), start, length):
            middle = line.y() + line.height() / 2
            rects.append(QRectF(place.left(), middle - height / 2, place.width(), height))
    return rects
