"""A window on a stage for every test that wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator

from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from supportbot.ui.languages import TRANSLATIONS, install_language
from supportbot.ui.views.style import Style
from tests.ui.scene import Scene
from tests.ui.stage import Stage

if TYPE_CHECKING:
    from pathlib import Path


def pytest_collection_modifyitems(items):
    """The off-screen platform says what it cannot do; that is no defect of ours."""
    for item in items:
        if "/tests/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def pack():
    """The worked example."""
    return load_pack(bundled_pack_dir())


@pytest.fixture
def make_stage(qtbot, qapp, pack, tmp_path):
    """Builds a stage, shows its window and starts it; all are closed at the end."""
    stages: list[Stage] = []
    qapp.setStyle(Style())

    def make(*, start=True, database=None, **options) -> Stage:
        on = options.pop("pack", pack)
        stage = Stage(database or tmp_path / "history.sqlite3", on, **options)
        stages.append(stage)
        with qtbot.waitActive(stage.window):
            stage.window.show()
            stage.window.activateWindow()
        if start:
            seen: list[object] = []
            for signal in (stage.bridge.opened, stage.bridge.history_failed):
                signal.connect(seen.append)
            with qtbot.waitSignal(stage.bridge.model_changed):
                stage.bridge.start()
            assert seen
        return stage

    yield make
    for stage in stages:
        stage.close()
    # A window that is deleted later would take the activation from the next test's.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def stage(make_stage):
    """A started window on an empty history."""
    return make_stage()


@pytest.fixture
def show(qapp, tmp_path):
    """Plays a scene of the pictures; the window and, where one is open, the menu."""
    played: list[Scene] = []
    qapp.setStyle(Style())
    locale, flash, direction = QLocale(), qapp.cursorFlashTime(), qapp.layoutDirection()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    qapp.setCursorFlashTime(0)

    def play(name: str, theme: str = "light") -> Scene:
        scene = Scene(qapp, tmp_path, name, theme)
        played.append(scene)
        scene.play()
        return scene

    yield play
    for scene in played:
        scene.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setLayoutDirection(direction)
    qapp.setCursorFlashTime(flash)
    QLocale.setDefault(locale)


@pytest.fixture
def speak(show, qapp):
    """Has everything that is built from now on speak a language, as the app does; ends with the test."""
    locale, direction = QLocale(), qapp.layoutDirection()
    before = set(qapp.findChildren(QTranslator))

    def begin(code: str, folder: Path = TRANSLATIONS) -> None:
        install_language(qapp, code, folder)
        qapp.setLayoutDirection(QLocale().textDirection())

    yield begin
    for translator in set(qapp.findChildren(QTranslator)) - before:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(direction)
    QLocale.setDefault(locale)
