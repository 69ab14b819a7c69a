"""Every view in every language, and in one that makes all words longer: nothing is cut, nothing stays English."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QCoreApplication

from installer.translations import LANGUAGES
from tests.support.clipping import clipped
from tests.support.spoken import said_by, translations_of, write_lengthened
from tests.ui import screenshots

SIZES = (screenshots.NORMAL, screenshots.NARROW)


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


def words_of_pack(stage):
    """What the pack itself says, as one text."""
    pages = [page.model_dump() for page in stage.pack.pages.values()]
    return json.dumps(
        [stage.pack.product.model_dump(mode="json"), pages], ensure_ascii=False, default=str
    )


@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", screenshots.ALL_SCENES)
def test_longer_words_fit_and_all_are_translated(show, speak, lengthened, name):
    speak("en", lengthened)
    scene = show(name)
    own = words_of_pack(scene.stage)
    said = set().union(*map(said_by, scene.painted()))
    untranslated = [text for text in said if "[" not in text and text.strip() not in own]
    assert untranslated == []
    assert cut(scene, spared=[text for text in said if text in own]) == []


@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", screenshots.ALL_SCENES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_view_speaks_the_language_and_fits(show, speak, code, name):
    translated = translations_of(code)
    english = {one.text for one in translated} - {
        form for told in translated.values() for form in told
    }
    speak(code)
    scene = show(name)
    said = set().union(*map(said_by, scene.painted()))
    own = words_of_pack(scene.stage)
    assert sorted(said & english) == []
    assert cut(scene, spared=[text for text in said if text in own]) == []
