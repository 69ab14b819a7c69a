"""What can be done with an answer: judged, written again, asked otherwise; and how far it is trusted."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from supportbot.contracts import Source
from supportbot.errors import DiskFullError
from supportbot.history import HistoryStore, Verdict
from supportbot.ui import judging
from supportbot.ui.theme import GAP_4
from supportbot.ui.views.cards import DoubtCard, Notice
from supportbot.ui.views.chips import Chip
from tests.ui.scripted import ARCHIVE, RESTORE, archived, failed, reply


def ask(qtbot, stage, question="how?", script=None):
    """Ask, and wait for the answer; its view."""
    if script is not None:
        stage.talk.script = script
    with qtbot.waitSignal(stage.bridge.replied):
        stage.bridge.ask(question)
    return stage.window.conversation.last


def kept(stage):
    """The exchanges of the open conversation as they are on the disk."""
    store = HistoryStore(stage.database)
    try:
        return store.exchanges(stage.session.conversation_id)
    finally:
        store.close()


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def notices(stage):
    found = stage.window.findChildren(Notice)
    return [one.text.text() for one in found if one.isVisibleTo(stage.window)]


# --------------------------------------------------------------------------- verdicts


def test_thumbs_up_is_kept_comes_back_and_can_be_taken_back(make_stage, qtbot):
    first = make_stage()
    view = ask(qtbot, first)
    click(qtbot, view.row.up)
    qtbot.waitUntil(lambda: kept(first)[0].verdict == Verdict(helpful=True))
    assert view.form is None
    first.close()
    second = make_stage()
    row = second.window.conversation.last.row
    assert (row.up.isChecked(), row.down.isChecked()) == (True, False)
    click(qtbot, row.up)
    qtbot.waitUntil(lambda: kept(second)[0].verdict is None)
    assert not row.up.isChecked()


def test_the_answer_is_seen_whole_once_its_form_is_put_away(make_stage, qtbot):
    stage = make_stage(text_scale=2.0)
    stage.window.resize(360, 640)
    ask(qtbot, stage)
    view = ask(qtbot, stage, "and back?", script=lambda question: reply(question, RESTORE))

    def is_whole():
        return view.prose.height() == view.prose.heightForWidth(view.prose.width())

    qtbot.waitUntil(is_whole)
    click(qtbot, view.row.down)
    qtbot.waitUntil(lambda: view.form.geometry().bottom() < view.height() and is_whole())
    click(qtbot, view.form.skip)
    qtbot.waitUntil(lambda: view.height() <= view.layout().totalHeightForWidth(view.width()))
    for _ in range(5):
        QApplication.processEvents()
    assert is_whole()


def test_thumbs_down_asks_why_and_keeps_the_reasons(stage, qtbot):
    view = ask(qtbot, stage)
    click(qtbot, view.row.down)
    qtbot.waitUntil(lambda: kept(stage)[0].verdict == Verdict(helpful=False))
    form = view.form
    assert form.options["wrong"].hasFocus()
    qtbot.keyClick(form.options["wrong"], Qt.Key.Key_Space)
    click(qtbot, form.options["unclear"])
    qtbot.keyClicks(form.remark.edit, "Restore is elsewhere now")
    qtbot.keyClick(form.remark.edit, Qt.Key.Key_Return)
    said = Verdict(helpful=False, reasons=("wrong", "unclear"), remark="Restore is elsewhere now")
    qtbot.waitUntil(lambda: kept(stage)[0].verdict == said)
    assert view.form is None
    assert view.row.down.isChecked()
    qtbot.waitUntil(lambda: view.row.words.text().startswith("Thank you."))


def test_a_ring_comes_back_with_the_keyboard_and_not_with_the_mouse(stage, qtbot):
    down = ask(qtbot, stage).row.down
    down.click()
    stage.window.setFocus()
    plain = down.grab().toImage()
    for by_key in (False, True):
        form = ask_why(qtbot, stage)
        if by_key:
            qtbot.keyClick(form.skip, Qt.Key.Key_Return)
        else:
            click(qtbot, form.skip)
        assert down.hasFocus()
        assert (down.grab().toImage() != plain) == by_key


def ask_why(qtbot, stage):
    """Have the form come up again under the last answer."""
    view = stage.window.conversation.last
    if view.form is None:
        view.row.down.click()
        if view.form is None:
            view.row.down.click()
    return view.form


@pytest.mark.parametrize("way", ["skip", "escape", "up"])
def test_why_need_not_be_said(stage, qtbot, way):
    view = ask(qtbot, stage)
    click(qtbot, view.row.down)
    qtbot.keyClicks(view.form.remark.edit, "never mind")
    if way == "skip":
        click(qtbot, view.form.skip)
    elif way == "escape":
        stage.window.escaped.emit()
        assert view.row.down.hasFocus()
    else:
        click(qtbot, view.row.up)
    assert view.form is None
    wanted = Verdict(helpful=way == "up")
    qtbot.waitUntil(lambda: kept(stage)[0].verdict == wanted)


def test_an_earlier_answer_can_be_judged_too(stage, qtbot):
    first = ask(qtbot, stage, "one")
    ask(qtbot, stage, "two")
    click(qtbot, first.row.up)
    qtbot.waitUntil(lambda: kept(stage)[0].verdict == Verdict(helpful=True))
    assert kept(stage)[1].verdict is None


def test_a_verdict_that_could_not_be_kept_is_told_and_taken_back(stage, qtbot, monkeypatch):
    def full(*args, **kwargs):
        raise DiskFullError("The disk is full.", "Free some space.")

    view = ask(qtbot, stage)
    monkeypatch.setattr(HistoryStore, "judge", full)
    click(qtbot, view.row.up)
    qtbot.waitUntil(lambda: not view.row.up.isChecked())
    assert notices(stage) == ["This was not kept. The disk is full. Free some space."]


def test_a_verdict_is_said_once_and_a_failure_has_none(stage, qtbot, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(judging, "announce", lambda source, text: said.append(text))
    view = ask(qtbot, stage)
    click(qtbot, view.row.up)
    qtbot.waitUntil(lambda: said == ["Thank you. Kept on this computer only."])
    assert ask(qtbot, stage, "and?", failed).row is None


# --------------------------------------------------------------------------- another answer


def test_another_answer_takes_the_place_of_the_last(stage, qtbot):
    view = ask(qtbot, stage)
    click(qtbot, view.row.up)
    qtbot.waitUntil(lambda: kept(stage)[0].verdict is not None)
    stage.talk.script = lambda q: reply(q, "Otherwise.")
    with qtbot.waitSignal(stage.bridge.replied):
        click(qtbot, view.row.again)
    assert view.answer_text == "Otherwise."
    assert not view.row.up.isChecked()
    assert [(one.question, one.reply["answer"], one.verdict) for one in kept(stage)] == [
        ("how?", "Otherwise.", None)
    ]
    assert [message.content for message in stage.talk.messages] == ["how?", "Otherwise."]


def test_only_the_last_answer_is_written_again_and_only_a_models(stage, qtbot):
    first = ask(qtbot, stage)
    assert first.row.again.isVisible()
    ask(qtbot, stage, "and?", lambda q: reply(q, "Vetted.", served_from="verified"))
    assert not first.row.again.isVisible()
    assert first.row.copy.isVisible()
    assert not stage.window.conversation.last.row.again.isVisible()


@pytest.mark.parametrize("way", ["failed", "stopped"])
def test_an_answer_stays_when_another_cannot_be_written(stage, qtbot, way):
    view = ask(qtbot, stage)
    if way == "failed":
        stage.talk.script = failed
        with qtbot.waitSignal(stage.bridge.replied):
            click(qtbot, view.row.again)
    else:
        stage.talk.gate, stage.talk.stop_at = threading.Event(), 0
        click(qtbot, view.row.again)
        qtbot.waitUntil(stage.talk.half.is_set)
        with qtbot.waitSignal(stage.bridge.replied):
            stage.window.escaped.emit()
            stage.talk.gate.set()
        stage.talk.gate = None
    assert "toolbar" in view.answer_text
    assert "earlier one" in view.row.words.text()
    assert view.row.retry.isVisible()
    assert kept(stage)[0].reply["answer"] == ARCHIVE
    assert stage.session.messages[-1].content == ARCHIVE
    stage.talk.script = archived
    ask(qtbot, stage, "next")
    assert len(stage.talk.messages) == 4


# --------------------------------------------------------------------------- in other words


def test_the_last_question_is_put_in_other_words(stage, qtbot):
    ask(qtbot, stage, "first")
    view = ask(qtbot, stage, "how do I archve?")
    click(qtbot, view.bubble.edit)
    edit = view.revision.field.edit
    assert edit.hasFocus()
    assert edit.toPlainText() == "how do I archve?"
    edit.selectAll()
    qtbot.keyClicks(edit, "how do I archive?")
    stage.talk.script = lambda q: reply(q, "Press X.")
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert len(stage.window.conversation.exchanges) == 2
    assert view.bubble.words.toPlainText() == "how do I archive?"
    assert view.answer_text == "Press X."
    assert [one.question for one in kept(stage)] == ["first", "how do I archive?"]
    assert kept(stage)[1].reply["answer"] == "Press X."
    assert [m.content for m in stage.session.messages] == [
        "first",
        ARCHIVE,
        "how do I archive?",
        "Press X.",
    ]


def test_words_that_were_asked_before_replace_only_the_last_question(stage, qtbot):
    ask(qtbot, stage, "same")
    view = ask(qtbot, stage, "other")
    with qtbot.waitSignal(stage.bridge.replied):
        view.revised.emit("same")
    assert [one.question for one in kept(stage)] == ["same", "same"]
    assert len(stage.session.messages) == 4


@pytest.mark.parametrize("way", ["escape", "cancel"])
def test_a_question_may_stay_as_it_is(stage, qtbot, way):
    view = ask(qtbot, stage)
    click(qtbot, view.bubble.edit)
    qtbot.keyClicks(view.revision.field.edit, " or not")
    if way == "escape":
        stage.window.escaped.emit()
    else:
        click(qtbot, view.revision.cancel)
    assert view.revision is None
    assert view.bubble.isVisible()
    assert view.bubble.edit.hasFocus()
    assert stage.talk.asked == ["how?"]


def test_only_the_last_question_can_be_edited_and_not_while_it_is_answered(stage, qtbot):
    first = ask(qtbot, stage)
    click(qtbot, first.bubble.edit)
    stage.talk.gate = threading.Event()
    stage.bridge.ask("next")
    qtbot.waitUntil(stage.talk.half.is_set)
    last = stage.window.conversation.last
    assert first.revision is None
    assert not first.bubble.edit.isVisible()
    assert not last.bubble.edit.isVisible()
    with qtbot.waitSignal(stage.bridge.replied):
        stage.talk.gate.set()
    assert last.bubble.edit.isVisible()


def test_words_that_cannot_be_asked_lose_nothing(stage, qtbot):
    view = ask(qtbot, stage)
    long = "x" * 50_000
    with qtbot.waitSignal(stage.bridge.rejected):
        view.revised.emit(long)
    assert view.bubble.words.toPlainText() == "how?"
    assert "toolbar" in view.answer_text
    assert stage.window.footer.composer.edit.toPlainText() == long
    assert notices(stage)
    assert [one.question for one in kept(stage)] == ["how?"]


def test_a_rejected_question_can_be_edited_without_touching_the_one_before(stage, qtbot):
    ask(qtbot, stage, "first")
    with qtbot.waitSignal(stage.bridge.rejected):
        stage.bridge.ask("x" * 50_000)
    view = stage.window.conversation.last
    with qtbot.waitSignal(stage.bridge.replied):
        view.revised.emit("short")
    assert [one.question for one in kept(stage)] == ["first", "short"]
    assert len(stage.session.messages) == 4


def test_without_a_history_it_is_asked_otherwise_all_the_same(make_stage, qtbot):
    stage = make_stage(history_fault=DiskFullError("Full.", "Free some space."))
    view = ask(qtbot, stage)
    with qtbot.waitSignal(stage.bridge.replied):
        view.revised.emit("otherwise?")
    assert [m.content for m in stage.session.messages] == ["otherwise?", ARCHIVE]


# --------------------------------------------------------------------------- where it stands


@pytest.mark.parametrize(("width", "height", "scale"), [(440, 700, 1.0), (360, 640, 2.0)])
def test_what_is_drawn_under_an_answer_begins_where_its_words_do(
    make_stage, qtbot, width, height, scale
):
    stage = make_stage(text_scale=scale)
    stage.window.resize(width, height)
    view = ask(qtbot, stage)
    image = view.row.copy.grab().toImage()
    ground = image.pixelColor(0, 0)
    columns = range(image.width())
    rows = range(image.height())
    drawn = next(x for x in columns if any(image.pixelColor(x, y) != ground for y in rows))
    assert abs(view.row.copy.mapTo(view, QPoint(drawn, 0)).x() - GAP_4) <= 1


def test_more_than_is_seen_at_once_is_shown_from_its_beginning(make_stage, qtbot):
    stage = make_stage(text_scale=2.0)
    stage.window.resize(360, 640)
    ask(qtbot, stage)
    view = ask(qtbot, stage, "and back?", script=lambda q: failed(q, "out_of_memory"))
    talk = stage.window.conversation
    stage.window.grab()
    assert view.failure.height() > talk.viewport().height()
    assert talk.viewport().rect().contains(view.failure.mapTo(talk.viewport(), QPoint(0, 0)))
    ask(qtbot, stage, "and this?")
    bar = talk.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() - talk.viewport().height())


def test_that_it_was_copied_is_read_for_a_while(stage, qtbot, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr("supportbot.ui.presenter.announce", lambda source, text: said.append(text))
    view = ask(qtbot, stage)
    click(qtbot, view.row.copy)
    assert view.row.words.text() == "Copied"
    assert view.row.words.isVisible()
    assert said == ["Copied"]
    qtbot.waitUntil(lambda: not view.row.words.isVisible(), timeout=10_000)


def test_a_model_that_is_lost_can_be_checked(stage, qtbot):
    view = ask(qtbot, stage, script=lambda q: failed(q, "model_file"))
    click(qtbot, view.failure.model)
    settings = stage.presenter.settings
    assert settings.page.stack.currentWidget() is settings.model


# --------------------------------------------------------------------------- how far it is trusted


def test_an_answer_to_be_checked_says_so_and_a_person_is_one_click_away(stage, qtbot):
    view = ask(
        qtbot,
        stage,
        script=lambda q: reply(q, "Guests see only their teams.", tier="check"),
    )
    doubt = view.findChild(DoubtCard)
    assert doubt.accessibleName() == "Please double-check this one before you rely on it."
    assert view.person is None
    click(qtbot, doubt.human)
    assert "how?" in stage.presenter.sheet.body.toPlainText()


def doubtful(shown):
    """An answer that was judged and found wanting."""
    return lambda q: reply(
        q,
        "Guests see **everything**.",
        tier="human",
        shown=shown,
        reasons=("low_confidence",),
        sources=(Source("Guests", "https://linear.app/docs/guests"),),
    )


@pytest.mark.parametrize("shown", ["none", "held"])
def test_an_answer_for_a_person_is_not_shown(stage, qtbot, shown):
    view = ask(qtbot, stage, script=doubtful(shown))
    assert view.person.human.isVisible()
    assert (view.answer_text, view.fold, view.row) == ("", None, None)


@pytest.mark.parametrize("shown", ["streamed", "folded"])
def test_one_that_had_streamed_is_folded_behind_the_person(stage, qtbot, shown, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(
        "supportbot.ui.talk_presenter.announce", lambda source, text: said.append(text)
    )
    view = ask(qtbot, stage, script=doubtful(shown))
    stage.window.grab()
    assert view.person.accessibleName() == "We are not sure about this answer"
    assert view.fold.accessibleName() == "Show the answer anyway"
    assert not view.prose.isVisible()
    assert not view.row.isVisible()
    assert (
        view.person.mapTo(view, view.person.rect().topLeft()).y()
        < view.fold.mapTo(view, view.fold.rect().topLeft()).y()
    )
    assert "everything" not in "".join(said)
    assert "not sure" in said[-1]
    view.person.human.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view.person.human, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.fold
    qtbot.keyClick(view.fold, Qt.Key.Key_Return)
    assert view.prose.isVisible()
    assert view.row.isVisible()
    assert view.answer_text == "Guests see everything."
    assert view.fold.accessibleName() == "Hide the answer"
    beside = view.prose.mapTo(view, QPoint(-4, 4))
    assert view.grab().toImage().pixelColor(beside) == stage.look.colour("doubt")
    qtbot.keyClick(view.fold, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.prose
    qtbot.keyClick(view.fold, Qt.Key.Key_Space)
    assert not view.prose.isVisible()


def test_a_page_is_named_only_where_there_is_one(stage, qtbot):
    page = (Source("Guests", "https://linear.app/docs/guests"),)
    view = ask(qtbot, stage, script=lambda q: reply(q, "Yes.", tier="check", sources=page))
    assert "help page" in view.findChild(DoubtCard).accessibleName()


def test_a_folded_answer_is_folded_when_it_comes_back(make_stage, qtbot):
    first = make_stage()
    ask(qtbot, first, script=doubtful("folded"))
    first.close()
    view = make_stage().window.conversation.last
    assert view.fold is not None
    assert not view.prose.isVisible()


def test_a_held_answer_is_checked_unseen_and_comes_whole(stage, qtbot):
    stage.talk.script = lambda q: reply(q, ARCHIVE, shown="held")
    stage.talk.holds = True
    stage.talk.gate = threading.Event()
    stage.bridge.ask("how?")
    view = stage.window.conversation.last
    qtbot.waitUntil(stage.talk.half.is_set)
    qtbot.waitUntil(lambda: view.status.text() == "Checking…")
    with qtbot.assertNotEmitted(stage.bridge.grew), qtbot.waitSignal(stage.bridge.replied):
        stage.talk.gate.set()
    assert not view.status.isVisible()
    assert "toolbar" in view.answer_text
    stage.talk.holds = False
    grown: list[str] = []
    stage.bridge.grew.connect(grown.append)
    ask(qtbot, stage, "and?", archived)
    assert "".join(grown) == ARCHIVE


# --------------------------------------------------------------------------- what it rests on


def test_an_answer_says_how_old_its_pages_are(make_stage, qtbot, pack):
    page = pack.pages["bulk-archive"].model_copy(update={"updated": dt.date(2025, 2, 1)})
    pages = MappingProxyType(dict(pack.pages) | {page.id: page})
    stage = make_stage(pack=dataclasses.replace(pack, pages=pages))
    view = ask(qtbot, stage)
    assert "2025" in view.row.words.text()
    chips = view.findChildren(Chip)
    assert ["2025" in chip.accessibleDescription() for chip in chips] == [True, False]
    assert all(chip.accessibleDescription().startswith("Facts as of ") for chip in chips)


def test_a_source_opens_offline_and_its_page_leads_to_the_web(stage, qtbot):
    view = ask(qtbot, stage)
    click(qtbot, view.findChildren(Chip)[1])
    reader = stage.presenter.reading.reader
    assert reader.page.title.text() == "Restore an archived issue"
    assert stage.opened_urls == []
    click(qtbot, reader.page.browser)
    assert stage.opened_urls == ["https://linear.app/docs/restore-archived"]


def test_the_finished_answer_is_announced_once(stage, qtbot, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(
        "supportbot.ui.talk_presenter.announce", lambda source, text: said.append(text)
    )
    ask(qtbot, stage)
    assert len(said) == 1
