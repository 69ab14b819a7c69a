"""Talking to a human: the text shown is the text handed over, and nothing claims to have sent it."""

from __future__ import annotations

import email
import email.policy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from supportbot.errors import DiskFullError
from supportbot.handoff import HandoffMessage
from supportbot.ui import handoff
from supportbot.ui.handoff import Handover
from tests.ui.scripted import refused

LONG = HandoffMessage("support@linear.example", "Subject", "word " * 2000)
SHORT = HandoffMessage("support@linear.example", "Subject", "Body\n")


@pytest.fixture
def sheet(stage, qtbot):
    stage.talk.script = refused
    stage.bridge.ask("why was my card charged twice??")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    stage.window.footer.human.click()
    return stage.presenter.sheet


def test_it_is_there_before_anything_else(make_stage):
    stage = make_stage(start=False)
    stage.window.footer.human.click()
    sheet = stage.presenter.sheet
    assert sheet.isVisible()
    assert sheet.message().to == "support@linear.example"
    assert "masked" in " ".join(label.text() for label in sheet.findChildren(type(sheet.outcome)))


def test_exactly_the_text_shown_goes_to_the_mail_program(stage, sheet):
    sheet.subject.setText("My own subject")
    sheet.body.setPlainText("My own words & more")
    sheet.mail.click()
    assert stage.opened_urls == [
        "mailto:support@linear.example?subject=My%20own%20subject&body=My%20own%20words%20%26%20more"
    ]
    assert "sent" not in sheet.outcome.text().lower()
    assert sheet.outcome.isVisible()


def test_without_a_mail_program_it_says_so(stage, sheet):
    stage.takes_urls = False
    sheet.mail.click()
    assert "Copy it or save it" in sheet.outcome.text()


def test_copying_takes_address_subject_and_words(sheet):
    sheet.body.setPlainText("Words")
    sheet.copy.click()
    text = QApplication.clipboard().text()
    assert text.startswith("support@linear.example\n")
    assert text.endswith("\n\nWords")


def test_saving_writes_a_mail_file(stage, sheet, qtbot, tmp_path):
    stage.save_to = tmp_path / "question"
    sheet.body.setPlainText("Wörter")
    sheet.save.click()
    qtbot.waitUntil(lambda: "Saved as question.eml" in sheet.outcome.text())
    mail = email.message_from_bytes(
        (tmp_path / "question.eml").read_bytes(), policy=email.policy.default
    )
    assert mail["To"] == "support@linear.example"
    assert mail.get_content().strip() == "Wörter"


def test_a_folder_that_cannot_be_written_is_told(stage, sheet, qtbot, tmp_path):
    stage.save_to = tmp_path / "gone" / "question.eml"
    sheet.save.click()
    qtbot.waitUntil(lambda: "cannot be read or written" in sheet.outcome.text())


def test_not_choosing_a_file_changes_nothing(stage, sheet):
    sheet.save.click()
    assert sheet.outcome.text() == ""


def test_tab_stays_in_the_sheet_and_escape_closes_it(stage, sheet, qtbot):
    seen: list[QWidget] = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus)
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {sheet.subject, sheet.body, sheet.copy, sheet.save, sheet.mail} <= set(seen)
    with qtbot.waitSignal(sheet.closed):
        stage.window.escaped.emit()
    assert stage.presenter.sheet is None


def test_a_message_too_long_for_a_link_is_copied_or_saved(pack):
    opened: list[str] = []
    desk = Handover(pack, lambda url: opened.append(url) is None, lambda text: None)
    outcome = desk.open_mail(LONG)
    assert not outcome.done
    assert opened == []
    assert desk.open_mail(SHORT).done


def test_a_bad_address_and_a_full_disk_are_sentences(pack, tmp_path, monkeypatch):
    desk = Handover(pack, lambda url: True, lambda text: None)
    assert not desk.open_mail(HandoffMessage("a@b.c,d@e.f", "s", "b")).done

    def full(message, path):
        raise DiskFullError("The disk is full.", "Free some space.")

    monkeypatch.setattr(handoff, "write_eml", full)
    assert desk.save(SHORT, tmp_path / "x.eml").sentence == "The disk is full. Free some space."
