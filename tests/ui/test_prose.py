"""What a model wrote is text: nothing in it is run, loaded or followed unless the pack allows it."""

from __future__ import annotations

import http.server
import itertools
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor

from supportbot.ui.look import Look
from supportbot.ui.views.document import KEY_PAD
from supportbot.ui.views.marked import mark_places, mark_spans, marks_of
from supportbot.ui.views.prose import Prose, key_rects, key_spans

HOSTILE = [
    "before <menu> after",
    "before <script>alert(1)</script> after",
    "before <img src=x onerror=alert(1)> after",
    "before <iframe src='https://evil.example'></iframe> after",
    "<div style='position:fixed'>before after</div>",
    "before\n\n<table><tr><td>after",
    "before <!-- after",
    "before &lt;b&gt; after",
    "before <|im_end|> after",
]

LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "file:///etc/passwd",
    "data:text/html,<script>alert(1)</script>",
    "http://linear.app/docs",
    "https://evil.example/linear.app",
    "https://linear.app.evil.example",
    "https://linear.app@evil.example/",
    "https://evil.example\\@linear.app",
    "ftp://linear.app/x",
    "mailto:someone@evil.example",
    "mailto:support@linear.example?bcc=x@evil.example",
    "//evil.example",
    "smb://evil.example/share",
    "\\\\evil.example\\share",
    "vscode://file/etc/passwd",
]


@pytest.fixture
def prose(qtbot, pack):
    widget = Prose(Look("#5e6ad2", "light"), pack.link_policy)
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


def anchors(prose) -> list[str]:
    found = []
    block = prose.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            if at.fragment().charFormat().isAnchor():
                found.append(at.fragment().charFormat().anchorHref())
            at += 1
        block = block.next()
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_html_is_text_and_nothing_after_it_is_lost(prose, text):
    prose.set_markdown(text)
    shown = prose.toPlainText()
    assert "before" in shown
    assert "after" in shown


@pytest.mark.parametrize("url", LINKS)
def test_only_the_packs_links_are_links(prose, qtbot, url):
    prose.set_markdown(f"[words]({url}) <{url}> {url}")
    assert "words" in prose.toPlainText()
    # The bare address inside a longer one is the pack's own, and nothing but the address.
    assert set(anchors(prose)) <= {"mailto:support@linear.example"}
    with qtbot.assertNotEmitted(prose.link_activated):
        prose.anchorClicked.emit(QUrl(url))


def test_an_allowed_link_is_told_and_not_opened_by_itself(prose, qtbot):
    prose.set_markdown("[docs](https://linear.app/docs) <https://evil.example>")
    assert anchors(prose) == ["https://linear.app/docs"]
    with qtbot.waitSignal(prose.link_activated) as told:
        prose.anchorClicked.emit(QUrl("https://linear.app/docs"))
    assert told.args == ["https://linear.app/docs"]


def test_nothing_is_fetched(prose, tmp_path):
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *args):
            pass

    secret = tmp_path / "secret.png"
    secret.write_bytes(b"x")
    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{server.server_port}/x.png"
        prose.set_markdown(
            f"one ![picture]({url}) two ![other](file://{secret}) three <img src='{url}'>"
        )
        prose.grab()
        server.shutdown()
        thread.join()
    assert asked == []
    assert prose.toPlainText().startswith("one picture two other three")
    assert prose.loadResource(2, QUrl(url)) is None
    assert prose.loadResource(2, QUrl.fromLocalFile(str(secret))) is None


def test_key_caps_leave_the_text_as_it_is(prose):
    prose.set_markdown("Press `X` or `Shift`-click, then `Ctrl+A`.")
    assert prose.toPlainText() == "Press X or Shift-click, then Ctrl+A."
    assert prose.grab().width() == 400


def caps(prose) -> list[str]:
    found = []
    block = prose.document().begin()
    while block.isValid():
        found += [block.text()[start : start + length] for start, length in key_spans(block)]
        block = block.next()
    return found


def test_keys_pressed_together_are_caps_with_a_sign_between(prose):
    prose.set_markdown("Press `Ctrl+Shift+A`, `X` or `git push`.\n\n`⌘ K`")
    assert caps(prose) == ["Ctrl", "Shift", "A", "X", "git push", "⌘", "K"]
    assert prose.toPlainText() == "Press Ctrl+Shift+A, X or git push.\n⌘ K"


