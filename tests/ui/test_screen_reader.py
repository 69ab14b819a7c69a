"""A customer who sees nothing: the program itself, by keyboard, read over the accessibility bus."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from supportbot.history import HistoryStore
from supportbot.paths import AppPaths
from supportbot.ui.first_words import greeting_of
from tests.support.desktop import desktop
from tests.support.screen_reader import Accessible, ScreenReader
from tests.ui.scripted import TALKS, reply

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is what Linux has"),
    pytest.mark.process,
    pytest.mark.timeout(900),
]

SOON_S, WRITTEN_S = 120, 300
OLD = "where did the archived issue go?"


class Customer:
    """At the keyboard of the program, with a screen reader."""

    def __init__(self, on, reader: ScreenReader) -> None:
        self.reader = reader
        self.program = reader.until(reader.applications, SOON_S, "the program is on the bus")[0]
        self.window = reader.until(lambda: self.program.children, SOON_S, "it has a window")[0]
        self.press, self.write = on.press, on.write
        self._heard = 0

    def sees(self, role: str, name: str) -> Accessible:
        """Wait for a thing to be there."""
        what = f"{role} {name!r} is there"
        return self.reader.until(lambda: self.window.find(role, name), SOON_S, what)

    def misses(self, role: str, name: str) -> None:
        """Wait for a thing to be gone."""
        what = f"{role} {name!r} is gone"
        self.reader.until(lambda: self.window.find(role, name) is None, SOON_S, what)

    def is_at(self, role: str, name: str) -> Accessible:
        """Wait for the focus to be at a thing whose name begins so."""

        def there():
            at = self.reader.focus
            found = at is not None and "focused" in at.states
            return at if found and at.role == role and at.name.startswith(name) else None

        return self.reader.until(there, SOON_S, f"the focus is at {role} {name!r}")

    def until(self, true, what: str) -> None:
        """Wait for something."""
        self.reader.until(true, SOON_S, what)

    def answers(self) -> list[str]:
        """The text of every answer that is seen."""
        return [one.text.strip() for one in self.window.tree() if one.name == "Answer"]

    def heard_all(self) -> bool:
        """Whether nothing more was said than was heard."""
        return len(self.reader.announcements) == self._heard

    def hears(self, limit_s: float = SOON_S) -> str:
        """Wait for the next announcement."""
        said = self.reader.announcements
        self.reader.until(lambda: len(said) > self._heard, limit_s, "something is said")
        self._heard += 1
        return said[self._heard - 1]

    def tabs_through(self, count: int, key: str = "Tab") -> list[str]:
        """The names of what Tab reaches one after the other."""
        names = []
        for _ in range(count):
            before = self.reader.focus
            self.press(key)
            self.reader.until(lambda b=before: self.reader.focus != b, SOON_S, f"{key} goes on")
            names.append(self.reader.focus.name)
        return names


@pytest.fixture
def data(tmp_path):
    """A data folder with conversations of some days."""
    folder = tmp_path / "data"
    paths = AppPaths(folder).create()
    store = HistoryStore(paths.database)
    now = dt.datetime.now(dt.UTC).astimezone()
    for days, _, question, answer in TALKS:
        at = now - dt.timedelta(days=days)
        conversation_id = store.start_conversation("linear", at)
        question_id = store.add_question(conversation_id, question, at)
        store.add_reply(conversation_id, question_id, reply(question, answer), (), at)
    store.close()
    return folder


@pytest.fixture
def customer(data, pack):
    """The program, running, and its window at the keyboard."""
    with desktop() as on:
        reader = ScreenReader(on.accessibility_bus)
        command = [sys.executable, "-m", "supportbot", "--data-dir", str(data)]
        program = subprocess.Popen(command, env=on.environment, stderr=subprocess.PIPE, text=True)
        try:
            customer = Customer(on, reader)
            on.activate(pack.product.name)
            yield customer
            assert program.poll() is None
        finally:
            program.terminate()
            _, complaints = program.communicate(timeout=60)
            reader.close()
        assert "Traceback" not in complaints, complaints


def test_a_journey_by_ear_and_keyboard(customer, data, pack):
    assert (customer.window.role, customer.window.name) == ("frame", pack.product.name)
    customer.is_at("text", "Your question")
    customer.until(customer.answers, "the last conversation is open")
    reads_the_greeting(customer, pack)
    hears_a_vetted_answer(customer, pack)
    hears_a_written_answer(customer, pack)
    changes_what_a_person_gets_and_thinks_better_of_it(customer)
    finds_an_old_conversation(customer)
    erases_everything(customer, data)
    assert customer.heard_all()


def reads_the_greeting(customer, pack):
    customer.press("ctrl+n")
    title, text = greeting_of(pack)
    customer.sees("label", title)
    customer.sees("label", text)
    for question in pack.product.brand.starter_questions:
        customer.sees("push button", question)
    customer.sees("push button", "Talk to a human")
    customer.is_at("text", "Your question")


def asks(customer, question):
    customer.write(question)
    field = customer.is_at("text", "Your question")
    customer.until(lambda: field.text == question, "the question is in the field")
    customer.press("Return")


def hears_a_vetted_answer(customer, pack):
    vetted = pack.verified[0]
    asks(customer, vetted.questions[0])
    said = customer.hears()
    assert said == vetted.answer.replace("**", "")
    customer.until(lambda: customer.answers()[-1:] == [said], "the same can be read")


def hears_a_written_answer(customer, pack):
    generator = pack.product.models.generator
    if generator is None or not (pack.root / generator.bundled).exists():
        return
    asks(customer, "My colleague keeps moving cards around, who may do that?")
    said = customer.hears(WRITTEN_S)
    last = customer.answers()[-1]
    assert said.startswith(last)
    customer.is_at("text", "Your question")


def changes_what_a_person_gets_and_thinks_better_of_it(customer):
    customer.press("ctrl+shift+h")
    body = customer.is_at("text", "Exactly what will be handed over")
    assert customer.window.find("dialog", "Hand this to Linear support") is not None
    asked = body.text
    customer.press("ctrl+Home")
    customer.write("Please call me. ")
    customer.until(lambda: body.text == "Please call me. " + asked, "the text is changed")
    names = customer.tabs_through(6)
    assert names == [
        "Cancel",
        "Open in e-mail",
        "Close",
        "How it leaves: E-mail",
        "Subject",
        "Exactly what will be handed over",
    ]
    assert customer.tabs_through(3, "shift+Tab") == ["Subject", "How it leaves: E-mail", "Close"]
    customer.press("space")
    customer.misses("dialog", "Hand this to Linear support")
    customer.is_at("text", "Your question")


def finds_an_old_conversation(customer):
    customer.press("ctrl+shift+f")
    customer.is_at("text", "Search")
    customer.write("searchable and wait")
    assert customer.hears() == "1 conversation found"
    customer.press("Down")
    row = customer.is_at("list item", OLD)
    assert "searchable and wait" in row.description
    customer.press("Return")
    customer.misses("panel", "Conversations")
    stays = "Archived issues stay searchable"
    customer.until(lambda: any(stays in one for one in customer.answers()), "it is open")


def erases_everything(customer, data):
    customer.press("ctrl+shift+f")
    customer.is_at("text", "Search")
    assert customer.tabs_through(2, "shift+Tab") == ["Close", "All conversations"]
    customer.press("space")
    customer.press("Up")
    customer.is_at("menu item", "Erase everything…")
    customer.press("Return")
    customer.is_at("push button", "Cancel")
    assert customer.tabs_through(1) == ["Erase"]
    customer.press("space")
    assert customer.hears() == "All conversations are erased."
    customer.sees("label", "No conversations yet")
    kept = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert OLD.encode() not in kept
    assert b"Please call me" not in kept
