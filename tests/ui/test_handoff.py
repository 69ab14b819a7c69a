"""Talking to a human: the text shown is the text handed over, and nothing claims to have sent it."""

from __future__ import annotations

import dataclasses
import email
import email.policy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from supportbot.errors import DiskFullError
from supportbot.handoff import HandoffMessage
from supportbot.history import HistoryStore
from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from supportbot.product.schema import Channel
from supportbot.ui import handoff
from supportbot.ui.handoff import Handover
from supportbot.ui.views.lettering import Text
from tests.history.talks import files_with
from tests.ui.scripted import archived, refused

LONG = HandoffMessage("support@linear.example", "Subject", "word " * 2000)
SHORT = HandoffMessage("support@linear.example", "Subject", "Body\n")


def ask(qtbot, stage, question="why was my card charged twice??", script=refused):
    stage.talk.script = script
    stage.bridge.ask(question)
    with qtbot.waitSignal(stage.bridge.replied):
        pass


def person(stage):
    """Talk to a human; the sheet."""
    stage.window.footer.human.click()
    return stage.presenter.sheet


def go(sheet, kind):
    """Take a way, as a customer does."""
    (at,) = [n for n, value in enumerate(sheet.ways._values) if value.kind == kind]
    sheet.ways.items[at].click()
    sheet.action.click()


def told(sheet):
    """All that is said in a sheet now."""
    return " ".join(label.text() for label in sheet.findChildren(Text) if label.isVisible())


def with_channels(pack, *channels):
    section = pack.product.handoff.model_copy(
        update={"channels": tuple(Channel(**one) for one in channels)}
    )
    return dataclasses.replace(pack, product=pack.product.model_copy(update={"handoff": section}))


@pytest.fixture
def ovens():
    """A pack with a form and a telephone."""
    return load_pack(bundled_pack_dir().parent / "emberloaf")


@pytest.fixture
def sheet(stage, qtbot):
    ask(qtbot, stage)
    return person(stage)


def test_it_is_there_before_anything_else(make_stage):
    stage = make_stage(start=False)
    stage.window.footer.human.click()
    sheet = stage.presenter.sheet
    assert sheet.isVisible()
    assert sheet.message().to == "support@linear.example"
    assert "masked" in " ".join(label.text() for label in sheet.findChildren(Text))


def test_exactly_the_text_shown_goes_to_the_mail_program(stage, sheet):
    sheet.subject.setText("My own subject")
    sheet.body.setPlainText("My own words & more")
    sheet.action.click()
    assert stage.opened_urls == [
        "mailto:support@linear.example?subject=My%20own%20subject&body=My%20own%20words%20%26%20more"
    ]
    assert "sent" not in sheet.outcome.text().lower()
    assert sheet.outcome.isVisible()


def test_without_a_mail_program_it_says_so(stage, sheet):
    stage.takes_urls = False
    sheet.action.click()
    assert "No mail program could be opened" in sheet.outcome.text()


def test_copying_takes_address_subject_and_words(sheet):
    sheet.body.setPlainText("Words")
    go(sheet, "copy")
    text = QApplication.clipboard().text()
    assert text.startswith("support@linear.example\n")
    assert text.endswith("\n\nWords")


def test_saving_writes_a_mail_file(stage, sheet, qtbot, tmp_path):
    stage.save_to = tmp_path / "question"
    sheet.body.setPlainText("Wörter")
    go(sheet, "file")
    qtbot.waitUntil(lambda: "Saved as question.eml" in sheet.outcome.text())
    mail = email.message_from_bytes(
        (tmp_path / "question.eml").read_bytes(), policy=email.policy.default
    )
    assert mail["To"] == "support@linear.example"
    assert mail.get_content().strip() == "Wörter"


def test_a_folder_that_cannot_be_written_is_told(stage, sheet, qtbot, tmp_path):
    stage.save_to = tmp_path / "gone" / "question.eml"
    go(sheet, "file")
    qtbot.waitUntil(sheet.outcome.isVisible)
    assert sheet.outcome.text() == (
        f"The folder {tmp_path / 'gone'} is not there any more."
        " Connect the drive it is on, or choose another folder."
    )


