"""Everything has a name, a role, a place in the tab order and is large enough to hit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget

from supportbot.ui import announce as announcing
from supportbot.ui.views.prose import Prose
from tests.ui.scripted import archived, failed, refused

SMALLEST_TARGET = 24


def controls(root: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QTextEdit)
    return [w for w in root.findChildren(QWidget) if isinstance(w, kinds) and w.isVisibleTo(root)]


@pytest.fixture
def scenes(stage, qtbot):
    """A window with every kind of control in it."""
    for question, script in (("one", archived), ("two", refused), ("three", failed)):
        stage.talk.script = script
        stage.bridge.ask(question)
        with qtbot.waitSignal(stage.bridge.replied):
            pass
    views = stage.window.conversation.exchanges
    views[0].row.down.click()
    views[-1].bubble.edit.click()
    stage.window.find_requested.emit()
    stage.window.add_notice("Something happened.", "Try again", lambda: None)
    stage.window.footer.human.click()
    stage.window.grab()
    return stage


def test_every_control_has_a_name_and_a_role(scenes):
    found = controls(scenes.window)
    assert len(found) > 15
    for widget in found:
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        assert name.strip(), widget
        assert interface.role() != QAccessible.Role.NoRole, name


def test_every_button_is_large_enough_and_reached_by_tab(scenes):
    for widget in controls(scenes.window):
        if isinstance(widget, QAbstractButton):
            assert min(widget.width(), widget.height()) >= SMALLEST_TARGET, widget.accessibleName()
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.accessibleName()


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
    monkeypatch.setattr("supportbot.ui.presenter.announce", lambda source, text: said.append(text))
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
    assert text is None or "archive" in text.text(0, text.characterCount())
