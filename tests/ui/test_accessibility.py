"""Everything has a name, a role, a place in the tab order and is large enough to hit."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from supportbot.ui import announce as announcing
from supportbot.ui.theme import make_theme
from supportbot.ui.views.prose import Prose
from supportbot.ui.views.window import Window
from tests.support import accessible
from tests.ui.states import STATES

# Where the brand's colour is: words, links, bubbles, buttons, hits.
BRANDED = (
    "refusal",
    "mid-stream",
    "failure",
    "handoff",
    "drawer-undo",
    "history-off",
    "model-absent",
)
AWKWARD = {"yellow": "#ffe600", "near-white": "#f7f7f5", "near-black": "#0b0b0d", "grey": "#808080"}


@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", STATES)
def test_every_view_can_be_named_hit_read_and_walked(show, name):
    scene = show(name)
    faults = []
    for root in scene.painted():
        faults += accessible.nameless(root) + accessible.small_targets(root)
    for theme in ("light", "dark"):
        scene.stage.look.set_choice(theme)
        QCoreApplication.sendPostedEvents()
        for root in scene.painted():
            faults += [f"{theme}: {fault}" for fault in accessible.faint(root)]
    if scene.popup is None:  # a menu has the keyboard to itself
        if name != "long-answer":  # it scrolls under Tab, so that places cannot be compared
            faults += accessible.disordered(scene.stage.window)
        faults += accessible.ringless(scene.stage.window)
    assert faults == []


@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", BRANDED)
def test_any_brand_colour_can_be_read(show, name):
    scene = show(name)
    faults = []
    for (brand, accent), theme in product(AWKWARD.items(), ("light", "dark")):
        scene.stage.look._accent = accent
        scene.stage.look.set_choice(theme)
        scene.stage.look._renew()
        assert scene.stage.look.theme == make_theme(accent, theme)
        QCoreApplication.sendPostedEvents()
        for root in scene.painted():
            faults += [f"{brand}, {theme}: {fault}" for fault in accessible.faint(root)]
    assert faults == []


def test_the_checks_find_what_is_wrong(stage, qtbot):
    window, human = stage.window, stage.window.footer.human
    window.header.conversations.setAccessibleName("")
    human.setFixedHeight(20)
    window.header.name.set_colour("line")
    window.header.options.paintEvent = lambda event: None
    assert any("no name" in fault for fault in accessible.nameless(window))
    assert any("x 20" in fault for fault in accessible.small_targets(window))
    assert any(stage.pack.product.name in fault for fault in accessible.faint(window))
    assert any("Options" in fault for fault in accessible.ringless(window))


def test_the_order_that_qt_would_take_is_found_wrong(stage, qtbot, monkeypatch):
    monkeypatch.setattr(Window, "focusNextPrevChild", QWidget.focusNextPrevChild)
    stage.bridge.ask("how?")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    faults = accessible.disordered(stage.window)
    assert "Tab goes from 'Talk to a human' back to 'Edit and ask again'" in faults


def test_a_click_anywhere_in_a_field_begins_to_write(stage, qtbot):
    composer = stage.window.footer.composer
    stage.window.header.options.setFocus()
    qtbot.mouseClick(composer, Qt.MouseButton.LeftButton, pos=QPoint(6, composer.height() // 2))
    assert composer.edit.hasFocus()


def test_a_notice_is_announced(stage, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(
        "supportbot.ui.views.window.announce", lambda source, text: said.append(text)
    )
    stage.window.add_notice("Something happened.")
    stage.window.add_notice("Something happened.")
    assert said == ["Something happened."]


def test_what_tab_reaches_comes_into_view(show, qtbot):
    scene = show("page-section")
    page = scene.stage.presenter.reading.reader.page
    assert page.verticalScrollBar().value() > 0
    scene.stage.presenter.reading.reader.bar.close_button.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.browser
    assert page.viewport().rect().contains(page.browser.mapTo(page.viewport(), QPoint(0, 0)))


def test_a_focus_ring_is_painted_for_the_keyboard_only(stage, qtbot):
    for button in (
        stage.window.footer.human,
        stage.window.header.options,
        stage.window.greeting.rows[0],
    ):
        button.clearFocus()
        plain = button.grab().toImage()
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        assert button.grab().toImage() == plain
        button.clearFocus()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.grab().toImage() != plain, button.accessibleName()


def test_tab_goes_the_way_it_is_read(stage, qtbot):
    stage.window.header.conversations.setFocus(Qt.FocusReason.TabFocusReason)
    order = []
    for _ in range(9):
        focus = QApplication.focusWidget()
        order.append(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    starters = list(stage.pack.product.brand.starter_questions)
    assert order[:2] == ["Conversations", "Options"]
    assert order[2 : 2 + len(starters)] == starters
    assert order[2 + len(starters)] == "Your question"


def test_the_finished_answer_is_announced_once(stage, qtbot, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(
        "supportbot.ui.talk_presenter.announce", lambda source, text: said.append(text)
    )
    stage.bridge.ask("how?")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    assert len(said) == 1
    assert said[0].startswith("Yes. To archive several issues at once:")


def test_an_announcement_reaches_qt(qtbot, monkeypatch):
    sent: list[str] = []

    class Active:
        @staticmethod
        def isActive():  # noqa: N802 - Qt's name
            return True

        @staticmethod
        def updateAccessibility(event):  # noqa: N802 - Qt's name
            sent.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Active)
    widget = QWidget()
    qtbot.addWidget(widget)
    announcing.announce(widget, "Hello")
    announcing.announce(widget, "")
    assert sent == ["Hello"]


def test_the_answer_can_be_read_and_its_links_reached(stage, qtbot):
    stage.bridge.ask("how?")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    prose = stage.window.conversation.last.prose
    assert isinstance(prose, Prose)
    assert prose.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    text = QAccessible.queryAccessibleInterface(prose).textInterface()
    assert "archive" in text.text(0, text.characterCount())
