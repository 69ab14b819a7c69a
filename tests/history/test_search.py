"""Finding conversations by any part of what was said in them."""

from __future__ import annotations

import itertools
import sqlite3

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from supportbot.history import HistoryStore
from supportbot.history.folding import fold, hits, terms_of
from tests.history.talks import DAY, NOW, a_reply, say


@pytest.fixture
def file(tmp_path):
    return tmp_path / "history.sqlite3"


@pytest.fixture
def store(file):
    store = HistoryStore(file)
    yield store
    store.close()


def ids(store, needle, **options):
    return [one.id for one in store.find(needle, **options).found]


def marked(passage):
    return [passage.text[first:end] for first, end in passage.hits]


# --------------------------------------------------------------------------- what is found


@pytest.mark.parametrize(
    "needle",
    [
        "archive",
        "ARCHIVE",
        "chiv",
        "rch",
        "v",
        "iv",
        "several issues",
        "issues several",  # any order
        "action toolbar",
        "archive in",  # stars between them are not seen by whoever reads
        "shift-click",  # nor are backticks
        "  archive  ",
    ],
)
def test_any_part_of_a_question_or_its_answer(store, needle):
    wanted = say(
        store,
        (
            "how do I archive several issues",
            "Select with `Shift`-click, choose **Archive** in the action toolbar",
        ),
    )
    say(store, ("who pays?", "you do."))
    assert ids(store, needle) == [wanted]


@pytest.mark.parametrize(
    ("said", "needle"),
    [
        ("課題をまとめてアーカイブする方法", "アーカイブ"),
        ("課題をまとめてアーカイブする方法", "課題"),
        ("課題をまとめてアーカイブする方法", "方法"),
        ("課題をまとめてアーカイブする方法", "法"),
        ("如何批量归档问题？", "归档"),
        ("如何批量归档问题？", "档"),
        ("Größe ändern", "grosse"),
        ("Größe ändern", "GRÖSSE"),
        ("Größe ändern", "a\u0308ndern"),
        ("naïve café", "cafe"),
        ("Ёлка", "елка"),
        ("ＡＰＩのｷｰ", "apiのキー"),
        ("كَيفَ أُؤَرشِفُ", "كيف"),
        ("emoji 🧑‍🚀 here", "🚀"),
        ('say "hello" now', '"hello"'),
        ("100% of it", "0%"),
        ("a_b", "_"),
        ("* and NOT or", "not OR"),
        ("end'--", "'--"),
    ],
)
def test_scripts_and_signs(store, said, needle):
    wanted = say(store, (said, None))
    say(store, ("something else", "entirely"))
    assert ids(store, needle) == [wanted]


def test_letters_that_only_look_alike_are_told_apart(store):
    say(store, ("か", None))
    assert ids(store, "が") == []


def test_all_words_stand_in_one_question_with_its_answer(store):
    both = say(store, ("about guests", "They see private teams."))
    say(store, ("about guests", "They are welcome."), ("and private?", "Teams may be."))
    assert ids(store, "guests private") == [both]


def test_nothing_is_searched_for_without_a_sign(store):
    first, second = say(store, "one", at=NOW), say(store, "two", at=NOW + DAY)
    for needle in ("", "   ", "**", "\u0301"):
        assert ids(store, needle) == [second, first]


def test_what_was_said_last_is_first(store):
    old = say(store, "guests one", at=NOW)
    new = say(store, "guests two", at=NOW + DAY)
    assert ids(store, "guests") == [new, old]
    store.add_question(old, "and guests again", NOW + 2 * DAY)
    store.add_question(new, "and something else", NOW + 3 * DAY)
    assert ids(store, "guests") == [old, new]
    assert [one.at for one in store.find("guests").found] == [NOW + 2 * DAY, NOW + DAY]


def test_a_regenerated_answer_takes_the_place_of_the_earlier_one(store):
    conversation_id = say(store, ("how?", "Like a zebra."))
    (exchange,) = store.exchanges(conversation_id)
    reply = a_reply("how?", "Like a giraffe.")
    store.add_reply(conversation_id, exchange.question_id, reply, ())
    assert ids(store, "giraffe") == [conversation_id]
    assert ids(store, "zebra") == []


def test_a_very_long_needle(store):
    text = " ".join(f"word{number}" for number in range(2_000)) + " " + "x" * 3_000
    wanted = say(store, (text, None))
    assert ids(store, text) == [wanted]
    assert ids(store, text + "y") == []


# --------------------------------------------------------------------------- any substring


@settings(max_examples=150)
@example(message="\x00ab", start=0, length=3)
@example(message="x\ufffe\uffff", start=1, length=2)
@example(message="İﬁßẞ", start=1, length=2)
@example(message="e\u0301\u0323", start=1, length=1)
@example(message="가\u1100\u1161", start=1, length=1)
@given(
    message=st.text(min_size=1, max_size=40),
    start=st.integers(0, 39),
    length=st.integers(1, 40),
)
def test_any_part_of_a_message_finds_its_conversation(store, message, start, length):
    start %= len(message)
    part = message[start : start + length]
    asked = say(store, (message, None))
    answered = say(store, ("what?", message))
    found = ids(store, part, limit=1_000)
    assert asked in found
    assert answered in found
    store.delete(asked)
    store.delete(answered)


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_fold_of_a_part_is_a_part_of_the_fold(one, other):
    assert fold(one) + fold(other) == fold(one + other)
    assert fold(fold(one)) == fold(one)