def test_nothing_scrolls_where_the_text_has_room_to_give(stage, sheet, qtbot):
    stage.takes_urls = False
    go(sheet, "email")
    qtbot.waitUntil(lambda: sheet.outcome.visibleRegion().boundingRect() == sheet.outcome.rect())
    assert sheet._scroll.verticalScrollBar().maximum() == 0


def test_with_large_text_there_is_room_to_write_and_the_outcome_is_seen(
    make_stage, qtbot, tmp_path
):
    stage = make_stage(text_scale=2.0)
    ask(qtbot, stage)
    sheet = person(stage)
    line = stage.look.line_height("body")
    qtbot.waitUntil(lambda: sheet.body.visibleRegion().boundingRect().height() >= 3 * line)
    stage.save_to = tmp_path / "gone" / "question.eml"
    go(sheet, "file")
    qtbot.waitUntil(sheet.outcome.isVisible)
    qtbot.waitUntil(lambda: sheet.outcome.visibleRegion().boundingRect() == sheet.outcome.rect())
    qtbot.waitUntil(lambda: not sheet.action.visibleRegion().isEmpty())


def test_all_of_the_text_scrolls_with_the_sheet_and_its_cursor_is_seen(make_stage, qtbot):
    stage = make_stage(text_scale=2.0)
    sheet = person(stage)
    qtbot.keyClicks(sheet.body, "one two three four five six seven eight nine ten " * 8)
    assert sheet.body.verticalScrollBar().maximum() == 0

    def is_cursor_seen():
        seen = sheet.body.visibleRegion().boundingRect()
        return seen.contains(sheet.body.cursorRect().center())

    qtbot.waitUntil(is_cursor_seen)


def test_after_success_the_sheet_is_done(stage, sheet):
    assert "masked" in told(sheet)
    go(sheet, "email")
    assert (sheet.cancel._kind, sheet.action._kind) == ("primary", "secondary")
    assert sheet.cancel.text() == "Done"
    assert "masked" not in told(sheet)
    sheet.body.setPlainText("Something else")
    assert (sheet.cancel._kind, sheet.action._kind) == ("secondary", "primary")
    assert not sheet.outcome.isVisible()
    assert "masked" in told(sheet)


def test_after_a_failure_the_other_ways_are_offered(stage, sheet, qtbot, tmp_path):
    stage.takes_urls = False
    go(sheet, "email")
    assert sheet.action._kind == "secondary"
    copy, save = sheet.outcome.buttons
    assert (copy.text(), save.text()) == ("Copy", "Save file…")
    stage.save_to = tmp_path / "question.eml"
    save.click()
    qtbot.waitUntil(lambda: "Saved as question.eml" in sheet.outcome.text())
    assert sheet.way.kind == "file"
    (folder,) = sheet.outcome.buttons
    folder.click()
    assert stage.opened_urls[-1] == tmp_path.as_uri()


def test_in_a_narrow_window_the_ways_are_a_list(make_stage, qtbot):
    stage = make_stage(text_scale=2.0)
    stage.window.resize(360, 640)
    sheet = person(stage)
    qtbot.waitUntil(sheet.ways.list.isVisible)
    assert not sheet.ways.items[0].isVisible()
    sheet.ways.list.chosen.emit(sheet._all_ways[1])
    assert sheet.way.kind == "copy"
    assert sheet.ways.list.text() == "Copy"


def test_before_any_question_it_says_where_to_write(stage, qtbot):
    sheet = person(stage)
    assert sheet.body.prompts
    assert "Write what you need help with" in sheet.body.accessibleDescription()
    blank = sheet.body.grab().toImage()
    qtbot.keyClicks(sheet.body, "My oven")
    assert not sheet.body.prompts
    assert sheet.body.accessibleDescription() == ""
    assert sheet.body.grab().toImage() != blank
    assert sheet.message().body.startswith("My oven\n")


def test_not_choosing_a_file_changes_nothing(stage, sheet):
    go(sheet, "file")
    assert sheet.outcome.text() == ""


def test_tab_stays_in_the_sheet_and_escape_closes_it(stage, sheet, qtbot):
    seen: list[QWidget] = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus)
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {sheet.ways.items[0], sheet.subject, sheet.body, sheet.cancel, sheet.action} <= set(seen)
    with qtbot.waitSignal(sheet.closed):
        stage.window.escaped.emit()
    assert stage.presenter.sheet is None


