"""The window as a customer uses it."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from supportbot.errors import (
    AccessError,
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseNewerError,
    DiskFullError,
    QuestionError,
)
from supportbot.history import HistoryStore
from supportbot.ui.ahead import PACE_MS
from supportbot.ui.look import Look
from supportbot.ui.theme import GAP_4
from supportbot.ui.views.cards import Notice
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.header import Header
from tests.ui.scripted import ARCHIVE, archived, failed, refused, reply


def ask(qtbot, stage, question="can I archive many issues?"):
    edit = stage.window.footer.composer.edit
    qtbot.keyClicks(edit, question)
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.keyClick(edit, Qt.Key.Key_Return)


def raising(error):
    def fail(*args, **kwargs):
        raise error

    return fail


def notices(stage) -> list[str]:
    found = stage.window.findChildren(Notice)
    return [notice.text.text() for notice in found if notice.isVisibleTo(stage.window)]


# --------------------------------------------------------------------------- asking


def test_the_first_screen_greets_and_offers_questions(stage, pack):
    window = stage.window
    assert window.pages.currentWidget() is window.greeting
    assert [row.text() for row in window.greeting.rows] == list(
        pack.product.brand.starter_questions
    )
    assert window.footer.human.isVisible()
    assert not window.footer.composer.send.isEnabled()


def test_a_starter_question_is_asked(stage, qtbot):
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.mouseClick(stage.window.greeting.rows[0], Qt.MouseButton.LeftButton)
    assert stage.talk.asked == [stage.window.greeting.rows[0].text()]
    assert stage.window.pages.currentWidget() is stage.window.conversation


def test_a_question_is_answered_with_sources(stage, qtbot):
    ask(qtbot, stage)
    view = stage.window.conversation.last
    assert view.bubble.words.toPlainText() == "can I archive many issues?"
    assert "toolbar at the bottom" in view.answer_text
    assert "**" not in view.answer_text
    assert stage.window.footer.composer.edit.toPlainText() == ""
    chips = [
        c
        for c in view.findChildren(type(stage.window.footer.human).__base__)
        if c.text().startswith("Archive several")
    ]
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert stage.presenter.reading.reader.page.title.text() == "Archive several issues at once"


def test_text_streams_in_few_repaints_and_in_order(stage, qtbot):
    pieces: list[str] = []
    stage.bridge.grew.connect(pieces.append)
    ask(qtbot, stage)
    assert "".join(pieces) == ARCHIVE
    assert len(pieces) < len(ARCHIVE.split(" "))


def test_the_answer_grows_while_it_is_written_and_stop_ends_it(stage, qtbot):
    stage.talk.gate = threading.Event()
    composer = stage.window.footer.composer
    qtbot.keyClicks(composer.edit, "how?")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "To archive" in stage.window.conversation.last.answer_text)
    assert composer.send.stops
    assert composer.send.isEnabled()
    assert stage.window.footer.note.text() == "Esc stops"
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.mouseClick(composer.send, Qt.MouseButton.LeftButton)
        stage.talk.gate.set()
    assert not composer.send.stops
    assert "stay searchable" not in stage.window.conversation.last.answer_text
    ask(qtbot, stage, "again?")
    assert "stay searchable" in stage.window.conversation.last.answer_text


def test_escape_stops(stage, qtbot):
    stage.talk.gate = threading.Event()
    composer = stage.window.footer.composer
    qtbot.keyClicks(composer.edit, "how?")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(stage.talk.half.is_set)
    with qtbot.waitSignal(stage.bridge.replied):
        stage.window.escaped.emit()
        assert stage.talk.stop.is_set()
        stage.talk.gate.set()


def test_enter_sends_and_shift_enter_breaks_the_line(stage, qtbot):
    edit = stage.window.footer.composer.edit
    qtbot.keyClicks(edit, "one")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "two")
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.keyClick(edit, Qt.Key.Key_Enter)
    assert stage.talk.asked == ["one\ntwo"]


def test_an_input_methods_enter_only_composes(stage, qtbot):
    edit = stage.window.footer.composer.edit
    QApplication.sendEvent(edit, QInputMethodEvent("にほ", []))
    with qtbot.assertNotEmitted(edit.submitted):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(edit, done)
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert stage.talk.asked == ["日本"]


def test_typing_warms_the_model_once(stage, qtbot):
    before = stage.backend.warmed
    qtbot.keyClicks(stage.window.footer.composer.edit, "hello")
    qtbot.waitUntil(lambda: stage.backend.warmed == before + 1)


def test_whole_words_are_evaluated_while_they_are_typed(stage, qtbot):
    edit = stage.window.footer.composer.edit
    qtbot.keyClicks(edit, "why is  my board")
    qtbot.waitUntil(lambda: stage.talk.prepared == ["why is  my"])
    qtbot.waitUntil(lambda: stage.talk.prepared == ["why is  my", "why is  my board"])
    with qtbot.waitSignal(stage.bridge.replied):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "one")
    qtbot.waitUntil(lambda: stage.talk.prepared[2:] == ["one"])


def test_nothing_is_evaluated_ahead_while_an_answer_is_written(stage, qtbot):
    stage.talk.gate = threading.Event()
    stage.bridge.ask("first")
    qtbot.waitUntil(stage.talk.half.is_set)
    qtbot.keyClicks(stage.window.footer.composer.edit, "and the next one")
    qtbot.wait(3 * PACE_MS)
    assert stage.talk.prepared == []
    stage.talk.gate.set()
    qtbot.waitUntil(lambda: stage.talk.prepared[-1:] == ["and the next one"])


def test_a_question_that_cannot_be_asked_comes_back_to_the_composer(stage, qtbot):
    def refuse(question):
        raise QuestionError("The question is too long.", "Shorten it.")

    stage.talk.script = refuse
    edit = stage.window.footer.composer.edit
    qtbot.keyClicks(edit, "long")
    with qtbot.waitSignal(stage.bridge.rejected):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "long"
    assert stage.window.conversation.last.failure.retry is None


# --------------------------------------------------------------------------- refusals and failures


def test_a_refusal_lights_up_the_person_and_names_the_next_step(stage, qtbot):
    stage.talk.script = refused
    ask(qtbot, stage, "why was my card charged twice??")
    card = stage.window.conversation.last.person
    assert card.isVisible()
    with qtbot.waitSignal(card.link_activated):
        card.findChildren(type(card.human))[1].click()
    assert stage.opened_urls == ["https://linear.app/docs/billing"]
    card.human.click()
    assert "why was my card charged twice??" in stage.presenter.sheet.body.toPlainText()


def test_a_failure_keeps_the_question_and_retry_answers_it(stage, qtbot):
    stage.talk.script = failed
    ask(qtbot, stage)
    failure = stage.window.conversation.last.failure
    assert failure.retry.isEnabled()
    stage.talk.script = archived
    with qtbot.waitSignal(stage.bridge.replied):
        failure.retry.click()
    view = stage.window.conversation.last
    assert view.failure is None
    assert "toolbar" in view.answer_text
    assert len(stage.window.conversation.exchanges) == 1
    with HistoryStore(stage.database).__class__(stage.database)._lock:
        pass


def test_what_had_streamed_stays_above_a_failure(stage, qtbot):
    def half(question):
        return reply(question, "", offered=True, reasons=("engine:crashed",), shown="none")

    stage.talk.script = half
    stage.bridge.ask("how?")
    stage.bridge.grew.emit("The first half")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    view = stage.window.conversation.last
    assert view.answer_text == "The first half"
    assert view.failure is not None


def test_only_the_last_failure_can_be_retried(stage, qtbot):
    stage.talk.script = failed
    ask(qtbot, stage)
    first = stage.window.conversation.last
    stage.talk.script = archived
    ask(qtbot, stage, "another")
    assert not first.failure.retry.isEnabled()


def test_an_unforeseen_error_becomes_a_sentence(stage, qtbot, logged_warnings):
    def broken(question):
        raise ZeroDivisionError("the customer's words")

    stage.talk.script = broken
    stage.bridge.ask("how?")
    with qtbot.waitSignal(stage.bridge.rejected):
        pass
    assert stage.window.conversation.last.failure.retry.isEnabled()
    assert [record.getMessage() for record in logged_warnings] == [
        "an operation failed: ZeroDivisionError"
    ]


@pytest.mark.parametrize(
    "fault",
    [
        DatabaseLockedError("In use.", "Close it."),
        DatabaseDamagedError("Damaged.", "Start anew."),
        AccessError("Not writable.", "Check the folder."),
        DiskFullError("Full.", "Free some space."),
    ],
)
def test_without_a_history_the_window_opens_and_answers(make_stage, qtbot, fault):
    stage = make_stage(history_fault=fault)
    (told,) = notices(stage)
    assert "saved" in told
    ask(qtbot, stage)
    assert "toolbar" in stage.window.conversation.last.answer_text
    stage.history_fault = None
    mended = stage.bridge.opened
    if isinstance(fault, DatabaseDamagedError):
        mended = stage.bridge.history_mended
    with qtbot.waitSignal(mended):
        stage.window.findChildren(Notice)[0].action.click()
    assert notices(stage) == []
    assert "toolbar" in stage.window.conversation.last.answer_text
    (kept,) = stage.session.archive.find("", None).found
    assert kept.title.text == "can I archive many issues?"


def test_a_history_of_a_newer_version_says_what_helps_and_shows_where_it_is(make_stage, qtbot):
    stage = make_stage(history_fault=DatabaseNewerError("Written by version 9.", "Update."))
    (told,) = notices(stage)
    assert "Install the newest version" in told
    ask(qtbot, stage)
    action = stage.window.findChildren(Notice)[0].action
    assert action.text() == "Show folder"
    action.click()
    assert stage.opened_urls[-1].endswith(stage.settings.file.parent.name)
    assert notices(stage) == [told]


# --------------------------------------------------------------------------- history


def test_the_last_conversation_is_there_again(make_stage, qtbot):
    first = make_stage()
    ask(qtbot, first, "first question")
    first.talk.script = failed
    ask(qtbot, first, "second question")
    first.close()
    second = make_stage()
    qtbot.waitUntil(lambda: second.window.conversation.complete)
    views = second.window.conversation.exchanges
    assert [v.bubble.words.toPlainText() for v in views] == ["first question", "second question"]
    assert "toolbar" in views[0].answer_text
    with qtbot.waitSignal(second.bridge.replied):
        views[1].failure.retry.click()
    assert second.talk.asked == ["second question"]
    assert "toolbar" in second.window.conversation.last.answer_text


def test_what_could_not_be_deleted_is_still_there_and_told(stage, qtbot, monkeypatch):
    ask(qtbot, stage)
    fault = DatabaseLockedError("Another program is writing.", "Close it.")
    monkeypatch.setattr(HistoryStore, "erase_all", raising(fault))
    with qtbot.waitSignal(stage.bridge.deleting_failed):
        stage.bridge.erase_all()
    assert "toolbar" in stage.window.conversation.last.answer_text
    assert any(text.startswith("Nothing was deleted. ") for text in notices(stage))


def test_the_options_follow_what_can_be_done(stage, qtbot):
    def titles():
        stage.window.header.options.click()
        menu = QApplication.activePopupWidget()
        found = [action.text() for action in menu.actions() if action.text()]
        menu.close()
        return found

    assert "Delete this conversation" not in titles()
    ask(qtbot, stage)
    assert "Delete this conversation" in titles()


def test_theme_and_text_size_are_chosen(stage, qtbot):
    ask(qtbot, stage)
    stage.settings.preferences.change(theme="dark")
    assert stage.look.theme.scheme == "dark"
    height = stage.window.footer.human.sizeHint().height()
    stage.settings.preferences.change(text_scale=2.0)
    assert stage.window.footer.human.sizeHint().height() > height


# --------------------------------------------------------------------------- scrolling


def test_a_reader_at_the_end_is_taken_along_and_one_who_scrolled_back_is_not(stage, qtbot):
    for number in range(4):
        ask(qtbot, stage, f"question {number}")
    view = stage.window.conversation
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    stage.talk.gate = threading.Event()
    stage.bridge.ask("and now?")
    qtbot.waitUntil(stage.talk.half.is_set)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    bar.setValue(0)
    with qtbot.waitSignal(stage.bridge.replied):
        stage.talk.gate.set()
    stage.window.grab()
    assert bar.value() == 0


def test_the_column_keeps_its_width_when_it_begins_to_scroll(stage, qtbot):
    ask(qtbot, stage)
    stage.window.grab()
    before = stage.window.conversation.exchanges[0].prose.width()
    for number in range(4):
        ask(qtbot, stage, f"question {number}")
    stage.window.grab()
    assert stage.window.conversation.verticalScrollBar().maximum() > 0
    assert stage.window.conversation.exchanges[0].prose.width() == before


def test_a_wide_window_keeps_a_column_that_can_be_read(stage, qtbot):
    ask(qtbot, stage)
    stage.window.resize(1400, 800)
    stage.window.grab()
    assert stage.window.conversation.last.prose.width() <= 730


def test_the_smallest_window_clips_nothing_sideways(stage, qtbot):
    stage.talk.script = refused
    ask(qtbot, stage)
    stage.window.resize(320, 480)
    stage.window.grab()
    width = stage.window.conversation.viewport().width()
    for widget in stage.window.conversation.last.findChildren(type(stage.window.footer.human)):
        right = widget.mapTo(stage.window.conversation.viewport(), widget.rect().topRight()).x()
        assert right <= width


def test_copying_takes_the_words_without_marks(stage, qtbot):
    ask(qtbot, stage)
    view = stage.window.conversation.last
    button = next(
        b
        for b in view.findChildren(type(stage.window.header.options))
        if b.accessibleName() == "Copy answer"
    )
    button.click()
    text = QApplication.clipboard().text()
    assert "Choose Archive in the action toolbar" in text
    assert "**" not in text


def test_a_link_that_cannot_be_opened_is_told(stage, qtbot):
    ask(qtbot, stage)
    stage.takes_urls = False
    stage.window.conversation.link_activated.emit("https://linear.app/docs")
    assert any("opened this link" in text for text in notices(stage))
    stage.window.conversation.link_activated.emit("https://evil.example")
    assert stage.opened_urls == ["https://linear.app/docs"]


class Hints(QObject):
    """A system that turns dark when it is told to."""

    colorSchemeChanged = Signal()  # noqa: N815 - Qt's name
    scheme = Qt.ColorScheme.Light

    def colorScheme(self):  # noqa: N802 - Qt's name
        return self.scheme

    def turn(self, scheme):
        self.scheme = scheme
        self.colorSchemeChanged.emit()


def test_a_change_of_the_systems_scheme_is_followed(make_stage, qtbot):
    hints = Hints()
    stage = make_stage(theme="system", hints=hints)

    def corner():
        return stage.window.grab().toImage().pixelColor(2, 300).lightness()

    ask(qtbot, stage)
    assert corner() > 240
    hints.turn(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: corner() < 60)
    stage.settings.preferences.change(theme="light")
    hints.turn(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: corner() > 240)


def test_a_notice_takes_room_only_while_it_is_there_and_is_as_wide_as_the_column(stage, qtbot):
    window = stage.window

    def above() -> int:
        return window.pages.mapTo(window, QPoint(0, 0)).y()

    top = above()
    window.resize(1400, 700)
    window.add_notice("Something happened.")
    (notice,) = window.findChildren(Notice)
    qtbot.waitUntil(lambda: above() > notice.geometry().bottom())
    assert notice.width() == 720
    assert notice.geometry().center().x() == pytest.approx(700, abs=1)
    notice.findChild(IconButton).click()
    qtbot.waitUntil(lambda: above() == top)


def test_questions_can_be_typed_at_once_when_no_conversation_can_be_opened(make_stage):
    stage = make_stage(history_fault=DatabaseNewerError("Written by version 9.", "Update."))
    assert stage.window.footer.composer.edit.hasFocus()


@pytest.mark.parametrize("kept", [False, True])
def test_what_is_asked_while_a_conversation_is_being_opened_stands_in_it(
    make_stage, qtbot, tmp_path, kept
):
    if kept:
        before = make_stage()
        ask(qtbot, before)
        before.close()
    stage = make_stage(start=False)
    with qtbot.waitSignal(stage.bridge.replied):
        stage.bridge.start()
        stage.bridge.ask("what about labels?")
    shown = [view.bubble.words.toPlainText() for view in stage.window.conversation.exchanges]
    assert shown == [*(["can I archive many issues?"] if kept else []), "what about labels?"]
    assert stage.window.conversation.last.answer_text
    assert stage.window.pages.currentWidget() is stage.window.conversation
    with qtbot.waitSignal(stage.bridge.replied):
        stage.bridge.new_conversation()
        stage.bridge.ask("and templates?")
    shown = [view.bubble.words.toPlainText() for view in stage.window.conversation.exchanges]
    assert shown == ["and templates?"]
    assert stage.window.conversation.last.answer_text
    assert stage.window.pages.currentWidget() is stage.window.conversation
    assert [one.content for one in stage.bridge.session.messages][:1] == ["and templates?"]


@pytest.mark.parametrize(
    "facts", ["Facts as of 3 November 2026", "Facts as of 3 May 2026, and more"]
)
def test_the_foot_takes_lines_where_it_is_narrow_and_keeps_them(make_stage, facts):
    stage = make_stage(text_scale=2.0)
    footer = stage.window.footer
    stage.window.resize(360, 640)
    footer.note.setText(facts)
    for _ in range(5):
        QApplication.processEvents()
    assert footer.note.height() >= footer.note.heightForWidth(footer.note.width())
    assert footer.human.geometry().top() >= footer.note.geometry().bottom()
    assert footer.human.x() + footer.human.inset == footer.note.x()
    high = footer.height()
    footer.set_busy(busy=True)
    QApplication.processEvents()
    assert footer.height() == high


def test_words_of_a_button_that_has_less_room_take_lines(stage):
    button = Button(stage.look, "A button with a good many words", kind="primary")
    narrow = button.sizeHint().width() // 2
    assert button.heightForWidth(narrow) > button.sizeHint().height()
    assert button.heightForWidth(button.sizeHint().width()) == button.sizeHint().height()


def test_a_placeholder_of_another_script_is_not_cut(stage):
    edit = stage.window.footer.composer.edit
    edit.setPlaceholderText("x")
    usual = first_row(edit)
    edit.setPlaceholderText("اطرح سؤالًا")
    assert first_row(edit) <= usual + 6
    edit.setPlainText("y")
    assert first_row(edit) >= 0


def first_row(edit) -> int:
    """Where what is painted in an editor begins."""
    picture = edit.viewport().grab().toImage()
    ground = picture.pixelColor(picture.width() // 2, 0)
    rows = (
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y) != ground for x in range(picture.width()))
    )
    return next(rows, -1)


def test_a_long_notice_is_no_wider_than_the_page_and_leaves_half_of_it(make_stage, qtbot):
    window = make_stage(text_scale=2.0).window
    window.resize(360, 640)
    window.add_notice("Something happened. " * 12, "Begin a new list of conversations")
    (notice,) = window.findChildren(Notice)
    qtbot.waitUntil(lambda: notice.mapTo(window, QPoint(0, 0)).x() == GAP_4)
    qtbot.waitUntil(lambda: notice.width() == 360 - 2 * GAP_4)
    between = window.footer.y() - window.header.height()
    assert window.pages.height() >= between // 2


@pytest.mark.parametrize("writes", [True, False])
def test_what_answers_is_said_whole_in_a_narrow_window(make_stage, qtbot, writes):
    window = make_stage(text_scale=2.0).window
    window.resize(320, 640)
    window.header.show_writes(writes=writes)
    badge = window.header.badge
    qtbot.waitUntil(lambda: badge.height() >= badge.heightForWidth(badge.width()))
    if not writes:
        assert badge.height() > window.header.name.height()


def test_the_header_is_the_mirror_image_from_right_to_left(qtbot, qapp, pack):
    margins = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        header = Header(Look("#5e6ad2", "light"), "Linear Helper", pack.logo)
        qtbot.addWidget(header)
        kept = header.layout().contentsMargins()
        margins.append((kept.left(), kept.right()))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert margins[1] == margins[0][::-1]