def test_what_no_reader_should_have_to_lay_out_is_plain(prose):
    table = "|" * 30 + "\n" + "|-" * 30 + "|\n" + ("|x" * 30 + "|\n") * 200
    prose.set_markdown(table)
    assert prose.toPlainText().startswith("|||")
    assert anchors(prose) == []


def test_an_answer_of_five_thousand_words_is_there_to_its_end(prose):
    part = "Some **words** with `Ctrl+A` and [docs](https://linear.app/docs) in a sentence of more words.\n\n"
    prose.set_markdown((part + "- one\n- two\n\n") * 390)
    assert len(prose.toPlainText().split()) > 5_000
    assert "*" not in prose.toPlainText()
    prose.resize(400, prose.heightForWidth(400))
    assert prose.height() > 20_000
    assert prose.verticalScrollBar().maximum() == 0


def test_a_right_to_left_answer_begins_on_the_right(prose):
    prose.set_markdown(
        "حدد المشكلات باستخدام `X` ثم اختر **Archive**.\n\n1. أولاً\n2. ثانياً\n\nEnglish again."
    )
    prose.resize(400, prose.heightForWidth(400))
    lines = []
    block = prose.document().begin()
    while block.isValid():
        lines.append(block.layout().lineAt(0).naturalTextRect().left())
        block = block.next()
    assert lines[0] > 50
    assert lines[-1] < 10
    assert caps(prose) == ["X"]


def test_height_follows_the_text_and_the_width(prose):
    prose.set_markdown("word " * 60)
    assert prose.heightForWidth(200) > prose.heightForWidth(400) > 21
    prose.resize(400, prose.heightForWidth(400))
    cursor = prose.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    prose.setTextCursor(cursor)
    assert prose.verticalScrollBar().value() == 0


def test_plain_words_are_not_markdown(prose):
    prose.set_plain("**not bold** <b> [x](https://linear.app)")
    assert prose.toPlainText() == "**not bold** <b> [x](https://linear.app)"
    assert anchors(prose) == []


def test_a_change_of_theme_repaints_what_is_there(prose):
    prose.set_markdown("**bold** `X`")
    prose._look.set_choice("dark")
    assert prose.toPlainText() == "bold X"
    assert prose.palette().text().color() == prose._look.colour("text")


@settings(max_examples=60)
@given(text=st.text(max_size=200), streaming=st.booleans())
def test_any_text_can_be_shown(prose, text, streaming):
    prose.set_markdown(text, streaming=streaming)
    prose.heightForWidth(300)
    assert all(not prose._links.fault(link) for link in anchors(prose))


def cap_places(prose):
    """Each cap's text and where it is painted, line by line."""
    found = []
    block = prose.document().begin()
    while block.isValid():
        keys = [block.text()[start : start + length] for start, length in key_spans(block)]
        found += zip(keys, key_rects(block, 18), strict=True)
        block = block.next()
    return found


def others(prose):
    """Where what is no key cap is drawn, one rectangle a run of glyphs."""
    block = prose.document().begin()
    keys = {at for start, length in key_spans(block) for at in range(start, start + length)}
    for at, character in enumerate(block.text()):
        if at not in keys and character.strip() and character != "+":
            yield from (run.boundingRect() for run in block.layout().glyphRuns(at, 1))


@pytest.mark.parametrize(
    "text",
    [
        "حدد المشكلات باستخدام `X` أو `Ctrl+Shift+F` ثم اختر",
        "اضغط `Ctrl+A`",
        "اضغط word `Ctrl+A` ثم",
        "Press `X` or `Ctrl+Shift+F` then choose",
    ],
)
def test_caps_stand_apart_from_each_other_and_from_words_whichever_way_they_run(prose, text):
    prose.set_markdown(text)
    prose.grab()
    places = [place for _, place in cap_places(prose)]
    assert all(place.width() > 4 for place in places)
    painted = [place.adjusted(1.5 - KEY_PAD, 0, KEY_PAD - 1.5, 0) for place in places]
    for at, one in enumerate(painted):
        assert not [other for other in painted[at + 1 :] if one.intersects(other)]
        assert not [other for other in others(prose) if one.intersects(other)]


def test_a_cap_is_as_wide_as_its_key_whichever_way_words_run(prose):
    widths = []
    for text in ("Press `Ctrl+Shift+F` now", "اضغط `Ctrl+Shift+F` الآن"):
        prose.set_markdown(text)
        prose.grab()
        widths.append([(key, round(place.width())) for key, place in cap_places(prose)])
    assert widths[0] == widths[1]
    assert [key for key, _ in widths[0]] == ["Ctrl", "Shift", "F"]


