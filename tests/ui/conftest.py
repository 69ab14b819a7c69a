"""A window on a stage for every test that wants one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from tests.ui.stage import Stage


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
    qapp.setStyle("Fusion")

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
