"""The settings as a customer uses them: what is chosen counts, is kept, and what goes wrong is told."""

from __future__ import annotations

import getpass
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from supportbot.errors import AccessError, ModelFileError
from supportbot.models.states import ModelState, ModelStatus
from supportbot.quality.doctor import Devices
from supportbot.ui.condition import InstallOffer
from supportbot.ui.languages import shipped_languages
from supportbot.ui.views.cards import Notice
from supportbot.ui.views.settings_rows import LinkRow
from supportbot.ui.views.tabs import Tab


@pytest.fixture
def settings(stage, qtbot):
    """The settings, open."""
    made = stage.presenter.settings
    made.open()
    qtbot.waitUntil(lambda: bool(made.model.takes.detail.text()))
    return made


def notices(settings):
    return [one.text.text() for one in settings.page.findChildren(Notice) if one.isVisible()]


def kept(stage):
    return json.loads(stage.settings.file.read_text())


def choose(qtbot, button, title):
    """Open a list and take an entry of it."""
    button.click()
    menu = QApplication.activePopupWidget()
    action = next(one for one in menu.actions() if one.text() == title)
    action.trigger()
    menu.close()


# --------------------------------------------------------------------------- coming and going


@pytest.mark.parametrize("way", ["menu", "keys"])
def test_it_opens_and_esc_leads_back_to_where_the_focus_was(stage, qtbot, way):
    stage.window.header.options.setFocus()
    if way == "menu":
        choose(qtbot, stage.window.header.options, "Settings")
    else:
        qtbot.keyClick(stage.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    settings = stage.presenter.settings
    assert settings.is_open
    assert settings.page.isVisible()
    assert not stage.window.footer.isVisible()
    assert isinstance(QApplication.focusWidget(), Tab)
    qtbot.keyClick(settings.page, Qt.Key.Key_Escape)
    assert not settings.is_open
    assert stage.window.footer.isVisible()
    assert QApplication.focusWidget() is stage.window.header.options


def test_about_is_a_page_of_it(stage, qtbot):
    choose(qtbot, stage.window.header.options, f"About {stage.pack.product.name}")
    settings = stage.presenter.settings
    assert settings.page.stack.currentWidget() is settings.about
    said = " ".join(
        label.text() for label in settings.about.findChildren(type(settings.about._details.title))
    )
    for word in ("affiliated", stage.pack.product.version):
        assert word in said
    licences = settings.about.licences
    qtbot.waitUntil(lambda: len(licences.findChildren(LinkRow)) > 10)
    rows = {(row.text(), row.accessibleDescription()) for row in licences.findChildren(LinkRow)}
    assert {
        ("llama.cpp", "MIT"),
        ("Answer model: SmolLM2-135M-Instruct.Q4_1", "Apache-2.0"),
    } <= rows


@pytest.mark.parametrize("leave", ["new", "find", "help", "composer"])
def test_what_is_asked_for_elsewhere_is_not_hidden_by_it(stage, settings, leave):
    {
        "new": stage.window.new_requested.emit,
        "find": stage.window.find_requested.emit,
        "help": lambda: (settings.close(), stage.presenter.reading.open_list()),
        "composer": stage.window.composer_requested.emit,
    }[leave]()
    assert not settings.is_open
    assert not settings.page.isVisible()


def test_the_tabs_are_walked_by_arrow_keys(settings, qtbot):
    qtbot.keyClick(settings.page.tabs.items[0], Qt.Key.Key_Right)
    assert settings.page.stack.currentWidget() is settings.privacy
    assert settings.page.tabs.items[1].hasFocus()


def test_where_the_tabs_do_not_fit_a_list_of_them_does(make_stage, qtbot):
    stage = make_stage(text_scale=2.0)
    stage.window.resize(1000, 700)
    settings = stage.presenter.settings
    settings.open("privacy")
    stage.window.grab()
    tabs = settings.page.tabs
    assert tabs.items[1].isVisible()
    assert tabs.items[1].hasFocus()
    assert not tabs.list.isVisible()
    stage.window.resize(440, 700)
    stage.window.grab()
    assert not any(tab.isVisible() for tab in tabs.items)
    assert tabs.list.hasFocus()
    assert tabs.list.accessibleName() == "Settings: Privacy"
    assert tabs.height() < 2 * tabs.list.height()
    qtbot.keyClick(tabs.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    next(one for one in menu.actions() if one.text() == "Advanced").trigger()
    menu.close()
    assert settings.page.stack.currentWidget() is settings.advanced
    assert tabs.list.accessibleName() == "Settings: Advanced"
    stage.window.resize(1000, 700)
    stage.window.grab()
    assert tabs.items[3].isChecked()
    assert tabs.items[3].hasFocus()


def test_every_control_has_a_name_a_role_and_room(stage, settings):
    for at in range(5):
        settings.page.show_pane(at)
        stage.window.grab()
        found = [one for one in settings.page.findChildren(QAbstractButton) if one.isVisible()]
        for one in found:
            interface = QAccessible.queryAccessibleInterface(one)
            assert interface.text(QAccessible.Text.Name).strip()
            assert interface.role() in {
                QAccessible.Role.Button,
                QAccessible.Role.CheckBox,
                QAccessible.Role.RadioButton,
            }
            assert min(one.width(), one.height()) >= 24
            # Of those that exclude each other Tab stops at the chosen one; arrows do the rest.
            reached = not one.autoExclusive() or one.isChecked()
            assert bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) == reached


# --------------------------------------------------------------------------- general


def test_theme_and_text_size_count_at_once_and_are_kept(stage, settings, qtbot):
    settings.general.theme.items[2].click()
    assert stage.look.theme.scheme == "dark"
    choose(qtbot, settings.general.text_size, "175%")
    assert stage.look.text_scale == 1.75
    assert settings.general.text_size.text() == "175%"
    qtbot.waitUntil(lambda: (kept(stage)["theme"], kept(stage)["text_scale"]) == ("dark", 1.75))


def test_only_languages_that_are_shipped_are_offered(settings):
    settings.general.language.click()
    menu = QApplication.activePopupWidget()
    names = [name for _, name in shipped_languages()]
    assert [one.text() for one in menu.actions()] == ["System language", *names]
    assert "Deutsch" in names
    menu.close()


def test_opening_at_login_is_asked_of_the_system(stage, settings, qtbot):
    assert not settings.general.login.isChecked()
    settings.general.login.click()
    qtbot.waitUntil(lambda: stage.settings.opens_at_login)
    settings.general.login.click()
    qtbot.waitUntil(lambda: not stage.settings.opens_at_login)
    settings.close()
    stage.settings.opens_at_login = True  # somebody switched it on in the system's own list
    settings.open()
    qtbot.waitUntil(settings.general.login.isChecked)


def test_a_login_entry_that_cannot_be_written_is_told_and_the_switch_goes_back(
    stage, settings, qtbot
):
    stage.settings.login_fault = AccessError("The login entry cannot be written.", "Check it.")
    settings.general.login.click()
    qtbot.waitUntil(lambda: notices(settings) == ["The login entry cannot be written. Check it."])
    qtbot.waitUntil(lambda: not settings.general.login.isChecked())


# --------------------------------------------------------------------------- the file


def test_what_others_did_to_the_file_is_shown_and_told(stage, settings, qtbot):
    settings.close()
    stage.settings.file.write_text('{"theme": "dark", "threads": 2}')
    settings.open("advanced")
    qtbot.waitUntil(lambda: settings.advanced.threads.text() == "2")
    assert stage.look.theme.scheme == "dark"
    assert "theme, threads" in notices(settings)[0]


def test_a_damaged_file_is_told_and_costs_nothing(stage, settings, qtbot):
    settings.general.theme.items[2].click()
    qtbot.waitUntil(lambda: kept(stage)["theme"] == "dark")
    stage.settings.file.write_text("{")
    choose(qtbot, settings.general.text_size, "150%")
    said = (
        "The settings file could not be read. Your settings are still the same, and you do not need to do anything. "
        "A new file was written, and the old one is kept."
    )
    qtbot.waitUntil(lambda: notices(settings) == [said])
    notice = next(one for one in settings.page.findChildren(Notice) if one.isVisible())
    notice.action.click()
    assert stage.opened_urls[-1].endswith(stage.settings.file.parent.name)
    assert (kept(stage)["theme"], kept(stage)["text_scale"]) == ("dark", 1.5)


def test_settings_that_cannot_be_saved_count_and_are_told(stage, settings, qtbot):
    stage.settings.file.unlink()
    stage.settings.file.mkdir()
    settings.general.theme.items[2].click()
    qtbot.waitUntil(lambda: any("could not be saved" in text for text in notices(settings)))
    assert stage.look.theme.scheme == "dark"


# --------------------------------------------------------------------------- privacy


def test_how_long_conversations_are_kept_is_chosen(stage, settings, qtbot):
    choose(qtbot, settings.privacy.retention, "30 days")
    qtbot.waitUntil(lambda: kept(stage)["retention_days"] == 30)
    assert settings.privacy.retention.text() == "30 days"
    assert settings.privacy._kept_row.detail.text().startswith("Older conversations are erased")
    choose(qtbot, settings.privacy.retention, "Until I erase them")
    assert settings.privacy._kept_row.detail.text() == "Nothing is erased until you do it."
    qtbot.waitUntil(lambda: kept(stage)["retention_days"] is None)


def test_erasing_from_here_asks_and_goes_the_drawers_way(stage, settings, qtbot):
    stage.bridge.ask("how?")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    settings.open("privacy")
    settings.privacy.erase.click()
    from_settings = stage.presenter.sheet
    assert from_settings.accessibleName() == "Erase all conversations?"
    told = "One conversation will be erased from this computer."
    qtbot.waitUntil(lambda: from_settings.accessibleDescription().startswith(told))
    from_settings.dismiss()
    stage.presenter.drawer.erase_requested.emit()
    assert stage.presenter.sheet.accessibleName() == from_settings.accessibleName()
    stage.presenter.sheet.dismiss()
    settings.privacy.erase.click()
    with qtbot.waitSignal(stage.bridge.opened):
        stage.presenter.sheet.action.click()
    assert stage.session.archive.find("", None).found == ()
    assert stage.backend.forgotten == [None]
    assert settings.is_open


def test_without_a_history_there_is_nothing_to_erase(make_stage):
    stage = make_stage(history_fault=AccessError("No.", "Check."))
    stage.presenter.settings.open("privacy")
    assert not stage.presenter.settings.privacy.erase.isVisible()


def test_what_is_kept_and_where_is_said_and_the_folder_opens(stage, settings, qtbot):
    settings.page.show_pane(1)
    folder = stage.database.parent
    qtbot.waitUntil(lambda: bool(settings.privacy._place.detail.text()))
    assert settings.privacy._place.detail.text().endswith(folder.name)
    settings.privacy.folder.click()
    assert stage.opened_urls[-1].startswith("file://")
    assert stage.opened_urls[-1].endswith(folder.name)
    stage.takes_urls = False
    settings.privacy.folder.click()
    assert str(folder) in notices(settings)[0]


# --------------------------------------------------------------------------- the model


def test_verifying_shows_how_far_it_is_and_what_came_of_it(stage, settings, qtbot):
    settings.page.show_pane(2)
    stage.settings.gate.clear()
    settings.model.verify.click()
    qtbot.waitUntil(lambda: settings.model.bar.value() >= 500)
    assert settings.model.bar.isVisible()
    assert settings.model.verify.text() == "Stop"
    assert settings.model.share.text() in {"50%", "51%"}
    assert settings.model.state.detail.text() == "Being checked…"
    stage.settings.gate.set()
    qtbot.waitUntil(lambda: settings.model.verdict.detail.text().startswith("Intact"))
    assert not settings.model.bar.isVisible()
    assert "2026" not in settings.model.verdict.detail.text()
    said = settings.model.state.detail.text().replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Ready. Checked on 3 November 2026."
    assert settings.model.verdict._tick.isVisible()


def test_verifying_can_be_stopped_by_button_and_by_leaving(stage, settings, qtbot):
    settings.page.show_pane(2)
    stage.settings.gate.clear()
    for stop in (settings.model.verify.click, settings.close):
        settings.model.verify.click()
        qtbot.waitUntil(lambda: settings.model.bar.value() > 0)
        stop()
        qtbot.waitUntil(lambda: settings.model.verdict.detail.text() == "Stopped before the end.")


def test_a_damaged_model_is_said_to_be_so(stage, settings, qtbot):
    fault = ModelFileError(
        "model.gguf", "is not what it should be", "Install it again.", code="hash_mismatch"
    )
    stage.settings.verify_fault = fault
    stage.settings.status = ModelStatus(
        ModelState.DAMAGED, "linear-helper", stage.database, problem=fault
    )
    settings.page.show_pane(2)
    settings.model.verify.click()
    said = (
        "The model file model.gguf is not the one that this product needs. "
        "Have it downloaded again, or choose another file."
    )
    qtbot.waitUntil(lambda: settings.model.verdict.detail.text() == said)
    qtbot.waitUntil(lambda: settings.model.state.detail.text() == said)


def test_in_the_place_of_a_model_that_was_found_damaged_another_can_be_had_at_once(
    stage, settings, qtbot
):
    fault = ModelFileError("m.gguf", "differs", "Install it again.", code="hash_mismatch")
    stage.settings.verify_fault = stage.model_fault = fault
    stage.offer = InstallOffer(98_362_432, ModelState.DAMAGED)
    settings.page.show_pane(2)
    assert not settings.model.choose.isVisible()
    settings.model.verify.click()
    qtbot.waitUntil(lambda: settings.model.choose.isVisible())
    assert settings.model.fetch.isVisible()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (ModelStatus(ModelState.ABSENT, "helper", size_bytes=9), "Not on this computer."),
        (ModelStatus(ModelState.ABSENT), "This helper works without a model"),
    ],
)
def test_without_a_model_there_is_nothing_to_verify(make_stage, qtbot, status, said):
    stage = make_stage()
    stage.settings.status = status
    settings = stage.presenter.settings
    settings.open("model")
    qtbot.waitUntil(lambda: settings.model.state.detail.text().startswith(said))
    assert not settings.model.verify.isVisible()
    assert not settings.model.takes.isVisible()


