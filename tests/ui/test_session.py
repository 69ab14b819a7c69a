"""The work behind the window, on a real database and a scripted talk."""

from __future__ import annotations

import contextlib
import threading

import pytest

from supportbot.answering.prompts import CHATML, PromptRenderer
from supportbot.contracts import Message, TextDelta
from supportbot.errors import (
    AccessError,
    DatabaseLockedError,
    DiskFullError,
    ModelFileError,
    NotInstalledError,
    QuestionError,
)
from supportbot.history import HistoryStore, store
from supportbot.ui.parts import Engine, OpenedConversation, Parts
from supportbot.ui.session import Session
from tests.ui.scripted import ScriptedBackend, ScriptedTalk, archived, failed

GO = threading.Event()


class Made:
    """A session and what it was made of."""

    def __init__(self, pack, database, *, engine_fault=None, history_fault=None, retention=0):
        self.talk = ScriptedTalk()
        self.backend = ScriptedBackend()
        self.engine_fault, self.history_fault = engine_fault, history_fault
        self.database = database
        self.made: list[tuple[bool, tuple[Message, ...], str | None]] = []
        self.forgotten: list[str | None] = []
        parts = Parts(
            self._history,
            self._engine,
            self._make_talk,
            self.forgotten.append,
            retention_days=retention,
        )
        self.session = Session(pack, parts)

    def _history(self):
        if self.history_fault:
            raise self.history_fault
        return HistoryStore(self.database)

    def _engine(self):
        if self.engine_fault:
            raise self.engine_fault
        return Engine(self.backend, PromptRenderer(CHATML))

    def _make_talk(self, engine, messages, conversation_id):
        self.made.append((engine is not None, tuple(messages), conversation_id))
        self.talk.messages = list(messages)
        return self.talk

    def ask(self, question, *, again=False):
        return self.session.ask(question, lambda event: None, GO, again=again)


def titles(made):
    return [one.title.text for one in made.session.archive.find("", None).found]


@pytest.fixture
def make(pack, tmp_path):
    made: list[Made] = []

    def build(**options):
        made.append(Made(pack, tmp_path / "history.sqlite3", **options))
        return made[-1]

    yield build
    for one in made:
        one.session.close()


def test_a_question_and_its_reply_are_kept_and_come_back(make):
    first = make()
    assert first.session.open_history().exchanges == ()
    assert first.session.open_engine().ready
    reply, problem = first.ask("how do I archive?")
    assert problem is None
    assert first.backend.warmed == 1
    first.session.close()
    second = make()
    opened = second.session.open_history()
    assert [one.question for one in opened.exchanges] == ["how do I archive?"]
    assert opened.exchanges[0].reply.answer == reply.answer
    assert second.made[-1][1] == (
        Message("user", "how do I archive?"),
        Message("assistant", reply.answer, (1, 2, 3)),
    )


def test_a_failed_answer_leaves_the_question_standing(make):
    one = make()
    one.session.open_history()
    one.talk.script = failed
    one.ask("why?")
    one.session.close()
    two = make()
    opened = two.session.open_history()
    assert [(e.question, e.reply) for e in opened.exchanges] == [("why?", None)]
    two.talk.script = archived
    two.ask("why?", again=True)
    kept = two.session.open(two.session.conversation_id)
    assert len(kept.exchanges) == 1
    assert kept.exchanges[0].reply is not None


def test_without_a_history_questions_are_answered(make):
    one = make(history_fault=DatabaseLockedError("Locked.", "Wait."))
    with pytest.raises(DatabaseLockedError):
        one.session.open_history()
    reply, problem = one.ask("how?")
    assert reply.answer.startswith("Yes")
    assert problem is None
    with pytest.raises(DatabaseLockedError):
        one.session.erase_all()


def test_a_history_that_cannot_be_written_is_told_beside_the_answer(make, monkeypatch):
    one = make()
    one.session.open_history()

    def full(*args, **kwargs):
        raise DiskFullError("Full.", "Free some space.")

    monkeypatch.setattr(HistoryStore, "add_reply", full)
    reply, problem = one.ask("how?")
    assert reply.answer
    assert isinstance(problem, DiskFullError)


@pytest.fixture
def disk(monkeypatch):
    """A disk that is full while its flag is set."""
    state = {"full": False}

    def limited(name):
        write = getattr(HistoryStore, name)

        def writes(*args, **kwargs):
            if state["full"]:
                raise DiskFullError("Full.", "Free some space.")
            return write(*args, **kwargs)

        monkeypatch.setattr(HistoryStore, name, writes)

    for name in ("start_conversation", "add_question", "add_reply", "revise_question"):
        limited(name)
    return state


def written(made):
    """What is in the database: questions and answers, the conversation used last first."""
    with contextlib.closing(HistoryStore(made.database)) as store:
        return [
            [(one.question, bool(one.reply)) for one in store.exchanges(found.id)]
            for found in store.conversations()
        ]


