"""Verdicts on answers, questions in other words, and drafts: kept with their conversation and gone with it."""

from __future__ import annotations

import json

import pytest

from supportbot.errors import NotInstalledError
from supportbot.history import HistoryStore, Verdict
from supportbot.history.feedback import LONGEST_REMARK
from tests.history.talks import DAY, NOW, a_reply, files_with, say

WRONG = Verdict(helpful=False, reasons=("wrong", "unclear"), remark="Menü planted\nsecond line")


@pytest.fixture
def store(tmp_path):
    made = HistoryStore(tmp_path / "history.sqlite3")
    yield made
    made.close()


def answered(store, question="how?", reply_id="r1", *, at=None):
    """A conversation with one answer; its id and the question's."""
    kept = store.start_conversation("linear", at)
    question_id = store.add_question(kept, question, at)
    store.add_reply(kept, question_id, a_reply(question, id=reply_id), (1,), at)
    return kept, question_id


def test_a_verdict_is_kept_changed_and_taken_back(store):
    kept, _ = answered(store)
    store.judge(kept, "r1", Verdict(helpful=True))
    assert store.exchanges(kept)[0].verdict == Verdict(helpful=True)
    store.judge(kept, "r1", WRONG)
    assert store.exchanges(kept)[0].verdict == WRONG
    store.judge(kept, "r1", None)
    assert store.exchanges(kept)[0].verdict is None


def test_a_verdict_is_on_one_answer_only(store):
    kept, _ = answered(store)
    second = store.add_question(kept, "and?")
    store.add_reply(kept, second, a_reply("and?", id="r2"), ())
    store.judge(kept, "r2", WRONG)
    assert [one.verdict for one in store.exchanges(kept)] == [None, WRONG]


def test_a_verdict_on_what_is_gone_is_an_error(store):
    kept, question_id = answered(store)
    for conversation, reply in ((kept, "r9"), ("nowhere", "r1")):
        with pytest.raises(NotInstalledError):
            store.judge(conversation, reply, WRONG)
    store.add_reply(kept, question_id, a_reply("how?", id="r2"), ())
    with pytest.raises(NotInstalledError):
        store.judge(kept, "r1", WRONG)
    store.hide(kept)
    with pytest.raises(NotInstalledError):
        store.judge(kept, "r2", WRONG)


def test_another_answer_has_no_verdict_yet(store):
    kept, question_id = answered(store)
    store.judge(kept, "r1", WRONG)
    store.add_reply(kept, question_id, a_reply("how?", "Otherwise.", id="r2"), ())
    assert [(one.reply["answer"], one.verdict) for one in store.exchanges(kept)] == [
        ("Otherwise.", None)
    ]


def test_an_endless_remark_is_cut_and_half_a_character_survives(store):
    kept, _ = answered(store)
    store.judge(kept, "r1", Verdict(helpful=False, remark="\ud800" + "x" * 5_000))
    assert len(store.exchanges(kept)[0].verdict.remark) == LONGEST_REMARK


def test_a_verdict_is_exported_with_its_answer(store):
    kept, _ = answered(store)
    store.judge(kept, "r1", WRONG)
    document = json.loads(store.export(kept, "jsonl"))
    assert document["exchanges"][0]["verdict"] == {
        "helpful": False,
        "reasons": ["wrong", "unclear"],
        "remark": "Menü planted\nsecond line",
    }
    text = store.export(None, "markdown")
    assert "*Found not helpful (wrong, unclear)*" in text
    assert "> Menü planted\n> second line" in text


@pytest.mark.parametrize("way", ["delete", "hidden", "retention", "everything"])
def test_nothing_of_a_verdict_or_a_draft_is_left(store, tmp_path, way):
    kept, _ = answered(store, at=NOW - 40 * DAY)
    store.judge(kept, "r1", WRONG)
    store.put_draft(kept, "planted half of a question")
    if way == "delete":
        store.delete(kept)
    elif way == "hidden":
        store.hide(kept)
        store.finish_deletions()
    elif way == "retention":
        assert store.apply_retention(30, NOW) == [kept]
    else:
        store.put_draft(None, "planted without a conversation")
        store.erase_all()
        assert store.draft(None) == ""
    assert store.draft(kept) == ""
    assert files_with("planted", tmp_path) == []


# --------------------------------------------------------------------------- other words


def test_a_question_in_other_words_has_no_answer_yet_and_is_found(store):
    kept, question_id = answered(store, "how do I archve?")
    store.judge(kept, "r1", WRONG)
    store.revise_question(kept, question_id, "how do I archive?")
    only = store.exchanges(kept)[0]
    assert (only.question, only.reply, only.verdict) == ("how do I archive?", None, None)
    assert [one.title.text for one in store.find("archive").found] == ["how do I archive?"]
    assert store.find("archve").found == ()
    assert store.find("settings").found == ()  # what the old answer said


def test_a_title_that_somebody_gave_and_that_of_another_question_stay(store):
    kept = say(store, "first", "second")
    second = store.exchanges(kept)[1].question_id
    store.revise_question(kept, second, "other words")
    assert store.conversations()[0].title == "first"
    given, question_id = answered(store, "mine")
    store.rename(given, "mine")
    store.revise_question(given, question_id, "other words")
    assert {one.title for one in store.conversations()} == {"first", "mine"}


def test_a_question_that_is_gone_cannot_be_changed(store):
    kept, question_id = answered(store)
    with pytest.raises(NotInstalledError):
        store.revise_question(kept, question_id + 1, "x")
    store.delete(kept)
    with pytest.raises(NotInstalledError):
        store.revise_question(kept, question_id, "x")


# --------------------------------------------------------------------------- drafts


def test_each_conversation_has_its_draft_and_one_has_none_yet(store):
    kept, _ = answered(store)
    store.put_draft(kept, "half of")
    store.put_draft(None, "a new")
    store.put_draft(kept, "half of a question")
    assert (store.draft(kept), store.draft(None)) == ("half of a question", "a new")
    store.put_draft(kept, " \n")
    store.put_draft(None, "")
    assert (store.draft(kept), store.draft(None)) == ("", "")


def test_a_draft_comes_too_late_for_a_conversation_that_is_gone(store):
    kept, _ = answered(store)
    store.hide(kept)
    store.put_draft(kept, "typed before it was deleted")
    store.restore([kept])
    assert store.draft(kept) == "typed before it was deleted"
    store.delete(kept)
    store.put_draft(kept, "late")
    assert store.draft(kept) == ""


def test_a_draft_nobody_came_back_to_is_not_kept_for_ever(store):
    store.put_draft(None, "old", NOW - 40 * DAY)
    store.apply_retention(60, NOW)
    assert store.draft(None) == "old"
    store.apply_retention(30, NOW)
    assert store.draft(None) == ""
