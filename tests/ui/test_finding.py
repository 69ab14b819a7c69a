"""Finding something in the conversation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt

from supportbot.ui import finding
from supportbot.ui.views.marked import marks_of
from tests.ui.scripted import archived, reply
from tests.ui.test_answers import ask, click, doubtful

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def talked(stage, qtbot):
    """A conversation that is longer than the window."""
    for number in range(4):
        ask(qtbot, stage, f"question {number} about archiving", archived)
    ask(qtbot, stage, "menü?", lambda q: reply(q, "Open the **Menü**, then `Ctrl+A`. Ａrchive it."))
    stage.window.grab()
    return stage


def find(qtbot, stage, needle):
    qtbot.keyClick(stage.window.footer.composer.edit, Qt.Key.Key_F, CTRL)
    stage.window.find_bar.field.edit.clear()
    qtbot.keyClicks(stage.window.find_bar.field.edit, needle)
    if stage.window.conversation.complete:
        qtbot.waitUntil(lambda: stage.presenter.finding.settled)
    return stage.window.find_bar


def marked(stage):
    """What is set off, in reading order."""
    return [
        prose.toPlainText().encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le")
        for view in stage.window.conversation.exchanges
        for prose in (view.bubble.words, view.prose)
        for first, last, _ in marks_of(prose)
    ]


def chosen(stage):
    """Where the one that is shown stands in the conversation."""
    return [
        (index, prose is view.prose, first)
        for index, view in enumerate(stage.window.conversation.exchanges)
        for prose in (view.bubble.words, view.prose)
        for first, _, is_chosen in marks_of(prose)
        if is_chosen
    ]


def test_what_is_found_is_marked_counted_and_gone_through(talked, qtbot):
    bar = find(qtbot, talked, "QUESTION")
    assert bar.isVisible()
    assert marked(talked) == ["question"] * 4
    seen = []
    for _ in range(5):
        seen.append((bar.count.text(), chosen(talked)[0][0]))
        qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return)
    assert sorted(set(seen)) == [(f"{n + 1} of 4", n) for n in range(4)]
    assert seen[4] == seen[0]
    at = chosen(talked)
    qtbot.keyClick(bar.field.edit, Qt.Key.Key_Return, SHIFT)
    assert chosen(talked) != at
    click(qtbot, bar.next)
    assert chosen(talked) == at


def test_what_is_shown_is_scrolled_to(talked, qtbot):
    view = talked.window.conversation
    bar = find(qtbot, talked, "question")
    for _ in range(4):
        qtbot.keyClick(bar.field.edit, Qt.Key.Key_Down)
        index = chosen(talked)[0][0]
        words = view.exchanges[index].bubble.words
        top = words.mapTo(view.viewport(), words.rect().topLeft()).y()
        assert 0 <= top <= view.viewport().height()


def test_case_accents_and_widths_make_no_difference(talked, qtbot):
    find(qtbot, talked, "menu")
    assert marked(talked) == ["menü", "Menü"]
    find(qtbot, talked, "archive it")
    assert marked(talked) == ["Ａrchive it"]


def test_what_is_not_there_is_said(talked, qtbot, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(finding, "announce", lambda source, text: said.append(text))
    bar = find(qtbot, talked, "penguin")
    assert bar.count.text() == "Not found"
    assert not bar.next.isEnabled()
    assert marked(talked) == []
    qtbot.waitUntil(lambda: said == ["Not found"])
    bar.field.edit.clear()
    assert bar.count.text() == ""


def test_escape_closes_it_and_nothing_stays_marked(talked, qtbot):
    bar = find(qtbot, talked, "question")
    qtbot.keyClick(bar.field.edit, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: marked(talked) == [])
    assert talked.window.footer.composer.edit.hasFocus()


def test_a_new_answer_is_searched_too(talked, qtbot):
    bar = find(qtbot, talked, "question")
    ask(qtbot, talked, "another question", lambda q: reply(q, "No question is too small."))
    qtbot.waitUntil(lambda: bar.count.text().endswith("of 6"))
    talked.settings.preferences.change(theme="dark")
    qtbot.waitUntil(lambda: marked(talked) == ["question"] * 6)
    assert len(chosen(talked)) == 1


def test_what_is_folded_away_is_found_when_it_is_seen(stage, qtbot):
    view = ask(qtbot, stage, "guests?", doubtful("folded"))
    bar = find(qtbot, stage, "everything")
    assert bar.count.text() == "Not found"
    click(qtbot, view.fold)
    qtbot.waitUntil(lambda: marked(stage) == ["everything"])


def test_another_conversation_is_not_searched_for_it(talked, qtbot):
    bar = find(qtbot, talked, "question")
    with qtbot.waitSignal(talked.bridge.opened):
        talked.bridge.new_conversation()
    assert not bar.isVisible()


def test_without_a_conversation_it_means_all_of_them(stage, qtbot):
    qtbot.keyClick(stage.window.footer.composer.edit, Qt.Key.Key_F, CTRL)
    assert not stage.window.find_bar.isVisible()
    assert stage.window.drawer.search.edit.hasFocus()


def test_characters_of_two_units_shift_nothing(stage, qtbot):
    ask(qtbot, stage, "😀😀 here", lambda q: reply(q, "😀 and **here** 😀 here"))
    find(qtbot, stage, "here")
    assert marked(stage) == ["here"] * 3


@pytest.mark.parametrize("high", [420, 460, 500, 560, 640])
def test_what_is_shown_stands_clear_of_the_bar(stage, qtbot, high):
    stage.window.resize(360, high)
    view = ask(qtbot, stage, "how do I archive many issues at once?", archived)
    stage.window.grab()
    click(qtbot, view.row.down)
    stage.window.find_requested.emit()
    stage.window.find_bar.field.edit.setText("choose")
    qtbot.waitUntil(lambda: bool(chosen(stage)))
    for _ in range(5):
        QCoreApplication.processEvents()
    column = stage.window.conversation
    at = view.prose.toPlainText().index("Choose")
    place = column.place_of(view.prose, at)
    top = place.top() - column.verticalScrollBar().value()
    assert 16 <= top <= column.viewport().height() - place.height()


def test_the_field_keeps_its_width_whatever_is_counted(talked, qtbot):
    widths = set()
    for needle in ("question", "penguin", "e", ""):
        bar = find(qtbot, talked, needle)
        QCoreApplication.processEvents()
        widths.add(bar.field.width())
    assert len(widths) == 1
    glow = bar.field.mapTo(bar, bar.field.rect().topRight()).x() + 1
    assert bar.count.mapTo(bar, QPoint(0, 0)).x() - glow >= 8
