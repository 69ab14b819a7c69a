"""Where the tests of the history keep it."""

from __future__ import annotations

import pytest


@pytest.fixture
def folder(tmp_path):
    """A data folder of the test's own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def file(folder):
    """The database's file, not yet there."""
    return folder / "history.sqlite3"
