"""Fields: a line begins where everything in the window does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from supportbot.ui.look import Look
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.search_field import SearchField


@pytest.mark.parametrize("text", ["Linear Helper", "أرشفة"])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_line_begins_on_the_windows_side_whatever_its_words(qtbot, direction, text):
    field = SearchField(Look("#5e6ad2", "light"), "Search")
    qtbot.addWidget(field)
    field.setLayoutDirection(direction)
    field.edit.setText(text)
    field.resize(300, 40)
    field.show()
    places = []
    for at in (0, len(text)):
        field.edit.setCursorPosition(at)
        field.grab()
        places.append(field.edit.cursorRect().center().x())
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    assert (max(places) > field.edit.width() - 20) is mirrored
    assert (min(places) < 20) is not mirrored


def test_a_title_can_begin_where_its_own_language_does(qtbot):
    label = Text(Look("#5e6ad2", "light"), "title", text="nn", own_side=True)
    qtbot.addWidget(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.resize(300, 30)
    image = label.grab().toImage()
    ground = image.pixel(299, 0)
    inked = [x for x in range(300) if any(image.pixel(x, y) != ground for y in range(30))]
    assert inked
    assert max(inked) < 100
