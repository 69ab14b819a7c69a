"""One part of ``benchmarks.stalls``: the window as it is, on a given history, with answers that need no model.

Prints one JSON line.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.search import messages
from benchmarks.watchdog import Watchdog
from supportbot.answering.conversation import Conversation
from supportbot.app import AppOptions, open_window, spare_the_collector
from supportbot.contracts import TextDelta
from supportbot.errors import NotInstalledError
from supportbot.history import HistoryStore
from supportbot.models.states import ModelState, ModelStatus
from supportbot.paths import AppPaths, bundled_pack_dir
from supportbot.product.pack import ProductPack, load_pack
from supportbot.settings import SettingsFile
from supportbot.ui.bridge import Bridge
from supportbot.ui.look import Look
from supportbot.ui.parts import Engine, Parts
from supportbot.ui.preferences import Preferences
from supportbot.ui.presenter import Presenter
from supportbot.ui.session import Session
from supportbot.ui.settings_parts import SettingsParts
from supportbot.ui.views.exchange import ExchangeView
from supportbot.ui.views.style import Style
from supportbot.ui.views.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import SignalInstance

    from supportbot.contracts import EngineEvent, HostContext, Message, Reply

_TOKENS_PER_S = 50
_SCROLL_STEPS = 300
_PATIENCE_MS = 120_000
_LOOK_MS = 20
_NEXT_KEY_MS = 40  # 25 keys a second, each after what the one before found
_SETTLE_MS = 300
_JOINED_MS = 3_000
_NEEDLE = "archive issue"


class Streamed(Conversation):
    """Answers from the pack, word by word at the pace of a fast model, so many words long."""

    tokens = 0

    def ask(
        self,
        question: str,
        context: HostContext | None = None,
        on_event: Callable[[EngineEvent], None] | None = None,
        *,
        again: bool = False,
    ) -> Reply:
        """Stream, then the reply."""
        made = super().ask(question, context, on_event, again=again)
        words = (made.answer or "words").split()
        for at in range(self.tokens if on_event is not None else 0):
            assert on_event is not None
            on_event(
                TextDelta(made.id, words[at % len(words)] + ("\n\n" if at % 40 == 39 else " "))
            )
            time.sleep(1 / _TOKENS_PER_S)
        return made


class Stand:
    """A window and what is behind it.

    Args:
        pack: The product pack.
        database: The history.
        tokens: How many tokens an answer streams before it is there.
    """

    def __init__(self, pack: ProductPack, database: Path, tokens: int = 0) -> None:
        self.app = QApplication(sys.argv[:1])
        self.app.setStyle(Style())
        self.pack = pack
        self._database = database
        self._tokens = tokens
        look = Look(pack.product.brand.accent, "light")
        self.window = Window(look, pack)
        parts = Parts(lambda: HistoryStore(self._database), self._no_engine, self._talk)
        self.session = Session(pack, parts)
        self.bridge = Bridge(self.session)
        self.preferences = Preferences(SettingsFile(AppPaths(database.parent).settings_file))
        settings = SettingsParts(
            self.preferences,
            AppPaths(database.parent),
            model_status=_no_model,
            verify_model=lambda _: _no_model(),
            find_devices=lambda: None,
        )
        self.presenter = Presenter(self.window, self.bridge, look, pack, settings=settings)
        spare_the_collector(self.window)
        self.window.show()
        self.wait(self.bridge.model_changed, self.bridge.start)
        self.presenter.get_ready()
        self.until(lambda: self.window.conversation.complete and self.presenter.is_ready)

    def wait(self, signal: SignalInstance, action: Callable[[], object]) -> None:
        """Do something and run the event loop until the signal comes."""
        came: list[object] = []
        connection = signal.connect(lambda *values: came.append(values))
        action()
        self.until(lambda: bool(came))
        signal.disconnect(connection)

    def until(self, done: Callable[[], bool]) -> None:
        """Run the event loop until it is so."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not done():
            if deadline.hasExpired():
                raise TimeoutError
            QTimer.singleShot(
                _LOOK_MS, self.app, lambda: None
            )  # an event, so that the time is looked at
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.app.processEvents()

    def rest(self, moment_ms: int = _SETTLE_MS) -> None:
        """Run the event loop for a moment."""
        deadline = QDeadlineTimer(moment_ms)
        self.until(deadline.hasExpired)

    def close(self) -> None:
        """End it."""
        self.window.close()
        self.presenter.settings.shut_down()
        self.preferences.close()
        self.bridge.close()

    def _no_engine(self) -> Engine:
        raise NotInstalledError("No model is measured here.", "None is needed.")

    def _talk(
        self, _engine: Engine | None, history: Sequence[Message], conversation_id: str | None
    ) -> Conversation:
        talk = Streamed(self.pack, None, None, history=history, conversation_id=conversation_id)
        talk.tokens = self._tokens
        return talk


