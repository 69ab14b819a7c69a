"""Where pictures are taken: fonts, clock, home, machine and motion are the same on every computer.

    python -m tests.ui.studio JOBS

A process of its own for each scale of the display, which is fixed when Qt starts; ``take_all`` starts them. JOBS is a
file of pictures as JSON; each is written as a PNG, and a line of JSON tells what became of it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tests.ui.pictures import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QApplication

    from supportbot.ui.views.prose import Prose

FONTS = Path(__file__).with_name("fonts")
ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 3, 14, 5, tzinfo=dt.UTC)
_TIMEOUT_S = 600
_BATCH = 40
_FONT_RULES = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir><cachedir>{cache}</cachedir>
  <alias binding="strong"><family>monospace</family><prefer><family>Noto Sans Mono</family></prefer></alias>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Inter</family></prefer></alias>
  <match target="font">
    <edit name="antialias"><bool>true</bool></edit><edit name="hinting"><bool>true</bool></edit>
    <edit name="hintstyle"><const>hintslight</const></edit><edit name="autohint"><bool>false</bool></edit>
    <edit name="rgba"><const>none</const></edit>
  </match>
</fontconfig>
"""
_SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 4000, "height": 2400, "logicalDpi": 96,
           "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """What became of a picture; ``fault`` says why there is none."""

    name: str
    fault: str = ""


# --------------------------------------------------------------------------- many pictures


def take_all(pictures: Sequence[Picture], folder: Path) -> Iterator[Taken]:
    """Take pictures on all processors, each into ``folder`` under its name; a state that fails stops no other."""
    folder.mkdir(parents=True, exist_ok=True)
    batches = list(_batches(pictures))
    with ThreadPoolExecutor(os.cpu_count() or 1) as crew:
        for taken in crew.map(lambda batch: _take_batch(batch, folder), batches):
            yield from taken


def _batches(pictures: Sequence[Picture]) -> Iterator[list[Picture]]:
    """Pictures of one scale of the display, the largest first."""
    for display in sorted({one.display for one in pictures}, reverse=True):
        of_scale = [one for one in pictures if one.display == display]
        size = min(_BATCH, -(-len(of_scale) // (os.cpu_count() or 1)))
        for at in range(0, len(of_scale), size):
            yield of_scale[at : at + size]


def _take_batch(batch: Sequence[Picture], folder: Path) -> list[Taken]:
    with tempfile.TemporaryDirectory(prefix="pictures-") as place:
        home = Path(place)
        jobs = home / "jobs.json"
        jobs.write_text(json.dumps([dataclasses.asdict(one) for one in batch]))
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.studio", str(jobs), str(folder.resolve())],
            cwd=ROOT,
            env=environment(home, batch[0].display),
            capture_output=True,
            text=True,
            timeout=_TIMEOUT_S,
            check=False,
        )
    told = [Taken(**json.loads(line)) for line in done.stdout.splitlines() if line.startswith("{")]
    missing = [one.name for one in batch[len(told) :]]
    why = done.stderr.strip() or f"the process ended with {done.returncode}"
    return told + [Taken(name, why) for name in missing]


def environment(home: Path, display: int) -> dict[str, str]:
    """What a process sees in which pictures are taken: fonts of ours only, a home of its own, a large screen."""
    rules, screen = home / "fonts.conf", home / "screen.json"
    rules.write_text(_FONT_RULES.format(fonts=FONTS, cache=home / "fonts"))
    screen.write_text(json.dumps({"screens": [_SCREEN]}))
    own = ("QT_", "QSG_", "LC_", "XDG_", "FC_", "FONTCONFIG")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return {
        **kept,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "FONTCONFIG_FILE": str(rules),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(display),
    }


# --------------------------------------------------------------------------- one after the other


def main() -> int:
    """Take the pictures of a file of jobs; the exit code."""
    from PySide6.QtWidgets import QApplication

    _stand_still()
    jobs, folder = Path(sys.argv[1]), Path(sys.argv[2])
    app = QApplication([])
    app.setStyle(_style())
    app.setCursorFlashTime(0)
    for job in json.loads(jobs.read_text()):
        picture = Picture(**job)
        try:
            _take(app, picture, folder)
            taken = Taken(picture.name)
        except Exception as err:  # noqa: BLE001 - the next state may work
            taken = Taken(picture.name, f"{type(err).__name__}: {err}")
        print(json.dumps(dataclasses.asdict(taken)), flush=True)  # noqa: T201 - told to who started it
    return 0


def _take(app: QApplication, picture: Picture, folder: Path) -> None:
    """Play a state and keep its picture."""
    from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator

    from supportbot.ui.languages import install_language
    from supportbot.ui.views.prose import Prose
    from tests.ui.pixels import save
    from tests.ui.scene import Scene

    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    if picture.language != "en":
        install_language(app, picture.language)
    app.setLayoutDirection(QLocale().textDirection())
    place = Path.home() / ".local" / "share" / "supportbot"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    scene = Scene(app, place, picture.state, picture.theme, picture.text, picture.language)
    try:
        scene.play(picture.size)
        _hide_caret(app)
        image = scene.grab().toImage()
        cut = [one.toPlainText() for one in scene.window.findChildren(Prose) if _is_cut(one)]
    finally:
        scene.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    image.setDevicePixelRatio(1)
    save(image, folder / f"{picture.name}.png")
    if cut:
        raise AssertionError(f"words are cut off: {cut}")


def _hide_caret(app: QApplication) -> None:
    """Hide also the flag that tells the direction of a caret in a line, as an input method may."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QLineEdit

    line = app.focusWidget()
    if isinstance(line, QLineEdit):
        kind = QInputMethodEvent.AttributeType.Cursor
        hidden = QInputMethodEvent.Attribute(kind, 0, 0, None)
        QCoreApplication.sendEvent(line, QInputMethodEvent("", [hidden]))


def _is_cut(prose: Prose) -> bool:
    return prose.isVisible() and prose.height() < prose.heightForWidth(prose.width())


def _stand_still() -> None:
    """Have the clock stand, and the computer be always the same one."""
    from supportbot.engine import machine
    from supportbot.history import rows, store
    from supportbot.ui import days, keeping, settings_presenter
    from supportbot.ui.storage_facts import Stored

    class Clock(dt.datetime):
        ticks = 0

        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
            cls.ticks += 1  # what is kept is in the order it was said
            return (NOW + dt.timedelta(milliseconds=cls.ticks)).astimezone(tz)

    stored = (
        Stored("conversations", 184_320),
        Stored("states", 0),
        Stored("models", 98_362_432),
        Stored("settings", 1_024),
        Stored("logs", 12_288),
    )
    for module in (store, rows, keeping):
        module.dt = SimpleNamespace(**{**vars(dt), "datetime": Clock})
    days.now_here = lambda: NOW
    settings_presenter.look_at_storage = lambda paths: stored
    os.cpu_count = lambda: 8
    machine.threads = lambda: 4


def _style():
    """The style of the app, without carets."""
    from PySide6.QtWidgets import QStyle

    from supportbot.ui.views.style import Style

    class Still(Style):
        def pixelMetric(self, metric, option=None, widget=None):  # noqa: N802 - Qt's name
            if metric == QStyle.PixelMetric.PM_TextCursorWidth:
                return 0
            return super().pixelMetric(metric, option, widget)

    return Still()


if __name__ == "__main__":
    sys.exit(main())
