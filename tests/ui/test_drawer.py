"""The drawer as a customer uses it."""

from __future__ import annotations

import datetime as dt
import json
import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from supportbot.errors import DatabaseLockedError
from supportbot.history import HistoryStore, store
from supportbot.ui.conversations import Entry
from supportbot.ui.views.cards import Notice
from tests.support.clipping import clipped
from tests.ui.scripted import reply

NOW = dt.datetime.now(dt.UTC)
KEPT = (
    ("about guests", "They see what they were added to.", 9),
    ("about archives & more", "Choose **Archive** in the toolbar.", 3),
    ("課題をまとめて検索", "一覧を開きます。", 1),
    ("about invoices", "Ask an admin.", 0),
)


def notices(stage):
    found = stage.window.findChildren(Notice)
    return [notice.text.text() for notice in found if notice.isVisibleTo(stage.window)]


def keep(database, talks=KEPT):
    history = HistoryStore(database)
    for question, answer, days in talks:
        at = NOW - dt.timedelta(days=days)
        conversation_id = history.start_conversation("linear", at)
        question_id = history.add_question(conversation_id, question, at)
        history.add_reply(conversation_id, question_id, reply(question, answer), (), at)
    history.close()


def titles(stage):
    return [row.title.text for row in stage.window.drawer.list.rows if isinstance(row, Entry)]


def id_of(stage, title):
    rows = stage.window.drawer.list.rows
    return next(row.id for row in rows if isinstance(row, Entry) and row.title.text == title)


def key(qtbot, name, modifier=Qt.KeyboardModifier.NoModifier):
    """A key, wherever the keyboard is."""
    qtbot.keyClick(QApplication.focusWidget(), name, modifier)


def type_in(qtbot, stage, needle):
    with qtbot.waitSignal(stage.presenter.drawer.list.found):
        qtbot.keyClicks(QApplication.focusWidget(), needle)
    qtbot.waitUntil(lambda: not stage.presenter.drawer.list.looking)


SEARCH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _same_day(monkeypatch):
    """Midnight does not come while the tests run."""
    monkeypatch.setattr("supportbot.ui.days.now_here", lambda: NOW)


@pytest.fixture
def stage(make_stage, tmp_path):
    """A window with some conversations kept; the newest is open."""
    keep(tmp_path / "history.sqlite3")
    return make_stage()


@pytest.fixture
def drawer(stage, qtbot):
    """Its drawer, opened by the keyboard."""
    key(qtbot, Qt.Key.Key_F, SEARCH)
    assert stage.window.drawer.isVisible()
    qtbot.waitUntil(lambda: len(titles(stage)) == len(KEPT))
    return stage.window.drawer


def open_question(stage):
    last = stage.window.conversation.last
    return last.bubble.words.toPlainText() if last is not None else None


# --------------------------------------------------------------------------- coming and going


def test_it_comes_by_the_keyboard_and_goes_by_escape(stage, qtbot):
    composer = stage.window.footer.composer.edit
    assert composer.hasFocus()
    key(qtbot, Qt.Key.Key_F, SEARCH)
    assert stage.window.drawer.search.edit.hasFocus()
    key(qtbot, Qt.Key.Key_Escape)
    assert not stage.window.drawer.isVisible()
    assert composer.hasFocus()


def test_the_button_opens_and_closes_it(stage, qtbot):
    stage.window.resize(900, 700)
    stage.window.header.conversations.click()
    assert stage.window.drawer.isVisible()
    stage.window.header.conversations.click()
    assert not stage.window.drawer.isVisible()


def test_below_600_pixels_it_lies_over_the_conversation(drawer, stage, qtbot):
    window = stage.window
    window.resize(599, 700)
    assert not drawer.docked
    assert window.footer.width() == 599
    assert drawer.geometry() == window.rect()
    assert drawer.close_button.isVisible()
    qtbot.mouseClick(drawer, Qt.MouseButton.LeftButton, pos=QPoint(590, 300))
    assert not drawer.isVisible()


