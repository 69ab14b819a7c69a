"""The pictures: which there are, that they are as they were, and that the comparison would see a change."""

from __future__ import annotations

import dataclasses
import sys
import xml.etree.ElementTree as ElementTree
from itertools import combinations, product

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QRawFont

from supportbot.ui.languages import TRANSLATIONS
from supportbot.ui.views.style import Style
from tests.ui import studio
from tests.ui.pictures import MOST, Picture, all_pictures, axes, plain, quick, varied
from tests.ui.pixels import SAME, compare, pixels, save, show_difference
from tests.ui.review import listed, shown, updated
from tests.ui.scene import Scene
from tests.ui.screenshots import IMAGES, REVIEW, pictures_of_today
from tests.ui.scripted import TALKS
from tests.ui.spoken import SPOKEN
from tests.ui.states import STATES

ALL = list(STATES.values())
AREAS = {state.name: state.area for state in ALL}
DIFFERENCES = studio.ROOT / "work" / "pictures"
SHEETS = {f"contact-sheet-{name}.png" for name in ("light", "dark", "varied")}
MOST_BYTES = 20_000_000


# --------------------------------------------------------------------------- which there are


@pytest.mark.parametrize("languages", [("en",), ("en", "de", "ja", "ar"), ("en", "de", "es", "ja", "ar")])  # fmt: skip
def test_every_state_in_english_and_every_pair_of_conditions(languages):
    pictures = all_pictures(ALL, languages)
    assert len(pictures) <= MOST
    assert len({one.name for one in pictures}) == len(pictures)
    assert {(one.state, one.theme) for one in plain(ALL)} == set(product(STATES, ("light", "dark")))
    assert set(plain(ALL)) <= set(pictures)
    told = [one.conditions(AREAS[one.state]) for one in pictures]
    for (one, some), (other, more) in combinations(axes(ALL, languages).items(), 2):
        assert {(values[one], values[other]) for values in told} == set(product(some, more))


def test_the_same_pictures_are_chosen_each_time():
    assert all_pictures(ALL, ("en", "de")) == all_pictures(ALL, ("en", "de"))


def test_too_little_room_for_every_pair_is_said():
    with pytest.raises(ValueError, match="too few"):
        varied(ALL, ("en", "de", "ja", "ar"), 10)


def test_each_picture_is_there_and_has_its_line_in_the_review():
    names = [one.name for one in pictures_of_today()]
    there = {path.name for path in IMAGES.glob("*.png")}
    lacking = ({f"{name}.png" for name in names} | SHEETS) - there
    assert lacking == set(), "run: make screenshots"
    assert sum(path.stat().st_size for path in IMAGES.glob("*.png")) <= MOST_BYTES
    assert sorted(listed(REVIEW.read_text("utf-8"))) == sorted(names)


def test_what_reviewers_wrote_stays_with_its_picture():
    one, two = Picture("answered"), Picture("answered", "dark")
    empty = "# Review\n\n<!-- pictures -->\n<!-- end of pictures -->\n\nFindings.\n"
    first = updated(empty, [one, two], STATES)
    line = f"{shown(two, STATES['answered'])} | | | |"
    assert line in first
    written = first.replace(line, line.replace("| | | |", "| fine | too tight | |"))
    again = updated(written, [two, Picture("folded")], STATES)
    assert listed(again) == ["answered-dark", "folded-light"]
    assert "| fine | too tight | |" in again
    assert again.endswith("Findings.\n")


@pytest.mark.parametrize("weight", [("Regular",), ("SemiBold", "Bold")])
def test_the_fonts_have_every_letter(qapp, weight):
    said = [text for row in TALKS for text in row[2:]]
    said += [str(value) for one in SPOKEN.values() for value in dataclasses.astuple(one)]
    for file in TRANSLATIONS.glob("*.ts"):
        for one in ElementTree.parse(file).iter("translation"):
            said += one.itertext()
    files = [file for file in studio.FONTS.iterdir() if file.stem.endswith(weight)]
    fonts = [QRawFont(str(file), 12) for file in files]
    letters = {letter for text in said for letter in text if letter.isprintable()}
    lacking = {
        letter
        for letter in letters
        if not any(font.supportsCharacter(ord(letter)) for font in fonts)
    }
    assert lacking == set(), "run: python tests/ui/fonts/subset.py"


