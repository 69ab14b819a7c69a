"""One picture of two products side by side: the same program on two packs.

    python -m tests.ui.two_products docs/images/two-products-light.png [--theme dark]

Each answers two of its own questions from what somebody checked; no model is needed. Runs off screen.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

WINDOW = (440, 760)
AROUND = 24
GROUND = {"light": "#e3e5ea", "dark": "#0a0b0d"}
ASKED = {
    "linear": ("Which key creates a new issue?", "Can I talk to a human?"),
    "emberloaf": ("How long does the stone need to heat up?", "How much is the Emberloaf Two?"),
}


def main() -> int:
    """Make the picture; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--theme", default="light", choices=list(GROUND))
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QLocale, QPoint
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from supportbot.ui.views.style import Style

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication([])
    app.setStyle(Style())
    width, height = WINDOW
    count = len(ASKED)
    picture = QImage(
        count * width + (count + 1) * AROUND, height + 2 * AROUND, QImage.Format.Format_RGB32
    )
    picture.fill(QColor(GROUND[arguments.theme]))
    painter = QPainter(picture)
    for at, (name, questions) in enumerate(ASKED.items()):
        window = play(app, name, questions, arguments.theme)
        painter.drawPixmap(QPoint(AROUND + at * (width + AROUND), AROUND), window)
    painter.end()
    return 0 if picture.save(str(arguments.file)) else 1


def play(app, name: str, questions: tuple[str, ...], theme: str):
    """A pack's window after its questions."""
    from supportbot.answering.conversation import Conversation
    from supportbot.paths import bundled_pack_dir
    from supportbot.product.pack import load_pack
    from tests.ui.stage import Stage

    pack = load_pack(bundled_pack_dir().parent / name)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder) / "history.sqlite3", pack, theme=theme)
        stage.window.resize(*WINDOW)
        stage.window.footer.composer.edit.setCursorWidth(0)  # a caret would blink in and out
        stage.window.show()
        opened: list[object] = []
        stage.bridge.opened.connect(opened.append)
        stage.bridge.start()
        until(app, lambda: bool(opened))
        road = Conversation(pack, None, None)
        stage.talk.script = road.ask
        for question in questions:
            stage.window.footer.composer.sent.emit(question)
            until(app, lambda: not stage.bridge.busy)
        for _ in range(8):
            app.processEvents()
        picture = stage.window.grab()
        stage.close()
        app.processEvents()
    return picture


def until(app, done) -> None:
    """Run the event loop until it is so."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop

    deadline = QDeadlineTimer(60_000)
    while not done() and not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    assert done()


if __name__ == "__main__":
    sys.exit(main())
