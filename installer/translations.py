"""The window's translations, from its sources to what it loads. ``make translations``.

    python -m installer.translations

Texts that are new in the sources are added to each ``supportbot_<language>.ts``, those that are gone leave it, and what is
translated is compiled to the ``.qm`` beside it. Both are committed: nobody who runs the window needs Qt's tools. A new
language is a line in ``LANGUAGES``.
"""

from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "supportbot" / "ui" / "translations"
SOURCES = (ROOT / "supportbot" / "ui", ROOT / "supportbot" / "app.py")
LANGUAGES = ("de", "es", "ja", "ar")


def main() -> None:
    """Bring every language up to date with the sources, and compile it."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        file = FOLDER / f"supportbot_{language}.ts"
        update(file)
        release(file, file.with_suffix(".qm"))


def update(file: Path) -> None:
    """Take the texts of the sources over into a ``.ts``; translations of texts that stay are kept."""
    # No places: they would change with every line that is written above a text.
    options = ["-extensions", "py", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    _run("lupdate", *options, *map(str, SOURCES), "-ts", str(file))


def release(file: Path, compiled: Path) -> None:
    """Compile a ``.ts``; what is not translated stays out of it."""
    _run("lrelease", "-nounfinished", str(file), "-qm", str(compiled))


def _run(tool: str, *arguments: str) -> None:
    command = Path(sysconfig.get_path("scripts")) / f"pyside6-{tool}"
    subprocess.run([str(command), *arguments], check=True)  # noqa: S603 - the tools of Qt, found beside Python


if __name__ == "__main__":
    main()
