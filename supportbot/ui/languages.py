"""The languages the window can speak: English, and those whose translation is in ``translations/``.

Owns the names of translation files and which is loaded. Loads one at start; a running window keeps its language.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

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


def install_language(app: QCoreApplication, language: str, folder: Path = TRANSLATIONS) -> None:
    """Have the app speak a language, dates and Qt's own words included; before any window is made.

    Args:
        app: The application.
        language: A code of ``shipped_languages``, or ``system``.
        folder: Where translations are.
    """
    if language != "system":
        QLocale.setDefault(QLocale(language))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for stem, place in (("qtbase", qt), (_PREFIX.rstrip("_"), str(folder))):
        translator = QTranslator(app)
        if translator.load(QLocale(), stem, "_", place):
            app.installTranslator(translator)


def _own_name(code: str) -> str:
    native = QLocale(code).nativeLanguageName()
    return _NAMES.get(code) or native[:1].upper() + native[1:] or code
