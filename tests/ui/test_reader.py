"""The help pages as a customer reads them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from types import MappingProxyType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget

from supportbot.contracts import Source
from supportbot.knowledge import PageSearch
from supportbot.product.schema import HelpPage
from supportbot.ui.look import Look
from supportbot.ui.pages import plain
from supportbot.ui.views.cards import Notice
from supportbot.ui.views.chips import Chip
from supportbot.ui.views.marked import marks_of
from supportbot.ui.views.prose import Prose
from tests.ui.scripted import archived, reply

HOSTILE = """before <menu> <script>alert(1)</script> <img src='https://evil.example/x.png'>

[outside](https://evil.example) [code](javascript:alert(1)) [file](file:///etc/passwd) <https://evil.example>

![picture](file:///etc/passwd) [inside](https://linear.app/docs/roles) [deeper](https://linear.app/docs/roles#steps-to-change-a-role)

<table><tr><td> <!-- [mail](mailto:someone@evil.example) [shop](https://linear.app/pricing)

## after <b>all</b>
"""


def with_page(pack, body: str, **changes):
    """The worked example with this page in it, called ``hostile``."""
    page = HelpPage(
        id="hostile",
        title="A hostile page",
        url="https://linear.app/docs/hostile",
        updated=dt.date(2026, 1, 31),
        body=body,
    ).model_copy(update=changes)
    return dataclasses.replace(pack, pages=MappingProxyType({**pack.pages, "hostile": page}))


def links(prose: Prose) -> list[str]:
    found = []
    block = prose.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            if at.fragment().charFormat().isAnchor():
                found.append(at.fragment().charFormat().anchorHref())
            at += 1
        block = block.next()
    return found


def titles(view) -> list[str]:
    return [plain(row.title) for row in view.list.rows.rows]


def type_in(qtbot, view, query: str) -> None:
    """Type a query and wait for what is found."""
    qtbot.keyClicks(view.list.search.edit, query)
    qtbot.waitUntil(lambda: view.list.rows.rows != () or view.list.nothing.isVisible())
    qtbot.waitUntil(lambda: all(row.forms for row in view.list.rows.rows))


def notice(view) -> str:
    said = [one.text.text() for one in view.findChildren(Notice) if one.isVisibleTo(view)]
    return said[0] if said else ""


@pytest.fixture
def reader(stage, qtbot):
    """The list with all its words there."""
    stage.presenter.reading.open_list()
    view = stage.presenter.reading.reader
    qtbot.waitUntil(lambda: all(plain(row.text) for row in view.list.rows.rows))
    return view


# --------------------------------------------------------------------------- the list


def test_the_menu_opens_the_help_pages(stage):
    stage.window.header.options.click()
    menu = QApplication.activePopupWidget()
    next(a for a in menu.actions() if a.text() == "Help pages").trigger()
    menu.close()
    assert stage.presenter.reading.reader.list.isVisible()


def test_all_pages_are_listed_ready_to_search(stage, reader, pack):
    assert reader.isVisible()
    assert not stage.window.header.isVisible()
    assert sorted(titles(reader)) == sorted(page.title for page in pack.pages.values())
    assert titles(reader) == sorted(titles(reader), key=str.casefold)
    assert reader.list.search.edit.hasFocus()
    assert not reader.bar.back.isVisible()


def test_typing_finds_pages_and_marks_what_was_found(reader, qtbot):
    type_in(qtbot, reader, "guest relo")
    first = reader.list.rows.rows[0]
    assert (first.page_id, plain(first.section)) == ("roles", "What happens next")
    assert [piece.text for piece in first.text if piece.hit] == ["reload"]


def test_what_was_typed_last_is_what_is_shown(stage, reader, qtbot):
    for query in ("a", "ar", "arc", "webh", "webhooks"):
        reader.list.search.edit.setText(query)
    qtbot.waitUntil(
        lambda: titles(reader)[:1] == ["Send events to a webhook"] or len(titles(reader)) < 9
    )
    assert reader.list.rows.rows[0].page_id == "webhooks"
    reader.list.search.clear.click()
    assert len(titles(reader)) == len(stage.pack.pages)
    assert reader.list.search.edit.hasFocus()


def test_enter_opens_the_best_page_even_before_it_is_known(reader, qtbot):
    reader.list.search.edit.setText("dark theme")
    qtbot.keyClick(reader.list.search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(reader.page.isVisible)
    assert reader.page.title.text() == "Switch to a dark or light theme"


def test_enter_with_nothing_typed_opens_nothing(reader, qtbot):
    qtbot.keyClick(reader.list.search.edit, Qt.Key.Key_Return)
    assert reader.list.isVisible()


def test_the_list_is_gone_through_by_keyboard(reader, qtbot):
    qtbot.keyClick(reader.list.search.edit, Qt.Key.Key_Down)
    rows = reader.list.rows
    assert rows.hasFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert reader.list.search.edit.hasFocus()
    qtbot.keyClick(reader.list.search.edit, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert reader.page.title.text() == titles(reader)[0]


def test_a_click_opens_a_page_and_back_returns_to_the_same_place(reader, qtbot):
    rows = reader.list.rows
    rows.verticalScrollBar().setValue(600)
    before = rows.verticalScrollBar().value()
    index = rows.indexAt(rows.viewport().rect().center())
    qtbot.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(index).center()
    )
    assert reader.page.title.text() == index.data()
    reader.bar.back.click()
    assert reader.list.isVisible()
    assert rows.verticalScrollBar().value() == before
    assert rows.hasFocus()
    assert rows.currentIndex().row() == index.row()


def test_where_nothing_fits_the_helper_may_be_asked(stage, reader, qtbot):
    type_in(qtbot, reader, "where is my invoice")
    reader.list.search.edit.setText("xylophone")
    qtbot.waitUntil(reader.list.nothing.isVisible)
    assert reader.list.nothing.title.text() == "No page has “xylophone”"
    reader.list.nothing.ask.click()
    edit = stage.window.footer.composer.edit
    assert edit.isVisible()
    assert (edit.toPlainText(), edit.hasFocus()) == ("xylophone", True)


def test_a_single_letter_never_empties_the_list(reader, qtbot):
    reader.list.search.edit.setText("q")
    qtbot.wait(50)
    assert len(titles(reader)) > 40


def test_the_number_of_pages_is_announced_when_typing_stops(stage, reader, qtbot, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr("supportbot.ui.reading.announce", lambda source, text: said.append(text))
    for query in ("r", "re", "rest", "restore"):
        reader.list.search.edit.setText(query)
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    assert re.fullmatch(r"\d+ pages found", said[0])


# --------------------------------------------------------------------------- a page


def test_a_page_has_its_title_its_date_and_a_way_to_the_web(stage, reader):
    stage.presenter.reading.open_page("roles")
    page = reader.page
    assert page.title.text() == "Roles: owner, admin, member and guest"
    assert page.facts.text().startswith("Facts as of 3 ")
    assert "A workspace has four roles" in page.prose.toPlainText()
    assert "**" not in page.prose.toPlainText()
    assert page.prose.hasFocus()
    page.browser.click()
    assert stage.opened_urls == ["https://linear.app/docs/roles"]
    stage.takes_urls = False
    page.browser.click()
    assert (
        "opened this link. Copy it and paste it into your browser: https://linear.app/docs/roles"
        in notice(reader)
    )
    reader._notice.action.click()
    assert QGuiApplication.clipboard().text() == "https://linear.app/docs/roles"
    stage.presenter.reading.open_page("labels")
    assert notice(reader) == ""


def test_a_found_section_is_scrolled_to_and_its_words_are_marked(reader, qtbot):
    type_in(qtbot, reader, "guest reload")
    reader.list.rows.choose_first()
    page = reader.page
    marks = [mark.cursor.selectedText() for mark in page.prose.extraSelections()]
    assert "reload" in marks
    assert set(map(str.casefold, marks)) <= {"guest", "guests", "reload"}
    bar = page.verticalScrollBar()
    assert 0 < bar.value() <= bar.maximum()
    assert reader.bar.title.text() == page.title.text()
    bar.setValue(0)
    assert reader.bar.title.text() == ""


def test_marks_stay_when_the_theme_changes(stage, reader, qtbot):
    type_in(qtbot, reader, "guest reload")
    reader.list.rows.choose_first()
    before = marks_of(reader.page.prose)
    stage.settings.preferences.change(theme="dark")
    stage.settings.preferences.change(text_scale=2.0)
    assert marks_of(reader.page.prose) == before
    after = reader.page.prose.extraSelections()
    assert before
    assert after[0].format.foreground().color() == stage.look.colour("text")


def test_links_between_pages_open_here_and_back_returns_to_where_they_were(stage, reader, qtbot):
    stage.presenter.reading.open_page("bulk-archive")
    bar = reader.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(90)
    reader.page.prose.anchorClicked.emit(QUrl("https://linear.app/docs/roles#what-happens-next"))
    assert reader.page.title.text().startswith("Roles")
    assert bar.value() > 0
    assert stage.opened_urls == []
    qtbot.keyClick(reader.page.prose, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.page.title.text() == "Archive several issues at once"
    assert bar.value() == 90
    reader.page.prose.anchorClicked.emit(QUrl("https://linear.app/pricing"))
    assert stage.opened_urls == ["https://linear.app/pricing"]
    assert reader.page.title.text() == "Archive several issues at once"


def test_an_anchor_that_is_not_there_shows_the_beginning(stage, reader):
    stage.presenter.reading.open_page("roles", "nowhere")
    assert reader.page.verticalScrollBar().value() == 0


def test_keys_scroll_the_page_and_tab_brings_links_into_sight(stage, reader, qtbot):
    stage.presenter.reading.open_page("roles")
    prose, bar = reader.page.prose, reader.page.verticalScrollBar()
    assert bar.maximum() > 0
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        before = bar.value()
        qtbot.keyClick(prose, key)
        assert bar.value() > before or bar.value() == bar.maximum()
    qtbot.keyClick(prose, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(prose, Qt.Key.Key_Home)
    assert bar.value() == 0
    for _ in range(4):
        qtbot.keyClick(prose, Qt.Key.Key_Tab)
    assert prose.hasFocus()
    assert bar.value() > 0


def test_a_missing_page_leads_to_the_list_and_says_so(stage, reader):
    stage.presenter.reading.open_page("gone")
    assert reader.list.isVisible()
    assert notice(reader) == "This page is not among the help pages any more."


# --------------------------------------------------------------------------- pages that mean harm


def test_a_hostile_page_is_only_words(make_stage, pack, qtbot):
    stage = make_stage(pack=with_page(pack, HOSTILE))
    stage.presenter.reading.open_page("hostile")
    prose = stage.presenter.reading.reader.page.prose
    shown = prose.toPlainText()
    for word in ("before", "<menu>", "alert(1)", "outside", "picture", "inside", "shop", "after"):
        assert word in shown
    assert links(prose) == [
        "https://linear.app/docs/roles",
        "https://linear.app/docs/roles#steps-to-change-a-role",
        "https://linear.app/pricing",
    ]
    for url in ("https://evil.example", "javascript:alert(1)", "file:///etc/passwd"):
        prose.anchorClicked.emit(QUrl(url))
    assert stage.opened_urls == []
    assert prose.loadResource(2, QUrl("https://evil.example/x.png")) is None


def test_a_page_too_intricate_to_show_can_be_opened_on_the_web(make_stage, pack, qtbot):
    stage = make_stage(pack=with_page(pack, "|a" * 2_000 + "\n" + "|-" * 2_000))
    stage.presenter.reading.open_page("hostile")
    page = stage.presenter.reading.reader.page
    assert "too intricate" in page.excuse.text()
    assert not page.prose.isVisible()
    assert page.browser.hasFocus()


def test_a_page_on_a_host_that_is_not_allowed_has_no_way_to_the_web(make_stage, pack):
    stage = make_stage(pack=with_page(pack, "", url="https://evil.example/x"))
    stage.presenter.reading.open_page("hostile")
    reader = stage.presenter.reading.reader
    assert not reader.page.browser.isVisible()
    assert reader.bar.back.hasFocus()


@pytest.fixture(scope="module")
def policy(pack):
    """Which links of a page may be opened."""
    return pack.link_policy


MARKDOWN = st.lists(
    st.sampled_from(
        ["kettle", "boil", "清掃", "*", "**", "_", "`", "~~", "[", "](", "](https://linear.app/docs)", "]", ")", "!", "<b>", "&amp;", "\\", " ", " ", "\n", "\n\n", "\n\n- ", "\n\n> ", "\n\n## ", "\n\n```\n", "|", "---"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=60)
@given(text=MARKDOWN)
@example(text="kettle*kettle***")
@example(text="boil***kettle**boil")
def test_every_word_a_page_shows_finds_it(qapp, policy, text):
    prose = Prose(Look("#5e6ad2", "light"), policy, is_page=True)
    prose.set_markdown(text)
    page = HelpPage(
        id="p", title="Page", url="https://linear.app", updated=dt.date(2026, 1, 1), body=text
    )
    search = PageSearch([page])
    for word in set(re.findall(r"[^\W_]+", prose.toPlainText())):
        assert search.search(word), word


# --------------------------------------------------------------------------- in and out


def ask(qtbot, stage, script=archived):
    stage.talk.script = script
    stage.bridge.ask("how?")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    return stage.window.conversation.last.findChildren(Chip)


def test_a_source_opens_its_page_here_and_back_returns_to_the_answer(stage, qtbot):
    chip = ask(qtbot, stage)[0]
    chip.setFocus()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    reader = stage.presenter.reading.reader
    assert reader.page.title.text() == "Archive several issues at once"
    assert stage.opened_urls == []
    reader.bar.back.click()
    assert not reader.isVisible()
    assert chip.hasFocus()


def test_a_source_whose_page_is_not_in_the_pack_opens_in_the_browser(stage, qtbot):
    def other(question):
        return reply(question, "Yes.", sources=(Source("Old", "https://linear.app/docs/old"),))

    ask(qtbot, stage, other)[0].click()
    assert stage.opened_urls == ["https://linear.app/docs/old"]
    assert stage.presenter.reading.reader is None


def test_from_a_page_the_search_is_one_key_away_and_back_returns(stage, qtbot):
    ask(qtbot, stage)[0].click()
    reader = stage.presenter.reading.reader
    qtbot.keyClick(reader.page.prose, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.list.search.edit.hasFocus()
    assert reader.bar.back.isVisible()
    qtbot.keyClick(reader.list.search.edit, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.page.isVisible()


def test_escape_closes_the_reader_and_stops_no_answer(stage, reader, qtbot):
    qtbot.keyClick(reader.list.search.edit, Qt.Key.Key_Escape)
    assert not reader.isVisible()
    assert stage.window.header.isVisible()
    assert stage.window.footer.composer.edit.hasFocus()


def test_the_way_to_a_person_lies_over_the_reader(stage, reader, qtbot):
    reader.foot.human.click()
    assert stage.presenter.sheet.isVisible()
    qtbot.keyClick(stage.presenter.sheet, Qt.Key.Key_Escape)
    assert stage.presenter.sheet is None
    assert reader.isVisible()


def test_a_new_conversation_and_the_composer_leave_the_reader(stage, reader, qtbot):
    stage.window.composer_requested.emit()
    assert not reader.isVisible()
    assert stage.window.footer.composer.edit.hasFocus()
    stage.presenter.reading.open_list()
    with qtbot.waitSignal(stage.bridge.opened):
        stage.window.new_requested.emit()
    assert not reader.isVisible()


def test_an_answer_that_comes_while_reading_does_not_close_the_page(stage, reader, qtbot):
    stage.bridge.ask("how?")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    assert reader.isVisible()
    stage.presenter.reading.close()
    assert "toolbar" in stage.window.conversation.last.answer_text


def test_a_chip_that_is_gone_gives_the_focus_to_the_composer(stage, qtbot):
    chip = ask(qtbot, stage)[0]
    chip.setFocus()
    chip.click()
    with qtbot.waitSignal(stage.bridge.opened):
        stage.bridge.new_conversation()
    qtbot.waitUntil(lambda: not stage.window.conversation.exchanges)
    stage.presenter.reading.close()
    assert stage.window.footer.composer.edit.hasFocus()


def test_without_a_model_or_a_history_all_pages_can_be_read(make_stage, qtbot):
    stage = make_stage(installed=False, can_install=False)
    stage.presenter.reading.open_list()
    reader = stage.presenter.reading.reader
    type_in(qtbot, reader, "webhook")
    reader.list.rows.choose_first()
    assert reader.page.prose.toPlainText()
    assert stage.talk.asked == []


def test_the_reader_may_be_opened_before_anything_else_is_there(make_stage, qtbot):
    stage = make_stage(start=False)
    stage.presenter.reading.open_list()
    with qtbot.waitSignal(stage.bridge.model_changed):
        stage.bridge.start()
    assert stage.presenter.reading.reader.list.search.edit.hasFocus()


# --------------------------------------------------------------------------- for everybody


def test_everything_has_a_name_a_role_and_is_large_enough(stage, reader, qtbot):
    stage.presenter.reading.tell("Something happened.")
    for show in (
        stage.presenter.reading.open_list,
        lambda: stage.presenter.reading.open_page("roles"),
    ):
        show()
        kinds = (QAbstractButton, QLineEdit, QTextEdit)
        for widget in reader.findChildren(QWidget):
            if not isinstance(widget, kinds) or not widget.isVisibleTo(reader):
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            name = interface.text(QAccessible.Text.Name)
            assert name.strip(), widget
            assert interface.role() != QAccessible.Role.NoRole, name
            if isinstance(widget, QAbstractButton):
                assert min(widget.width(), widget.height()) >= 24, name
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, name


def test_the_list_is_a_list_of_named_items(reader):
    interface = QAccessible.queryAccessibleInterface(reader.list.rows)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Help pages"
    first = interface.child(0)
    assert first.role() == QAccessible.Role.ListItem
    assert first.text(QAccessible.Text.Name).startswith("Archive closed issues automatically. Each")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_smallest_window_clips_nothing_sideways(make_stage, qtbot, scale):
    stage = make_stage(text_scale=scale)
    stage.window.resize(320, 480)
    stage.presenter.reading.open_list()
    reader = stage.presenter.reading.reader
    for show in (lambda: None, lambda: stage.presenter.reading.open_page("roles")):
        show()
        stage.window.grab()
        assert stage.window.width() == 320
        for widget in reader.findChildren(QWidget):
            if widget.isVisibleTo(reader) and isinstance(
                widget, (QAbstractButton, QLineEdit, Prose)
            ):
                left = widget.mapTo(reader, widget.rect().topLeft()).x()
                assert left >= 0
                assert left + widget.width() <= reader.width(), widget


def test_from_right_to_left_everything_changes_sides(qapp, make_stage, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        stage = make_stage()
        stage.presenter.reading.open_page("roles")
        reader = stage.presenter.reading.reader
        stage.window.grab()
        assert reader.bar.back.x() > reader.bar.close_button.x()
        assert reader.page.title.mapTo(reader, reader.page.title.rect().topRight()).x() > 400
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [440, 1400])
def test_the_bar_keeps_to_the_column_and_is_as_high_as_that_of_the_settings(
    stage, reader, qtbot, width, mirrored
):
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    stage.window.setLayoutDirection(direction)
    stage.window.resize(width, 700)
    stage.presenter.reading.open_list()
    reader.show_list(can_go_back=False)
    stage.window.grab()
    side = max(16, (width - 720) // 2)

    def near() -> int:
        place = reader.bar.title.geometry()
        return reader.width() - 1 - place.right() if mirrored else place.left()

    qtbot.waitUntil(lambda: near() == side)
    title = reader.bar.title.geometry()
    stage.presenter.reading.close()
    settings = stage.presenter.settings
    settings.open()
    stage.window.grab()
    assert settings.page._title.geometry().center().y() == title.center().y()
