"""What a session is made of and what it hands to the window. Pure values and protocols; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from supportbot.answering.prompts import PromptRenderer
    from supportbot.contracts import Backend, EngineEvent, HostContext, Message, Reply
    from supportbot.errors import SupportbotError
    from supportbot.history import HistoryStore, Letter, Verdict
    from supportbot.models.transfer import Transfer
    from supportbot.ui.condition import InstallOffer, Verification


class Talk(Protocol):
    """What a session needs of ``answering.Conversation``."""

    @property
    def messages(self) -> Sequence[Message]:
        """The talk so far."""

    def ask(
        self,
        question: str,
        context: HostContext | None = None,
        on_event: Callable[[EngineEvent], None] | None = None,
        *,
        again: bool = False,
    ) -> Reply:
        """Answer; blocks. ``again`` replaces the reply to the last question."""

    def prepare(self, typed: str) -> None:
        """Have a question evaluated while it is typed; returns at once."""

    def cancel(self) -> None:
        """Stop the answer that is being written."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A model that can be asked."""

    backend: Backend
    renderer: PromptRenderer


@dataclass(frozen=True, slots=True)
class Parts:
    """How a session gets its parts; the composition root fills it in.

    Attributes:
        open_history: Opens the conversations kept on this machine.
        open_engine: Finds and checks the model; raises ``NotInstalledError`` without one.
        make_talk: A conversation on the pack: engine, talk so far, conversation id.
        forget_states: Deletes the engine's saved states of a conversation, or all, while no engine runs.
        transfer: The model's way onto this machine, from a file or, with ``None``, from where the pack says.
        offer: What that would take, given why there is no model; ``None`` when it cannot be.
        verification: Compares the bytes of a model that is too large to do so in passing; ``None`` when that is done.
        retention_days: Days after which conversations are deleted; 0 keeps them.
        context: What the host product knows.
        set_history_aside: Renames a damaged file of conversations, so that a new one can be begun.
    """

    open_history: Callable[[], HistoryStore]
    open_engine: Callable[[], Engine]
    make_talk: Callable[[Engine | None, Sequence[Message], str | None], Talk]
    forget_states: Callable[[str | None], None] = lambda _: None
    transfer: Callable[[Path | None], Transfer] | None = None
    offer: Callable[[SupportbotError], InstallOffer | None] = lambda _: None
    verification: Callable[[], Verification | None] = lambda: None
    retention_days: int = 0
    context: HostContext | None = None
    set_history_aside: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, its reply and what the customer said of that, as far as there is one."""

    question: str
    reply: Reply | None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class OpenedConversation:
    """A conversation to be shown.

    Attributes:
        id: ``None`` for one that is not kept (yet).
        exchanges: Oldest first.
        problem: Why what was deleted before it could not be wiped from the disk at once.
        draft: What was typed in it and not sent.
        letters: What was written to a person in it and not handed over, by recipient.
    """

    id: str | None = None
    exchanges: tuple[Exchange, ...] = ()
    problem: SupportbotError | None = None
    draft: str = ""
    letters: Mapping[str, Letter] = field(default_factory=dict)