# --------------------------------------------------------------------------- advanced


def test_a_model_that_is_not_there_can_be_taken_from_a_file(make_stage, qtbot, tmp_path):
    stage = make_stage(installed=False)
    stage.model_file = tmp_path / "model.gguf"
    settings = stage.presenter.settings
    stage.window.settings_requested.emit()
    settings.page.show_pane(2)
    assert settings.model.choose.isVisible()
    with qtbot.waitSignal(stage.bridge.model_changed) as told:
        settings.model.choose.click()
    assert told.args[0].ready
    assert stage.installer.file == stage.model_file
    assert not settings.is_open
    stage.window.settings_requested.emit()
    settings.page.show_pane(2)
    assert not settings.model.choose.isVisible()


def test_a_model_that_is_not_there_can_be_downloaded(make_stage, qtbot):
    stage = make_stage(installed=False)
    settings = stage.presenter.settings
    stage.window.settings_requested.emit()
    settings.page.show_pane(2)
    assert settings.model._fetch_row.detail.text() == "Size: 98 MB"
    with qtbot.waitSignal(stage.bridge.model_changed) as told:
        settings.model.fetch.click()
    assert told.args[0].ready
    assert stage.installer.runs == 1
    assert stage.installer.file is None
    assert not settings.is_open


def test_without_room_for_it_only_another_look_is_offered(stage, settings):
    settings.page.show_pane(2)
    offer = InstallOffer(98_362_432, needed_bytes=200_000_000, free_bytes=50_000_000)
    settings.show_offer(offer)
    assert "50 MB is free" in settings.model._fetch_row.detail.text()
    assert not settings.model.choose.isVisible()
    wanted = []
    settings.engine_wanted.connect(lambda: wanted.append("look"))
    settings.model.fetch.click()
    assert wanted == ["look"]


