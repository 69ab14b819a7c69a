"""Joins the reader to the help pages: what is typed becomes searches, what is chosen becomes places.

Owns the way through the pages and the searchable form of them, which is built off the main thread when
the reader is opened for the first time. Needs no model. Blocks on nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from supportbot.knowledge import Addresses, Hit, PageSearch
from supportbot.ui.announce import announce
from supportbot.ui.error_words import sentence_of
from supportbot.ui.operations import Operation
from supportbot.ui.pages import PageRow, count_line, page_of, row_of, rows_of
from supportbot.ui.trail import Place, Trail
from supportbot.ui.views.reader import Reader
from supportbot.ui.views.unseen import draw_rows_unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from supportbot.errors import SupportbotError
    from supportbot.product.pack import ProductPack
    from supportbot.ui.look import Look
    from supportbot.ui.views.window import Window

_LEAST_QUERY = 2
_ANNOUNCE_MS = 700


class Reading(QObject):
    """The help pages of a window.

    Args:
        window: Shows the reader.
        look: The theme in force.
        pack: Whose pages.
        run: Runs operations off the main thread, one after the other.

    Signals:
        link_requested: A link that leads out of the pages.
        person_requested: Talk to a human.
        question_wanted: Ask the helper this.
    """

    link_requested = Signal(str)
    person_requested = Signal()
    question_wanted = Signal(str)

    def __init__(
        self,
        window: Window,
        look: Look,
        pack: ProductPack,
        run: Callable[[Operation[Any]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._pack = pack
        self._run = run
        self._addresses = Addresses(pack.pages.values())
        self._trail = Trail()
        self._reader: Reader | None = None
        self._search: PageSearch | None = None
        self._leads: Mapping[str, str] = {}
        self._number = 0  # of the last search; what an earlier one found is not shown any more
        self._settled = True
        self._entered = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_ANNOUNCE_MS)
        self._quiet.timeout.connect(self._announce_count)

    @property
    def is_open(self) -> bool:
        """Whether the reader is on the screen."""
        return self._trail.here is not None

    @property
    def reader(self) -> Reader | None:
        """The view, once it was needed."""
        return self._reader

    def get_ready(self) -> Iterator[None]:
        """Build what will be seen, a part each time the next is asked for."""
        view = self._view()
        yield
        self._window.get_ready(view)
        yield
        yield from draw_rows_unseen(view.list.rows)

    def open_list(self) -> None:
        """Show all pages, ready to search."""
        here = self._trail.here
        if here is None or not here.is_list:
            self._go(Place())
        self._view().list.focus_search()

    def open_link(self, link: str) -> bool:
        """Show the page a link leads to; whether it is one of the pack's."""
        found = self._addresses.find(link)
        if found is None:
            return False
        page_id, anchor = found
        self._go(Place(page_id, anchor))
        return True

    def open_page(self, page_id: str, anchor: str = "") -> None:
        """Show a page; the list and a word about it when there is no such page."""
        self._go(Place(page_id, anchor))

    def back(self) -> None:
        """Go back to the place before, out of the reader from the first one."""
        place = self._trail.back()
        if place is None:
            self._leave()
        else:
            self._show(place)

    def close(self) -> None:
        """Back to the conversation."""
        if self.is_open:
            self._trail.clear()
            self._leave()

    def tell(self, text: str, action: str = "", done: Callable[[], None] | None = None) -> None:
        """Say something in the reader, perhaps with a button."""
        self._view().show_notice(text, action, done)

    # ------------------------------------------------------------------ places

    def _go(self, place: Place) -> None:
        self._trail.go(place, self._view().scrolled)
        self._show(place)

    def _show(self, place: Place) -> None:
        view = self._view()
        view.show_notice("")
        self._window.show_reader(view)
        page = self._pack.pages.get(place.page_id)
        if page is not None:
            view.show_page(page_of(page, self._pack.link_policy), place.forms)
            if place.scroll is not None:
                view.page.set_scroll(place.scroll)
            elif place.anchor:
                view.page.go_to(place.anchor)
            announce(view, page.title)
            return
        view.show_list(can_go_back=not self._trail.at_start)
        view.list.rows.enter()
        if not place.is_list:
            view.show_notice(self.tr("This page is not among the help pages any more."))

    def _leave(self) -> None:
        self._window.hide_reader()

    def _view(self) -> Reader:
        if self._reader is not None:
            return self._reader
        view = self._reader = Reader(self._look, self._pack.link_policy)
        view.back_requested.connect(self.back)
        view.close_requested.connect(self.close)
        view.search_requested.connect(self.open_list)
        view.person_requested.connect(self.person_requested)
        view.question_wanted.connect(self.question_wanted)
        view.link_activated.connect(self._on_link_activated)
        view.browser_requested.connect(self.link_requested)
        view.list.rows.chosen.connect(self._on_chosen)
        view.list.search.changed.connect(self._on_typed)
        view.list.search.entered.connect(self._on_entered)
        view.list.show_rows(rows_of(self._pack.pages.values(), {}))
        pages = self._pack.pages.values()

        def prepare() -> tuple[PageSearch, Mapping[str, str]]:
            search = PageSearch(pages)
            return search, search.leads()

        self._run(Operation(prepare, self._on_prepared, self._on_failed))
        return view

    def _on_chosen(self, row: PageRow) -> None:
        self._go(Place(row.page_id, row.anchor, row.forms))

    def _on_link_activated(self, link: str) -> None:
        if not self.open_link(link):
            self.link_requested.emit(link)

    # ------------------------------------------------------------------ searching

    def _on_prepared(self, prepared: tuple[PageSearch, Mapping[str, str]]) -> None:
        self._search, self._leads = prepared
        view = self._view()
        if view.list.search.edit.text():
            self._on_typed(view.list.search.edit.text())
        else:
            self._show_all(keep=True)

    def _on_failed(self, error: SupportbotError) -> None:
        self._settled = True
        self.tell(sentence_of(error))

    def _on_typed(self, query: str) -> None:
        self._number += 1
        self._entered = False
        search, number = self._search, self._number
        if not query.strip():
            self._show_all()
            return
        self._settled = False
        if search is None:
            return

        def find() -> tuple[Hit, ...] | None:
            # While this one waited for its turn, more may have been typed.
            return search.search(query, typing=True) if number == self._number else None

        self._run(
            Operation(find, lambda hits: self._on_found(number, query, hits), self._on_failed)
        )

    def _on_found(self, number: int, query: str, hits: tuple[Hit, ...] | None) -> None:
        if hits is None or number != self._number:
            return
        if not hits and len(query.strip()) < _LEAST_QUERY:
            self._show_all()
            return
        view = self._view()
        if hits:
            view.list.show_rows([row_of(hit) for hit in hits])
        else:
            view.list.show_nothing(query)
        self._settle()

    def _show_all(self, *, keep: bool = False) -> None:
        rows = rows_of(self._pack.pages.values(), self._leads)
        self._view().list.show_rows(rows, keep=keep)
        self._settle()

    def _settle(self) -> None:
        self._settled = True
        self._quiet.start()
        if self._entered:
            self._entered = False
            self._view().list.rows.choose_first()

    def _on_entered(self) -> None:
        """Enter opens the best page, as soon as it is known."""
        if not self._settled:
            self._entered = True
        elif self._view().list.search.edit.text().strip():
            self._view().list.rows.choose_first()

    def _announce_count(self) -> None:
        view = self._view().list
        if view.isVisible() and view.search.edit.text().strip():
            count = len(view.rows.rows)
            announce(view, count_line(count) if count else view.nothing.accessibleName())
