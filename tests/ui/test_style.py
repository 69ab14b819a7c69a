"""What Qt itself draws of the window: tool tips and the arrows of menus, in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolTip

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


def tip_of(window):
    """The picture of a tool tip over a window."""
    QToolTip.showText(window.mapToGlobal(QPoint(20, 20)), "Copy answer", window)
    label = next(one for one in QApplication.allWidgets() if one.inherits("QTipLabel"))
    picture = label.grab().toImage()
    label.hide()
    return picture


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tool_tips_follow_the_theme_and_have_round_corners(stage, theme):
    look = stage.look
    look.set_choice(theme)
    picture = tip_of(stage.window)
    across, middle = picture.width() // 2, picture.height() // 2
    assert picture.pixelColor(4, middle) == look.colour("raised")
    edge = picture.pixelColor(across, 0)
    assert edge == look.colour("line")
    assert picture.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_arrow_of_a_submenu_is_a_chevron(show, theme):
    scene = show("drawer-menu", theme)
    menu, look = scene.popup, scene.stage.look
    action = next(one for one in menu.actions() if one.menu() is not None)
    place = menu.actionGeometry(action)
    picture = menu.grab(place).toImage()
    ground, ink = look.colour("raised"), look.colour("muted")
    columns = range(picture.width() // 2, picture.width() - 4)
    drawn = [
        (x, y)
        for x in columns
        for y in range(picture.height())
        if _nearer(picture.pixelColor(x, y), ink, ground)
    ]
    assert drawn
    width = max(x for x, _ in drawn) - min(x for x, _ in drawn) + 1
    height = max(y for _, y in drawn) - min(y for _, y in drawn) + 1
    assert len(drawn) < width * height / 2  # a filled triangle takes half of its place
    assert menu.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_an_open_menu_follows_the_theme(show):
    scene = show("drawer-menu", "light")
    scene.stage.look.set_choice("dark")
    picture = scene.popup.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 4) == scene.stage.look.colour("raised")


def _nearer(colour: QColor, one: QColor, other: QColor) -> bool:
    def distance(to: QColor) -> int:
        return abs(colour.lightness() - to.lightness())

    return distance(one) < distance(other)