def test_graphics_can_be_chosen_only_where_there_is_a_processor_for_it(make_stage, qtbot):
    stage = make_stage()
    settings = stage.presenter.settings
    settings.open("advanced")
    automatic, processor, graphics = settings.advanced.device.items
    qtbot.waitUntil(lambda: not graphics.isEnabled())
    assert "No graphics processor" in graphics.accessibleDescription()
    qtbot.keyClick(processor, Qt.Key.Key_Right)  # goes on where something can be chosen
    assert automatic.isChecked()
    settings._on_devices_found(Devices("haswell", ("Swift 9000",)))
    assert graphics.isEnabled()
    assert graphics.accessibleDescription() == ""


def test_a_change_of_how_the_model_runs_loads_it_anew_once(stage, settings, qtbot):
    settings.page.show_pane(3)
    loaded = []
    settings.engine_wanted.connect(lambda: loaded.append(stage.settings.preferences.settings))
    with qtbot.waitSignal(stage.bridge.model_changed, timeout=20_000):
        settings.advanced.device.items[1].click()
        settings.advanced.memory.items[1].click()
        choose(qtbot, settings.advanced.threads, "1")
    assert [(one.device, one.memory, one.threads) for one in loaded] == [("cpu", "mapped", 1)]


def test_what_the_model_can_run_on_is_said(make_stage, qtbot):
    stage = make_stage()
    settings = stage.presenter.settings
    stage.settings.devices = Devices("haswell", ("Swift 9000",))
    settings.open("advanced")
    qtbot.waitUntil(lambda: "Swift 9000" in settings.advanced.device_row.detail.text())


