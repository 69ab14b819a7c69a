"""Pictures of the window in every state, from scripted answers; ``make screenshots`` runs it.

    python -m tests.ui.screenshots [FOLDER] [--only TEXT]

Without ``--only`` there are contact sheets, too; in docs/images, pictures that the table of ``docs/ui-review.md`` had and that
are none any more go, and the table has a line for each there is.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from supportbot.ui.languages import shipped_languages
from tests.ui import studio
from tests.ui.contact import contact_sheet
from tests.ui.pictures import THEMES, Picture, all_pictures, plain
from tests.ui.pixels import save
from tests.ui.review import listed, updated
from tests.ui.states import STATES

IMAGES = studio.ROOT / "docs" / "images"
REVIEW = studio.ROOT / "docs" / "ui-review.md"


def pictures_of_today() -> list[Picture]:
    """Every picture, in the languages that are shipped."""
    return all_pictures(list(STATES.values()), [code for code, _ in shipped_languages()])


def main() -> int:
    """Take the pictures; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=IMAGES)
    parser.add_argument("--only", default="", help="only pictures with this in their names")
    arguments = parser.parse_args()
    pictures = pictures_of_today()
    wanted = [one for one in pictures if arguments.only in one.name]
    failed = 0
    for at, taken in enumerate(studio.take_all(wanted, arguments.folder), 1):
        failed += bool(taken.fault)
        if taken.fault or at % 25 == 0 or at == len(wanted):
            print(f"{at} of {len(wanted)}  {taken.name}  {taken.fault}", flush=True)  # noqa: T201
    if not arguments.only and not failed:
        _finish(arguments.folder, pictures)
    return 1 if failed else 0


def _finish(folder: Path, pictures: list[Picture]) -> None:
    """Take away what is no picture any more; make the contact sheets and the table."""
    if folder.resolve() == IMAGES:
        review = REVIEW.read_text("utf-8")
        for name in {*listed(review)} - {one.name for one in pictures}:
            (folder / f"{name}.png").unlink(missing_ok=True)
        REVIEW.write_text(updated(review, pictures, STATES), "utf-8")
    first = set(plain(STATES.values()))
    sheets = {theme: [p for p in pictures if p in first and p.theme == theme] for theme in THEMES}
    sheets["varied"] = [one for one in pictures if one not in first]
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(studio.environment(Path(home), 1))
        app = QGuiApplication([])
        for name, members in sheets.items():
            sheet = contact_sheet([folder / f"{one.name}.png" for one in members])
            save(sheet, folder / f"contact-sheet-{name}.png")
        del app


if __name__ == "__main__":
    sys.exit(main())
