"""The conversations of one data folder, in SQLite, shared by every window and command on it.

Owns what is kept of a conversation and that nothing of it is left after it was deleted. A question is
stored before its answer is written, so that it stands there with Retry whatever happens. Must not
decide how long things are kept (``apply_retention`` is told) and knows nothing of the engine's states.

A conversation is deleted in two steps: ``hide`` takes it out of everything at once, ``finish_deletions``
erases it for good, and ``restore`` in between brings it back. What a program that is gone has hidden, the
next one to finish deletions erases.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import logging
import threading
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from supportbot.errors import DatabaseLockedError, DiskFullError, NotInstalledError
from supportbot.history.drafts import drop_stray_drafts, put_draft
from supportbot.history.export import ExportWords, to_json, to_json_lines, to_markdown
from supportbot.history.feedback import Verdict, drop_verdict, put_verdict
from supportbot.history.folding import terms_of
from supportbot.history.letters import drop_stray_letters, letters_of, put_letter
from supportbot.history.listing import listed, searched
from supportbot.history.migrations import FOLLOW_REMOVED, MIGRATIONS
from supportbot.history.owner import is_running, this_program
from supportbot.history.records import (
    LONGEST_TITLE,
    Conversation,
    ConversationSummary,
    Exchange,
    Findings,
    Letter,
    Place,
    title_of,
)
from supportbot.history.revising import revise
from supportbot.history.rows import exchange_from, moment, stamp, storable
from supportbot.history.search import wording_of
from supportbot.storage import open_database, remove_files, transaction, translated, wipe_deleted
from supportbot.storage.database import BUSY_TIMEOUT_S

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from supportbot.contracts import Reply

_log = logging.getLogger(__name__)

ExportFormat = Literal["json", "jsonl", "markdown"]
PAGE = 40
_WRITERS = {"json": to_json, "jsonl": to_json_lines}
_ENGLISH = ExportWords()


class HistoryStore:
    """Keeps conversations. Safe to use from several threads; several processes may have one each.

    Args:
        path: The database file; made if it is not there.
        busy_timeout_s: How long to wait for another process that is writing.

    Raises:
        DatabaseNewerError: Also from every method, as ``supportbot.storage.open_database`` says.
        DatabaseLockedError: Another process holds the database.
        DatabaseDamagedError: The file is broken.
        DiskFullError: No space is left.
        AccessError: The file may not be read or written.
    """

    def __init__(self, path: Path, *, busy_timeout_s: float = BUSY_TIMEOUT_S) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._connection = open_database(path, MIGRATIONS, busy_timeout_s=busy_timeout_s)
        with contextlib.suppress(DatabaseLockedError, DiskFullError):
            self._wipe_if_due()

    def close(self) -> None:
        """Close the file. May be called again."""
        with self._lock:
            self._connection.close()

    # ------------------------------------------------------------------ writing

    def start_conversation(self, pack_id: str, at: dt.datetime | None = None) -> str:
        """Begin a conversation; returns its id. It is listed once it has a question."""
        conversation_id, now = uuid.uuid4().hex, stamp(at)
        with self._writing():
            self._connection.execute(
                """
                INSERT INTO conversation (id, pack_id, title, started_at, updated_at)
                VALUES (?, ?, '', ?, ?)
                """,
                (conversation_id, pack_id, now, now),
            )
        return conversation_id

    def add_question(self, conversation_id: str, text: str, at: dt.datetime | None = None) -> int:
        """Store a question before its answer is written; returns its id.

        Raises:
            NotInstalledError: The conversation is not there (any more).
        """
        question, now = storable(text), stamp(at)
        with self._writing():
            self._touch(conversation_id, now, title_of(question))
            cursor = self._connection.execute(
                "INSERT INTO exchange (conversation_id, question, asked_at) VALUES (?, ?, ?)",
                (conversation_id, question, now),
            )
            question_id = int(cursor.lastrowid or 0)
            self._connection.execute(
                "INSERT INTO wording (conversation_id, exchange_id, folded) VALUES (?, ?, ?)",
                (conversation_id, question_id, wording_of(question, "")),
            )
            return question_id

    def add_reply(
        self,
        conversation_id: str,
        question_id: int,
        reply: Reply,
        token_ids: Sequence[int],
        at: dt.datetime | None = None,
    ) -> None:
        """Store the reply to a question, in place of an earlier one.

        Raises:
            NotInstalledError: The conversation or the question is not there (any more).
        """
        document = storable(json.dumps(reply.to_dict(), ensure_ascii=False))
        with self._writing():
            self._touch(conversation_id, stamp(at), "")
            asked = self._connection.execute(
                """
                UPDATE exchange SET reply = ?, token_ids = ? WHERE id = ? AND conversation_id = ?
                RETURNING question
                """,
                (document, json.dumps(list(token_ids)), question_id, conversation_id),
            ).fetchall()
            if not asked:
                raise _missing(conversation_id)
            drop_verdict(self._connection, question_id)
            self._connection.execute(
                "UPDATE wording SET folded = ? WHERE exchange_id = ?",
                (wording_of(asked[0][0], storable(reply.answer)), question_id),
            )

    def revise_question(
        self, conversation_id: str, question_id: int, text: str, at: dt.datetime | None = None
    ) -> None:
        """Put other words in place of a question; its reply and the verdict on it go.

        Raises:
            NotInstalledError: The conversation or the question is not there (any more).
        """
        now = stamp(at)
        with self._writing():
            self._touch(conversation_id, now, "")
            if not revise(self._connection, conversation_id, question_id, storable(text), now):
                raise _missing(conversation_id)

    def judge(
        self,
        conversation_id: str,
        reply_id: str,
        verdict: Verdict | None,
        at: dt.datetime | None = None,
    ) -> None:
        """Keep what the customer said of an answer; ``None`` takes it back.

        Raises:
            NotInstalledError: The answer is not there (any more).
        """
        if verdict is not None:
            verdict = replace(verdict, remark=storable(verdict.remark))
        with self._writing():
            if not put_verdict(self._connection, conversation_id, reply_id, verdict, stamp(at)):
                raise _missing(conversation_id)

    def put_draft(
        self, conversation_id: str | None, text: str, at: dt.datetime | None = None
    ) -> None:
        """Keep what was typed and not sent; ``None`` is the conversation that has no question yet."""
        with self._writing():
            put_draft(self._connection, conversation_id, storable(text), stamp(at))

    def put_letter(
        self,
        conversation_id: str | None,
        recipient: str,
        letter: Letter | None,
        at: dt.datetime | None = None,
    ) -> None:
        """Keep what was written to a person and not handed over; ``None`` for the letter takes it back.

        Args:
            conversation_id: ``None`` is the conversation that has no question yet.
            recipient: Whom it is for; may be empty.
            letter: The text.
            at: When it was written; now without.
        """
        if letter is not None:
            letter = Letter(storable(letter.subject), storable(letter.body))
        with self._writing():
            put_letter(self._connection, conversation_id, recipient, letter, stamp(at))

    def rename(self, conversation_id: str, title: str) -> str:
        """Give a conversation another title, or its first question's again when ``title`` is blank.

        Returns:
            The title: one line of at most ``LONGEST_TITLE`` characters.

        Raises:
            NotInstalledError: The conversation is not there (any more), or nothing was asked in it.
        """
        given = " ".join(storable(title).split())[:LONGEST_TITLE]
        with self._writing():
            first = self._connection.execute(
                """
                SELECT question FROM exchange JOIN conversation c ON c.id = conversation_id
                WHERE conversation_id = ? AND c.deleted_at IS NULL ORDER BY exchange.id LIMIT 1
                """,
                (conversation_id,),
            ).fetchone()
            if first is None:
                raise _missing(conversation_id)
            self._connection.execute(
                "UPDATE conversation SET title = ? WHERE id = ?",
                (given or title_of(first[0]), conversation_id),
            )
            self._connection.execute(
                "DELETE FROM wording WHERE conversation_id = ? AND exchange_id IS NULL",
                (conversation_id,),
            )
            if given:
                self._connection.execute(
                    "INSERT INTO wording (conversation_id, folded) VALUES (?, ?)",
                    (conversation_id, wording_of(given)),
                )
        return given or title_of(first[0])

    # ------------------------------------------------------------------ reading

    def conversations(self) -> list[ConversationSummary]:
        """All conversations that have a question, the one used last first."""
        rows = self._rows(
            """
            SELECT c.id, c.title, c.updated_at, count(*) + count(e.reply)
            FROM conversation c JOIN exchange e ON e.conversation_id = c.id
            WHERE c.deleted_at IS NULL
            GROUP BY c.id ORDER BY c.updated_at DESC, c.id
            """
        )
        return [ConversationSummary(row[0], row[1], moment(row[2]), row[3]) for row in rows]

    def count(self) -> int:
        """How many conversations have a question."""
        rows = self._rows(
            """
            SELECT count(*) FROM conversation c
            WHERE c.deleted_at IS NULL AND EXISTS (SELECT 1 FROM exchange e WHERE e.conversation_id = c.id)
            """
        )
        return int(rows[0][0])

    def find(self, needle: str = "", place: Place | None = None, limit: int = PAGE) -> Findings:
        """Conversations in which every word of ``needle`` stands, or a part of it, whatever its case.

        All words must stand in one question with its answer, or in the title. A blank needle lists every
        conversation, the one used last first; a search puts first where it was said last.

        Args:
            needle: What somebody typed.
            place: Where an earlier list of the same needle was left off.
            limit: At most so many.
        """
        terms = terms_of(storable(needle))
        with self._snapshot():
            if terms:
                return searched(self._connection, terms, limit, place or Place())
            return listed(self._connection, limit, place or Place())

    def exchanges(self, conversation_id: str) -> list[Exchange]:
        """Questions and replies in order; empty for a conversation that is not there."""
        rows = self._rows(
            """
            SELECT question, e.id, reply, token_ids, asked_at, helpful, reasons, remark
            FROM exchange e JOIN conversation c ON c.id = conversation_id
            LEFT JOIN verdict ON exchange_id = e.id
            WHERE conversation_id = ? AND deleted_at IS NULL ORDER BY e.id
            """,
            conversation_id,
        )
        return [exchange_from(row) for row in rows]

    def draft(self, conversation_id: str | None) -> str:
        """What was typed and not sent; empty when there is nothing."""
        rows = self._rows("SELECT text FROM draft WHERE conversation_id IS ?", conversation_id)
        return str(rows[0][0]) if rows else ""

    def letters(self, conversation_id: str | None) -> dict[str, Letter]:
        """What was written to a person and not handed over, by recipient."""
        with self._lock, translated(self._path):
            return letters_of(self._connection, conversation_id)

    def pending(self, conversation_id: str) -> list[Exchange]:
        """The questions without a reply, in order: a crash or a full disk came between."""
        return [one for one in self.exchanges(conversation_id) if one.reply is None]

    def export(
        self, conversation_id: str | None, fmt: ExportFormat, words: ExportWords = _ENGLISH
    ) -> str:
        """One conversation, or all of them (``None``), as a text for people or programs.

        Args:
            conversation_id: Which one.
            fmt: What it is written as.
            words: What a text for people says of its own.

        Raises:
            NotInstalledError: The conversation is not there.
        """
        with self._snapshot():
            if conversation_id is None:
                documents = [self._conversation(one.id) for one in self.conversations()]
            else:
                documents = [self._conversation(conversation_id)]
        return to_markdown(documents, words) if fmt == "markdown" else _WRITERS[fmt](documents)

    # ------------------------------------------------------------------ erasing

    def hide(self, conversation_id: str, at: dt.datetime | None = None) -> None:
        """Delete a conversation, but so that ``restore`` can bring it back until deletions are finished.

        Raises:
            NotInstalledError: The conversation is not there.
        """
        with self._writing():
            cursor = self._connection.execute(
                """
                UPDATE conversation SET deleted_at = ?, deleted_by = ?
                WHERE id = ? AND deleted_at IS NULL
                """,
                (stamp(at), this_program(), conversation_id),
            )
            if not cursor.rowcount:
                raise _missing(conversation_id)

    def restore(self, conversation_ids: Iterable[str]) -> list[str]:
        """Bring back what was hidden; returns which were still there."""
        with self._writing():
            return [
                one
                for one in conversation_ids
                if self._connection.execute(
                    "UPDATE conversation SET deleted_at = NULL, deleted_by = NULL WHERE id = ?",
                    (one,),
                ).rowcount
            ]

    def finish_deletions(self, conversation_ids: Iterable[str] | None = None) -> list[str]:
        """Erase what was hidden, so that no word of it is left in any of our files.

        Args:
            conversation_ids: Which; without, everything that no other running program has hidden.

        Returns:
            The ids that were erased.

        Raises:
            DatabaseLockedError: They stay hidden, or are gone but for traces; a later call goes on.
            DiskFullError: The same.
        """
        hidden = self._rows("SELECT id, deleted_by FROM conversation WHERE deleted_at IS NOT NULL")
        if conversation_ids is None:
            ours = this_program()
            doomed = [one for one, by in hidden if by == ours or not is_running(by)]
        else:
            wanted = set(conversation_ids)
            doomed = [one for one, _ in hidden if one in wanted]
        if doomed:
            with self._writing():
                self._connection.executemany(
                    "DELETE FROM conversation WHERE id = ? AND deleted_at IS NOT NULL",
                    [(one,) for one in doomed],
                )
                self._note_wipe()
        self._wipe_if_due()
        return doomed

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation at once, so that no word of it is left in any of our files.

        Raises:
            NotInstalledError: The conversation is not there.
            DatabaseLockedError: Deleted, but its traces are wiped only when the other program is done.
            DiskFullError: Deleted, but its traces are wiped only when there is space.
        """
        with self._writing():
            cursor = self._connection.execute(
                "DELETE FROM conversation WHERE id = ?", (conversation_id,)
            )
            if not cursor.rowcount:
                raise _missing(conversation_id)
            self._note_wipe()
        self._wipe_if_due()

    def apply_retention(self, days: int | None, now: dt.datetime | None = None) -> list[str]:
        """Delete what was not used for more than ``days``; ``None`` and 0 keep everything.

        Returns:
            The ids that were deleted, for the engine to forget their states.
        """
        if not days:
            return []
        before = stamp((now or dt.datetime.now(dt.UTC)) - dt.timedelta(days=days))
        with self._writing():
            rows = self._connection.execute(
                "DELETE FROM conversation WHERE updated_at < ? RETURNING id", (before,)
            ).fetchall()
            drafts = drop_stray_drafts(self._connection, before)
            letters = drop_stray_letters(self._connection, before)
            if rows or drafts or letters:
                self._note_wipe()
        self._wipe_if_due()
        return [row[0] for row in rows]

    def erase_all(self) -> None:
        """Delete every conversation, draft and letter, and the copies of damaged databases that were put aside."""
        with self._writing():
            # The index is emptied in one go: to follow each row would take seconds for ten thousand.
            self._connection.execute("DROP TRIGGER wording_removed")
            self._connection.execute("DELETE FROM conversation")
            drop_stray_drafts(self._connection)
            drop_stray_letters(self._connection)
            self._connection.execute(
                "INSERT INTO wording_index (wording_index) VALUES ('delete-all')"
            )
            self._connection.execute(FOLLOW_REMOVED)
            self._note_wipe()
        remove_files(self._path, copies_only=True)
        self._wipe_if_due()

    # ------------------------------------------------------------------ inside

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock, transaction(self._connection, self._path):
            yield

    @contextlib.contextmanager
    def _snapshot(self) -> Iterator[None]:
        """One transaction, so that a question asked elsewhere meanwhile is whole or absent."""
        with self._lock, translated(self._path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.rollback()

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock, translated(self._path):
            return self._connection.execute(query, values).fetchall()

    def _touch(self, conversation_id: str, now: str, title: str) -> None:
        """Note that a conversation was used; ``title`` becomes its title if it has none."""
        cursor = self._connection.execute(
            """
            UPDATE conversation SET updated_at = max(updated_at, ?),
            title = CASE title WHEN '' THEN ? ELSE title END WHERE id = ? AND deleted_at IS NULL
            """,
            (now, title, conversation_id),
        )
        if not cursor.rowcount:
            raise _missing(conversation_id)

    def _note_wipe(self) -> None:
        self._connection.execute("UPDATE wipe SET due = due + 1")

    def _wipe_if_due(self) -> None:
        with self._lock:
            due = self._rows("SELECT due FROM wipe")[0][0]
            if not due:
                return
            try:
                # FTS5 keeps the entries of deleted rows until it merges its index.
                with transaction(self._connection, self._path):
                    self._connection.execute(
                        "INSERT INTO wording_index (wording_index) VALUES ('optimize')"
                    )
                wipe_deleted(self._connection, self._path)
            except (DatabaseLockedError, DiskFullError):
                _log.info("what was deleted is wiped later")
                raise
            with transaction(self._connection, self._path):
                self._connection.execute("UPDATE wipe SET due = 0 WHERE due = ?", (due,))

    def _conversation(self, conversation_id: str) -> Conversation:
        rows = self._rows(
            """
            SELECT id, pack_id, title, started_at, updated_at FROM conversation
            WHERE id = ? AND deleted_at IS NULL
            """,
            conversation_id,
        )
        if not rows:
            raise _missing(conversation_id)
        found_id, pack_id, title, started_at, updated_at = rows[0]
        return Conversation(
            found_id,
            pack_id,
            title,
            moment(started_at),
            moment(updated_at),
            tuple(self.exchanges(conversation_id)),
        )


def _missing(conversation_id: str) -> NotInstalledError:
    return NotInstalledError(
        f"There is no conversation {conversation_id}.",
        "It may have been deleted; see the list of conversations.",
        code="conversation_missing",
    )
