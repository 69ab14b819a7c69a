"""A help page, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from supportbot.knowledge import anchors_of, spans_of
from supportbot.ui.theme import GAP_2
from supportbot.ui.views.arrange import Flow
from supportbot.ui.views.column import Column
from supportbot.ui.views.controls import Button
from supportbot.ui.views.document import KEY_PAD, headings
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.marked import mark_spans
from supportbot.ui.views.prose import Prose
from supportbot.ui.views.scrolling import scroll_by_key

if TYPE_CHECKING:
    from supportbot.product.links import LinkPolicy
    from supportbot.ui.look import Look
    from supportbot.ui.pages import PageText

# Room above a section that was jumped to.
_ABOVE_SECTION = 12
# Body, viewport, scroll bars: each round tells the next.
_LAYOUT_ROUNDS = 3
# Room at both edges of the column, for what links keep beside their words.
_OUTDENT = 12


class _Meta(Flow):
    """How old the page is, and the way to the web; where that begins a line, its words stand in line with the rest."""

    def __init__(self, facts: Text, browser: Button) -> None:
        self._browser = browser
        super().__init__(GAP_2, (facts, browser))

    @override
    def places(self, width: int) -> list[QRect]:
        inset = self._browser.inset
        facts, browser = super().places(width - inset)
        facts.moveLeft(facts.left() + inset)
        if browser.left() > 0:
            browser.moveLeft(browser.left() + inset)
        return [facts, browser]


class PageView(Column):
    """Title, how old it is, the way to the web, and what it says.

    Signals:
        link_activated: A link the policy allows.
        browser_requested: The page's own address.
        title_passed: Whether the title was scrolled out of sight.
    """

    link_activated = Signal(str)
    browser_requested = Signal(str)
    title_passed = Signal(bool)

    def __init__(self, look: Look, links: LinkPolicy, parent: QWidget | None = None) -> None:
        super().__init__(look, _OUTDENT, parent)
        self._look = look
        self._forms: frozenset[str] = frozenset()
        self._web = ""
        self.title = Text(look, "title", own_side=True)
        self.facts = Text(look, "fine", "muted", wrap=False)
        self.browser = Button(look, self.tr("Open in browser"), kind="link", icon="link")
        self.browser.clicked.connect(lambda: self.browser_requested.emit(self._web))
        self.excuse = Text(look, "body", "muted")
        self.prose = Prose(look, links, is_page=True)
        self.prose.link_activated.connect(self.link_activated)
        self.prose.installEventFilter(self)
        self.prose.link_reached.connect(self._on_link_reached)
        meta = _Meta(self.facts, self.browser)
        for widget, above in ((self.title, 6), (meta, 2), (self.excuse, 14)):
            line = QHBoxLayout()
            line.setContentsMargins(_OUTDENT, above, _OUTDENT, 0)
            line.addWidget(widget)
            if widget is meta:
                self._meta_line = line
            self.stack.addLayout(line)
        self.stack.setSpacing(0)
        self.stack.addSpacing(4)
        text = QHBoxLayout()
        text.setContentsMargins(_OUTDENT - KEY_PAD, 0, _OUTDENT - KEY_PAD, 0)
        text.addWidget(self.prose)
        self.stack.addLayout(text)
        self.stack.addStretch(1)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self._mark)
        look.changed.connect(self._outdent_meta)
        self._outdent_meta()

    def show_page(self, page: PageText, forms: frozenset[str]) -> None:
        """Show a page from its beginning, with these words marked."""
        self._forms, self._web = forms, page.url
        self.title.setText(page.title)
        self.facts.setText(page.facts)
        self.browser.setVisible(bool(page.url))
        self.browser.setToolTip(page.url)
        self.excuse.setText(page.excuse)
        self.excuse.setVisible(bool(page.excuse))
        self.prose.setAccessibleName(page.title)
        self.prose.setAccessibleDescription(page.facts)
        self.prose.set_markdown(page.markdown)
        self.prose.setVisible(not page.excuse)
        self._mark()
        self._settle()
        self.verticalScrollBar().setValue(0)

    def go_to(self, anchor: str) -> None:
        """Scroll to a section; nothing for one that is not there."""
        blocks = headings(self.prose.document())
        for block, name in zip(blocks, anchors_of(b.text() for b in blocks), strict=True):
            if name == anchor:
                self._scroll_to(block.position())
                return

    def set_scroll(self, scroll: int) -> None:
        """Scroll to where it was before."""
        self.verticalScrollBar().setValue(scroll)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The text is as high as it needs to be, so keys that scroll are for the column."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return scroll_by_key(self.verticalScrollBar(), event)
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ inside

    def _settle(self) -> None:
        """Lay out now what would be laid out before the next paint, so that the page does not jump under the eye."""
        for _ in range(_LAYOUT_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _scroll_to(self, position: int) -> None:
        cursor = QTextCursor(self.prose.document())
        cursor.setPosition(position)
        top = self.prose.mapTo(self.body, self.prose.cursorRect(cursor).topLeft()).y()
        self.verticalScrollBar().setValue(top - _ABOVE_SECTION)

    def _outdent_meta(self) -> None:
        """Leave the room that the link keeps beside its words to the margin."""
        side = _OUTDENT - self.browser.inset
        above = self._meta_line.contentsMargins().top()
        self._meta_line.setContentsMargins(side, above, side, 0)

    def _mark(self) -> None:
        spans = spans_of(self.prose.toPlainText(), self._forms)
        mark_spans(self.prose, self._look, spans)

    def _on_link_reached(self, place: QRect) -> None:
        spot = self.prose.mapTo(self.body, place.center())
        self.ensureVisible(spot.x(), spot.y(), 0, self._look.px(48))

    def _on_scrolled(self, value: int) -> None:
        self.title_passed.emit(value > self.title.geometry().bottom())