def test_from_600_pixels_on_it_stands_beside_the_conversation(drawer, stage, qtbot):
    window = stage.window
    window.resize(600, 700)
    window.grab()
    assert drawer.docked
    assert window.footer.width() == 600 - drawer.width()
    assert window.footer.mapTo(window, QPoint(0, 0)).x() == drawer.width()
    assert not drawer.close_button.isVisible()
    window.footer.composer.edit.setFocus()
    key(qtbot, Qt.Key.Key_Escape)  # means the answer that is being written
    assert drawer.isVisible()
    drawer.search.edit.setFocus()
    key(qtbot, Qt.Key.Key_Escape)
    window.grab()
    assert not drawer.isVisible()
    assert window.footer.width() == 600


@pytest.mark.parametrize("width", [440, 900])
def test_from_right_to_left_it_stands_on_the_right(drawer, stage, width):
    window = stage.window
    window.resize(width, 700)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.rearrange()
    window.grab()
    edge = drawer.panel.mapTo(window, drawer.panel.rect().topRight()).x()
    assert edge == width - 1
    if drawer.docked:
        assert window.footer.mapTo(window, QPoint(0, 0)).x() == 0


def test_tab_stays_inside_while_it_lies_over_the_rest(drawer, stage, qtbot):
    seen = set()
    for _ in range(12):
        key(qtbot, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert drawer.isAncestorOf(focus)
        seen.add(focus.accessibleName())
    assert {"Search", "New conversation", "Close", "Conversations"} <= seen


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("size", "scale"), [((440, 700), 1.0), ((320, 480), 2.0), ((900, 700), 2.0)]
)
def test_it_is_drawn_at_every_size(drawer, stage, qtbot, theme, size, scale):
    stage.look.set_choice(theme)
    ground = stage.look.colour("background")
    qtbot.waitUntil(lambda: stage.window.palette().window().color() == ground)
    stage.look.set_text_scale(scale)
    stage.window.resize(*size)
    drawer.list.setFocus(Qt.FocusReason.TabFocusReason)
    picture = stage.window.grab().toImage()
    ground = picture.pixelColor(drawer.panel.mapTo(stage.window, QPoint(4, 300)))
    assert (ground.lightness() > 200) == (theme == "light")
    for button in (drawer.compose, drawer.more):
        assert drawer.panel.rect().contains(button.geometry())


# --------------------------------------------------------------------------- choosing


def test_conversations_stand_newest_first_under_their_days(drawer, stage):
    assert titles(stage) == [question for question, _, _ in reversed(KEPT)]
    assert drawer.list.rows[0].text == "Today"
    assert drawer.list.rows[2].text == "Yesterday"


