"""Every view in every language, and in one that makes all words longer: nothing is cut, nothing stays English."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from installer.translations import LANGUAGES
from supportbot import __version__
from supportbot.ui.licences import licence_text, shipped_parts
from supportbot.ui.settings_words import model_words
from supportbot.ui.shortcuts import Keys
from supportbot.ui.support_details import without_user
from tests.support.clipping import clipped
from tests.support.translated import said_by, translations_of, write_lengthened
from tests.ui import scripted, states
from tests.ui.scene import NORMAL
from tests.ui.states import STATES

SIZES = (NORMAL, (360, 640))
# What is walked in every language each time; the rest of it takes minutes.
OFTEN = (
    "first-run",
    "mid-stream",
    "answered",
    "refusal",
    "failure",
    "handoff",
    "options-menu",
    "drawer-undo",
    "feedback",
    "model-absent",
    "settings-general",
    "settings-privacy",
    "settings-advanced",
)


@pytest.fixture(scope="session")
def lengthened(tmp_path_factory):
    """A folder with the lengthened language in the place of English."""
    folder = tmp_path_factory.mktemp("lengthened")
    write_lengthened(folder)
    return folder


def cut(scene, spared):
    """What is cut at each size, for every root that is painted."""
    faults = []
    for width, height in SIZES:
        scene.stage.window.resize(width, height)
        for _ in range(3):
            QCoreApplication.processEvents()
        faults += [
            f"{width}: {fault}" for root in scene.painted() for fault in clipped(root, spared)
        ]
    return faults


def untranslatable(stage):
    """Words of the pack and of the scripts, names of parts, models and places, as one text."""
    pack, status = stage.pack, model_words(stage.settings.status)
    files = [*pack.root.glob("*.toml"), *pack.root.glob("*.jsonl"), *pack.root.glob("docs/*.md")]
    files += [Path(scripted.__file__), *Path(states.__file__).parent.glob("*.py")]
    told = [file.read_text(encoding="utf-8") for file in files]
    told += [" ".join(pack.product.about.split())]
    parts = shipped_parts(pack)
    told += [word for part in parts for word in (part.name, part.licence)]
    told += [licence_text(parts[0])]  # the one that is opened
    told += [status.name, status.place, without_user(stage.settings.parts.paths.root), __version__]
    told += [keys.said for keys in Keys]
    return "\n".join(told)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", STATES)
def test_longer_words_fit_and_all_are_translated(show, speak, lengthened, name):
    speak("en", lengthened)
    scene = show(name)
    own = untranslatable(scene.stage)
    said = set().union(*map(said_by, scene.painted()))
    untranslated = [text for text in said if "[" not in text and text.strip() not in own]
    assert untranslated == []
    assert cut(scene, spared=[text for text in said if text in own]) == []


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=() if name in OFTEN else pytest.mark.slow) for name in STATES],
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_view_speaks_the_language_and_fits(show, speak, code, name):
    translated = translations_of(code)
    ours = {form for told in translated.values() for form in told}
    english = {one.text for one in translated} - ours
    speak(code)
    scene = show(name)
    said = set().union(*map(said_by, scene.painted()))
    own = untranslatable(scene.stage)
    assert sorted(said & english) == []
    assert cut(scene, spared=[text for text in said - ours if text in own]) == []


def test_the_check_finds_what_is_cut(stage, qtbot):
    footer, badge = stage.window.footer, stage.window.header.badge
    assert clipped(stage.window) == []
    footer.note.setFixedHeight(3)
    footer.human.setFixedWidth(40)
    badge.setFixedHeight(3)
    stage.window.model_card.title.setText("x")
    QCoreApplication.processEvents()
    faults = " ".join(clipped(stage.window))
    for text in (footer.note.text(), footer.human.text(), badge.text()):
        assert text in faults
