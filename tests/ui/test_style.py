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
    menu = scene.popup
    drawn = _far_ink(scene, next(one for one in menu.actions() if one.menu() is not None))
    width = max(x for x, _ in drawn) - min(x for x, _ in drawn) + 1
    height = max(y for _, y in drawn) - min(y for _, y in drawn) + 1
    assert len(drawn) < width * height / 2  # a filled triangle takes half of its place
    assert menu.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_arrow_of_a_submenu_ends_where_keys_do_and_grows_with_the_text(show, scale, direction):
    scene = show("drawer-menu")
    menu = scene.popup
    usual = _height(_far_ink(scene, menu.actions()[1]))
    scene.stage.look.set_text_scale(scale)
    menu.setLayoutDirection(direction)
    keys, arrow = (_far_ink(scene, action) for action in menu.actions()[:2])
    assert abs(_far_end(keys, direction) - _far_end(arrow, direction)) <= 1
    assert _height(arrow) >= usual * scale - 2


def test_an_open_menu_follows_the_theme(show):
    scene = show("drawer-menu", "light")
    scene.stage.look.set_choice("dark")
    picture = scene.popup.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 4) == scene.stage.look.colour("raised")


def _far_ink(scene, action) -> list[tuple[int, int]]:
    """The pixels of what an entry has on its far half: its keys, or its arrow."""
    menu, look = scene.popup, scene.stage.look
    picture = menu.grab(menu.actionGeometry(action)).toImage()
    ground, ink = look.colour("raised"), look.colour("muted")
    columns = range(picture.width() * 2 // 3, picture.width() - 4)
    if menu.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        columns = range(4, picture.width() // 3)
    drawn = [
        (x, y)
        for x in columns
        for y in range(picture.height())
        if _nearer(picture.pixelColor(x, y), ink, ground)
    ]
    assert drawn
    return drawn


def _height(drawn) -> int:
    return max(y for _, y in drawn) - min(y for _, y in drawn) + 1


def _far_end(drawn, direction) -> int:
    end = min if direction == Qt.LayoutDirection.RightToLeft else max
    return end(x for x, _ in drawn)


def _nearer(colour: QColor, one: QColor, other: QColor) -> bool:
    def distance(to: QColor) -> int:
        return abs(colour.lightness() - to.lightness())

    return distance(one) < distance(other)
