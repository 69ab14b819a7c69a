"""What can be chosen, and in which languages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from supportbot.ui import choices
from supportbot.ui.languages import install_language, shipped_languages

GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="de_DE"><context><name>Choices</name>
<message><source>Dark</source><translation>Dunkel</translation></message>
</context></TS>"""


def titles(options):
    return [one.title for one in options]


@pytest.fixture
def own_locale():
    """The locale of the process, put back afterwards."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


def test_what_is_in_force_is_among_the_choices():
    assert titles(choices.text_sizes(1.4)) == ["100%", "125%", "150%", "175%", "200%", "140%"]
    assert [one.value for one in choices.retentions(45, 90)] == [0, 7, 30, 45, 90, 365]
    assert titles(choices.retentions(0, 0))[0] == "Until I erase them"
    assert choices.languages("fr")[-1].value == "fr"


def test_threads_go_up_to_what_the_processor_runs_at_once():
    found = choices.thread_counts(None, 4, 6)
    assert [one.value for one in found] == [None, 1, 2, 4, 6]
    assert found[0].title == "Automatic (4)"
    assert choices.thread_counts(900, 4, 6)[-1].value == 900


def test_languages_are_those_whose_files_are_there(tmp_path):
    for code in ("ar", "ja", "de", "fr"):
        (tmp_path / f"supportbot_{code}.qm").touch()
    (tmp_path / "supportbot_es.ts").touch()
    expected = [
        ("en", "English"),
        ("de", "Deutsch"),
        ("ja", "日本語"),
        ("ar", "العربية"),
        ("fr", "Français"),
    ]
    assert list(shipped_languages(tmp_path)) == expected
    assert shipped_languages(tmp_path / "none") == (("en", "English"),)


def test_a_chosen_language_is_spoken_and_one_without_a_file_is_english(qapp, tmp_path, own_locale):
    compiler = Path(PySide6.__file__).with_name("lrelease")
    if not compiler.is_file():
        pytest.skip("no compiler of translations here")
    source = tmp_path / "supportbot_de.ts"
    source.write_text(GERMAN, encoding="utf-8")
    compiled = source.with_suffix(".qm")
    subprocess.run([compiler, "-silent", source, "-qm", compiled], check=True)
    install_language(qapp, "es", tmp_path)
    assert "Dark" in titles(choices.themes())
    install_language(qapp, "de", tmp_path)
    assert "Dunkel" in titles(choices.themes())
    assert QLocale().language() == QLocale.Language.German
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    assert "Dark" in titles(choices.themes())
