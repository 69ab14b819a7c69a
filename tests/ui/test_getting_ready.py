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
    other = make_stage(database=tmp_path / "other" / "history.sqlite3")
    for stage in (other, ready):
        stage.presenter.settings.open()
        assert stage.presenter.settings.general.isVisible()
        stage.presenter.settings.close()
        stage.presenter.reading.open_list()
        qtbot.waitUntil(lambda stage=stage: stage.presenter.reading.reader.list.rows.isVisible())
    panes = [stage.presenter.settings.general for stage in (other, ready)]
    readers = [stage.presenter.reading.reader for stage in (other, ready)]
    assert panes[0].geometry() == panes[1].geometry()
    assert readers[0].list.rows.geometry() == readers[1].list.rows.geometry()
    assert readers[0].list.rows.rows == readers[1].list.rows.rows


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
