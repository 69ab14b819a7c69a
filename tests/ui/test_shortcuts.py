"""Keyboard shortcuts: named in one place, listed behind F1, drawn the same whichever way text runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication

from supportbot.ui.look import Look
from supportbot.ui.shortcuts import Keys, shortcut_groups, split_keys
from supportbot.ui.views.key_caps import KeyCaps
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.shortcuts_sheet import ShortcutsSheet


def press(qtbot, stage, keys):
    """As a customer does, wherever the keyboard is."""
    combination = keys.sequence[0]
    at = QApplication.focusWidget() or stage.window
    qtbot.keyClick(at, Qt.Key(combination.key()), combination.keyboardModifiers())


def listed():
    return [shortcut for group in shortcut_groups() for shortcut in group.shortcuts]


def test_every_key_is_listed_and_none_does_two_things_in_one_place(qapp):
    assert {one.keys for one in listed()} == set(Keys)
    for group in shortcut_groups():
        said = [one.keys.said for one in group.shortcuts]
        assert len(said) == len(set(said))


def test_whatever_the_window_listens_to_is_listed(stage, qtbot):
    stage.presenter.reading.open_list()
    stage.presenter.reading.close()
    stage.presenter.settings.open()
    stage.presenter.settings.close()
    bound = {one.key().toString() for one in stage.window.findChildren(QShortcut)}
    bound |= {one.key().toString() for one in stage.window.find_bar.findChildren(QShortcut)}
    assert len(bound) > 8
    assert bound <= {one.keys.sequence.toString() for one in listed()}


@pytest.mark.parametrize(
    ("said", "key", "caps"),
    [
        ("Ctrl+Shift+F", "F", ("Ctrl", "Shift", "F")),
        ("Strg+Umschalt+Eingabe", "Eingabe", ("Strg", "Umschalt", "Eingabe")),
        ("⇧⌘F", "F", ("⇧", "⌘", "F")),
        ("⌘,", ",", ("⌘", ",")),
        ("Ctrl++", "+", ("Ctrl", "+")),
        ("+", "+", ("+",)),
        ("F1", "F1", ("F1",)),
    ],
)
def test_a_combination_is_one_cap_a_key(said, key, caps):
    assert split_keys(said, key) == caps


def test_f1_lists_them_and_escape_goes_back(stage, qtbot):
    press(qtbot, stage, Keys.SHORTCUTS)
    sheet = stage.presenter.sheet
    assert isinstance(sheet, ShortcutsSheet)
    told = {label.text() for label in sheet.findChildren(Text)}
    assert {one.title for one in listed()} <= told
    caps = [one.accessibleName() for one in sheet.findChildren(KeyCaps)]
    assert caps == [one.keys.said for one in listed()]
    press(qtbot, stage, Keys.CLOSE)
    assert stage.presenter.sheet is None
    assert stage.window.footer.composer.edit.hasFocus()


def test_they_are_in_the_menu_too(stage, qtbot):
    stage.window.header.options.click()
    menu = QApplication.activePopupWidget()
    entry = next(one for one in menu.actions() if one.text() == "Keyboard shortcuts")
    assert entry.shortcut() == Keys.SHORTCUTS.sequence
    entry.trigger()
    menu.close()
    assert isinstance(stage.presenter.sheet, ShortcutsSheet)


def test_they_do_not_push_another_sheet_away(stage, qtbot):
    stage.window.footer.human.click()
    sheet = stage.presenter.sheet
    press(qtbot, stage, Keys.SHORTCUTS)
    assert stage.presenter.sheet is sheet


def test_a_small_window_scrolls_them_by_keyboard(make_stage, qtbot):
    stage = make_stage(text_scale=2.0)
    stage.window.resize(360, 400)
    press(qtbot, stage, Keys.SHORTCUTS)
    bar = stage.presenter.sheet._scroll.verticalScrollBar()
    stage.window.grab()
    assert bar.maximum() > 0
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_caps_stand_in_the_order_they_are_pressed_whichever_way_text_runs(qtbot, qapp):
    look = Look("#5e6ad2", "light")
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        caps = KeyCaps(look, Keys.SEARCH)
        qtbot.addWidget(caps)
        caps.setLayoutDirection(direction)
        caps.resize(caps.sizeHint())
        pictures.append(caps.grab().toImage())
    assert pictures[0] == pictures[1]
    lefts = [place.left() for place in caps.places()]
    assert lefts == sorted(lefts)
    assert len(lefts) == 3
