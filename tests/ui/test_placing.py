"""Where the window comes up, on screens that may be gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from supportbot.settings import WindowGeometry
from supportbot.ui.placing import place_of, restore_place

MAIN = QRect(0, 0, 1920, 1040)
SECOND = QRect(1920, -200, 1280, 1024)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.setGeometry(50, 60, 440, 700)
    return made


@pytest.mark.parametrize(
    "place", [(100, 80, 500, 640), (2000, -150, 440, 700), (-300, 20, 500, 640)]
)
def test_it_comes_back_where_it_stood(window, place):
    restore_place(
        window,
        WindowGeometry(**dict(zip(("x", "y", "width", "height"), place, strict=True))),
        (MAIN, SECOND),
    )
    assert window.geometry() == QRect(*place)


@pytest.mark.parametrize(
    "place",
    [(2000, -150, 500, 640), (100, 5000, 500, 640), (-495, 20, 500, 640), (100, -40, 500, 640)],
)
def test_where_it_cannot_be_grabbed_only_its_size_comes_back(window, place):
    before = window.pos()
    restore_place(
        window,
        WindowGeometry(**dict(zip(("x", "y", "width", "height"), place, strict=True))),
        (MAIN,),
    )
    assert (window.pos(), window.width(), window.height()) == (before, 500, 640)


def test_it_is_never_larger_than_the_screen(window):
    small = QRect(0, 0, 1024, 700)
    for x in (10, 5000):
        restore_place(window, WindowGeometry(x=x, y=10, width=3000, height=2000), (small,))
        assert (window.width(), window.height()) == (1024, 700)


def test_a_maximised_window_is_so_again_and_knows_its_other_size(window, qtbot):
    window.show()
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    place = place_of(window)
    assert place == WindowGeometry(x=50, y=60, width=440, height=700, maximized=True)
    other = QWidget()
    qtbot.addWidget(other)
    restore_place(other, place, (MAIN,))
    assert other.windowState() & Qt.WindowState.WindowMaximized
    other.show()
    assert place_of(other) == place