def test_a_message_too_long_for_a_link_is_copied_or_saved(pack):
    opened: list[str] = []
    desk = Handover(pack, lambda url: opened.append(url) is None, lambda text: None)
    (mail, *_) = desk.ways(LONG)
    outcome = desk.hand_over(mail, LONG)
    assert not outcome.done
    assert "choose another way" in outcome.sentence
    assert opened == []
    assert desk.hand_over(mail, SHORT).done


def test_a_bad_address_and_a_full_disk_are_sentences(pack, tmp_path, monkeypatch):
    desk = Handover(pack, lambda url: True, lambda text: None)
    bad = HandoffMessage("a@b.c,d@e.f", "s", "b")
    assert not desk.hand_over(desk.ways(bad)[0], bad).done

    def full(message, path):
        raise DiskFullError("The disk is full.", "Free some space.")

    monkeypatch.setattr(handoff, "write_eml", full)
    assert desk.save(SHORT, tmp_path / "x.eml").sentence == "The disk is full. Free some space."


# --------------------------------------------------------------------------- ways out


def test_the_ways_are_those_of_the_pack(pack, ovens):
    def kinds(of, message=SHORT):
        return [way.kind for way in Handover(of, bool, bool).ways(message)]

    assert kinds(pack) == ["email", "copy", "file"]
    ours = HandoffMessage("support@emberloaf.example", "S", "B")
    assert kinds(ovens, ours) == ["email", "form", "copy", "file"]
    form = {"kind": "web_form", "title": "Ask us", "url": "https://emberloaf.example/ask"}
    assert kinds(with_channels(ovens, form), HandoffMessage("", "S", "B")) == ["form", "copy"]
    # A next step that leads to an address of its own comes first, whatever the pack's order.
    assert kinds(with_channels(ovens, form), SHORT) == ["email", "form", "copy"]


def test_two_forms_are_told_apart_by_the_packs_words(ovens):
    forms = [
        {"kind": "ticket", "title": title, "url": f"https://emberloaf.example/{title}"}
        for title in ("Repairs", "Parts")
    ]
    ways = Handover(with_channels(ovens, *forms), bool, bool).ways(HandoffMessage("", "S", "B"))
    assert [way.title for way in ways] == ["Repairs", "Parts", "Copy"]
    assert ways[0].target == "Repairs · emberloaf.example"


def test_a_form_gets_exactly_the_text_on_the_clipboard(make_stage, ovens):
    stage = make_stage(pack=ovens)
    sheet = person(stage)
    sheet.subject.setText("My oven")
    sheet.body.setPlainText("It smokes.")
    go(sheet, "form")
    assert QApplication.clipboard().text() == "My oven\n\nIt smokes."
    assert stage.opened_urls == ["https://emberloaf.example/repair"]
    assert "Paste it there and send it there" in sheet.outcome.text()
    stage.takes_urls = False
    sheet.action.click()
    assert "no browser could be opened" in sheet.outcome.text()
    assert "https://emberloaf.example/repair" in sheet.outcome.text()


def test_telephone_and_hours_are_told(make_stage, ovens):
    sheet = person(make_stage(pack=ovens))
    told = "\n".join(label.text() for label in sheet.findChildren(Text))
    assert "+44 1632 960142 · Monday to Friday, 8 to 16" in told


def test_the_button_says_what_it_does(sheet):
    said = []
    for item in sheet.ways.items:
        item.click()
        said.append((sheet.action.text(), sheet._target.isVisibleTo(sheet)))
    assert said == [("Open in e-mail", True), ("Copy", False), ("Save file…", False)]


def test_an_empty_text_is_not_handed_over(stage, sheet):
    sheet.body.setPlainText(" \n")
    assert not sheet.action.isEnabled()
    sheet.body.setPlainText("Words")
    assert sheet.action.isEnabled()


def test_before_anything_is_written_nothing_can_be_handed_over(stage, qtbot):
    sheet = person(stage)
    assert not sheet.action.isEnabled()
    qtbot.keyClicks(sheet.body, "My oven")
    assert sheet.action.isEnabled()


