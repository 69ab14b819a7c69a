"""Every text of the window in every language that is shipped, and what the core says among them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from installer.translations import LANGUAGES
from supportbot import errors
from supportbot.contracts import GPU_FAILED, NO_GPU
from supportbot.models.faults import FAULTS, fault, kind_of
from supportbot.paths import fault_from
from supportbot.settings import SettingsFile, SettingsNotice
from supportbot.ui import amounts, days, error_words, settings_notices, wording
from supportbot.ui.languages import (
    TRANSLATIONS,
    install_language,
    shipped_languages,
    spoken_language,
)
from supportbot.ui.look import Look
from supportbot.ui.views.find_bar import FindBar
from supportbot.ui.views.search_field import SearchField
from tests.support.translated import Message, said_in_sources, translations_of

PLACE = re.compile(r"%L?[n1-9]")
MARKUP = re.compile(r"&(?!&)\w|<[^>]+>|\n")
SPOKEN = {code: translations_of(code) for code in LANGUAGES}


@pytest.fixture(scope="module")
def sources():
    """Every text of the window that is translated."""
    found, unknown = said_in_sources()
    assert unknown == []
    return found


# --------------------------------------------------------------------------- the files


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_over(code, sources):
    told = SPOKEN[code]
    assert sources - set(told) == set(), "run `make translations`"
    assert set(told) - sources == set(), "run `make translations`"
    assert [one for one, forms in told.items() if not all(form.strip() for form in forms)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_stands_for_names_numbers_and_markup_is_kept(code):
    for message, forms in SPOKEN[code].items():
        # The form for one or two may say the number in words.
        for form in forms[-1:]:
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(message.text)), message
        for form in forms:
            assert set(PLACE.findall(form)) <= set(PLACE.findall(message.text)), message
            assert len(MARKUP.findall(form)) == len(MARKUP.findall(message.text)), message


@pytest.mark.parametrize("code", LANGUAGES)
def test_ends_are_alike(code):
    """A sentence stays one, a label gets no full stop, and an ellipsis stays."""
    full = (".", "。", "؟", "?", "？", "!")
    for message, forms in SPOKEN[code].items():
        ends = message.text.endswith((".", "?", "!"))
        for form in forms:
            assert form == form.strip(), message
            assert form.endswith(full) is ends, (message, form)
            assert form.endswith("…") is message.text.endswith("…"), (message, form)
            assert '"' not in form, message
            assert "..." not in form, message


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_loaded_is_what_is_written(code):
    compiled = QTranslator()
    assert compiled.load(f"supportbot_{code}", str(TRANSLATIONS))
    for message, forms in SPOKEN[code].items():
        counts = range(121) if message.plural else (-1,)
        found = {
            compiled.translate(message.context, message.text, message.comment or None, count)
            for count in counts
        }
        assert found == set(forms), f"{message}: run `make translations`"


# --------------------------------------------------------------------------- the window


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_that_a_view_inherits_is_found_too(speak, qtbot, code):
    speak(code)
    bar = FindBar(Look("#5e6ad2"))
    qtbot.addWidget(bar)
    assert type(bar.field) is not SearchField
    said = SPOKEN[code][Message("SearchField", "Clear search")][0]
    assert bar.field.clear.accessibleName() == said


def test_the_shipped_languages_are_offered_in_their_own_words():
    assert shipped_languages() == (
        ("en", "English"),
        ("de", "Deutsch"),
        ("es", "Español"),
        ("ja", "日本語"),
        ("ar", "العربية"),
    )


@pytest.mark.parametrize(
    ("chosen", "wanted", "expected"),
    [
        ("system", ["de-CH", "de", "en"], "de"),
        ("system", ["fr-FR", "fr"], "en"),
        ("system", ["fr-FR", "ja-JP"], "ja"),
        ("system", ["en-GB", "de"], "en"),
        ("system", ["C"], "en"),
        ("es", ["de"], "es"),
        ("es_MX", ["de"], "es"),
        ("xx", ["de"], "en"),
    ],
)
def test_a_language_that_is_not_shipped_is_english(chosen, wanted, expected):
    assert spoken_language(chosen, wanted) == expected


def test_under_a_foreign_system_english_is_english_throughout(qapp, speak):
    speak("en")
    QLocale.setDefault(QLocale("he_IL"))
    install_language(qapp, "system")
    assert QLocale().language() == QLocale.Language.English
    assert QLocale().monthName(1) == "January"


def test_where_the_system_speaks_it_numbers_are_as_they_are_there(qapp, speak):
    speak("en")
    QLocale.setDefault(QLocale("de_CH"))
    install_language(qapp, "system")
    assert QLocale().territory() == QLocale.Country.Switzerland
    assert amounts.size(2_300_000_000) == "2.3\N{NO-BREAK SPACE}GB"


@pytest.mark.parametrize(
    ("code", "size", "share", "speed", "left"),
    [
        ("de", "2,3\N{NO-BREAK SPACE}GB", "125\N{NO-BREAK SPACE}%", "11\N{NO-BREAK SPACE}MB/s", "Noch etwa 2 Minuten"),
        ("es", "2,3\N{NO-BREAK SPACE}GB", "125\N{NO-BREAK SPACE}%", "11\N{NO-BREAK SPACE}MB/s", "Quedan 2 minutos aproximadamente"),
        ("ja", "2.3\N{NO-BREAK SPACE}GB", "125%", "11\N{NO-BREAK SPACE}MB/秒", "残り約2分"),
        ("ar", "٢٫٣ غيغابايت", "١٢٥٪", "١١ ميغابايت/ث", "تبقّت دقيقتان تقريبًا"),
    ],
)  # fmt: skip
def test_sizes_speeds_and_times_follow_the_language(speak, code, size, share, speed, left):
    speak(code)
    assert amounts.size(2_300_000_000) == size
    assert amounts.percent(1.25) == share
    assert amounts.speed(11_200_000) == speed
    assert amounts.time_left(125) == left


@pytest.mark.parametrize(
    ("code", "date"),
    [("de", "3. November 2024"), ("es", "3 de noviembre de 2024"), ("ja", "2024年11月3日")],
)
def test_dates_follow_the_language(speak, code, date):
    import datetime as dt

    speak(code)
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert days.day_title(dt.datetime(2024, 11, 3, tzinfo=dt.UTC), now) == date


START = """
import sys
from pathlib import Path
from supportbot.app import AppOptions, open_window
running = open_window(AppOptions(data_dir=Path(sys.argv[1])))
print(running.window.footer.human.text(), running.window.layoutDirection().name, sep="|")
running.close()
"""


@pytest.mark.parametrize(
    ("system", "chosen", "expected"),
    [
        ("de_AT.UTF-8", "system", "Mit einem Menschen sprechen|LeftToRight"),
        ("he_IL.UTF-8", "system", "Talk to a human|LeftToRight"),
        ("de_AT.UTF-8", "ar", "التحدث إلى شخص|RightToLeft"),
    ],
)
def test_the_app_starts_in_the_language(tmp_path, system, chosen, expected):
    (tmp_path / "settings.json").write_text(f'{{"language": "{chosen}"}}', encoding="utf-8")
    environment = {**os.environ, "LC_ALL": system, "LANGUAGE": "", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)],
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == expected


# --------------------------------------------------------------------------- putting texts together


def test_sentences_stand_side_by_side_as_the_script_has_it():
    assert wording.joined("One.", "", "Two.") == "One. Two."
    assert wording.joined("一つ。", "二つ。") == "一つ。二つ。"
    assert wording.joined() == ""


def test_a_name_that_looks_like_a_place_is_left_alone():
    assert wording.filled("%1 of %2, 100%", "%2", "x") == "%2 of x, 100%"


def test_a_name_keeps_its_direction_among_words_from_the_right(speak):
    speak("ar")
    assert (
        wording.filled("تعذّر: %1", "/a/b")
        == "تعذّر: \N{FIRST STRONG ISOLATE}/a/b\N{POP DIRECTIONAL ISOLATE}"
    )


# --------------------------------------------------------------------------- what the core says


def _met_errors() -> list[errors.SupportbotError]:
    """What a customer can meet in the window, as the core raises it."""
    path = Path("/home/somebody/history.sqlite3")
    place = {"path": path}
    return [
        errors.QuestionError("", code="question_empty"),
        errors.QuestionError("", code="question_binary"),
        errors.QuestionError("", code="question_too_long", length=4000),
        errors.QuestionError("", code="question_too_long"),
        fault_from(OSError(28, "No space left on device"), path, "{}"),
        fault_from(OSError(13, "Permission denied"), path, "{}"),
        fault_from(OSError(5, "Input/output error"), path, "{}"),
        errors.DatabaseLockedError("", **place),
        errors.DatabaseDamagedError("", **place),
        errors.DatabaseNewerError("", **place),
        errors.NetworkError("", code="pip_failed"),
        *(errors.EnvironmentFault("", code=one) for one in ("pip_missing", "no_source", "install_running")),
        *(errors.EngineError("", code=one) for one in ("cpu_unsupported", "llama_missing")),
        errors.UsageError("", code="chat_template"),
        errors.UsageError("", code="address"),
        errors.AccessError("", code="login_entry"),
        *(errors.NotInstalledError("", code=one) for one in ("model_missing", "conversation_missing", "conversation_unkept", "no_history")),
        *(errors.ModelFileError(path, "", "", code=code) for code in FAULTS),
    ]  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_customer_can_meet_is_said_in_the_language(speak, code):
    english = [error_words.said_of(error) for error in _met_errors()]
    speak(code)
    for error, before in zip(_met_errors(), english, strict=True):
        said = error_words.said_of(error)
        assert before.message, error.code
        assert before.remedy, error.code
        assert said.message != before.message, error.code
        assert said.remedy != before.remedy, error.code
        for name in ("path", "reason"):
            if name in error.named:
                assert str(error.named[name]) in str(said), error.code


def test_what_is_not_listed_is_said_in_english(speak):
    speak("de")
    pack = errors.PackError("product.toml", "id", "is missing", "Write it.")
    assert error_words.sentence_of(pack) == "product.toml: id: is missing. Write it."
    by_hand = errors.DatabaseLockedError("In use.", "Wait.")  # names nothing
    assert error_words.sentence_of(by_hand) == "In use. Wait."


def test_every_fault_of_a_model_file_is_of_a_kind():
    assert {kind_of(code) for code in FAULTS} == {"place", "damaged", "foreign", "unsuitable"}
    assert kind_of("missing") == "place"
    assert kind_of("truncated_tensor_data") == "damaged"
    assert kind_of("hash_mismatch") == "foreign"
    assert kind_of("adapter_as_model") == "unsuitable"
    assert kind_of("nothing of ours") is None


def test_a_fault_names_its_file():
    said = error_words.said_of(
        fault("/models/m.gguf", "truncated_tensor_data", tensor="t", missing=3)
    )
    assert said.message == "The model file /models/m.gguf is damaged."


@pytest.mark.parametrize("notice", [NO_GPU, GPU_FAILED])
def test_what_the_engine_says_of_where_it_runs_is_said_in_the_language(speak, notice):
    assert error_words.notice_words(notice) == notice
    speak("es")
    assert error_words.notice_words(notice) != notice
    assert error_words.notice_words("Anything else.") == "Anything else."


def test_a_failure_of_the_engine_has_its_remedy(speak):
    english = {
        code: error_words.engine_remedy(code) for code in ("decode", "worker_start", "closed")
    }
    speak("de")
    for code, before in english.items():
        assert before
        assert error_words.engine_remedy(code) not in ("", before)
    assert error_words.engine_remedy("unheard of") == ""


def test_what_happened_to_the_settings_file_is_said_in_the_language(speak, tmp_path):
    speak("de")
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "green", "colour": 1}', encoding="utf-8")
    lines = settings_notices.notice_lines(SettingsFile(path).notices)
    assert [(one.text, one.action) for one in lines] == [
        ("Die Einstellung „colour“ kennt diese Version nicht; sie wird weggelassen.", ""),
        (
            "Die Einstellung „Farbschema“ hatte einen unbrauchbaren Wert. Es gilt wieder der Standard. "
            "Eine neue Datei wurde geschrieben, die alte wird aufbewahrt.",
            "Datei zeigen",
        ),
    ]


def test_every_notice_of_the_settings_file_is_known(speak):
    speak("de")
    text = (Path(__file__).parents[2] / "supportbot" / "settings.py").read_text(encoding="utf-8")
    codes = {
        code.replace("{outcome}", outcome)
        for code in re.findall(r'f?"([a-z_]+(?:\{outcome\})?)"', text)
        if code.startswith(("removed", "taken_over", "no_settings", "bad_value", "unknown_key", "not_repaired", "earlier_kept"))
        for outcome in ("kept", "reset")
    }  # fmt: skip
    assert len(codes) == 9
    for code in codes:
        assert settings_notices.notice_line(SettingsNotice("English.", code, "x")) != "English."
    error = errors.AccessError("No.", "Yes.")
    unread = SettingsNotice("No. Yes.", "unread", error=error)
    assert settings_notices.notice_line(unread) == "No. Yes."
    assert settings_notices.notice_line(SettingsNotice("New.", "newer_code")) == "New."
    assert QCoreApplication.translate("Days", "Today") == "Heute"
