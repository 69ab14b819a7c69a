"""What goes on behind an edge: a line at the foot of notices, and a scroll bar that tells how much."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractScrollArea

from supportbot.ui.views.edge import Edge
from supportbot.ui.views.overlay_bar import OverlayBar
from tests.ui.scripted import reply

NOTICE = "Something happened."


@pytest.fixture
def talked(stage, qtbot):
    """A stage with a conversation that is higher than the window."""
    stage.talk.script = lambda question: reply(question, "A line of it.\n\n" * 30)
    stage.window.footer.composer.sent.emit("How?")
    qtbot.waitUntil(lambda: stage.window.conversation.verticalScrollBar().maximum() > 300)
    return stage


def scroll(page, value):
    page.verticalScrollBar().setValue(value)


def test_a_line_parts_notices_from_a_page_that_goes_on_behind_them(talked, qtbot):
    window = talked.window
    conversation = window.conversation
    (edge,) = window.findChildren(Edge)
    window.add_notice(NOTICE)
    scroll(conversation, 100)
    qtbot.waitUntil(edge.isVisible)
    qtbot.waitUntil(lambda: edge.mapTo(window, edge.rect().bottomLeft()).y() + 1
                    == conversation.mapTo(window, conversation.rect().topLeft()).y())  # fmt: skip
    assert edge.width() == window.width()
    scroll(conversation, 0)
    assert not edge.isVisible()
    scroll(conversation, 100)
    window.show_greeting()
    assert not edge.isVisible()
    window.show_conversation()
    assert edge.isVisible()


def test_a_line_ends_notices_that_have_no_room(make_stage, qtbot):
    window = make_stage(text_scale=2.0).window
    window.resize(360, 640)
    (edge,) = window.findChildren(Edge)
    window.add_notice(f"{NOTICE} " * 12)
    qtbot.waitUntil(edge.isVisible)
    notices = edge.parentWidget()
    scroll(notices, notices.verticalScrollBar().maximum())
    assert not edge.isVisible()


def test_a_line_parts_notices_from_the_settings_below_them(stage, qtbot):
    settings = stage.presenter.settings
    settings.open("general")
    stage.window.resize(360, 400)
    (edge,) = settings.page.findChildren(Edge)
    settings.page.show_notice(NOTICE)
    pane = settings.page.stack.currentWidget()
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 40)
    assert not edge.isVisible()
    scroll(pane, 40)
    assert edge.isVisible()


@pytest.mark.parametrize("height", [400, 700])
def test_scroll_bars_tell_how_much_of_all_is_seen(talked, qtbot, height):
    window = talked.window
    window.resize(440, height)
    window.shortcuts_requested.emit()
    window.open_drawer()
    window.add_notice(f"{NOTICE} " * 40)

    def told():
        """Page steps of the bars that are seen, each beside that of what it scrolls."""
        bars = [bar for bar in window.findChildren(OverlayBar) if bar.isVisible()]
        areas = [bar.parentWidget() for bar in bars]
        assert all(isinstance(area, QAbstractScrollArea) for area in areas)
        steps = [area.verticalScrollBar().pageStep() for area in areas]
        return [bar.pageStep() for bar in bars], steps

    qtbot.waitUntil(lambda: len(told()[0]) >= 3)
    qtbot.waitUntil(lambda: told()[0] == told()[1])