def test_offline_it_says_so_and_never_that_it_is_sent(make_stage, ovens, qtbot):
    stage = make_stage(pack=ovens)
    stage.offline = True
    sheet = person(stage)
    qtbot.keyClicks(sheet.body, "My oven")
    qtbot.waitUntil(lambda: "when you are back online" in sheet.offline.text())
    assert sheet.offline.isVisible()
    sheet.ways.items[1].click()
    qtbot.waitUntil(lambda: "the form cannot open" in sheet.offline.text())
    sheet.ways.items[2].click()
    qtbot.waitUntil(lambda: not sheet.offline.isVisible())
    sheet.ways.items[1].click()
    qtbot.waitUntil(sheet.offline.isVisible)
    sheet.action.click()
    assert "come back when you are online again" in sheet.outcome.text()
    assert stage.opened_urls == []
    assert not sheet.offline.isVisible()
    sheet.ways.items[0].click()
    qtbot.waitUntil(sheet.offline.isVisible)
    sheet.action.click()
    assert "it can be sent there when you are back online" in sheet.outcome.text()
    stage.offline = False
    sheet.ways.items[1].click()
    qtbot.waitUntil(lambda: not sheet.offline.text())
    sheet.action.click()
    assert stage.opened_urls[-1] == "https://emberloaf.example/repair"


# --------------------------------------------------------------------------- what was written is not lost


def test_what_was_changed_is_there_again_until_it_was_handed_over(stage, sheet, qtbot):
    written = sheet.body.toPlainText()
    sheet.body.setPlainText("My own words")
    qtbot.keyClick(sheet.body, Qt.Key.Key_Escape)
    assert stage.presenter.sheet is None
    again = person(stage)
    assert again.body.toPlainText() == "My own words"
    assert again.fresh.isVisible()
    again.cancel.click()
    third = person(stage)
    assert third.body.toPlainText() == "My own words"
    third.action.click()
    assert third.cancel.text() == "Done"
    third.cancel.click()
    assert person(stage).body.toPlainText() == written


def test_a_text_that_was_not_changed_is_not_kept(stage, sheet, qtbot):
    sheet.dismiss()
    ask(qtbot, stage, "and again?", archived)
    again = person(stage)
    assert "and again?" in again.body.toPlainText()
    assert not again.fresh.isVisible()


def test_a_draft_makes_room_for_the_helpers_text_and_can_be_had_back(stage, sheet, qtbot):
    written = sheet.message()
    sheet.subject.setText("Mine")
    sheet.body.setPlainText("My own words")
    sheet.dismiss()
    again = person(stage)
    again.fresh.click()
    assert again.message() == written
    assert not again.fresh.isVisible()
    again.body.undo()
    assert again.body.toPlainText() == "My own words"
    again.body.redo()
    again.dismiss()
    assert person(stage).message() == written


def test_a_failed_way_out_keeps_the_text(stage, sheet):
    stage.takes_urls = False
    sheet.body.setPlainText("My own words")
    sheet.action.click()
    sheet.dismiss()
    assert person(stage).body.toPlainText() == "My own words"


def test_each_conversation_has_its_own_text(stage, sheet, qtbot):
    sheet.body.setPlainText("About the card")
    sheet.dismiss()
    with qtbot.waitSignal(stage.bridge.opened):
        stage.window.new_requested.emit()
    other = person(stage)
    assert "card" not in other.body.toPlainText()
    other.body.setPlainText("Before any question")
    other.dismiss()
    ask(qtbot, stage, "how?", archived)
    first = person(stage)
    assert first.body.toPlainText() == "Before any question"
    first.dismiss()
    with qtbot.waitSignal(stage.bridge.opened):
        (kept,) = [
            one.id
            for one in stage.session.archive.find("", None).found
            if one.id != stage.session.conversation_id
        ]
        stage.bridge.open_conversation(kept)
    assert person(stage).body.toPlainText() == "About the card"


def test_another_conversation_puts_the_sheet_away_and_loses_nothing(stage, sheet, qtbot):
    kept = stage.session.conversation_id
    sheet.body.setPlainText("My own words")
    with qtbot.waitSignal(stage.bridge.opened):
        stage.window.new_requested.emit()
    assert stage.presenter.sheet is None
    with qtbot.waitSignal(stage.bridge.opened):
        stage.bridge.open_conversation(kept)
    assert person(stage).body.toPlainText() == "My own words"


