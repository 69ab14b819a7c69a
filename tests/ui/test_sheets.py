"""Sheets: their controls can be named, hit, read and walked; what is read scrolls; buttons stay within reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from supportbot.ui.views.settings_rows import LinkRow
from tests.support import accessible


def shortcuts(stage, qtbot):
    stage.window.shortcuts_requested.emit()


def person(stage, qtbot):
    stage.window.footer.human.click()
    stage.presenter.sheet.ways.items[1].click()


def person_again(stage, qtbot):
    """With a draft, offline, and with what became of it."""
    stage.offline = True
    stage.window.footer.human.click()
    sheet = stage.presenter.sheet
    sheet.body.setPlainText("My own words")
    sheet.dismiss()
    stage.window.footer.human.click()
    sheet = stage.presenter.sheet
    qtbot.waitUntil(sheet.offline.isVisible)
    sheet.action.click()


def rows_of_licences(stage, qtbot):
    settings = stage.presenter.settings
    settings.open("about")
    qtbot.waitUntil(lambda: len(settings.about.licences.findChildren(LinkRow)) > 10)
    rows = settings.about.licences.findChildren(LinkRow)
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))
    return rows


def about(stage, qtbot):
    rows = rows_of_licences(stage, qtbot)
    stage.presenter.settings.about.ensureWidgetVisible(rows[2])


def licence(stage, qtbot):
    rows_of_licences(stage, qtbot)[2].click()
    qtbot.waitUntil(lambda: bool(stage.presenter.sheet.text.toPlainText()))


@pytest.mark.timeout(180)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("scene", [shortcuts, person, person_again, about, licence])
def test_every_sheet_can_be_named_hit_read_and_walked(make_stage, qapp, qtbot, scene, direction):
    before = qapp.layoutDirection()
    if direction == "rtl":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        stage = make_stage(pack=load_pack(bundled_pack_dir().parent / "emberloaf"))
        stage.window.resize(440, 700)
        scene(stage, qtbot)
        stage.window.grab()
        faults = accessible.nameless(stage.window) + accessible.small_targets(stage.window)
        for theme in ("light", "dark"):
            stage.look.set_choice(theme)
            QCoreApplication.sendPostedEvents()
            faults += [f"{theme}: {fault}" for fault in accessible.faint(stage.window)]
        faults += accessible.disordered(stage.window) + accessible.ringless(stage.window)
        assert faults == []
    finally:
        qapp.setLayoutDirection(before)


@pytest.mark.parametrize(("height", "scrolls"), [(700, False), (300, True)])
def test_buttons_scroll_only_where_room_is_short(make_stage, qtbot, height, scrolls):
    stage = make_stage(text_scale=2.0)
    stage.window.setMinimumHeight(200)
    stage.window.resize(440, height)
    person(stage, qtbot)
    sheet = stage.presenter.sheet
    stage.window.grab()
    assert sheet._inner.isAncestorOf(sheet.action) is scrolls
    stage.window.resize(440, 1000 - height)
    stage.window.grab()
    assert sheet._inner.isAncestorOf(sheet.action) is not scrolls
    assert sheet.action.isVisible()
    sheet.cancel.setFocus()
    stage.window.resize(440, height)
    stage.window.grab()
    assert sheet.cancel.hasFocus()


def test_keys_scroll_what_is_only_read(stage, qtbot):
    licence(stage, qtbot)
    text = stage.presenter.sheet.text
    assert text.verticalScrollBar().maximum() > 0
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert text.verticalScrollBar().value() > 0


def test_a_title_and_the_button_beside_it_stand_on_one_line(stage, qtbot):
    licence(stage, qtbot)
    sheet = stage.presenter.sheet
    stage.window.grab()
    line = stage.look.line_height("heading")
    title, button = sheet._title.geometry(), sheet.close_button.geometry()
    assert abs(title.top() + line / 2 - button.center().y()) <= 1


def test_what_scrolls_goes_on_to_the_edge_of_a_sheet_without_buttons(stage, qtbot):
    shortcuts(stage, qtbot)
    sheet = stage.presenter.sheet
    stage.window.grab()
    assert sheet._scroll.verticalScrollBar().maximum() > 0
    assert sheet._scroll.geometry().bottom() == sheet.panel.rect().bottom()