def test_arrows_and_enter_choose(drawer, stage, qtbot):
    key(qtbot, Qt.Key.Key_Down)
    assert drawer.list.hasFocus()
    assert drawer.list.current_id == id_of(stage, "about invoices")
    key(qtbot, Qt.Key.Key_Down)  # the heading between is no stop
    key(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignal(stage.bridge.opened):
        key(qtbot, Qt.Key.Key_Return)
    assert open_question(stage) == "about archives & more"
    assert not drawer.isVisible()
    assert stage.window.footer.composer.edit.hasFocus()


def test_up_on_the_first_row_goes_back_to_the_search(drawer, qtbot):
    key(qtbot, Qt.Key.Key_Down)
    key(qtbot, Qt.Key.Key_Up)
    assert drawer.search.edit.hasFocus()


def test_letters_on_the_list_are_searched_for(drawer, stage, qtbot):
    key(qtbot, Qt.Key.Key_Down)
    type_in(qtbot, stage, "gue")
    assert drawer.search.edit.text() == "gue"
    assert titles(stage) == ["about guests"]


@pytest.mark.parametrize("width", [440, 900])
def test_a_click_chooses(drawer, stage, qtbot, width):
    stage.window.resize(width, 700)
    stage.window.grab()
    rows = drawer.list
    at = next(
        n
        for n, row in enumerate(rows.rows)
        if getattr(row, "id", "") == id_of(stage, "about guests")
    )
    with qtbot.waitSignal(stage.bridge.opened):
        centre = rows.visualRect(rows.model().index(at, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert open_question(stage) == "about guests"
    assert drawer.isVisible() == (width == 900)
    if drawer.isVisible():
        qtbot.waitUntil(
            lambda: (
                [r.title.text for r in rows.rows if isinstance(r, Entry) and r.open]
                == ["about guests"]
            )
        )


def test_a_heading_is_no_conversation(drawer, stage, qtbot):
    rows = drawer.list
    with qtbot.assertNotEmitted(rows.chosen), qtbot.assertNotEmitted(rows.menu_requested):
        centre = rows.visualRect(rows.model().index(0, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        QApplication.sendEvent(
            rows.viewport(),
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, rows.mapToGlobal(centre)),
        )


def test_another_conversation_begins_and_comes_into_the_list(drawer, stage, qtbot):
    stage.window.resize(900, 700)
    with qtbot.waitSignal(stage.bridge.opened):
        drawer.compose.click()
    assert stage.window.pages.currentWidget() is stage.window.greeting
    with qtbot.waitSignal(stage.bridge.replied):
        stage.bridge.ask("brand new")
    qtbot.waitUntil(lambda: titles(stage)[0] == "brand new")
    assert drawer.list.rows[1].open
    qtbot.waitUntil(lambda: drawer.list.rows[1].passage.text.startswith("Yes."))


def test_the_open_one_may_be_chosen_again(drawer, stage, qtbot):
    with qtbot.assertNotEmitted(stage.bridge.opened):
        drawer.list.chosen.emit(id_of(stage, "about invoices"))
    assert not drawer.isVisible()


def test_more_rows_come_while_it_is_scrolled(make_stage, qtbot, tmp_path):
    keep(tmp_path / "history.sqlite3", [(f"question {n}", "a", n) for n in range(95)])
    stage = make_stage()
    stage.window.header.conversations.click()
    qtbot.waitUntil(lambda: len(titles(stage)) >= store.PAGE)
    drawer = stage.window.drawer
    drawer.list.setFocus()
    key(qtbot, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(titles(stage)) >= 2 * store.PAGE)
    key(qtbot, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(titles(stage)) == 95)
    assert titles(stage) == [f"question {n}" for n in range(95)]
    assert drawer.list.verticalScrollBar().value() > 1_000


def test_a_conversation_is_chosen_from_beside_a_help_page(drawer, stage, qtbot):
    stage.window.resize(900, 700)
    reading = stage.presenter.reading
    reading.open_page("roles")
    stage.window.grab()
    assert drawer.isVisible()
    assert reading.reader.mapTo(stage.window, QPoint(0, 0)).x() == drawer.width()
    with qtbot.waitSignal(stage.bridge.opened):
        drawer.list.chosen.emit(id_of(stage, "about guests"))
    assert not reading.is_open
    assert open_question(stage) == "about guests"
    assert stage.window.footer.composer.edit.hasFocus()


def test_find_means_what_is_on_the_screen(stage, qtbot):
    reading = stage.presenter.reading
    reading.open_page("roles")
    key(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reading.reader.list.search.edit.hasFocus()
    assert not stage.window.drawer.isVisible()
    reading.close()
    stage.presenter._confirm_erase()
    key(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not stage.window.drawer.isVisible()
    assert stage.presenter.sheet.cancel.hasFocus()


# --------------------------------------------------------------------------- searching


@pytest.mark.parametrize(
    ("needle", "title"),
    [("RCHIV", "about archives & more"), ("toolbar", "about archives & more"),
     ("課題", "課題をまとめて検索"), ("覧", "課題をまとめて検索")],
)  # fmt: skip
def test_what_is_typed_is_found_and_marked(drawer, stage, qtbot, needle, title):
    before = stage.window.grab().toImage()
    if needle.isascii():
        type_in(qtbot, stage, needle)
    else:
        with qtbot.waitSignal(stage.presenter.drawer.list.found):
            drawer.search.edit.setText(needle)
    assert titles(stage) == [title]
    (row,) = drawer.list.rows
    marked = [p.text[a:b] for p in (row.title, row.passage) for a, b in p.hits]
    assert {one.lower() for one in marked} == {needle.lower()}
    assert stage.window.grab().toImage() != before


def test_enter_opens_the_first_that_is_found_even_before_it_is(drawer, stage, qtbot):
    with qtbot.waitSignal(stage.bridge.opened):
        qtbot.keyClicks(drawer.search.edit, "guests")
        key(qtbot, Qt.Key.Key_Return)
    assert open_question(stage) == "about guests"
    assert drawer.search.edit.text() == ""


def test_nothing_found_is_said_and_clearing_brings_all_back(drawer, stage, qtbot):
    type_in(qtbot, stage, "penguin")
    assert drawer.title.isVisible()
    assert "“penguin”" in drawer.message.text()
    drawer.search.clear.click()
    qtbot.waitUntil(lambda: len(titles(stage)) == len(KEPT))
    assert drawer.search.edit.hasFocus()
    assert not drawer.search.clear.isVisible()


def test_an_empty_drawer_says_so(make_stage, qtbot):
    stage = make_stage()
    stage.window.header.conversations.click()
    qtbot.waitUntil(stage.window.drawer.title.isVisible)
    drawer = stage.window.drawer
    assert drawer.title.text() == "No conversations yet"
    assert not drawer.search.isVisible()
    assert drawer.begin.hasFocus()
    drawer.begin.click()
    assert stage.window.footer.composer.edit.hasFocus()


def test_a_history_that_cannot_be_read_is_told(make_stage, qtbot):
    stage = make_stage(history_fault=DatabaseLockedError("In use.", "Close it."))
    stage.window.header.conversations.click()
    qtbot.waitUntil(stage.window.drawer.message.isVisible)
    assert stage.window.drawer.message.text() == "In use. Close it."


def test_what_was_found_is_announced(drawer, stage, qtbot, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(
        "supportbot.ui.drawer_presenter.announce", lambda source, text: said.append(text)
    )
    type_in(qtbot, stage, "about")
    qtbot.waitUntil(lambda: said == ["3 conversations found"])
    type_in(qtbot, stage, " guests")
    qtbot.waitUntil(lambda: said[1:] == ["1 conversation found"])  # once, not at every letter


# --------------------------------------------------------------------------- renaming


def renaming(drawer, qtbot):
    """The line that a title is written in."""
    qtbot.waitUntil(lambda: bool(drawer.list.viewport().findChildren(QLineEdit)))
    return drawer.list.viewport().findChildren(QLineEdit)[0]


def test_f2_renames(drawer, stage, qtbot):
    key(qtbot, Qt.Key.Key_Down)
    key(qtbot, Qt.Key.Key_F2)
    line = renaming(drawer, qtbot)
    assert line.accessibleName() == "Title"
    assert line.selectedText() == "about invoices"
    stage.window.grab()
    qtbot.keyClicks(line, "Money")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Money" in titles(stage))
    assert titles(stage)[0] == "Money"
    assert drawer.isVisible()
    assert drawer.list.hasFocus()
    qtbot.waitUntil(lambda: not drawer.list.viewport().findChildren(QLineEdit))
    key(qtbot, Qt.Key.Key_F2)
    line = renaming(drawer, qtbot)
    line.clear()
    qtbot.keyClicks(line, " ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(stage)[0] == "about invoices")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_field_of_a_title_is_high_enough_to_be_hit(drawer, stage, qtbot, scale):
    stage.look.set_text_scale(scale)
    key(qtbot, Qt.Key.Key_Down)
    key(qtbot, Qt.Key.Key_F2)
    line = renaming(drawer, qtbot)
    assert line.height() >= 24
    rows, accent = drawer.list.viewport(), stage.look.colour("accent")
    picture = rows.grab(drawer.list.visualRect(drawer.list.currentIndex())).toImage()
    across = picture.width() * 2 // 3  # right of the words
    edges = [y for y in range(picture.height()) if picture.pixelColor(across, y) == accent]
    assert len(edges) == 2
    assert edges[1] - edges[0] + 1 >= 24


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_title_is_written_over_where_it_stands(drawer, stage, qtbot, mirrored):
    if mirrored:
        stage.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    key(qtbot, Qt.Key.Key_Down)
    key(qtbot, Qt.Key.Key_F2)
    line = renaming(drawer, qtbot)
    for title in ("invoices", "الفواتير"):
        line.setText(title)
        ends = []
        for go in (line.home, line.end):
            go(False)
            line.grab()  # what is drawn decides where the cursor is
            ends.append(line.cursorRect().center().x())
        if mirrored:
            assert line.width() - max(ends) < 12 < min(ends)
        else:
            assert min(ends) < 12 < line.width() - max(ends)


def test_escape_leaves_the_title_and_the_drawer_as_they_were(drawer, stage, qtbot):
    key(qtbot, Qt.Key.Key_Down)
    key(qtbot, Qt.Key.Key_F2)
    line = renaming(drawer, qtbot)
    qtbot.keyClicks(line, "Money")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert drawer.isVisible()
    assert titles(stage)[0] == "about invoices"
    assert stage.session.archive.find("money", None).found == ()


def test_a_title_that_cannot_be_kept_is_told(drawer, stage, qtbot, monkeypatch):
    def locked(*_):
        raise DatabaseLockedError("In use.", "Wait.")

    monkeypatch.setattr(HistoryStore, "rename", locked)
    drawer.list.renamed.emit(id_of(stage, "about guests"), "x")
    qtbot.waitUntil(lambda: bool(notices(stage)))
    assert notices(stage) == ["The title was not changed. In use. Wait."]


# --------------------------------------------------------------------------- deleting and undo


def delete(qtbot, stage, title):
    rows = stage.window.drawer.list
    before = len(titles(stage))
    rows.delete_requested.emit(id_of(stage, title))
    qtbot.waitUntil(lambda: len(titles(stage)) == before - 1)
    qtbot.waitUntil(stage.window.toast.isVisible)


def test_delete_deletes_and_undo_brings_back(drawer, stage, qtbot):
    key(qtbot, Qt.Key.Key_Down)
    key(qtbot, Qt.Key.Key_Down)
    key(qtbot, Qt.Key.Key_Delete)
    toast = stage.window.toast
    qtbot.waitUntil(toast.isVisible)
    assert titles(stage) == ["about invoices", "about archives & more", "about guests"]
    assert toast.words.text() == "Conversation deleted"
    assert drawer.list.hasFocus()
    assert drawer.list.current_id == id_of(stage, "about archives & more")
    assert open_question(stage) == "about invoices"
    qtbot.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(titles(stage)) == len(KEPT))
    assert not toast.isVisible()


def test_undo_is_reached_by_tab_and_holds_the_time(drawer, stage, qtbot):
    delete(qtbot, stage, "about guests")
    action, deletions = stage.window.toast.action, stage.presenter.drawer.deletions
    for _ in range(12):
        key(qtbot, Qt.Key.Key_Tab)
        if action.hasFocus():
            break
    assert action.hasFocus()
    assert not deletions._timer.isActive()
    key(qtbot, Qt.Key.Key_Tab)
    assert drawer.isAncestorOf(QApplication.focusWidget())
    assert deletions._timer.isActive()
    action.setFocus()
    key(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(titles(stage)) == len(KEPT))
    assert drawer.list.hasFocus()


def test_the_toast_stays_when_the_drawer_goes(drawer, stage, qtbot):
    delete(qtbot, stage, "about guests")
    key(qtbot, Qt.Key.Key_Escape)
    assert stage.window.toast.isVisible()
    assert stage.window.toast.parentWidget() is stage.window
    with qtbot.waitSignal(stage.presenter.drawer.deletions.restored):
        stage.window.toast.action.click()


def test_the_keyboard_undoes_all_of_them(drawer, stage, qtbot):
    delete(qtbot, stage, "about guests")
    delete(qtbot, stage, "about archives & more")
    assert stage.window.toast.words.text() == "2 conversations deleted"
    drawer.list.setFocus()
    key(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(titles(stage)) == len(KEPT))


def test_the_open_one_is_left_when_it_is_deleted_and_comes_back(drawer, stage, qtbot):
    with qtbot.waitSignal(stage.bridge.opened):
        delete(qtbot, stage, "about invoices")
    assert stage.window.pages.currentWidget() is stage.window.greeting
    assert stage.session.conversation_id is None
    with qtbot.waitSignal(stage.bridge.opened):
        stage.window.toast.action.click()
    assert open_question(stage) == "about invoices"


def test_deleting_from_the_options_can_be_undone_without_a_drawer(stage, qtbot):
    stage.window.header.options.click()
    menu = QApplication.activePopupWidget()
    entry = next(a for a in menu.actions() if a.text() == "Delete this conversation")
    with qtbot.waitSignal(stage.bridge.opened):
        entry.trigger()
    menu.close()
    toast = stage.window.toast
    qtbot.waitUntil(toast.isVisible)
    assert toast.geometry().bottom() < stage.window.height() - stage.window.footer.height()
    with qtbot.waitSignal(stage.bridge.opened):
        toast.action.click()
    assert open_question(stage) == "about invoices"


def test_an_answer_that_is_being_written_is_not_disturbed(drawer, stage, qtbot):
    stage.talk.gate = threading.Event()
    stage.bridge.ask("how?")
    qtbot.waitUntil(stage.talk.half.is_set)
    stage.window.drawer.list.delete_requested.emit(id_of(stage, "about guests"))
    qtbot.waitUntil(stage.window.toast.isVisible)
    assert stage.bridge.busy
    with qtbot.waitSignal(stage.bridge.replied):
        stage.talk.gate.set()
    assert "stay searchable" in stage.window.conversation.last.answer_text


def files_with(word, folder):
    return [file.name for file in folder.iterdir() if word.encode() in file.read_bytes()]


def test_when_the_undo_time_has_passed_no_word_is_left(drawer, stage, qtbot, tmp_path):
    assert files_with("added to", tmp_path)
    delete(qtbot, stage, "about guests")
    with qtbot.waitSignal(stage.presenter.drawer.deletions.changed):
        stage.presenter.drawer.deletions._timer.timeout.emit()
    assert not stage.window.toast.isVisible()
    words = ("added to", "about guests")
    qtbot.waitUntil(lambda: not any(files_with(word, tmp_path) for word in words))
    assert len(titles(stage)) == len(KEPT) - 1


def test_a_window_closed_in_the_undo_time_leaves_no_word(drawer, stage, qtbot, tmp_path):
    delete(qtbot, stage, "about guests")
    stage.close()
    assert files_with("about guests", tmp_path) == []
    assert files_with("about invoices", tmp_path)


def test_undo_after_another_window_erased_it_is_told(drawer, stage, qtbot, tmp_path):
    delete(qtbot, stage, "about guests")
    other = HistoryStore(tmp_path / "history.sqlite3")
    other.erase_all()
    other.close()
    stage.window.toast.action.click()
    qtbot.waitUntil(lambda: bool(notices(stage)))
    assert notices(stage) == ["It was erased already and cannot be brought back."]


@pytest.mark.parametrize("title", ["about guests", "about invoices"])
def test_what_cannot_be_deleted_stays_and_is_told(drawer, stage, qtbot, monkeypatch, title):
    def locked(*_):
        raise DatabaseLockedError("In use.", "Wait.")

    monkeypatch.setattr(HistoryStore, "hide", locked)
    drawer.list.delete_requested.emit(id_of(stage, title))
    qtbot.waitUntil(lambda: bool(notices(stage)))
    assert notices(stage) == ["Nothing was deleted. In use. Wait."]
    assert len(titles(stage)) == len(KEPT)
    assert open_question(stage) == "about invoices"


def test_erasing_that_has_to_wait_is_told(drawer, stage, qtbot, monkeypatch):
    def locked(*_):
        raise DatabaseLockedError("In use.", "Wait.")

    delete(qtbot, stage, "about guests")
    monkeypatch.setattr(store, "wipe_deleted", locked)
    stage.presenter.drawer.deletions._timer.timeout.emit()
    qtbot.waitUntil(lambda: bool(notices(stage)))
    assert notices(stage)[0].startswith("Deleted. Its last traces")


# --------------------------------------------------------------------------- menus: exporting, erasing


def entries(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


def open_menu(qtbot, act):
    act()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def menu_of_current(qtbot, drawer):
    def by_keyboard():
        QApplication.sendEvent(
            drawer.list,
            QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)),
        )

    drawer.list.setFocus()
    return open_menu(qtbot, by_keyboard)


def test_the_menu_of_a_row(drawer, stage, qtbot):
    menu = menu_of_current(qtbot, drawer)
    assert list(entries(menu)) == ["Rename", "Export", "Delete"]
    entries(menu)["Rename"].trigger()
    menu.close()
    assert renaming(drawer, qtbot).text() == "about invoices"


def test_the_button_of_a_row_opens_its_menu(drawer, stage, qtbot):
    stage.window.grab()
    rows = drawer.list
    index = rows.model().index(3, 0)
    place = rows._more_rect(index)
    QTest.mouseMove(rows.viewport(), place.center())
    stage.window.grab()
    menu = open_menu(
        qtbot,
        lambda: qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place.center()),
    )
    entries(menu)["Delete"].trigger()
    menu.close()
    qtbot.waitUntil(lambda: "課題をまとめて検索" not in titles(stage))
    assert drawer.isVisible()


def test_what_was_saved_is_shown_and_the_toast_hides_no_row(drawer, stage, qtbot, tmp_path):
    stage.save_to = tmp_path / "one"
    below = drawer.list.viewportMargins().bottom()
    stage.presenter.drawer._export(None, "markdown")
    toast = stage.window.toast
    qtbot.waitUntil(toast.isVisible)
    assert drawer.list.viewportMargins().bottom() >= toast.height()
    toast.action.click()
    assert stage.opened_urls == [tmp_path.as_uri()]
    assert drawer.list.viewportMargins().bottom() == below


def test_one_conversation_is_exported(drawer, stage, qtbot, tmp_path):
    stage.save_to = tmp_path / "one"
    menu = menu_of_current(qtbot, drawer)
    entries(entries(menu)["Export"].menu())["To read (Markdown)…"].trigger()
    menu.close()
    qtbot.waitUntil(stage.window.toast.isVisible)
    assert stage.window.toast.words.text() == f"Saved as one.md in the folder {tmp_path.name}"
    assert stage.window.toast.action.text() == "Show in folder"
    assert (tmp_path / "one.md").read_text().startswith("# about invoices\n")


def test_what_is_exported_to_read_speaks_the_windows_language(speak, make_stage, qtbot, tmp_path):
    speak("de")
    stage = make_stage()
    with qtbot.waitSignal(stage.bridge.replied):
        stage.bridge.ask("Wie geht das?")
    stage.save_to = tmp_path / "alle.md"
    stage.presenter.drawer._export(None, "markdown")
    qtbot.waitUntil(stage.save_to.exists)
    text = stage.save_to.read_text("utf-8")
    assert "**Frage** (" in text
    assert "**Antwort**" in text
    assert "Question" not in text


def test_all_conversations_are_exported(drawer, stage, qtbot, tmp_path):
    stage.save_to = tmp_path / "all.jsonl"
    menu = open_menu(qtbot, drawer.more.click)
    entries(entries(menu)["Export all"].menu())["For programs (JSON lines)…"].trigger()
    menu.close()
    qtbot.waitUntil(stage.save_to.exists)
    lines = [json.loads(line) for line in stage.save_to.read_text().splitlines()]
    assert [line["title"] for line in lines] == titles(stage)


def test_what_cannot_be_saved_is_told(drawer, stage, qtbot, tmp_path):
    stage.save_to = tmp_path / "missing" / "all.jsonl"
    stage.presenter.drawer._export(None, "jsonl")
    qtbot.waitUntil(lambda: bool(notices(stage)))
    assert notices(stage)[0].startswith("Nothing was saved. The folder ")
    assert "is not there any more" in notices(stage)[0]
    stage.save_to = None
    stage.presenter.drawer._export(None, "jsonl")  # the customer changed their mind


def test_everything_is_erased_after_a_yes(drawer, stage, qtbot, tmp_path):
    delete(qtbot, stage, "about guests")
    menu = open_menu(qtbot, drawer.more.click)
    entries(menu)["Erase everything…"].trigger()
    menu.close()
    sheet = stage.presenter.sheet
    assert sheet.cancel.hasFocus()
    sheet.cancel.click()
    assert len(titles(stage)) == len(KEPT) - 1
    stage.presenter.drawer.erase_requested.emit()
    with qtbot.waitSignal(stage.bridge.opened):
        stage.presenter.sheet.action.click()
    qtbot.waitUntil(drawer.title.isVisible)
    assert not stage.window.toast.isVisible()
    for question, answer, _ in KEPT:
        assert files_with(question, tmp_path) == []
        assert files_with(answer, tmp_path) == []
    assert stage.backend.forgotten[-1] is None


def test_in_a_narrow_window_with_large_text_nothing_of_it_is_cut(make_stage, qtbot):
    stage = make_stage(text_scale=2.0)
    stage.window.resize(360, 640)
    stage.presenter.drawer.open()
    stage.window.say("Saved as a file with a name of many words.md", "Undo")
    stage.window.grab()
    assert clipped(stage.window.drawer) == []
    assert stage.window.toast.words.height() >= 2 * stage.look.line_height("small")
    stage.window.say("Deleted")
    stage.window.grab()
    assert clipped(stage.window.drawer) == []
    assert stage.window.toast.words.height() < 2 * stage.look.line_height("small")


# --------------------------------------------------------------------------- assistive technology


def test_rows_can_be_read_out(drawer, stage):
    interface = QAccessible.queryAccessibleInterface(drawer.list)
    assert interface.text(QAccessible.Text.Name) == "Conversations"
    assert interface.role() == QAccessible.Role.List
    row = drawer.list.model().index(1, 0)
    spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("about invoices, Today ")
    assert row.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Ask an admin."
    assert [interface.child(at).text(QAccessible.Text.Name) for at in (0, 1)] == ["Today", spoken]
    assert interface.child(1).role() == QAccessible.Role.ListItem
    heading = drawer.list.model().index(0, 0)
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Today"


def test_every_control_of_it_has_a_name_a_role_and_a_size(drawer, stage, qtbot):
    delete(qtbot, stage, "about guests")
    type_in(qtbot, stage, "about")
    stage.window.grab()
    controls = [
        drawer.compose, drawer.more, drawer.close_button, drawer.search.edit, drawer.search.clear,
        drawer.list, stage.window.toast.action,
    ]  # fmt: skip
    for widget in controls:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name).strip(), widget
        assert interface.role() != QAccessible.Role.NoRole
        assert widget.isVisible()
        assert min(widget.width(), widget.height()) >= 19
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