def test_erasing_everything_erases_what_was_written(stage, sheet, qtbot):
    sheet.body.setPlainText("My own words")
    sheet.dismiss()
    stage.presenter._confirm_erase()
    with qtbot.waitSignal(stage.bridge.erased):
        stage.presenter.sheet.action.click()
    assert "My own words" not in person(stage).body.toPlainText()


def kept(stage, conversation_id=None):
    store = HistoryStore(stage.database)
    try:
        return [letter.body for letter in store.letters(conversation_id).values()]
    finally:
        store.close()


@pytest.mark.parametrize("asked", [True, False])
def test_what_was_written_is_there_again_in_the_next_window(make_stage, qtbot, asked):
    first = make_stage()
    if asked:
        ask(qtbot, first)
    person(first).body.setPlainText("My own words")
    first.close()  # with the sheet open
    second = make_stage()
    sheet = person(second)
    assert sheet.body.toPlainText() == "My own words"
    assert sheet.fresh.isVisible()
    sheet.fresh.click()
    second.close()
    assert kept(second, second.session.conversation_id) == []


def test_it_is_kept_while_it_is_written_and_gone_once_it_was_handed_over(stage, sheet, qtbot):
    conversation_id = stage.session.conversation_id
    qtbot.keyClicks(sheet.body, "Help! ")
    qtbot.waitUntil(lambda: kept(stage, conversation_id) != [])
    sheet.action.click()
    qtbot.waitUntil(lambda: kept(stage, conversation_id) == [])


def test_it_goes_with_its_conversation(stage, sheet, qtbot, tmp_path):
    sheet.body.setPlainText("planted")
    sheet.dismiss()
    qtbot.waitUntil(lambda: kept(stage, stage.session.conversation_id) == ["planted"])
    with qtbot.waitSignal(stage.bridge.opened):
        stage.presenter.drawer.delete(stage.session.conversation_id)
    stage.close()
    assert files_with("planted", tmp_path) == []


def test_erasing_everything_leaves_no_trace_of_it(stage, qtbot, tmp_path):
    sheet = person(stage)
    sheet.body.setPlainText("planted")
    qtbot.waitUntil(lambda: kept(stage) == ["planted"])
    stage.presenter._confirm_erase()
    with qtbot.waitSignal(stage.bridge.erased):
        stage.presenter.sheet.action.click()
    stage.close()
    assert files_with("planted", tmp_path) == []


def test_what_was_written_before_the_history_is_open_goes_on_with_the_last_conversation(
    make_stage, qtbot
):
    first = make_stage()
    ask(qtbot, first)
    first.close()
    second = make_stage(start=False)
    sheet = person(second)
    sheet.body.setPlainText("My own words")
    with qtbot.waitSignal(second.bridge.opened):
        second.bridge.start()
    sheet.dismiss()
    assert person(second).body.toPlainText() == "My own words"
    second.close()
    assert kept(second, second.session.conversation_id) == ["My own words"]
    assert kept(second) == []


def test_asking_for_a_person_again_leaves_the_sheet_that_is_open(stage, sheet):
    sheet.body.setPlainText("My own words")
    stage.window.person_requested.emit()
    assert stage.presenter.sheet is sheet
    assert sheet.body.toPlainText() == "My own words"


@pytest.mark.parametrize(
    ("size", "scale"), [((360, 400), 1.0), ((440, 700), 2.0), ((360, 400), 2.0)]
)
def test_in_little_room_everything_can_be_reached(make_stage, ovens, qtbot, size, scale):
    stage = make_stage(pack=ovens, text_scale=scale)
    stage.window.resize(*size)
    sheet = person(stage)
    stage.window.grab()
    qtbot.keyClicks(sheet.body, "My oven")
    ways = sheet.ways.items[0] if sheet.ways.list.isHidden() else sheet.ways.list
    stops = (ways, sheet.subject, sheet.body, sheet.cancel, sheet.action)

    def is_seen(widget):
        return not widget.visibleRegion().isEmpty() and stage.window.rect().contains(
            widget.mapTo(stage.window, widget.visibleRegion().boundingRect().center())
        )

    qtbot.waitUntil(lambda: is_seen(sheet.body))
    seen = set()
    for _ in range(12):
        at = QApplication.focusWidget()
        seen |= {at} if is_seen(at) else set()
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert set(stops) <= seen
    assert sheet.body.height() >= stage.look.px(60)
