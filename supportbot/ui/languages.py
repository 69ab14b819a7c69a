"""The languages the window can speak: English, and those whose translation is in ``translations/``.

Owns the names of translation files and which is loaded. Loads one at start; a running window keeps its language.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Sequence

TRANSLATIONS = Path(__file__).with_name("translations")
_PREFIX = "supportbot_"
# Each in its own words, so that it is found by those who read nothing else.
_NAMES = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "ja": "日本語",
    "ar": "العربية",
}


def shipped_languages(folder: Path = TRANSLATIONS) -> tuple[tuple[str, str], ...]:
    """Code and own name of each language there is, English first."""
    codes = {file.stem.removeprefix(_PREFIX) for file in folder.glob(f"{_PREFIX}*.qm")}
    order = list(_NAMES)
    listed = sorted(
        codes - {"en"}, key=lambda code: (order.index(code) if code in order else 99, code)
    )
    return tuple((code, _own_name(code)) for code in ("en", *listed))


def spoken_language(
    language: str, wanted: Sequence[str] | None = None, folder: Path = TRANSLATIONS
) -> str:
    """The code of the shipped language that is meant; English where it is none.

    Args:
        language: A code, or ``system``.
        wanted: What the system would speak, best first; the system itself says so without.
        folder: Where translations are.
    """
    shipped = [code for code, _ in shipped_languages(folder)]
    if language != "system":
        wanted = [language]
    elif wanted is None:
        wanted = QLocale().uiLanguages()
    for name in (one.replace("-", "_") for one in wanted):
        for code in (name, name.partition("_")[0]):
            if code in shipped:
                return code
    return "en"


def install_language(app: QCoreApplication, language: str, folder: Path = TRANSLATIONS) -> None:
    """Have the app speak a language, dates and Qt's own words included; before any window is made.

    Where the system speaks it too, numbers and dates are written as they are there.

    Args:
        app: The application.
        language: A code of ``shipped_languages``, or ``system``.
        folder: Where translations are.
    """
    code = spoken_language(language, folder=folder)
    if QLocale(code).language() != QLocale().language():
        QLocale.setDefault(QLocale(code))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, place in ((f"qtbase_{code}", qt), (f"{_PREFIX}{code}", str(folder))):
        translator = QTranslator(app)
        if translator.load(name, place):
            app.installTranslator(translator)


def _own_name(code: str) -> str:
    native = QLocale(code).nativeLanguageName()
    return _NAMES.get(code) or native[:1].upper() + native[1:] or code