# --------------------------------------------------------------------------- they are as they were


def check(pictures, folder):
    """Take pictures and compare them with those that are kept; leaves what differs in work/pictures."""
    faults = []
    for taken in studio.take_all(pictures, folder):
        (DIFFERENCES / f"{taken.name}.png").unlink(missing_ok=True)
        before = QImage(str(IMAGES / f"{taken.name}.png"))
        after = QImage(str(folder / f"{taken.name}.png"))
        if taken.fault or before.isNull():
            faults.append(f"{taken.name}: {taken.fault or 'there is no such picture yet'}")
            continue
        difference = compare(before, after)
        if not difference.same:
            DIFFERENCES.mkdir(parents=True, exist_ok=True)
            save(show_difference(before, after), DIFFERENCES / f"{taken.name}.png")
            faults.append(f"{taken.name}: {difference}")
    assert faults == [], f"see {DIFFERENCES}; if it is meant so: make screenshots"


linux = pytest.mark.skipif(sys.platform != "linux", reason="fonts are chosen by fontconfig")


@linux
@pytest.mark.timeout(180)
def test_a_few_pictures_are_as_they_were(tmp_path):
    check(quick(pictures_of_today(), AREAS), tmp_path)


@linux
@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("area", dict.fromkeys(AREAS.values()))
def test_all_pictures_are_as_they_were(tmp_path, area):
    check([one for one in pictures_of_today() if AREAS[one.state] == area], tmp_path)


# --------------------------------------------------------------------------- a change would be seen


@pytest.fixture
def scene(qapp, tmp_path):
    """A window with many kinds of things in it."""
    qapp.setStyle(Style())
    made = Scene(qapp, tmp_path, "refusal")
    made.play()
    yield made
    made.close()


def test_nothing_that_changed_is_no_difference(scene):
    assert compare(scene.grab().toImage(), scene.grab().toImage()).share == 0


def test_a_changed_colour_is_found(scene):
    before = scene.grab().toImage()
    look = scene.stage.look
    colours = dataclasses.replace(look.theme.colours, accent="#3e7d5a")
    look.theme = dataclasses.replace(look.theme, colours=colours)
    assert not compare(before, scene.grab().toImage()).same


@pytest.mark.parametrize("which", ["person", "send", "human"])
def test_a_moved_button_is_found(scene, which):
    footer = scene.window.footer
    person = scene.window.conversation.exchanges[0].person.human
    button = {"person": person, "send": footer.composer.send, "human": footer.human}[which]
    before = scene.grab().toImage()
    button.move(button.x() - 5, button.y())
    difference = compare(before, scene.grab().toImage())
    assert not difference.same, difference


def test_another_size_is_a_difference_and_can_be_shown():
    one, other = (
        QImage(40, 30, QImage.Format.Format_RGB32),
        QImage(50, 20, QImage.Format.Format_RGB32),
    )
    one.fill(QColor("white"))
    other.fill(QColor("white"))
    assert not compare(one, other).same
    assert show_difference(one, other).width() == 40 + 50 + 50


def test_a_kept_picture_is_what_was_taken(scene, tmp_path):
    image = scene.grab().toImage()
    save(image, tmp_path / "kept.png")
    apart = abs(pixels(image).astype(int) - pixels(QImage(str(tmp_path / "kept.png"))))
    assert apart.max() <= SAME // 2


def test_a_faint_surface_is_kept_beside_another(tmp_path):
    rows, columns = np.mgrid[0:200, 0:200]
    drawn = np.stack([rows % 20, columns % 20, rows * 0], axis=2).astype(np.uint8)  # 400 colours
    drawn[:60], drawn[10:30, 10:30] = (246, 247, 249), (244, 245, 247)
    image = QImage(drawn.tobytes(), 200, 200, 600, QImage.Format.Format_RGB888)
    save(image, tmp_path / "kept.png")
    kept = QImage(str(tmp_path / "kept.png"))
    assert kept.pixelColor(5, 5).getRgb()[:3] == (246, 247, 249)
    assert kept.pixelColor(20, 20).getRgb()[:3] == (244, 245, 247)
