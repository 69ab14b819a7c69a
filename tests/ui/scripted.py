"""A conversation by script: what it says, when it stops, and how it fails."""

from __future__ import annotations

import dataclasses
import threading
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from supportbot.contracts import (
    AnswerHeld,
    EngineEvent,
    EngineStopped,
    GenerationFailed,
    Handoff,
    Message,
    ModelLoading,
    NextStep,
    Reply,
    Source,
    TextDelta,
    Timings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ARCHIVE = """Yes. To archive several issues at once:

1. Select them with `X` or `Shift`-click. `Ctrl+A` selects the whole list.
2. Choose **Archive** in the action toolbar at the bottom.

Archived issues leave your lists but stay searchable."""

RESTORE = "Open the team's **Archive** page, open the issue and choose **Restore**."

CHARGED = (
    "I do not have access to your account or billing, so I cannot see the charge. Support can: send them "
    "the invoice number and they will check it the same day."
)


# Days ago, hour, question and answer of conversations that were kept.
TALKS = (
    (40, 11, "how do I export all my issues", "Exporting is for admins: **Settings → Administration**."),
    (24, 15, "كيف يمكنني أرشفة عدة مشكلات؟", "حدد المشكلات ثم اختر **أرشفة** في شريط الأدوات."),
    (12, 9, "課題をまとめてアーカイブする方法", "課題を選び、下のツールバーで **Archive** を選びます。"),
    (5, 17, "Wie archiviere ich mehrere Aufgaben?", "Wählen Sie die Aufgaben und dann **Archive**."),
    (3, 10, "which key creates a new issue?", "Press `C` anywhere outside a text field."),
    (3, 16, "can guests see private teams", "Guests see only the teams they were added to."),
    (1, 9, "what is the difference between projects and initiatives", "A **project** groups issues toward one outcome; an initiative groups projects."),
    (1, 13, "where did the archived issue go?", "Archived issues stay searchable and wait on the team's **Archive** page."),
    (1, 18, "how do I turn on dark mode?", "Dark mode is under **Preferences → Theme**."),
)  # fmt: skip


def reply(
    question: str,
    answer: str,
    *,
    sources: Sequence[Source] | None = None,
    offered: bool = False,
    required: bool = False,
    reasons: Sequence[str] = (),
    step: NextStep | None = None,
    **changes: object,
) -> Reply:
    """A reply with the fields a window looks at."""
    made = Reply(
        id=uuid.uuid4().hex,
        question=question,
        answer=answer,
        tier="human" if required else "check" if offered else "auto",
        shown="streamed",
        refused=offered,
        handoff=Handoff(offered, required, tuple(reasons), step, None),
        sources=tuple(sources) if sources is not None else None,
        served_from="model",
        timings_ms=Timings(),
    )
    return dataclasses.replace(made, **changes)


def archived(question: str) -> Reply:
    """An answer with sources."""
    return reply(
        question,
        ARCHIVE,
        sources=(
            Source("Archive several issues at once", "https://linear.app/docs/bulk-archive"),
            Source("Restore an archived issue", "https://linear.app/docs/restore-archived"),
        ),
    )


def refused(question: str) -> Reply:
    """A refusal that offers a person and names the next step."""
    return reply(
        question,
        CHARGED,
        offered=True,
        reasons=("marker:no_account_access",),
        step=NextStep("Where is my invoice?", "https://linear.app/docs/billing"),
        category="invoice",
    )


def failed(question: str, code: str = "crashed") -> Reply:
    """What a conversation returns when the engine failed."""
    return reply(question, "", offered=True, reasons=(f"engine:{code}",), shown="none")


@dataclass
class ScriptedTalk:
    """Stands in for ``answering.Conversation``.

    Attributes:
        script: What to reply, by question; ``None`` answers everything with the archive answer.
        holds: Whether the gate holds the answer back.
        gate: When set to an event, an answer stops half way until the event is set.
    """

    messages: list[Message] = field(default_factory=list)
    script: Callable[[str], Reply] = archived
    holds: bool = False
    gate: threading.Event | None = None
    half: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)
    prepared: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    stop_at: int | None = None

    def prepare(self, typed: str) -> None:
        """Remember what was typed."""
        self.prepared.append(typed)

    def ask(self, question, context=None, on_event=None, *, again=False) -> Reply:
        """Stream the scripted answer word by word."""
        self.asked.append(question)
        self.stop.clear()
        tell: Callable[[EngineEvent], None] = on_event or (lambda event: None)
        made = self.script(question)
        code = next((r for r in made.handoff.reasons if r.startswith("engine:")), "")
        tell(ModelLoading("q", "m"))
        if code:
            tell(EngineStopped("q", -9))
            tell(GenerationFailed("q", code.removeprefix("engine:"), "killed", "Ask again."))
            return made
        if self.holds:
            tell(AnswerHeld("q"))
        said = self._stream(made.answer, tell)
        made = dataclasses.replace(made, answer=said)
        if said != self.script(question).answer:
            stopped = dataclasses.replace(
                made.handoff, reasons=(*made.handoff.reasons, "cancelled")
            )
            made = dataclasses.replace(made, handoff=stopped)
        if again and self.messages:
            del self.messages[-2:]
        self.messages += [Message("user", question), Message("assistant", said, (1, 2, 3))]
        return made

    def cancel(self) -> None:
        """Stop after the current word."""
        self.stop.set()

    def _stream(self, answer: str, tell: Callable[[EngineEvent], None]) -> str:
        words = [word + " " for word in answer.split(" ")]
        at = len(words) // 2 if self.stop_at is None else self.stop_at
        for index, word in enumerate(words):
            if index == at and self.gate is not None:
                self.half.set()
                self.gate.wait(20)
            if self.stop.is_set():
                return "".join(words[:index]).strip()
            tell(TextDelta("q", word if index < len(words) - 1 else word[:-1]))
        return answer


@dataclass
class ScriptedBackend:
    """The engine behind a scripted talk: remembers what it was told."""

    forgotten: list[str | None] = field(default_factory=list)
    warmed: int = 0
    closed: bool = False
    model: None = None

    def generate(self, request):
        """Never asked."""
        raise AssertionError

    def cancel(self, request_id: str) -> None:
        """Nothing runs."""

    def warm(self, prompt) -> None:
        """Count."""
        self.warmed += 1

    def prepare(self, request) -> None:
        """The talk is scripted."""

    def forget(self, conversation_id: str | None) -> None:
        """Remember what is to be forgotten."""
        self.forgotten.append(conversation_id)

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True
