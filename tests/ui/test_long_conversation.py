"""A conversation that is too long to be built at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from supportbot.history import HistoryStore, Verdict
from supportbot.ui.views.exchange import ExchangeView
from tests.ui.scripted import archived, reply
from tests.ui.test_answers import ask, click
from tests.ui.test_finding import chosen, find

LONG = 60  # exchanges, many screens of them


def keep(stage, name, count=LONG):
    """A conversation on the disk; its id."""
    store = HistoryStore(stage.database)
    kept = store.start_conversation(stage.pack.product.id)
    for number in range(count):
        question = f"{name} {number}, please"
        question_id = store.add_question(kept, question)
        store.add_reply(kept, question_id, archived(question), ())
    store.close()
    return kept


@pytest.fixture
def kept(stage):
    return keep(stage, "first")


def begin(qtbot, stage, conversation_id):
    """Open a conversation; it is not built yet when this returns."""
    with qtbot.waitSignal(stage.bridge.opened):
        stage.bridge.open_conversation(conversation_id)
    view = stage.window.conversation
    assert not view.complete
    return view


def questions(view):
    return [one.bubble.words.toPlainText() for one in view.exchanges]


def top_of(view, exchange):
    """Where an exchange begins in what is seen."""
    return exchange.mapTo(view.viewport(), QPoint(0, 0)).y()


def test_it_opens_at_its_end_and_is_whole_in_the_end(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    bar = view.verticalScrollBar()
    assert questions(view)[-1] == f"first {LONG - 1}, please"
    qtbot.waitUntil(lambda: view.complete)
    assert questions(view) == [f"first {number}, please" for number in range(LONG)]
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    bar.setValue(0)
    assert 0 <= top_of(view, view.exchanges[0]) < view.viewport().height()


def test_what_is_read_stays_where_it_is_while_more_is_built(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(bar.maximum() - 150)
    read = view.exchanges[0]
    places = [top_of(view, read)]
    view.added_above.connect(lambda _: places.append(top_of(view, read)))
    view.verticalScrollBar().valueChanged.connect(lambda _: places.append(top_of(view, read)))
    qtbot.waitUntil(lambda: view.complete)
    stage.window.grab()
    places.append(top_of(view, read))
    assert view.exchanges.index(read) > 10
    assert set(places) == {places[0]}


def test_it_is_found_before_it_is_built(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    bar = find(qtbot, stage, "first 0,")
    assert bar.count.text() == ""  # not "Not found"
    assert not view.complete
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    assert chosen(stage) == [(0, False, 0)]
    assert 0 <= top_of(view, view.exchanges[0]) < view.viewport().height()


def test_everything_is_counted_and_gone_through(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    bar = find(qtbot, stage, "please")
    qtbot.waitUntil(lambda: bar.count.text().endswith(f" of {LONG}"))
    ((index, *_),) = chosen(stage)
    assert bar.count.text() == f"{index + 1} of {LONG}"
    for _ in range(LONG - index):
        qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return)
    assert bar.count.text() == f"1 of {LONG}"
    assert [number for number, *_ in chosen(stage)] == [0]
    assert 0 <= top_of(view, view.exchanges[0]) < view.viewport().height()
    bar.field.edit.clear()
    qtbot.keyClicks(bar.field.edit, "penguin")
    qtbot.waitUntil(lambda: bar.count.text() == "Not found")
    assert chosen(stage) == []


def test_another_one_opened_meanwhile_shows_only_its_own(stage, qtbot, kept):
    second = keep(stage, "second")
    view = begin(qtbot, stage, kept)
    begin(qtbot, stage, second)
    shown = [
        one.bubble.words.toPlainText()
        for one in stage.window.findChildren(ExchangeView)
        if one.isVisibleTo(stage.window)
    ]
    assert shown
    assert all(words.startswith("second") for words in shown)
    qtbot.waitUntil(lambda: view.complete)
    assert questions(view) == [f"second {number}, please" for number in range(LONG)]
    qtbot.waitUntil(lambda: len(stage.window.findChildren(ExchangeView)) == LONG)


def test_it_can_be_deleted_while_it_is_built(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    stage.presenter.drawer.delete(kept)
    qtbot.waitUntil(lambda: stage.window.pages.currentWidget() is stage.window.greeting)
    assert view.exchanges == []
    assert view.complete
    qtbot.waitUntil(lambda: not stage.window.findChildren(ExchangeView))


def test_a_question_asked_meanwhile_stands_at_its_end(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    last = ask(qtbot, stage, "and now?", lambda question: reply(question, "Now."))
    assert last is view.last
    click(qtbot, last.row.up)
    qtbot.waitUntil(lambda: view.complete)
    assert questions(view)[-2:] == [f"first {LONG - 1}, please", "and now?"]
    assert view.exchange(LONG) is last

    def verdicts():
        store = HistoryStore(stage.database)
        found = [one.verdict for one in store.exchanges(kept)]
        store.close()
        return found

    qtbot.waitUntil(lambda: verdicts() == [None] * LONG + [Verdict(helpful=True)])


def test_only_its_last_question_can_be_changed(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    editable = [one for one in view.exchanges if one.bubble.edit.isVisibleTo(view)]
    assert editable == [view.last]


def test_the_window_can_be_closed_while_it_is_built(make_stage, qtbot):
    stage = make_stage()
    begin(qtbot, stage, keep(stage, "first"))
    stage.close()
    assert not stage.window.isVisible()


def test_what_was_answered_out_of_sight_is_as_high_as_it_needs_to_be(stage, qtbot):
    stage.presenter.settings.open()
    last = ask(qtbot, stage, "how?", archived)
    stage.presenter.settings.close()
    qtbot.waitUntil(lambda: last.height() >= last.heightForWidth(last.width()) > 200)
    bar = stage.window.conversation.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_tab_goes_through_it_both_ways(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    view.last.row.copy.setFocus()
    qtbot.keyClick(view.last.row.copy, Qt.Key.Key_Tab)
    assert view.last.row.up.hasFocus()
    qtbot.keyClick(view.last.row.up, Qt.Key.Key_Backtab)
    assert view.last.row.copy.hasFocus()


def test_tab_goes_from_each_answer_to_the_question_after_it(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    for at in (0, LONG // 3, LONG - 2):
        here, after = view.exchanges[at], view.exchanges[at + 1]
        here.row.copy.setFocus()
        while here.isAncestorOf(QApplication.focusWidget()):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert after.isAncestorOf(QApplication.focusWidget())


def test_what_is_far_from_what_is_seen_is_not_shown(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert view.exchanges[-1].isVisible()
    assert not view.exchanges[0].isVisible()
    assert sum(one.isVisible() for one in view.exchanges) < LONG // 2
    bar.setValue(0)
    assert view.exchanges[0].isVisible()
    assert not view.exchanges[-1].isVisible()


def test_wherever_it_is_scrolled_to_everything_seen_is_there(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    bar = view.verticalScrollBar()
    high = bar.maximum()
    for value in (*range(high, 0, -view.viewport().height() // 2), 0, high // 2, high):
        bar.setValue(value)
        below = view.viewport().height()
        for one in view.exchanges:
            top = top_of(view, one)
            assert one.isVisible() or top + one.height() <= 0 or top >= below
        assert bar.maximum() == high


def test_the_exchange_with_the_keyboard_is_not_hidden(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    view.last.row.copy.setFocus()
    view.verticalScrollBar().setValue(0)
    assert view.last.row.copy.hasFocus()
    assert view.last.isVisible()


def test_tab_comes_to_what_was_not_shown(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    first = view.exchanges[0]
    assert not first.isVisible()
    qtbot.waitUntil(lambda: stage.window.isActiveWindow())
    stage.window.header.options.setFocus()
    while not view.isAncestorOf(QApplication.focusWidget()):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert first.isAncestorOf(QApplication.focusWidget())
    assert first.isVisible()
    assert top_of(view, first) < view.viewport().height()
    assert top_of(view, first) + first.height() > 0


def test_what_was_not_shown_is_as_high_as_larger_text_needs(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    stage.look.set_text_scale(2.0)
    bar = view.verticalScrollBar()
    qtbot.wait(50)
    high = bar.maximum()
    for value in range(high, 0, -view.viewport().height()):
        bar.setValue(value)
    bar.setValue(0)
    qtbot.wait(50)
    assert bar.maximum() == high
    assert all(one.height() >= one.heightForWidth(one.width()) for one in view.exchanges[:10])


def test_it_is_found_from_what_is_seen_on(stage, qtbot, kept):
    view = begin(qtbot, stage, kept)
    qtbot.waitUntil(lambda: view.complete)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    seen = next(at for at, one in enumerate(view.exchanges) if view.end_of(one) >= bar.value())
    found = find(qtbot, stage, "please")
    qtbot.waitUntil(lambda: found.count.text().endswith(f" of {LONG}"))
    ((index, *_),) = chosen(stage)
    assert index in (seen, seen + 1)  # the question of the first may be above
