"""A line keeps its words at one height, in any script."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontMetricsF

from supportbot.ui.look import Look
from supportbot.ui.views.line import Line

LATIN = "nn"


@pytest.fixture
def line(qtbot):
    look = Look("#5e6ad2", "light", 2.0)
    one = Line()
    qtbot.addWidget(one)
    one.setFrame(False)
    one.setFont(look.font("body"))
    one.setStyleSheet(look.style_sheet)
    one.resize(300, 60)
    return one


def foot_of_latin(line, text):
    """The lowest row of the Latin letters, with others after them."""
    line.setText(LATIN + text)
    line.deselect()
    line.setCursorPosition(len(line.text()))
    image = line.grab().toImage()
    wide = int(QFontMetricsF(line.font()).horizontalAdvance(LATIN))
    return max(
        y
        for y in range(image.height())
        if any(QColor(image.pixel(x, y)).lightness() < 128 for x in range(wide))
    )


@pytest.mark.parametrize("text", [" أرشفة", " 課題", " กี่"])
def test_letters_of_another_font_do_not_lift_the_line(line, text):
    expected = foot_of_latin(line, "")
    assert abs(foot_of_latin(line, text) - expected) <= 1
    assert foot_of_latin(line, "") == expected


def test_it_asks_for_the_same_height_in_any_script(line):
    wished = [line.sizeHint().height()]
    line.setText("أرشفة")
    wished.append(line.sizeHint().height())
    assert wished[0] == wished[1]