def test_keys_that_were_written_in_bold_are_caps_and_other_bold_words_are_not(prose):
    prose.set_markdown("Press **X**, **Cmd/Ctrl+A** or **Enter**, then **Archive**.")
    assert caps(prose) == ["X", "Cmd", "Ctrl", "A"]


def blocks(prose):
    block = prose.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def begins(block):
    """From where to where its first line is written."""
    place = block.layout().lineAt(0).naturalTextRect()
    return place.left(), place.right()


def rows_with_ink(image):
    ground = image.pixel(0, 0)
    return [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) != ground for x in range(image.width()))
    ]


def test_letters_of_another_script_are_whole_in_the_last_line(prose):
    prose.set_plain("جحخ")
    prose.resize(200, prose.heightForWidth(200))
    shown = rows_with_ink(prose.grab().toImage())
    prose.resize(200, 100)
    assert shown == rows_with_ink(prose.grab().toImage())


def test_the_dot_of_a_number_stands_beside_its_words_on_either_side(prose):
    prose.set_markdown("1. أولاً\n2. ثانياً\n\nWords.\n\n1. one\n2. two")
    told = [one.textList().itemText(one) for one in blocks(prose) if one.textList()]
    assert told == [
        "1.",
        "2.",
        "1.",
        "2.",
    ]  # of words that begin on the right this is drawn from there


def test_a_list_begins_on_one_side(prose):
    prose.set_markdown("1. أولاً\n2. `X` ثانياً\n3. ثالثاً")
    prose.resize(400, prose.heightForWidth(400))
    edges = [begins(block)[1] for block in blocks(prose)]
    assert max(edges) - min(edges) < 2


def test_a_number_keeps_away_from_a_key_cap(prose):
    prose.set_markdown("1. `X` or `Shift`\n2. words")
    first = next(blocks(prose))
    assert first.textList().itemText(first) == "1.\u00a0"


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_bar_of_a_quotation_stands_where_its_words_begin(prose, direction):
    prose.setLayoutDirection(direction)
    for text, right in (("> words", False), ("> كلمات", True)):
        prose.set_markdown(text)
        prose.resize(400, prose.heightForWidth(400))
        image, bar = prose.grab().toImage(), prose._look.colour("muted")
        seen = [x for x in range(400) if image.pixelColor(x, image.height() // 2) == bar]
        left_edge, right_edge = begins(next(blocks(prose)))
        assert seen
        assert all(
            x > KEY_PAD + right_edge + 5 if right else x < KEY_PAD + left_edge - 5 for x in seen
        )


def test_marks_stay_in_their_lines_in_any_script(prose):
    text = "أرشفة المشكلات جميعها " * 8
    prose.set_plain(text)
    prose.resize(200, prose.heightForWidth(200))
    prose.grab()
    mark_spans(prose, prose._look, [(at, at + 5) for at in range(0, len(text), 22)], (0, 5))
    line = prose._look.line_height("body")
    places = [place for place, _ in mark_places(prose)]
    assert len(places) >= 8
    assert all(place.height() < line for place in places)
    assert [is_chosen for _, is_chosen in mark_places(prose)].count(True) == 1
    assert not [1 for one in places for other in places if one != other and one.intersects(other)]


def test_a_marked_word_of_a_link_stays_one(prose):
    prose.set_markdown("See [the guest page](https://linear.app/docs) of a guest")
    mark_spans(prose, prose._look, [(8, 13), (24, 29)])
    selections = prose.extraSelections()
    inks = {
        one.cursor.selectionStart(): one.format.foreground().color().name() for one in selections
    }
    assert inks == {
        8: prose._look.colour("hit_link").name(),
        24: prose._look.colour("text").name(),
    }
    assert [(first, last) for first, last, _ in marks_of(prose)] == [(8, 13), (24, 29)]


def test_bullets_stand_as_far_from_their_words_as_numbers_do(prose):
    def gap(text):
        prose.set_markdown(text)
        prose.resize(300, 40)
        picture = prose.grab().toImage()
        ground = picture.pixelColor(0, 0)
        inked = [
            x
            for x in range(picture.width())
            if any(picture.pixelColor(x, y) != ground for y in range(21))
        ]
        return max(after - before for before, after in itertools.pairwise(inked))

    assert abs(gap("- l") - gap("1. l")) <= 1
