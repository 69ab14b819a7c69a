"""Questions and answers, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from supportbot.answering.conversation import Conversation
from supportbot.contracts import Source
from tests.ui.scripted import failed
from tests.ui.states.registry import area

if TYPE_CHECKING:
    from tests.ui.scene import Scene

state = area("Questions and answers")

SOURCES = (
    Source("Archive several issues at once", "https://linear.app/docs/bulk-archive"),
    Source("Restore an archived issue", "https://linear.app/docs/restore-archived"),
)


def archive(scene: Scene) -> None:
    """The first question and its answer with sources."""
    scene.say(scene.said.archive, sources=SOURCES)


def two(scene: Scene) -> None:
    """Two questions and their answers."""
    archive(scene)
    scene.say(scene.said.restore)


@state("The answer while it streams; Send has become Stop")
def mid_stream(scene: Scene) -> None:
    archive(scene)
    scene.begin(scene.said.restore, scene.said.restore_half)
    scene.until(lambda: "Rest" in scene.last.prose.toPlainText())


@state("An answer that is held back until it is checked")
def held(scene: Scene) -> None:
    archive(scene)
    scene.begin(scene.said.restore, scene.said.restore_half, holds=True)
    scene.until(scene.last.status.isVisible)


@state("Answered: list, key caps, sources; copy, thumbs, answer again")
def answered(scene: Scene) -> None:
    two(scene)


@state("An answer that was stopped half way")
def stopped(scene: Scene) -> None:
    archive(scene)
    scene.begin(scene.said.restore, scene.said.restore_half)
    scene.until(lambda: "Rest" in scene.last.prose.toPlainText())
    scene.stage.bridge.cancel()
    scene.stage.talk.gate.set()
    scene.until(lambda: not scene.stage.bridge.busy)


@state("More than the window holds: the end is in view")
def long_answer(scene: Scene) -> None:
    scene.say((scene.said.archive[0], scene.said.long_answer), sources=SOURCES)


@state("A question of several lines")
def long_question(scene: Scene) -> None:
    scene.say((scene.said.long_question, scene.said.archive[1]), sources=SOURCES)


@state("Everything Markdown may hold: heading, code, table, lists, quotation, links")
def markdown(scene: Scene) -> None:
    text = (
        "## Two ways\n\nUse <menu> or [the page](https://linear.app/docs), not [this](https://evil.example).\n\n"
        "```\ngit checkout -b fix/login\ngit push\n```\n\n| Role | May |\n|---|---|\n| Guest | see teams |\n| Member | edit |\n\n"
        "- one\n- two with `Cmd+Shift+.`\n  - nested\n\n> A word of care."
    )
    scene.say(("show me everything", text))


@state("The answer was copied")
def copied(scene: Scene) -> None:
    two(scene)
    scene.last.row.copy.click()


@state("What was wrong with an answer: reasons and a remark")
def feedback(scene: Scene) -> None:
    archive(scene)
    ask_why(scene)


def ask_why(scene: Scene) -> None:
    """The form under an answer that did not help, filled in."""
    view = scene.last
    view.row.down.click()
    view.form.options["incomplete"].click()
    view.form.remark.put(scene.said.remark)
    scene.until(view.form.isVisible)


@state("Two answers that were judged")
def judged(scene: Scene) -> None:
    two(scene)
    first, second = scene.window.conversation.exchanges
    first.row.up.click()
    second.row.down.click()
    scene.settle()
    second.form.skip.click()


@state("The last question is put in other words")
def revising(scene: Scene) -> None:
    two(scene)
    scene.last.bubble.edit.click()


@state("Another answer could not be written: the earlier one stays")
def another_failed(scene: Scene) -> None:
    two(scene)
    scene.stage.talk.script = failed
    scene.last.row.again.click()
    scene.until(lambda: not scene.stage.bridge.busy and scene.last.row is not None)


@state("A button under an answer has the keyboard: its focus ring is seen")
def focus(scene: Scene) -> None:
    two(scene)
    scene.last.row.down.setFocus(Qt.FocusReason.TabFocusReason)


@state("Found in the conversation: hits marked, counted, one chosen")
def finding(scene: Scene) -> None:
    two(scene)
    find(scene, scene.said.needle)


def find(scene: Scene, needle: str) -> None:
    """Have the bar look for something."""
    scene.window.find_requested.emit()
    edit = scene.window.find_bar.field.edit
    edit.setText(needle)
    edit.setCursorPosition(0)


@state("Not found in the conversation")
def finding_none(scene: Scene) -> None:
    two(scene)
    find(scene, "penguin")


@state("The options menu")
def options_menu(scene: Scene) -> None:
    two(scene)
    scene.open_menu(scene.window.header.options.click)


@state("Every keyboard shortcut (F1)")
def shortcuts(scene: Scene) -> None:
    scene.window.shortcuts_requested.emit()
    scene.until(lambda: scene.stage.presenter.sheet is not None)


@state("Another product: a pack that has no model", pack="emberloaf")
def second_pack(scene: Scene) -> None:
    conversation = Conversation(scene.stage.pack, None, None)
    scene.ask("How long does the stone need to heat up?", conversation.ask)
    scene.ask("How much is the Emberloaf Two?", conversation.ask)