def watched(action: Callable[[], object]) -> dict[str, Any]:
    """What the watchdog saw."""
    began = time.perf_counter()
    with Watchdog() as watch:
        action()
    return {
        "seconds": time.perf_counter() - began,
        "longest_ms": watch.longest_ms,
        "stalls": [asdict(one) for one in watch.stalls],
    }


def start(pack_dir: str | None, data: Path) -> dict[str, Any]:
    """The program as it is, from its first painted frame until what is behind the window is joined to it."""
    given = Path(pack_dir) if pack_dir else None
    running = open_window(AppOptions(pack_dir=given, data_dir=data, device="cpu"))
    app = QCoreApplication.instance()
    assert app is not None
    watch, painted, over = Watchdog(), QEventLoop(), QEventLoop()
    running.window.painted.connect(painted.quit)
    running.window.painted.connect(watch.begin)
    running.show()
    painted.exec()
    QTimer.singleShot(_JOINED_MS, over.quit)
    over.exec()
    watch.end()
    running.close()
    return {
        "seconds": _JOINED_MS / 1000,
        "longest_ms": watch.longest_ms,
        "stalls": [asdict(one) for one in watch.stalls],
    }


def stream(stand: Stand, _: dict[str, Any]) -> dict[str, Any]:
    """An answer that streams."""
    question = stand.pack.verified[0].questions[0]
    return watched(lambda: stand.wait(stand.bridge.replied, lambda: stand.bridge.ask(question)))


def search(stand: Stand, _: dict[str, Any]) -> dict[str, Any]:
    """A needle typed into the drawer, letter by letter."""
    stand.presenter.drawer.open()
    kept = stand.presenter.drawer.list
    stand.until(lambda: kept.condition == "listed")
    field = stand.window.drawer.search.edit

    def type_it() -> None:
        for end in range(1, len(_NEEDLE) + 1):
            typed = _NEEDLE[:end]
            if typed.endswith(" "):
                field.setText(typed)  # finds nothing new
            else:
                stand.wait(kept.found, lambda text=typed: field.setText(text))  # type: ignore[misc]
            stand.rest(_NEXT_KEY_MS)

    return watched(type_it)


