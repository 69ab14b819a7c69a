"""Pictures of the window in every state it can be in, from scripted answers.

    python -m tests.ui.screenshots OUTDIR [--only TEXT] [--language CODE]

Runs off screen; each picture is a process of its own, because the scale of a display is fixed when Qt
starts. Needs the fonts Inter and Noto Sans to look as in the documentation.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ui.arrivals import ARRIVALS, play, set_up

if TYPE_CHECKING:
    from collections.abc import Callable

SCENES = ("first-run", "mid-stream", "answered", "refusal", "failure", "handoff")
PAGES = ("pages", "pages-found", "pages-none", "page", "page-section")
DRAWERS = (
    "drawer",
    "drawer-empty",
    "drawer-searching",
    "drawer-japanese",
    "drawer-no-hits",
    "drawer-keyboard",
    "drawer-renaming",
    "drawer-undo",
    "drawer-menu",
    "drawer-rtl",
)
SETTINGS = (
    "settings-general",
    "settings-privacy",
    "settings-model",
    "settings-verifying",
    "settings-no-model",
    "settings-advanced",
    "settings-about",
    "settings-told",
    "settings-list",
    "settings-rtl",
)
ANSWERS = (
    "held",
    "folded",
    "unfolded",
    "feedback",
    "judged",
    "revising",
    "long-question",
    "finding",
    "finding-none",
)
MORE_SCENES = (
    "no-model",
    "history-off",
    "options-menu",
    "erase",
    "about",
    "markdown",
    "second-pack",
    "focus",
    "rtl",
    "feedback-rtl",
    "pages-rtl",
    "page-rtl",
    "page-everything",
)
ALL_SCENES = (
    *SCENES,
    *PAGES,
    *DRAWERS,
    *SETTINGS,
    *ANSWERS,
    *ARRIVALS,
    *MORE_SCENES,
)
NORMAL, NARROW, WIDE = (440, 700), (360, 640), (1200, 800)


def main() -> int:
    """Take the pictures; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--language", default="en")
    parser.add_argument("--scene", help=argparse.SUPPRESS)
    parser.add_argument("--theme", default="light", help=argparse.SUPPRESS)
    parser.add_argument("--size", default="440x700", help=argparse.SUPPRESS)
    parser.add_argument("--text", type=float, default=1.0, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if arguments.scene:
        width, _, height = arguments.size.partition("x")
        size = (int(width), int(height))
        take(
            arguments.folder / arguments.only,
            arguments.scene,
            arguments.theme,
            size,
            arguments.text,
            arguments.language,
        )
        return 0
    for name, scene, theme, size, scale, text in shots():
        if arguments.only in name:
            look = (theme, size, scale, text, arguments.language)
            shoot(arguments.folder, name, scene, *look)
    return 0


def shots():
    """Every picture: name, scene, theme, size, scale of the display, size of the text."""
    for scene, theme in itertools.product(SCENES, ("light", "dark")):
        yield f"{scene}-{theme}.png", scene, theme, NORMAL, "1", 1.0
    for theme in ("light", "dark"):
        yield f"answered-{theme}-200.png", "answered", theme, NORMAL, "2", 1.0
        yield f"answered-{theme}-wide.png", "answered", theme, WIDE, "1", 1.0
    for scene in SCENES:
        yield f"{scene}-light-text-200.png", scene, "light", NORMAL, "1", 2.0
        yield f"{scene}-light-narrow.png", scene, "light", NARROW, "1", 1.0
    for scene in ("refusal", "handoff", "first-run"):
        yield f"{scene}-light-wide.png", scene, "light", WIDE, "1", 1.0
    for scene in ("first-run", "no-model"):
        yield f"{scene}-light-text-200-small.png", scene, "light", (440, 560), "1", 2.0
    yield from page_shots()
    yield from answer_shots()
    for scene in DRAWERS:
        for theme in ("light", "dark"):
            yield f"{scene}-{theme}.png", scene, theme, NORMAL, "1", 1.0
            yield f"{scene}-{theme}-wide.png", scene, theme, (960, 700), "1", 1.0
        yield f"{scene}-light-narrow.png", scene, "light", NARROW, "1", 1.0
        yield f"{scene}-light-text-200.png", scene, "light", NORMAL, "1", 2.0
        yield f"{scene}-light-200.png", scene, "light", NORMAL, "2", 1.0
    yield from settings_shots()
    yield from arrival_shots()
    for scene in (
        "no-model",
        "history-off",
        "options-menu",
        "erase",
        "about",
        "markdown",
        "second-pack",
        "focus",
        "rtl",
        "feedback-rtl",
    ):
        for theme in ("light", "dark"):
            yield f"{scene}-{theme}.png", scene, theme, NORMAL, "1", 1.0


def settings_shots():
    """Every picture of the settings."""
    for scene in SETTINGS:
        for theme in ("light", "dark"):
            yield f"{scene}-{theme}.png", scene, theme, NORMAL, "1", 1.0
        yield f"{scene}-light-200.png", scene, "light", NORMAL, "2", 1.0
        yield f"{scene}-light-text-200.png", scene, "light", NORMAL, "1", 2.0
        yield f"{scene}-light-narrow.png", scene, "light", NARROW, "1", 1.0
        yield f"{scene}-light-wide.png", scene, "light", WIDE, "1", 1.0


def answer_shots():
    """Every picture of what can be done with an answer, and of how far it is trusted."""
    for scene in ANSWERS:
        for theme in ("light", "dark"):
            yield f"{scene}-{theme}.png", scene, theme, NORMAL, "1", 1.0
        yield f"{scene}-light-narrow.png", scene, "light", NARROW, "1", 1.0
        yield f"{scene}-light-200.png", scene, "light", NORMAL, "2", 1.0
        yield f"{scene}-light-text-200.png", scene, "light", NORMAL, "1", 2.0


def arrival_shots():
    """Every picture of a model's arrival."""
    for scene in ARRIVALS:
        for theme in ("light", "dark"):
            yield f"{scene}-{theme}.png", scene, theme, NORMAL, "1", 1.0
    for scene in ("model-absent", "model-downloading", "model-little-memory"):
        yield f"{scene}-light-200.png", scene, "light", NORMAL, "2", 1.0
        yield f"{scene}-light-narrow.png", scene, "light", NARROW, "1", 1.0
        yield f"{scene}-light-text-200.png", scene, "light", NORMAL, "1", 2.0
        yield f"{scene}-light-wide.png", scene, "light", WIDE, "1", 1.0


def page_shots():
    """Every picture of the help pages."""
    for scene in PAGES:
        for theme in ("light", "dark"):
            yield f"{scene}-{theme}.png", scene, theme, NORMAL, "1", 1.0
        yield f"{scene}-light-200.png", scene, "light", NORMAL, "2", 1.0
        yield f"{scene}-light-text-200.png", scene, "light", NORMAL, "1", 2.0
        yield f"{scene}-light-narrow.png", scene, "light", NARROW, "1", 1.0
        yield f"{scene}-light-wide.png", scene, "light", WIDE, "1", 1.0
    for scene in ("pages-rtl", "page-rtl", "page-everything"):
        yield f"{scene}-light.png", scene, "light", NORMAL, "1", 1.0


def shoot(
    folder: Path,
    name: str,
    scene: str,
    theme: str,
    size: tuple[int, int],
    scale: str,
    text: float,
    language: str = "en",
) -> None:
    """Take one picture in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "tests.ui.screenshots",
        str(folder),
        "--only",
        name,
        "--scene",
        scene,
    ]
    command += ["--theme", theme, "--size", f"{size[0]}x{size[1]}", "--text", str(text)]
    command += ["--language", language]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": scale,
        "LC_ALL": "C.UTF-8",
    }
    subprocess.run(command, env=environment, check=True)


def take(
    path: Path,
    scene: str,
    theme: str,
    size: tuple[int, int],
    text: float,
    language: str = "en",
) -> None:
    """Play a scene and grab the window."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from supportbot.ui.languages import install_language
    from tests.ui.stage import Stage

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication([])
    app.setStyle("Fusion")
    if language != "en":
        install_language(app, language)
        app.setLayoutDirection(QLocale().textDirection())
    with tempfile.TemporaryDirectory() as folder:
        options = Scene(app, Path(folder), scene, theme, text, Stage)
        options.play(size)
        picture = options.grab()
        picture.save(str(path))
        options.stage.close()
        app.processEvents()


class Scene:
    """One scene on a stage."""

    def __init__(self, app, folder: Path, scene: str, theme: str, text: float, stage_type) -> None:
        from supportbot.errors import DatabaseLockedError
        from supportbot.paths import bundled_pack_dir
        from supportbot.product.pack import load_pack

        self.app = app
        self.name = scene
        self.popup = None
        locked = DatabaseLockedError(
            "The history is in use by another program.", "Close it, then try again."
        )
        packs = bundled_pack_dir().parent
        self.stage = stage_type(
            folder / "history.sqlite3",
            load_pack(packs / "emberloaf") if scene == "second-pack" else None,
            theme=theme,
            text_scale=text,
            installed=scene not in ("no-model", "settings-no-model", *ARRIVALS),
            history_fault=locked if scene == "history-off" else None,
        )
        if scene in ARRIVALS:
            set_up(self.stage, scene)

    def play(self, size: tuple[int, int]) -> None:
        """Bring the window into the scene's state."""
        if self.name.endswith("rtl"):
            from PySide6.QtCore import Qt

            self.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.stage.window.resize(*size)
        self.stage.window.footer.composer.edit.setCursorWidth(0)  # a caret would blink in and out
        self.stage.window.show()
        opened: list[object] = []
        self.stage.bridge.opened.connect(opened.append)
        self.stage.bridge.history_failed.connect(opened.append)
        self.stage.bridge.start()
        self._until(lambda: bool(opened))
        if self.name in ARRIVALS:
            play(self.stage, self.name, self._until)
        else:
            getattr(self, "_" + self.name.replace("-", "_"))()
        for _ in range(5):
            self.app.processEvents()

    def grab(self):
        """The picture; a menu is drawn on top where it stands."""
        from PySide6.QtGui import QPainter

        self.app.processEvents()
        picture = self.stage.window.grab()
        if self.popup is not None:
            painter = QPainter(picture)
            corner = self.stage.window.mapFromGlobal(self.popup.pos())
            self.popup.render(painter, corner)
            painter.end()
            self.popup.close()
        return picture

    def painted(self):
        """What is on the screen, the topmost last."""
        return [one for one in (self.stage.window, self.popup) if one is not None]

    def _until(self, done: Callable[[], bool]) -> None:
        from PySide6.QtCore import QDeadlineTimer, QEventLoop

        deadline = QDeadlineTimer(60_000)
        while not done() and not deadline.hasExpired():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        assert done(), f"{self.name}: nothing happened"

    def _ask(self, question: str, script) -> None:
        self.stage.talk.script = script
        self.stage.window.footer.composer.edit.setPlainText(question)
        self.stage.window.footer.composer.edit.submitted.emit()
        self._until(lambda: not self.stage.bridge.busy)

    # ------------------------------------------------------------------ the scenes

    def _first_run(self) -> None:
        pass

    def _no_model(self) -> None:
        self._until(self.stage.window.model_card.isVisible)

    def _history_off(self) -> None:
        pass

    def _answered(self) -> None:
        from tests.ui.scripted import archived, reply

        self._ask("need to clear out like 60 old tickets, can i archive them together?", archived)
        self._ask(
            "and how do I get one back?",
            lambda q: reply(
                q, "Open the team's **Archive** page, open the issue and choose **Restore**."
            ),
        )

    def _mid_stream(self) -> None:
        from tests.ui.scripted import archived, reply

        self._ask("need to clear out like 60 old tickets, can i archive them together?", archived)
        talk = self.stage.talk
        talk.gate = threading.Event()
        talk.stop_at = 11
        talk.script = lambda q: reply(
            q, "Open the team's **Archive** page, open the issue and choose **Rest ore**."
        )
        self.stage.window.footer.composer.sent.emit("and how do I get one back?")
        self._until(lambda: "Rest" in self.stage.window.conversation.last.prose.toPlainText())

    def _refusal(self) -> None:
        from tests.ui.scripted import refused, reply

        self._ask("why was my card charged twice??", refused)
        self._ask(
            "can guests see private teams",
            lambda q: reply(
                q, "Guests see only the teams they were added to, private or not.", tier="check"
            ),
        )

    def _held(self) -> None:
        from tests.ui.scripted import archived

        self._ask("need to clear out like 60 old tickets, can i archive them together?", archived)
        self.stage.talk.gate = threading.Event()
        self.stage.talk.holds = True
        held: list[bool] = []
        self.stage.bridge.held.connect(lambda: held.append(True))
        self.stage.window.footer.composer.sent.emit("and how do I get one back?")
        self._until(lambda: bool(held))

    def _folded(self) -> None:
        from supportbot.contracts import Source
        from tests.ui.scripted import reply

        self._ask(
            "can guests see private teams",
            lambda q: reply(
                q,
                "Guests see **everything** in the workspace, private or not.",
                tier="human",
                shown="folded",
                reasons=("low_confidence",),
                sources=(Source("Guests", "https://linear.app/docs/roles"),),
            ),
        )

    def _unfolded(self) -> None:
        self._folded()
        self.stage.window.conversation.last.fold.click()

    def _feedback(self) -> None:
        from tests.ui.scripted import archived

        self._ask("can i archive many issues together?", archived)
        view = self.stage.window.conversation.last
        view.row.down.click()
        view.form.options["incomplete"].click()
        view.form.remark.put("Which toolbar? I see none.")
        self._until(
            lambda: (
                self.stage.window.conversation.verticalScrollBar().maximum() >= 0
                and view.form.isVisible()
            )
        )

    def _judged(self) -> None:
        self._answered()
        self.stage.window.conversation.exchanges[0].row.up.click()
        self.stage.window.conversation.exchanges[1].row.down.click()
        self.stage.window.conversation.exchanges[1].form.skip.click()

    def _revising(self) -> None:
        self._answered()
        self.stage.window.conversation.last.bubble.edit.click()

    def _finding(self, needle: str = "archive") -> None:
        self._answered()
        self.stage.window.find_requested.emit()
        self.stage.window.find_bar.field.edit.setText(needle)
        self.stage.window.find_bar.field.edit.setCursorPosition(0)

    def _finding_none(self) -> None:
        self._finding("penguin")

    def _long_question(self) -> None:
        from tests.ui.scripted import archived

        self._ask(
            "I have about sixty old tickets from last year that nobody needs any more, and I would like to "
            "clear them out in one go. Is there a way to archive them together?",
            archived,
        )

    def _failure(self) -> None:
        from tests.ui.scripted import archived, failed

        self._ask("can i archive many issues together?", archived)
        self._ask("and how do I get one back?", failed)

    def _handoff(self) -> None:
        from tests.ui.scripted import refused

        self._ask("why was my card charged twice??", refused)
        self.stage.window.conversation.last.person.human.click()
        for _ in range(3):
            self.app.processEvents()

    def _drawer(self, *, keep: bool = True) -> None:
        if keep:
            self._keep_talks()
        self.stage.window.header.conversations.click()
        rows = self.stage.window.drawer.list
        self._until(lambda: bool(rows.rows) or not keep)
        self.stage.window.drawer.search.edit.setCursorPosition(0)
        if not keep:
            self._until(lambda: bool(self.stage.window.drawer.title.text()))

    def _drawer_empty(self) -> None:
        self._drawer(keep=False)

    def _drawer_searching(self) -> None:
        self._drawer()
        self._search_talks("arch")

    def _drawer_japanese(self) -> None:
        self._drawer()
        self._search_talks("課題")

    def _drawer_no_hits(self) -> None:
        self._drawer()
        self._search_talks("penguin")

    def _drawer_keyboard(self) -> None:
        from PySide6.QtCore import Qt

        self._drawer()
        rows = self.stage.window.drawer.list
        rows.setFocus(Qt.FocusReason.TabFocusReason)
        rows.setCurrentIndex(rows.model().index(4, 0))

    def _drawer_renaming(self) -> None:
        self._drawer()
        rows = self.stage.window.drawer.list
        rows.rename(rows.rows[3].id)

    def _drawer_undo(self) -> None:
        self._drawer()
        rows = self.stage.window.drawer.list
        rows.delete_requested.emit(rows.rows[3].id)
        self._until(self.stage.window.toast.isVisible)

    def _drawer_menu(self) -> None:
        from PySide6.QtCore import QPoint

        self._drawer()
        rows = self.stage.window.drawer.list
        index = rows.model().index(3, 0)
        at = rows.viewport().mapToGlobal(rows.visualRect(index).center() - QPoint(20, 0))
        self._open_menu(lambda: rows.menu_requested.emit(rows.rows[3].id, at))

    def _drawer_rtl(self) -> None:
        self._drawer()
        self._search_talks("أرشفة")

    def _search_talks(self, needle: str) -> None:
        found: list[int] = []
        self.stage.presenter.drawer.list.found.connect(lambda count, more: found.append(count))
        self.stage.window.drawer.search.edit.setText(needle)
        self._until(lambda: bool(found))

    def _keep_talks(self) -> None:
        """Conversations of some weeks; the last one is open."""
        import datetime as dt

        from supportbot.history import HistoryStore
        from tests.ui.scripted import TALKS, archived, reply

        now = dt.datetime.now(dt.UTC).astimezone()
        store = HistoryStore(self.stage.database)
        for days, hour, question, answer in TALKS:
            at = (now - dt.timedelta(days=days)).replace(hour=hour, minute=hour * 7 % 60)
            conversation_id = store.start_conversation("linear", at)
            question_id = store.add_question(conversation_id, question, at)
            store.add_reply(conversation_id, question_id, reply(question, answer), (), at)
        store.close()
        self._ask("need to clear out like 60 old tickets, can i archive them together?", archived)

    def _options_menu(self) -> None:
        self._answered()
        self._open_menu(self.stage.window.header.options.click)

    def _erase(self) -> None:
        self._answered()
        self.stage.presenter._confirm_erase()

    def _about(self) -> None:
        self._settings_about()

    def _settings(self, pane: str) -> None:
        settings = self.stage.presenter.settings
        settings.open(pane)
        self._until(lambda: bool(settings.model.takes.detail.text()))
        self._until(lambda: bool(settings.privacy._place.detail.text()))

    def _settings_general(self) -> None:
        self._settings("general")

    def _settings_privacy(self) -> None:
        self._settings("privacy")

    def _settings_model(self) -> None:
        self._settings("model")

    def _settings_no_model(self) -> None:
        from supportbot.models.states import ModelState, ModelStatus

        self.stage.settings.status = ModelStatus(ModelState.ABSENT, "linear-helper")
        self._no_model()
        settings = self.stage.presenter.settings
        settings.open("model")
        self._until(lambda: bool(settings.model.state.detail.text()))

    def _settings_verifying(self) -> None:
        self._settings("model")
        self.stage.settings.gate.clear()
        self.stage.presenter.settings.model.verify.click()
        self._until(lambda: self.stage.presenter.settings.model.bar.value() > 0)

    def _settings_advanced(self) -> None:
        self._settings("advanced")
        row = self.stage.presenter.settings.advanced.device_row
        self._until(lambda: bool(row.detail.text()))

    def _settings_about(self) -> None:
        self._settings("about")

    def _settings_told(self) -> None:
        self._settings("general")
        self.stage.settings.file.write_text("{")
        self.stage.presenter.settings._preferences.look()
        page = self.stage.presenter.settings.page
        self._until(lambda: page._notices.count() == 2)

    def _settings_list(self) -> None:
        self._settings("general")
        self._open_menu(self.stage.presenter.settings.general.text_size.click)

    _settings_rtl = _settings_general

    def _focus(self) -> None:
        from PySide6.QtCore import Qt

        self._refusal()
        self.stage.window.conversation.exchanges[0].person.human.setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def _markdown(self) -> None:
        from tests.ui.scripted import reply

        text = (
            "## Two ways\n\nUse <menu> or [the page](https://linear.app/docs), not [this](https://evil.example).\n\n"
            "```\ngit checkout -b fix/login\ngit push\n```\n\n| Role | May |\n|---|---|\n| Guest | see teams |\n| Member | edit |\n\n"
            "- one\n- two with `Cmd+Shift+.`\n  - nested\n\n> A word of care."
        )
        self._ask("show me everything", lambda q: reply(q, text))

    def _second_pack(self) -> None:
        from supportbot.answering.conversation import Conversation

        conversation = Conversation(self.stage.pack, None, None)
        self._ask("How long does the stone need to heat up?", conversation.ask)
        self._ask("How much is the Emberloaf Two?", conversation.ask)

    def _feedback_rtl(self) -> None:
        self._rtl()
        self.stage.window.conversation.last.row.down.click()
        self.stage.window.find_requested.emit()
        self.stage.window.find_bar.field.edit.setText("اختر")

    def _rtl(self) -> None:
        from tests.ui.scripted import reply

        self._ask(
            "كيف يمكنني أرشفة عدة مشكلات؟",
            lambda q: reply(
                q, "1. حدد المشكلات باستخدام `X`.\n2. اختر **Archive** في شريط الأدوات."
            ),
        )

    def _pages(self) -> None:
        reading = self.stage.presenter.reading
        reading.open_list()
        self._until(lambda: any(p.text for row in reading.reader.list.rows.rows for p in row.text))
        reading.reader.list.search.edit.setCursorPosition(0)

    def _pages_found(self) -> None:
        self._search("archive iss")

    def _pages_none(self) -> None:
        self._search("invoices")

    def _page(self) -> None:
        self._pages()
        self.stage.presenter.reading.open_page("bulk-archive")

    def _page_section(self) -> None:
        self._search("guest privat")
        self.stage.presenter.reading.reader.list.rows.choose_first()

    _pages_rtl = _pages_found
    _page_rtl = _page_section

    def _page_everything(self) -> None:
        import dataclasses
        from types import MappingProxyType

        page = self.stage.pack.pages["roles"].model_copy(
            update={
                "title": "A page with everything that Markdown may hold in it",
                "body": "Lead with `Ctrl+K`, **bold**, *italic* and [a link](https://linear.app/docs/roles).\n\n"
                "# First\n\nText, then <menu> and [elsewhere](https://evil.example).\n\n"
                "```\ngit checkout -b fix/login\n```\n\n## Second with `X` and [a link](https://linear.app/docs/roles)\n\n"
                "| Role | May |\n|---|---|\n| Guest | see teams |\n| Member | edit |\n\n### Third\n\n- one\n- two\n  - nested\n\n"
                "> A word of care.\n\n## Fourth\n\n![a picture](https://evil.example/x.png)",
            }
        )
        pack = dataclasses.replace(self.stage.pack, pages=MappingProxyType({"roles": page}))
        self.stage.presenter.reading._pack = pack
        self.stage.presenter.reading.open_page("roles")

    def _search(self, query: str) -> None:
        self._pages()
        view = self.stage.presenter.reading.reader.list
        before = view.rows.rows
        view.search.edit.setText(query)
        self._until(lambda: view.rows.rows != before)

    def _open_menu(self, click: Callable[[], None]) -> None:
        click()
        self._until(lambda: self.app.activePopupWidget() is not None)
        self.popup = self.app.activePopupWidget()


if __name__ == "__main__":
    sys.exit(main())
