"""A line keeps its words at one height, in any script."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from supportbot.ui.look import Look
from supportbot.ui.views.lettering import Lettering, Text
from supportbot.ui.views.line import Line
from supportbot.ui.views.writing import WritingField

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


@pytest.mark.parametrize("placeholder", ["Ask a question…", "اطرح سؤالًا…", "質問を入力…"])
def test_a_placeholder_in_any_script_is_as_whole_as_what_is_typed(qtbot, placeholder):
    field = WritingField(Look("#5e6ad2", "light", 2.0), "Question", placeholder)
    field.hold((9, 9, 9, 9))
    qtbot.addWidget(field)
    field.edit.setCursorWidth(0)
    field.resize(400, 120)
    with qtbot.waitExposed(field):
        field.show()
    empty, shown = field.edit.height(), painted_rows(field)
    field.put(placeholder)
    qtbot.waitUntil(lambda: field.edit.document().size().width() > 0)
    assert field.edit.height() == empty
    typed = painted_rows(field)
    assert shown[1] - shown[0] >= typed[1] - typed[0] - 1
    assert shown[1] == pytest.approx(typed[1], abs=4)


def test_marks_above_the_letters_of_a_placeholder_are_not_cut_off(qtbot):
    field = WritingField(Look("#5e6ad2", "light", 2.0), "Question", "اطرح سؤالًا…")
    field.hold((9, 9, 9, 9))
    qtbot.addWidget(field)
    field.edit.setCursorWidth(0)
    field.resize(400, 120)
    with qtbot.waitExposed(field):
        field.show()
    assert painted_rows(field)[0] > field.edit.viewport().y()


def painted_rows(field):
    """The first and the last row of what stands in a field."""
    return dark_rows(field.grab(field.edit.geometry()).toImage())


def dark_rows(image):
    """The first and the last row with something dark in it."""
    rows = [
        y
        for y in range(image.height())
        if any(QColor(image.pixel(x, y)).lightness() < 180 for x in range(image.width()))
    ]
    return rows[0], rows[-1]


@pytest.mark.parametrize("role", ["fine", "label", "small", "body", "heading"])
@pytest.mark.parametrize("wrap", [True, False])
@pytest.mark.parametrize("text", ["ما سيُسلَّم بالضبط", "لم يُحجب شيء. اقرأ النص", "ที่นี่ ปุ่ม"])
def test_marks_above_and_dots_below_the_letters_of_a_label_are_whole(qtbot, role, wrap, text):
    look = Look("#5e6ad2", "light")
    label = Text(look, role, text=text, wrap=wrap)
    qtbot.addWidget(label)
    label.resize(900, label.heightForWidth(900))
    seen = dark_rows(label.grab().toImage())
    roomy = QPixmap(900, 300)
    roomy.fill(look.colour("background"))
    painter = QPainter(roomy)
    Lettering(text, look.font(role), look.line_height(role), 900).paint(
        painter, 0, 100, look.colour("text")
    )
    painter.end()
    whole = dark_rows(roomy.toImage())
    assert seen[1] - seen[0] == whole[1] - whole[0]


def test_parts_follow_each_other_from_the_right_if_it_is_said_so(qtbot):
    text = "Linear Helper: سؤال"
    ends = []
    for from_right in (False, True):
        line = Line(text)
        qtbot.addWidget(line)
        line.resize(400, 30)
        if from_right:
            line.read_from_right()
        places = []
        for position in (len("Linear"), len(text) - 2):
            line.setCursorPosition(position)
            places.append(line.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).x())
        ends.append(places)
        assert line.text() == text
    (latin, arabic), (latin_from_right, arabic_from_right) = ends
    assert latin < arabic
    assert arabic_from_right < latin_from_right