def long(stand: Stand, options: dict[str, Any]) -> dict[str, Any]:
    """A long conversation, opened and scrolled."""
    store = HistoryStore(Path(options["database"]))
    conversation_id = store.start_conversation(stand.pack.product.id)
    talk, said = Conversation(stand.pack, None, None), messages(stand.pack, 7)
    answered = talk.ask(stand.pack.verified[0].questions[0])
    for _ in range(options["messages"] // 2):
        question_id = store.add_question(conversation_id, next(said)[0])
        store.add_reply(conversation_id, question_id, answered, ())
    store.close()
    view = stand.window.conversation

    def open_it() -> None:
        stand.wait(stand.bridge.opened, lambda: stand.bridge.open_conversation(conversation_id))
        stand.until(lambda: view.complete)
        stand.rest()

    before = _own_memory()
    found = watched(open_it)
    grown = _own_memory() - before
    bar = view.verticalScrollBar()

    def scrolled() -> None:
        for step in range(_SCROLL_STEPS):
            bar.setValue(bar.maximum() * step // _SCROLL_STEPS)
            view.viewport().repaint()
            stand.app.processEvents()

    scroll = watched(scrolled)
    scroll["frames_per_s"] = _SCROLL_STEPS / scroll["seconds"]

    def leave_it() -> None:
        stand.wait(stand.bridge.opened, stand.bridge.new_conversation)
        stand.until(lambda: not view.body.findChildren(ExchangeView))

    return {**found, "grown": grown, "scrolled": scroll, "left": watched(leave_it)}


def find(stand: Stand, _: dict[str, Any]) -> dict[str, Any]:
    """Something that stands everywhere, found in the conversation that ``long`` left."""
    opened = stand.session.archive.find("", None).found[0].id
    view = stand.window.conversation
    stand.wait(stand.bridge.opened, lambda: stand.bridge.open_conversation(opened))
    stand.until(lambda: view.complete)
    stand.window.find_requested.emit()
    finding, field = stand.presenter.finding, stand.window.find_bar.field.edit

    def find_it() -> None:
        for end in range(1, len(_NEEDLE) + 1):
            field.setText(_NEEDLE[:end])
            stand.until(lambda: finding.settled)
        stand.window.find_bar.next_requested.emit()
        stand.rest()

    return watched(find_it)


def first(stand: Stand, _: dict[str, Any]) -> dict[str, Any]:
    """What is opened for the first time: the drawer, the settings, the help pages."""
    kept, presenter = stand.presenter.drawer.list, stand.presenter

    def drawer() -> None:
        presenter.drawer.open()
        stand.until(lambda: kept.condition == "listed")
        stand.rest()

    def settings() -> None:
        stand.window.settings_requested.emit()
        stand.rest()

    def pages() -> None:
        presenter.reading.open_list()
        stand.rest()

    stand.rest()
    found = {name.__name__: watched(name) for name in (drawer, settings, pages)}
    longest = max(found.values(), key=lambda one: one["longest_ms"])
    return {**longest, "each": {name: one["longest_ms"] for name, one in found.items()}}


def erase(stand: Stand, _: dict[str, Any]) -> dict[str, Any]:
    """Everything erased, the drawer open."""
    stand.presenter.drawer.open()
    kept = stand.presenter.drawer.list
    stand.until(lambda: kept.condition == "listed")
    return watched(lambda: stand.wait(stand.bridge.erased, stand.bridge.erase_all))


def memory(stand: Stand, options: dict[str, Any]) -> dict[str, Any]:
    """The process's own memory while questions are asked, a new conversation after every twenty."""
    found = {"start": _own_memory()}
    questions = [question for vetted in stand.pack.verified for question in vetted.questions]
    for at in range(options["questions"]):
        question = questions[at % len(questions)]
        stand.wait(stand.bridge.replied, lambda q=question: stand.bridge.ask(q))  # type: ignore[misc]
        if at + 1 == min(options["early"], options["questions"]):
            found["early"] = _own_memory()
        if at % 20 == 19:
            stand.wait(stand.bridge.opened, stand.bridge.new_conversation)
    return {**found, "late": _own_memory()}


def _no_model() -> ModelStatus:
    return ModelStatus(ModelState.ABSENT)


def _own_memory() -> int:
    info = psutil.Process().memory_full_info()
    return int(getattr(info, "pss", info.uss))


def main() -> int:
    """Measure the part that is asked for."""
    options = json.loads(sys.argv[1])
    if options["part"] == "start":
        found = start(options["pack"], Path(options["database"]).with_name("data"))
        print(json.dumps(found), flush=True)
        return 0
    pack = load_pack(Path(options["pack"]) if options["pack"] else bundled_pack_dir())
    part = options["part"]
    database = Path(options["database"])
    if part == "memory":
        database = database.with_name("memory.sqlite3")
    stand = Stand(pack, database, options["tokens"] if part == "stream" else 0)
    parts = {
        "stream": stream,
        "search": search,
        "first": first,
        "long": long,
        "find": find,
        "erase": erase,
        "memory": memory,
    }
    found = parts[part](stand, options)
    stand.close()
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
