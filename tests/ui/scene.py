"""One state of the window on a stage, for pictures and for checks that go over all of them."""

from __future__ import annotations

import functools
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QPainter

from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from tests.ui.scripted import reply
from tests.ui.spoken import spoken
from tests.ui.stage import Stage
from tests.ui.states import STATES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QMenu, QWidget

    from supportbot.contracts import Reply
    from supportbot.product.pack import ProductPack
    from supportbot.ui.views.exchange import ExchangeView
    from supportbot.ui.views.window import Window

NORMAL = (440, 700)
_PATIENCE_MS = 30_000
_PULSE_MS = 5
_ROUNDS = 20  # of the event loop: what grows in a form moves the card, its exchange, the pile, the page and the bar, one by one


@functools.cache
def pack_called(name: str) -> ProductPack:
    """A product pack of this repository."""
    return load_pack(bundled_pack_dir().parent / name)


class Scene:
    """A state, from the opening of the window on.

    Args:
        app: The application.
        folder: Where its conversations are kept; empty.
        name: The state's.
        theme: ``light`` or ``dark``.
        text: Size of the text, 1.0 to 2.0.
        language: Of what is said; the window's own words are the application's.
    """

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        name: str,
        theme: str = "light",
        text: float = 1.0,
        language: str = "en",
    ) -> None:
        self.app = app
        self.state = STATES[name]
        if self.state.mirrored:  # as the program does: before there is a window
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.said = spoken(language)
        self.popup: QMenu | None = None
        options = {"pack": "linear", **self.state.stage}
        pack = options.pop("pack")
        options["pack"] = pack_called(pack) if isinstance(pack, str) else pack()
        self.stage = Stage(folder / "history.sqlite3", theme=theme, text_scale=text, **options)
        if self.state.before is not None:
            self.state.before(self.stage)

    @property
    def window(self) -> Window:
        """The window."""
        return self.stage.window

    @property
    def last(self) -> ExchangeView:
        """The last question and what stands under it."""
        return self.window.conversation.last

    def play(self, size: tuple[int, int] = NORMAL) -> None:
        """Bring the window into the state."""
        self.window.resize(*size)
        self.window.show()
        opened: list[object] = []
        self.stage.bridge.opened.connect(opened.append)
        self.stage.bridge.history_failed.connect(opened.append)
        told: list[object] = []
        self.stage.bridge.model_changed.connect(told.append)
        self.stage.bridge.start()
        self.until(lambda: bool(opened) and bool(told))
        self.state.play(self)
        self.settle()

    def painted(self) -> list[QWidget]:
        """What is on the screen, the topmost last."""
        return [one for one in (self.stage.window, self.popup) if one is not None]

    def settle(self) -> None:
        """Have the window laid out and painted as it stays."""
        for _ in range(_ROUNDS):
            self.app.processEvents()

    def grab(self) -> QPixmap:
        """The picture; a menu is drawn on top where it stands."""
        picture = self.window.grab()
        if self.popup is not None:
            painter = QPainter(picture)
            self.popup.render(painter, self.window.mapFromGlobal(self.popup.pos()))
            painter.end()
        return picture

    def close(self) -> None:
        """End it."""
        if self.popup is not None:
            self.popup.close()
            self.popup = None
        self.stage.close()

    # ------------------------------------------------------------------ what states are played with

    def until(self, done: Callable[[], bool]) -> None:
        """Let things go on until something is the case."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        pulse = QTimer(interval=_PULSE_MS)  # what is waited for need not be an event of ours
        pulse.start()
        while not done() and not deadline.hasExpired():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        pulse.stop()
        assert done(), f"{self.state.name}: nothing happened"

    def ask(self, question: str, script: Callable[[str], Reply]) -> None:
        """Ask a question, and wait for the answer of the script."""
        self.stage.talk.script = script
        self.window.footer.composer.sent.emit(question)
        self.until(lambda: not self.stage.bridge.busy)

    def say(self, said: tuple[str, str], **changes: object) -> None:
        """Ask a question that gets that answer, with changes of the reply."""
        self.ask(said[0], lambda question: reply(question, said[1], **changes))

    def begin(self, said: tuple[str, str], half: str, *, holds: bool = False) -> None:
        """Ask a question, and have the answer stop half way; held answers show nothing of it."""
        talk = self.stage.talk
        talk.gate, talk.holds = threading.Event(), holds
        talk.stop_at = len(half.split(" "))
        rest = said[1].removeprefix(half)
        talk.script = lambda question: reply(question, f"{half} {rest}")
        self.window.footer.composer.sent.emit(said[0])
        self.until(talk.half.is_set)

    def open_menu(self, click: Callable[[], None]) -> None:
        """Have a menu come up."""
        click()
        self.until(lambda: self.app.activePopupWidget() is not None)
        self.popup = self.app.activePopupWidget()
