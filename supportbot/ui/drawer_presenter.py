"""Joins the drawer to what is kept: what is typed and chosen there becomes work, what was found becomes rows.

Owns when the drawer comes and goes, and what is said of deleting, renaming and exporting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, QUrl, Signal

from supportbot.ui.announce import announce
from supportbot.ui.conversations import ConversationList, Entry
from supportbot.ui.deletions import Deletions
from supportbot.ui.error_words import sentence_of
from supportbot.ui.exporting import SUFFIXES, export_words, file_name, of_kind, write_export
from supportbot.ui.operations import Operation
from supportbot.ui.saving_words import not_saved
from supportbot.ui.theme import DRAWER_DOCKS_FROM
from supportbot.ui.views.menus import all_conversations_menu, conversation_menu
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from supportbot.errors import SupportbotError
    from supportbot.history import ExportFormat
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.look import Look
    from supportbot.ui.views.window import Window

_SAID_MS = 5_000
# How long nobody types before it is said how many were found.
_COUNT_MS = 700


class DrawerPresenter(QObject):
    """The drawer's behaviour.

    Args:
        window: What is seen.
        bridge: What works.
        look: The theme in force.
        choose: Asks where to save.
        open_url: Hands a link to the system; whether something took it.

    Signals:
        erase_requested: Everything is to be erased, if that is meant.
        talk_requested: A conversation is to be seen, whatever stands in its place.
    """

    erase_requested = Signal()
    talk_requested = Signal()

    def __init__(
        self,
        window: Window,
        bridge: Bridge,
        look: Look,
        choose: Callable[[QWidget, str], Path | None],
        open_url: Callable[[str], bool],
    ) -> None:
        super().__init__(window)
        self._open_url = open_url
        self._window = window
        self._drawer = window.drawer
        self._bridge = bridge
        self._look = look
        self._choose = choose
        archive = bridge.session.archive
        self.list = ConversationList(archive.find, bridge.look, parent=self)
        self.deletions = Deletions(
            archive.restore, archive.finish_deletions, bridge.run, parent=self
        )
        self._saved_in: Path | None = None
        self._left: str | None = None  # the conversation that was open when it was deleted
        self._submitted = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_SAID_MS)
        self._count = ""
        self._counted = QTimer(self)
        self._counted.setSingleShot(True)
        self._counted.setInterval(_COUNT_MS)
        self._connect_drawer()
        self._connect_what_works()

    def _connect_drawer(self) -> None:
        window, drawer, rows = self._window, self._drawer, self._drawer.list
        window.header.conversations_requested.connect(self._on_toggled)
        window.toast.action_requested.connect(self._on_toast_action)
        window.toast.moved.connect(self._on_toast_moved)
        window.toast.attended.connect(self._on_toast_attended)
        drawer.close_requested.connect(window.close_drawer)
        drawer.new_requested.connect(self._on_new_requested)
        drawer.menu_requested.connect(self._on_menu_requested)
        drawer.needle_changed.connect(self._on_needle_changed)
        drawer.submitted.connect(self._on_submitted)
        rows.chosen.connect(self._on_chosen)
        rows.renamed.connect(self._on_renamed)
        rows.delete_requested.connect(self.delete)
        rows.menu_requested.connect(self._on_row_menu_requested)
        rows.undo_requested.connect(self.deletions.undo)
        rows.end_neared.connect(self.list.load_more)

    def _connect_what_works(self) -> None:
        bridge = self._bridge
        bridge.opened.connect(lambda _: self._on_opened())
        bridge.asked.connect(lambda *_: self._refresh())
        bridge.replied.connect(lambda _: self._on_opened())
        bridge.history_mended.connect(self._on_opened)
        self.list.changed.connect(self._on_list_changed)
        self.list.found.connect(self._on_found)
        self._counted.timeout.connect(self._announce_count)
        self.deletions.changed.connect(self._on_deletions_changed)
        self.deletions.restored.connect(self._on_restored)
        self.deletions.restoring_failed.connect(
            self._told(self.tr("It could not be brought back. %1"))
        )
        self.deletions.erasing_waits.connect(
            self._told(
                self.tr("Deleted. Its last traces are wiped from the disk a little later. %1")
            )
        )
        self._quiet.timeout.connect(self._put_toast_away)

    # ------------------------------------------------------------------ coming and going

    def open(self) -> None:
        """Have the drawer come up with what is kept now."""
        if not self._drawer.isVisible():
            self.list.set_open(self._bridge.session.conversation_id)
            self.list.refresh()
        self._window.open_drawer()

    def reopen(self) -> None:
        """Have the drawer beside the conversation again, if there is room; the keyboard stays where it is."""
        if self._window.width() >= DRAWER_DOCKS_FROM:
            self.open()
            self._window.focus_composer()

    def escape(self) -> bool:
        """Close the drawer if Esc means it: it lies over the rest, or the keyboard is in it."""
        drawer = self._drawer
        if not drawer.isVisible() or (drawer.docked and not drawer.holds_focus):
            return False
        self._window.close_drawer()
        return True

    def forget(self) -> None:
        """Everything was erased: nothing of it can be brought back."""
        self.deletions.forget()

    def _on_toggled(self) -> None:
        if self._drawer.isVisible():
            self._window.close_drawer()
        else:
            self.open()

    def _make_way(self) -> None:
        """Go, where the drawer lies over what was asked for."""
        if not self._drawer.docked:
            self._window.close_drawer()
        self.talk_requested.emit()
        self._window.focus_composer()

    # ------------------------------------------------------------------ the list

    def _on_opened(self) -> None:
        self.list.set_open(self._bridge.session.conversation_id)
        self._refresh()

    def _refresh(self) -> None:
        if self._drawer.isVisible():
            self.list.refresh()

    def _on_list_changed(self) -> None:
        if self.list.condition == "listed":
            self._drawer.show_rows(self.list.rows())
        elif self.list.condition != "unknown":
            begins = self.list.condition == "none_kept"
            self._drawer.show_message(*self.list.message, begins=begins)

    def _on_needle_changed(self, needle: str) -> None:
        self._submitted = False
        self.list.search(needle)

    def _on_found(self, count: int, more: bool) -> None:
        self._drawer.list.go_to_first()
        if self._submitted:
            self._on_submitted()
        if more:
            self._count = self.tr("More than %Ln conversations found", "", count)
        elif count == 1:
            self._count = self.tr("1 conversation found")
        else:
            self._count = self.tr("%Ln conversations found", "", count)
        self._counted.start()

    def _announce_count(self) -> None:
        if self._drawer.isVisible() and self.list.needle:
            announce(self._drawer, self._count)

    def _on_submitted(self) -> None:
        """Open the first that was found; while it is still searched for, as soon as it is there."""
        self._submitted = self.list.looking
        current = self._drawer.list.current_id
        if not self._submitted and current is not None:
            self._on_chosen(current)

    def _on_chosen(self, conversation_id: str) -> None:
        if conversation_id != self._bridge.session.conversation_id:
            self._bridge.open_conversation(conversation_id)
        self._make_way()

    def _on_new_requested(self) -> None:
        self._bridge.new_conversation()
        self._make_way()

    # ------------------------------------------------------------------ deleting

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation; for a while it can be brought back."""
        left = conversation_id == self._bridge.session.conversation_id

        def deleted() -> None:
            self._left = conversation_id if left else self._left
            self.list.take_out(conversation_id)
            self._refresh()
            self.deletions.add(conversation_id)
            announce(self._window, self.deletions.sentence)

        failed = self._told(self.tr("Nothing was deleted. %1"))
        self._bridge.delete_conversation(conversation_id, deleted, failed)

    def _on_deletions_changed(self) -> None:
        if self.deletions.waiting:
            self._quiet.stop()
            self._window.say(self.deletions.sentence, self.tr("Undo"))
        else:
            self._put_toast_away()

    def _on_toast_action(self) -> None:
        """Its button brings back what was deleted, or shows what was saved."""
        if self.deletions.waiting:
            self.deletions.undo()
        elif self._saved_in is not None:
            self._open_url(QUrl.fromLocalFile(str(self._saved_in)).toString())
            self._put_toast_away()

    def _on_toast_attended(self, held: bool) -> None:
        self.deletions.hold(held=held)
        if not self.deletions.waiting:
            if held:
                self._quiet.stop()
            elif not self._window.toast.isHidden():
                self._quiet.start()

    def _on_toast_moved(self) -> None:
        """The last row can be scrolled out from under the toast."""
        toast, drawer = self._window.toast, self._drawer
        lies_over = not toast.isHidden() and toast.parentWidget() is drawer.panel
        drawer.leave_below(drawer.panel.height() - toast.y() if lies_over else 0)

    def _put_toast_away(self) -> None:
        if self._window.toast.action.hasFocus():
            if self._drawer.isVisible():
                self._drawer.list.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._window.focus_composer()
        self._window.toast.hide()

    def _on_restored(self, conversation_ids: list[str]) -> None:
        left, self._left = self._left, None
        self.list.refresh()
        if left in conversation_ids and self._bridge.session.conversation_id is None:
            self._bridge.open_conversation(left)
        if not conversation_ids:
            self._window.add_notice(self.tr("It was erased already and cannot be brought back."))

    # ------------------------------------------------------------------ renaming and exporting

    def _on_renamed(self, conversation_id: str, title: str) -> None:
        archive = self._bridge.session.archive
        self._bridge.run(
            Operation(
                lambda: archive.rename(conversation_id, title),
                lambda _: self.list.refresh(),
                self._told(self.tr("The title was not changed. %1")),
            )
        )

    def _on_row_menu_requested(self, conversation_id: str, at: QPoint) -> None:
        menu = conversation_menu(
            self._window,
            self._look,
            rename=lambda: self._drawer.list.rename(conversation_id),
            export=lambda fmt: self._export(conversation_id, fmt),
            delete=lambda: self.delete(conversation_id),
        )
        rows = self._drawer.list
        rows.mark(conversation_id)
        menu.aboutToHide.connect(lambda: rows.mark(None))
        menu.popup(at)

    def _on_menu_requested(self) -> None:
        menu = all_conversations_menu(
            self._window,
            self._look,
            export=lambda fmt: self._export(None, fmt),
            erase=self.erase_requested.emit,
        )
        menu.open_below(self._drawer.more)

    def _export(self, conversation_id: str | None, fmt: ExportFormat) -> None:
        path = self._choose(self._window, file_name(self._title(conversation_id), fmt))
        if path is None:
            return
        target, archive = of_kind(path, SUFFIXES[fmt]), self._bridge.session.archive
        words = export_words()
        self._bridge.run(
            Operation(
                lambda: write_export(target, lambda: archive.export(conversation_id, fmt, words)),
                self._on_exported,
                lambda error: self._on_not_exported(error, target),
            )
        )

    def _title(self, conversation_id: str | None) -> str | None:
        if conversation_id is None:
            return None
        entries = (row for row in self._drawer.list.rows if isinstance(row, Entry))
        return next((row.title.text for row in entries if row.id == conversation_id), "")

    def _on_exported(self, path: Path) -> None:
        text = filled(self.tr("Saved as %1 in the folder %2"), path.name, path.parent.name)
        announce(self._window, text)
        if not self.deletions.waiting:
            self._saved_in = path.parent
            self._window.say(text, self.tr("Show in folder"))
            self._quiet.start()

    def _on_not_exported(self, error: SupportbotError, path: Path) -> None:
        self._window.add_notice(filled(self.tr("Nothing was saved. %1"), not_saved(error, path)))

    def _told(self, sentence: str) -> Callable[[SupportbotError], None]:
        """What tells of an error in a notice."""
        return lambda error: self._window.add_notice(filled(sentence, sentence_of(error)))
