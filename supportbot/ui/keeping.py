"""A conversation on its way into the history: what is not written yet waits until it can be. Knows no Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.errors import NotInstalledError
from supportbot.history import Exchange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.contracts import Reply
    from supportbot.history import HistoryStore


@dataclass(slots=True, eq=False)
class Asked:
    """A question, and what of it and its reply is not written yet.

    Attributes:
        question: The customer's words.
        question_id: In the history, once the question is there.
        outdated: Whether it is there in other words.
        reply: The reply, until it is written.
        token_ids: Of the reply.
    """

    question: str
    question_id: int | None = None
    outdated: bool = False
    reply: Reply | None = None
    token_ids: Sequence[int] = ()


class Keeping:
    """One conversation and what of it waits to be written.

    Args:
        pack_id: Of the pack it is about.
        conversation_id: In the history, once it is there.
        last: Its last question.

    Attributes:
        id: In the history, once it is there.
        last: The last question, as it is kept or would be.
        left: Whether another one is open now.
    """

    def __init__(
        self, pack_id: str, conversation_id: str | None = None, last: Asked | None = None
    ) -> None:
        self._pack_id = pack_id
        self._waiting: list[Asked] = []
        self.id = conversation_id
        self.last = last
        self.left = False

    @property
    def waits(self) -> bool:
        """Whether something is not written yet."""
        return bool(self._waiting)

    def ask(self, question: str) -> None:
        """Another question."""
        self.last = Asked(question)
        self._waiting.append(self.last)

    def ask_again(self, question: str) -> None:
        """The last question again; in other words, the earlier ones and their reply go."""
        last = self.last
        if last is None:
            self.ask(question)
            return
        if question != last.question:
            last.question, last.reply, last.token_ids = question, None, ()
            last.outdated = last.question_id is not None
        if last.outdated or last.question_id is None:
            self._await(last)

    def answer(self, reply: Reply, token_ids: Sequence[int]) -> None:
        """The reply to the last question, in place of an earlier one."""
        if self.last is not None:
            self.last.reply, self.last.token_ids = reply, token_ids
            self._await(self.last)

    def drop(self) -> None:
        """Have nothing wait: it is to be deleted."""
        self._waiting.clear()

    def begin_anew(self) -> None:
        """What it was written into is gone: what still waits begins another conversation."""
        self.id = None
        for one in (*self._waiting, *filter(None, (self.last,))):
            one.question_id, one.outdated = None, False

    def write(self, history: HistoryStore) -> None:
        """Write what waits, oldest first.

        What another window or command erased stays erased: an open conversation goes on in a new one, with what was
        asked since; of one that was left nothing is written any more.

        Raises:
            SupportbotError: The rest still waits.
        """
        while self._waiting:
            try:
                self._write(history, self._waiting[0])
            except NotInstalledError:
                self._waiting = [
                    one
                    for one in self._waiting
                    if not self.left and (one.outdated or one.question_id is None)
                ]
                self.begin_anew()
            else:
                del self._waiting[0]

    def joined(self, kept: Sequence[Exchange]) -> list[Exchange]:
        """The conversation as it was read from the history, with what waits."""
        asked_at = dt.datetime.now(dt.UTC)
        found = {one.question_id: one for one in kept}
        for at, one in enumerate(self._waiting):
            reply = one.reply.to_dict() if one.reply is not None else None
            key = -at - 1 if one.question_id is None else one.question_id
            found[key] = Exchange(one.question, key, reply, tuple(one.token_ids), asked_at)
        return list(found.values())

    def _await(self, one: Asked) -> None:
        if one not in self._waiting:
            self._waiting.append(one)

    def _write(self, history: HistoryStore, one: Asked) -> None:
        if self.id is None:
            self.id = history.start_conversation(self._pack_id)
        if one.question_id is None:
            one.question_id = history.add_question(self.id, one.question)
        elif one.outdated:
            history.revise_question(self.id, one.question_id, one.question)
        one.outdated = False
        if one.reply is not None:
            history.add_reply(self.id, one.question_id, one.reply, one.token_ids)
            one.reply, one.token_ids = None, ()