@given(st.text(max_size=40), st.text(min_size=1, max_size=4))
def test_hits_are_in_order_and_hold_the_terms(text, needle):
    terms = terms_of(needle)
    spans = hits(text, terms)
    assert all(first < end <= len(text) for first, end in spans)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(spans))
    for first, end in spans:
        assert any(term in fold(text[first:end]) for term in terms)
    if any(term.strip() and term in fold(text) for term in terms):
        assert spans


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("Straße", "ss", ["ß"]),
        ("cafe\u0301 now", "café", ["cafe\u0301"]),
        ("aaaa", "aa", ["aaaa"]),
        ("one two one", "one", ["one", "one"]),
        ("🧑‍🚀 and ﬁne", "fin", ["ﬁn"]),
    ],
)
def test_hits(text, needle, found):
    assert [text[a:b] for a, b in hits(text, terms_of(needle))] == found


# --------------------------------------------------------------------------- what is shown of it


def test_title_and_passage_are_marked(store):
    answer = "First of all, " + "and so on, " * 20 + "then choose **Archive** at the bottom."
    say(store, ("Can I archive?", answer))
    (one,) = store.find("archive").found
    assert marked(one.title) == ["archive"]
    assert marked(one.passage) == ["Archive"]
    assert one.passage.text.startswith("…")
    assert "then choose Archive at the bottom." in one.passage.text
    assert one.passage.text.index("Archive") <= 40


def test_the_passage_is_from_the_exchange_that_was_found(store):
    say(store, ("first", "alpha"), ("what about walruses", "They are fine."), ("last", "omega"))
    (one,) = store.find("walrus").found
    assert one.passage.text == "what about walruses"
    assert one.title.text == "first"
    assert one.title.hits == ()


def test_a_list_shows_how_the_last_answer_begins(store):
    say(store, ("how", "1. Press `X`.\n2. See [the page](https://docs.example/page)."))
    say(store, ("open", None))
    without, answered = store.find().found
    assert (without.title.text, without.passage.text) == ("open", "")
    assert answered.passage.text == "Press X. See the page."


# --------------------------------------------------------------------------- pages


@pytest.mark.parametrize("needle", ["", "guests", "g", "gu"])
def test_pages_hold_every_conversation_once_and_in_order(store, needle):
    made = [
        say(store, *["about guests"] * (1 + number % 3), at=NOW + number // 2 * DAY)
        for number in range(23)
    ]
    for conversation_id in made[::5]:
        store.add_question(conversation_id, "guests again", NOW + 100 * DAY)
    whole = ids(store, needle, limit=100)
    assert sorted(whole) == sorted(made)
    paged, place = [], None
    while True:
        page = store.find(needle, place, limit=4)
        paged += [one.id for one in page.found]
        place = page.rest
        if place is None:
            break
        assert len(page.found) == 4
    assert paged == whole


def test_what_stands_everywhere_is_found_without_the_index(store, monkeypatch):
    monkeypatch.setattr("supportbot.history.search._EVERYWHERE", 2)
    made = [say(store, f"zebra {number}") for number in range(5)]
    assert ids(store, "z") == made[::-1]
    assert ids(store, "ze r") == made[::-1]
    assert ids(store, "ze q") == []


# --------------------------------------------------------------------------- titles


def test_a_title_that_was_given_is_found_and_the_question_still_is(store):
    conversation_id = say(store, ("how do I archive", "Press X."))
    assert store.rename(conversation_id, "  Spring\ncleaning ") == "Spring cleaning"
    (one,) = store.find("spring").found
    assert marked(one.title) == ["Spring"]
    assert one.passage.text == "Press X."
    assert ids(store, "archive") == [conversation_id]
    assert store.rename(conversation_id, "Autumn") == "Autumn"
    assert ids(store, "spring") == []
    assert store.rename(conversation_id, " ") == "how do I archive"
    assert ids(store, "autumn") == []
    assert [one.title for one in store.conversations()] == ["how do I archive"]


def test_a_given_title_stays_when_more_is_asked(store):
    conversation_id = say(store, "first")
    store.rename(conversation_id, "Mine")
    store.add_question(conversation_id, "second")
    assert store.find().found[0].title.text == "Mine"


def test_a_title_is_no_longer_than_can_be_shown(store):
    assert len(store.rename(say(store, "x"), "y" * 5_000)) == 200


# --------------------------------------------------------------------------- other programs


def test_what_another_program_kept_is_found(store, file):
    other = HistoryStore(file)
    wanted = say(other, "from elsewhere")
    assert ids(store, "elsewhere") == [wanted]
    other.close()


def test_searching_does_not_wait_for_a_writer(store, file):
    wanted = say(store, "guests")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert ids(store, "guests") == [wanted]
    other.close()