# --------------------------------------------------------------------------- about


def test_the_details_for_support_hold_no_words_and_no_name(stage, settings, qtbot, isolated_home):
    stage.bridge.ask("where is my secret plan?")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    stage.settings.status = ModelStatus(
        ModelState.READY, "linear-helper", isolated_home / "x" / getpass.getuser() / "model.gguf"
    )
    settings.open("about")
    qtbot.waitUntil(lambda: settings.model.place.detail.text().startswith("~/x"))
    settings.about.copy.click()
    qtbot.waitUntil(lambda: settings.about._details.isVisible())
    text = QGuiApplication.clipboard().text()
    assert text == settings.about._details.detail.text()
    assert "linear-helper, ready" in text
    assert "Model file: ~/x/user/model.gguf" in text
    assert "secret" not in text
    assert "toolbar" not in text
    assert str(isolated_home) not in text
    assert getpass.getuser() not in text.replace("/tmp/", "")


# --------------------------------------------------------------------------- by keyboard


def test_what_has_the_focus_is_in_sight(stage, settings, qtbot):
    settings.page.show_pane(1)
    stage.window.resize(440, 420)
    settings.privacy.erase.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(settings.privacy.erase, Qt.Key.Key_Tab)
    folder = settings.privacy.folder
    assert folder.hasFocus()
    port = settings.privacy.viewport()
    assert port.rect().contains(folder.mapTo(port, folder.rect().center()))


def test_arrows_go_the_way_it_is_read(stage, settings, qtbot):
    stage.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    light = settings.general.theme.items[1]
    light.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(light, Qt.Key.Key_Left)
    assert stage.look.theme.scheme == "dark"
    assert settings.general.theme.items[2].hasFocus()
    qtbot.keyClick(settings.general.login, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stage.settings.opens_at_login)
