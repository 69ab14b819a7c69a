"""The conversations' drawer."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from supportbot.history import HistoryStore
from supportbot.ui import days
from tests.ui.scripted import TALKS, reply
from tests.ui.states.answers import archive
from tests.ui.states.registry import area

if TYPE_CHECKING:
    from tests.ui.scene import Scene

state = area("Conversations")


def keep_talks(scene: Scene) -> None:
    """Conversations of some weeks; the last one is open."""
    now = days.now_here()
    store = HistoryStore(scene.stage.database)
    for ago, hour, question, answer in TALKS:
        at = (now - dt.timedelta(days=ago)).replace(hour=hour, minute=hour * 7 % 60)
        conversation_id = store.start_conversation("linear", at)
        question_id = store.add_question(conversation_id, question, at)
        store.add_reply(conversation_id, question_id, reply(question, answer), (), at)
    store.close()
    archive(scene)


def open_drawer(scene: Scene):
    """The list in the drawer, with conversations."""
    keep_talks(scene)
    scene.window.header.conversations.click()
    rows = scene.window.drawer.list
    scene.until(lambda: bool(rows.rows))
    scene.window.drawer.search.edit.setCursorPosition(0)
    return rows


def search(scene: Scene, needle: str) -> None:
    """The drawer, with what a search found."""
    open_drawer(scene)
    found: list[int] = []
    scene.stage.presenter.drawer.list.found.connect(lambda count, more: found.append(count))
    edit = scene.window.drawer.search.edit
    edit.setText(needle)
    scene.until(lambda: bool(found))


@state("Conversations by day")
def drawer(scene: Scene) -> None:
    open_drawer(scene)


@state("No conversation was kept yet")
def drawer_empty(scene: Scene) -> None:
    scene.window.header.conversations.click()
    scene.until(lambda: bool(scene.window.drawer.title.text()))


@state("Conversations, searched; hits are marked")
def drawer_searching(scene: Scene) -> None:
    search(scene, "arch")


@state("No conversation was found")
def drawer_no_hits(scene: Scene) -> None:
    search(scene, "penguin")


@state("A row has the keyboard: its focus ring and button are seen")
def drawer_keyboard(scene: Scene) -> None:
    rows = open_drawer(scene)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    rows.setCurrentIndex(rows.model().index(4, 0))


@state("A conversation is renamed")
def drawer_renaming(scene: Scene) -> None:
    rows = open_drawer(scene)
    rows.rename(rows.rows[3].id)


@state("A conversation was deleted: Undo")
def drawer_undo(scene: Scene) -> None:
    rows = open_drawer(scene)
    rows.delete_requested.emit(rows.rows[3].id)
    scene.until(scene.window.toast.isVisible)


@state("What can be done with one conversation")
def drawer_menu(scene: Scene) -> None:
    rows = open_drawer(scene)
    index = rows.model().index(3, 0)
    at = rows.viewport().mapToGlobal(rows.visualRect(index).center() - QPoint(20, 0))
    scene.open_menu(lambda: rows.menu_requested.emit(rows.rows[3].id, at))


@state("What can be done with all conversations")
def drawer_all_menu(scene: Scene) -> None:
    open_drawer(scene)
    scene.open_menu(scene.window.drawer.more.click)


@state("All conversations were exported")
def drawer_exported(scene: Scene) -> None:
    open_drawer(scene)
    scene.stage.save_to = scene.stage.database.parent / "conversations.md"
    scene.stage.presenter.drawer._export(None, "markdown")
    scene.until(scene.window.toast.isVisible)


@state("Erase everything? The question before it is done")
def erase(scene: Scene) -> None:
    open_drawer(scene)
    scene.stage.presenter.drawer.erase_requested.emit()
    scene.until(lambda: scene.stage.presenter.sheet is not None)
