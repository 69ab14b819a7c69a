"""What is hidden is built before somebody wants it, and nobody notices."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.test_answers import ask
from tests.ui.test_long_conversation import keep


@pytest.fixture
def ready(stage, qtbot):
    keep(stage, "kept", 3)
    stage.presenter.get_ready()
    qtbot.waitUntil(lambda: stage.presenter.is_ready)
    return stage


def test_it_is_there_and_not_seen(ready):
    settings, reader = ready.presenter.settings, ready.presenter.reading.reader
    parts = (settings.general, settings.about, reader, reader.list, ready.window.drawer)
    assert not any(part.isVisible() for part in parts)
    assert not settings.is_open
    assert not ready.presenter.reading.is_open
    assert QApplication.focusWidget() is ready.window.footer.composer.edit


def test_it_comes_up_as_it_would_have(ready, make_stage, qtbot, tmp_path):
    (tmp_path / "other").mkdir()
    stages = (make_stage(database=tmp_path / "other" / "history.sqlite3"), ready)
    for stage in stages:
        stage.presenter.settings.open()
        stage.presenter.reading.open_list()
    panes = [stage.presenter.settings.general for stage in stages]
    lists = [stage.presenter.reading.reader.list.rows for stage in stages]
    for alike in (panes, lists):
        qtbot.waitUntil(lambda alike=alike: alike[0].geometry() == alike[1].geometry())
    qtbot.waitUntil(lambda: lists[0].rows == lists[1].rows)
    assert all(one.isVisible() for one in lists)


def test_what_is_opened_meanwhile_is_built_once(stage, qtbot):
    stage.presenter.get_ready()
    stage.presenter.settings.open("about")
    about = stage.presenter.settings.about
    assert about.isVisible()
    qtbot.waitUntil(lambda: stage.presenter.is_ready)
    assert about.isVisible()
    assert stage.presenter.settings.page.stack.count() == 5
    assert stage.presenter.settings.page.stack.currentWidget() is about


def test_a_question_asked_meanwhile_is_answered(stage, qtbot):
    stage.presenter.get_ready()
    last = ask(qtbot, stage, "how?")
    assert last.answer_text
    qtbot.waitUntil(lambda: stage.presenter.is_ready)
    assert last.isVisible()