def test_what_waits_goes_with_its_conversation_and_is_kept_there(make, disk):
    one = make()
    one.session.open_history()
    one.ask("first")
    first = one.session.conversation_id
    disk["full"] = True
    assert isinstance(one.ask("second")[1], DiskFullError)
    one.session.new()
    assert one.session.messages == ()
    assert isinstance(one.ask("elsewhere")[1], DiskFullError)
    opened = one.session.open(first)
    assert [(e.question, bool(e.reply)) for e in opened.exchanges] == [
        ("first", True),
        ("second", True),
    ]
    assert [m.content for m in one.session.messages if m.role == "user"] == ["first", "second"]
    with pytest.raises(DiskFullError):
        one.session.keep_again()
    disk["full"] = False
    one.session.keep_again()
    assert one.session.conversation_id == first
    assert sorted(written(one)) == [[("elsewhere", True)], [("first", True), ("second", True)]]


def test_other_words_that_could_not_be_kept_are_kept_later(make, disk):
    one = make()
    one.session.open_history()
    one.ask("first")
    disk["full"] = True
    _, problem = one.ask("in other words", again=True)
    assert isinstance(problem, DiskFullError)
    assert written(one) == [[("first", True)]]
    opened = one.session.open(one.session.conversation_id)
    assert [e.question for e in opened.exchanges] == ["in other words"]
    disk["full"] = False
    one.session.new()
    assert written(one) == [[("in other words", True)]]


def test_what_waits_is_kept_when_the_window_is_closed(make, disk):
    one = make()
    one.session.open_history()
    disk["full"] = True
    one.ask("first")
    one.session.new()
    disk["full"] = False
    one.session.close()
    assert written(one) == [[("first", True)]]


@pytest.mark.parametrize("way", ["deleted", "erased"])
def test_what_waits_of_a_conversation_that_is_deleted_is_not_written(make, disk, way):
    one = make()
    one.session.open_history()
    one.ask("planted")
    first = one.session.conversation_id
    disk["full"] = True
    one.ask("planted too")
    one.session.new()
    if way == "deleted":
        one.session.archive.delete(first)
    else:
        one.session.erase_all()
    disk["full"] = False
    one.ask("something else")
    one.session.close()
    assert written(one) == [[("something else", True)]]


@pytest.mark.parametrize(
    ("fault", "absent"),
    [
        (NotInstalledError("Not there.", "Install it."), True),
        (ModelFileError("/m", "is cut short", "Install it again.", code="truncated"), False),
        (AccessError("No.", "Yes."), False),
    ],
)
def test_a_model_that_cannot_be_used_is_a_condition(make, fault, absent):
    one = make(engine_fault=fault)
    one.session.open_history()
    condition = one.session.open_engine()
    assert (condition.ready, condition.absent, condition.problem) == (False, absent, fault)
    assert one.ask("how?")[0].answer
    one.engine_fault = None
    assert one.session.open_engine().ready


def test_deleting_forgets_the_saved_states(make):
    one = make()
    one.session.open_history()
    one.session.open_engine()
    one.ask("planted question")
    kept = one.session.conversation_id
    assert one.session.leave_and_delete(kept).exchanges == ()
    assert one.backend.forgotten == [kept]
    assert titles(one) == []
    assert one.session.conversation_id is None
    assert one.session.archive.finish_deletions([kept]) is None
    assert b"planted" not in one.database.read_bytes()
    one.ask("another")
    one.session.erase_all()
    assert one.backend.forgotten == [kept, kept, None]


def test_what_is_deleted_beside_the_talk_can_be_restored(make):
    one = make()
    one.session.open_history()
    one.session.open_engine()
    one.ask("first")
    first = one.session.conversation_id
    one.session.new()
    one.ask("second")
    second = one.session.conversation_id
    one.session.archive.delete(first)
    assert one.session.conversation_id == second
    assert [found.id for found in one.session.archive.find("", None).found] == [second]
    assert one.session.archive.restore([first]) == [first]
    assert one.session.open(first).exchanges[0].question == "first"
    assert one.session.leave_and_delete(second) is None
    assert one.session.conversation_id == first


def test_a_closed_window_completes_what_was_deleted(make):
    one = make()
    one.session.open_history()
    one.ask("planted question")
    one.session.leave_and_delete(one.session.conversation_id)
    one.session.close()
    assert not [file for file in one.database.parent.iterdir() if b"planted" in file.read_bytes()]


def test_the_next_start_completes_what_was_deleted(make):
    one = make()
    one.session.open_history()
    one.ask("planted question")
    deleted = one.session.conversation_id
    one.session.leave_and_delete(deleted)
    two = make()  # the first never came to its end
    assert two.session.open_history() == OpenedConversation()
    assert two.forgotten == [deleted]
    assert not [file for file in one.database.parent.iterdir() if b"planted" in file.read_bytes()]


def test_a_start_that_cannot_complete_it_says_so_and_works(make, monkeypatch):
    one = make()
    one.session.open_history()
    one.ask("stays")
    fault = DatabaseLockedError("In use.", "Wait.")

    def locked(*args):
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(HistoryStore, "finish_deletions", locked)
        two = make()
        opened = two.session.open_history()
    assert opened.problem is fault
    assert [one.question for one in opened.exchanges] == ["stays"]


