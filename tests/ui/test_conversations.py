"""The list of conversations and the undo time, without a window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QLocale

from supportbot.errors import DatabaseLockedError
from supportbot.history import Findings, Found, Passage, Place
from supportbot.ui.conversations import ConversationList, Entry, Heading
from supportbot.ui.days import clock_time, day_title, short_date
from supportbot.ui.deletions import Deletions
from supportbot.ui.exporting import file_name

ZONE = dt.timezone(dt.timedelta(hours=2))
NOW = dt.datetime(2026, 11, 20, 12, 0, tzinfo=ZONE)  # a Friday
LOCKED = DatabaseLockedError("In use.", "Wait.")


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def found(name, days=0.0):
    at = (NOW - dt.timedelta(days=days)).astimezone(dt.UTC)
    return Found(name, Passage(name, ((0, 1),)), Passage(f"about {name}"), at)


class Shelf:
    """A history that finds what it is told to, when it is told to."""

    def __init__(self, *, at_once=True):
        self.kept: tuple[Found, ...] = ()
        self.page = 100
        self.fault = None
        self.asked: list[str] = []
        self.at_once = at_once
        self.waiting = []

    def find(self, needle, place):
        self.asked.append(needle)
        if self.fault is not None:
            raise self.fault
        hits = tuple(one for one in self.kept if needle in one.id)
        start = place.row if place else 0
        end = start + self.page
        return Findings(hits[start:end], Place(row=end) if end < len(hits) else None)

    def run(self, operation):
        if self.at_once:
            perform(operation)
        else:
            self.waiting.append(operation)

    def go_on(self):
        perform(self.waiting.pop(0))


def perform(operation):
    try:
        result = operation.op()
    except DatabaseLockedError as err:
        operation.failure(err)
    else:
        operation.success(result)


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def conversations(shelf, qapp):
    return ConversationList(shelf.find, shelf.run, lambda: NOW)


def shown(conversations):
    return [f"# {row.text}" if isinstance(row, Heading) else row.id for row in conversations.rows()]


# --------------------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("days", "hours", "title", "short"),
    [
        (0, 0, "Today", "12:00"),
        (0, 11.9, "Today", "00:06"),
        (0, 12.1, "Yesterday", "Yesterday"),
        (-1, 0, "Today", "12:00"),  # a clock that was wrong
        (2, 0, "Wednesday", "Wednesday"),
        (6, 0, "Saturday", "Saturday"),
        (7, 0, "13 November", "13 Nov"),
        (400, 0, "16 October 2025", "16 Oct 2025"),
    ],
)
def test_days_as_people_say_them(qapp, days, hours, title, short):
    when = NOW - dt.timedelta(days=days, hours=hours)
    assert day_title(when, NOW) == title
    assert short_date(when, NOW) == short
    assert clock_time(NOW) == "12:00"


# --------------------------------------------------------------------------- rows


def test_conversations_stand_under_their_days(conversations, shelf):
    shelf.kept = (found("a"), found("b", 0.1), found("c", 1), found("d", 60), found("e", 60))
    conversations.refresh()
    assert shown(conversations) == [
        "# Today", "a", "b", "# Yesterday", "c", "# 21 September", "d", "e",
    ]  # fmt: skip
    entry = conversations.rows()[1]
    assert isinstance(entry, Entry)
    assert (entry.when, entry.spoken) == ("12:00", "a, Today 12:00")


def test_the_day_is_the_readers(conversations, shelf):
    shelf.kept = (found("late", 13 / 24),)  # 23:00 there, 21:00 in UTC
    conversations.refresh()
    assert shown(conversations) == ["# Yesterday", "late"]
    assert conversations.rows()[1].when == "23:00"


def test_what_a_search_found_has_dates_and_no_headings(conversations, shelf, qtbot):
    shelf.kept = (found("ab"), found("x"), found("abc", 3))
    with qtbot.waitSignal(conversations.found) as told:
        conversations.search("  ab ")
    assert told.args == [2, False]
    assert shown(conversations) == ["ab", "abc"]
    assert [row.when for row in conversations.rows()] == ["12:00", "Tuesday"]
    assert conversations.rows()[1].title.hits == ((0, 1),)
    conversations.search("")
    assert shown(conversations) == ["# Today", "ab", "x", "# Tuesday", "abc"]


def test_the_open_one_is_marked(conversations, shelf, qtbot):
    shelf.kept = (found("a"), found("b"))
    conversations.refresh()
    with qtbot.waitSignal(conversations.changed):
        conversations.set_open("b")
    assert [row.open for row in conversations.rows()[1:]] == [False, True]
    with qtbot.assertNotEmitted(conversations.changed):
        conversations.set_open("b")


def test_what_there_is_to_say_without_rows(conversations, shelf):
    assert conversations.condition == "unknown"
    conversations.refresh()
    assert (conversations.condition, conversations.message[0]) == (
        "none_kept",
        "No conversations yet",
    )
    conversations.search("moth")
    assert conversations.condition == "none_found"
    assert "“moth”" in conversations.message[1]
    shelf.fault = LOCKED
    conversations.search("moths")
    assert (conversations.condition, conversations.message[1]) == ("failed", "In use. Wait.")
    shelf.fault = None
    shelf.kept = (found("a"),)
    conversations.search("")
    assert conversations.condition == "listed"


def test_more_comes_page_by_page_and_stays_when_it_is_looked_at_again(conversations, shelf):
    shelf.page = 2
    shelf.kept = tuple(found(name) for name in "abcde")
    conversations.refresh()
    assert shown(conversations) == ["# Today", "a", "b"]
    conversations.load_more()
    conversations.load_more()
    conversations.load_more()
    assert shown(conversations) == ["# Today", *"abcde"]
    shelf.kept = (found("new"), *shelf.kept)
    conversations.refresh()
    assert shown(conversations) == ["# Today", "new", *"abcde"]


def test_a_page_that_overlaps_brings_nothing_twice(conversations, shelf):
    shelf.page = 2
    shelf.kept = tuple(found(name) for name in "abcd")
    conversations.refresh()
    shelf.kept = (found("new"), *shelf.kept)
    conversations.load_more()
    assert shown(conversations) == ["# Today", *"abc"]


def test_what_is_deleted_is_out_at_once(conversations, shelf):
    shelf.kept = (found("a"), found("b", 1))
    conversations.refresh()
    conversations.take_out("a")
    assert shown(conversations) == ["# Yesterday", "b"]
    conversations.take_out("b")
    assert conversations.condition == "none_kept"


def test_only_the_last_of_what_was_typed_is_looked_for(qapp, qtbot):
    shelf = Shelf(at_once=False)
    shelf.kept = (found("arch"), found("a"))
    conversations = ConversationList(shelf.find, shelf.run, lambda: NOW)
    for needle in ("a", "ar", "arc", "arch"):
        conversations.search(needle)
    assert conversations.looking
    with qtbot.assertNotEmitted(conversations.changed):
        shelf.go_on()  # what was found for "a" is not wanted any more
    shelf.go_on()
    assert shelf.asked == ["a", "arch"]
    assert shown(conversations) == ["arch"]
    assert not conversations.looking


def test_a_late_failure_of_an_earlier_needle_is_put_away(qapp):
    shelf = Shelf(at_once=False)
    conversations = ConversationList(shelf.find, shelf.run, lambda: NOW)
    conversations.search("a")
    conversations.search("b")
    shelf.fault = LOCKED
    shelf.go_on()
    assert conversations.condition == "unknown"
    shelf.fault = None
    shelf.go_on()
    assert conversations.condition == "none_found"


# --------------------------------------------------------------------------- deleting with undo


class Bin:
    """What can be restored and finished."""

    def __init__(self):
        self.restored, self.finished = [], []
        self.fault = self.problem = None

    def restore(self, ids):
        if self.fault is not None:
            raise self.fault
        self.restored.append(tuple(ids))
        return list(ids)

    def finish(self, ids):
        self.finished.append(tuple(ids))
        return self.problem


@pytest.fixture
def basket():
    return Bin()


@pytest.fixture
def time_passes(qapp, qtbot):
    """Lets as much time pass as there is to undo something, and more."""

    def passes():
        other = Bin()
        Deletions(other.restore, other.finish, perform, undo_s=0.1, parent=qapp).add("other")
        qtbot.waitUntil(lambda: bool(other.finished))

    return passes


@pytest.fixture
def deletions(basket, qapp):
    return Deletions(basket.restore, basket.finish, perform, undo_s=0.05)


def test_after_the_undo_time_it_is_finished_once(deletions, basket, qtbot):
    deletions.add("a")
    assert (deletions.waiting, deletions.sentence) == (("a",), "Conversation deleted")
    deletions.add("b")
    assert deletions.sentence == "2 conversations deleted"
    qtbot.waitUntil(lambda: deletions.waiting == ())
    assert basket.finished == [("a", "b")]
    deletions.undo()
    assert basket.restored == []


def test_undo_brings_all_of_them_back(deletions, basket, qtbot, time_passes):
    deletions.add("a")
    deletions.add("b")
    with qtbot.waitSignal(deletions.restored) as told:
        deletions.undo()
    assert told.args[0] == ["a", "b"]
    assert deletions.waiting == ()
    time_passes()
    assert basket.finished == []


def test_what_cannot_be_brought_back_still_can(deletions, basket, qtbot):
    deletions.add("a")
    basket.fault = LOCKED
    with qtbot.waitSignal(deletions.restoring_failed) as told:
        deletions.undo()
    assert told.args[0] is LOCKED
    assert deletions.waiting == ("a",)
    basket.fault = None
    deletions.undo()
    assert basket.restored == [("a",)]


def test_no_time_passes_while_somebody_is_at_the_button(deletions, basket, qtbot, time_passes):
    deletions.add("a")
    deletions.hold(held=True)
    time_passes()
    assert deletions.waiting == ("a",)
    deletions.hold(held=False)
    qtbot.waitUntil(lambda: basket.finished == [("a",)])


def test_erasing_that_waits_is_told(deletions, basket, qtbot):
    basket.problem = LOCKED
    with qtbot.waitSignal(deletions.erasing_waits) as told:
        deletions.add("a")
    assert told.args[0] is LOCKED


def test_what_was_erased_with_everything_is_not_finished_again(deletions, basket, time_passes):
    deletions.add("a")
    deletions.forget()
    time_passes()
    assert basket.finished == []


# --------------------------------------------------------------------------- names of files


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("How do I archive?", "How do I archive.md"),
        ("a/b\\c: <d>", "a b c d.md"),
        ("...", "Conversation.md"),
        ("x" * 100, "x" * 60 + ".md"),
        (None, "Conversations.md"),
    ],
)
def test_a_name_to_propose(qapp, title, name):
    assert file_name(title, "markdown") == name
    assert file_name("課題", "jsonl") == "課題.jsonl"