def test_titles_and_texts_of_what_is_kept(make):
    one = make()
    with pytest.raises(NotInstalledError):
        one.session.archive.find("", None)
    assert one.session.archive.finish_deletions() is None
    one.session.open_history()
    one.ask("how?")
    kept = one.session.conversation_id
    assert one.session.archive.rename(kept, "Mine") == "Mine"
    assert [found.title.text for found in one.session.archive.find("mine", None).found] == ["Mine"]
    assert one.session.archive.export(kept, "markdown").startswith("# Mine")


def test_retention_forgets_too_before_any_engine_runs(make, monkeypatch):
    one = make(retention=30)
    monkeypatch.setattr(HistoryStore, "apply_retention", lambda self, days, now=None: ["old"])
    one.session.open_history()
    assert one.forgotten == ["old"]


def test_without_a_model_saved_states_are_forgotten_all_the_same(make):
    one = make(engine_fault=NotInstalledError("Not there.", "Install it."))
    one.session.open_history()
    one.session.open_engine()
    one.ask("planted question")
    kept = one.session.conversation_id
    one.session.leave_and_delete(kept)
    one.session.erase_all()
    assert one.forgotten == [kept, None]


@pytest.mark.parametrize(
    "fault", [DatabaseLockedError("In use.", "Wait."), DiskFullError("F", "S")]
)
def test_a_wipe_that_has_to_wait_forgets_and_is_told(make, monkeypatch, fault):
    one = make()
    one.session.open_history()
    one.session.open_engine()
    one.ask("how?")
    kept = one.session.conversation_id

    def busy(*args):
        raise fault

    monkeypatch.setattr(store, "wipe_deleted", busy)
    one.session.leave_and_delete(kept)
    assert one.session.archive.finish_deletions([kept]) is fault
    assert titles(one) == []
    one.ask("again?")
    assert one.session.erase_all().problem is fault
    assert one.backend.forgotten == [kept, None]


def test_what_could_not_be_deleted_is_forgotten_and_stays_open(make, monkeypatch):
    one = make()
    one.session.open_history()
    one.session.open_engine()
    one.ask("how?")
    kept = one.session.conversation_id

    def locked(*args):
        raise DatabaseLockedError("In use.", "Wait.")

    monkeypatch.setattr(HistoryStore, "hide", locked)
    monkeypatch.setattr(HistoryStore, "erase_all", locked)
    with pytest.raises(DatabaseLockedError):
        one.session.leave_and_delete(kept)
    with pytest.raises(DatabaseLockedError):
        one.session.erase_all()
    assert one.session.conversation_id == kept
    assert one.backend.forgotten == [kept, None]


def test_a_conversation_that_another_window_deleted_is_forgotten(make):
    one = make()
    one.session.open_history()
    one.session.open_engine()
    one.ask("planted")
    kept = one.session.conversation_id
    other = HistoryStore(one.database)
    other.delete(kept)
    assert one.session.leave_and_delete(kept) is not None
    assert one.backend.forgotten == [kept]
    one.ask("second")
    second = one.session.conversation_id
    other.erase_all()
    _, problem = one.ask("third")
    assert problem is None
    assert one.made[-1][1] == ()  # nothing of what was erased is told to the model
    assert one.backend.forgotten == [kept, second]
    assert [c.title for c in other.conversations()] == ["third"]
    other.close()


def test_a_conversation_erased_while_it_is_answered_leaves_no_state(make):
    one = make()
    one.session.open_history()
    one.session.open_engine()
    other = HistoryStore(one.database)

    def erased(question):
        other.erase_all()
        return archived(question)

    one.talk.script = erased
    reply, problem = one.ask("planted")
    assert reply.answer
    assert problem is None
    assert len(one.backend.forgotten) == 1
    assert one.session.conversation_id is None
    other.close()


def test_conversations_are_taken_up_one_by_one(make):
    one = make()
    one.session.open_history()
    one.ask("first")
    first = one.session.conversation_id
    one.session.new()
    one.ask("second")
    assert titles(one) == ["second", "first"]
    assert one.session.open(first).exchanges[0].question == "first"
    assert next(m.content for m in one.session.messages) == "first"


def test_stopping_before_the_answer_began(make):
    one = make()
    one.session.open_history()
    stop = threading.Event()
    stop.set()
    reply, _ = one.session.ask("how?", lambda event: None, stop)
    assert reply is None
    assert one.talk.asked == []


def test_stopping_reaches_an_answer_that_has_just_begun(make):
    one = make()
    stop = threading.Event()
    seen: list[str] = []

    def heard(event):
        if isinstance(event, TextDelta):
            seen.append(event.text)
            stop.set()

    reply, _ = one.session.ask("how?", heard, stop)
    assert len(seen) <= 3
    assert len(reply.answer) < 40


def test_a_question_that_cannot_be_asked_is_an_error(make):
    one = make()
    one.session.open_history()

    def refuse(question):
        raise QuestionError("Too long.", "Shorten it.")

    one.talk.script = refuse
    with pytest.raises(QuestionError):
        one.ask("x" * 5000)
