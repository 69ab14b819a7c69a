"""Searching help pages."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportbot.knowledge import PageSearch, Ranked, passages_of
from tests.knowledge.conftest import page

WORDS = [
    "kettle",
    "water",
    "boil",
    "Größe",
    "descale",
    "50",
    "湯沸かし",
    "清掃",
    "لوحة",
    "vinegar",
    "a",
]
bodies = st.lists(
    st.tuples(
        st.sampled_from(["", "## ", "- ", "> ", "**", "1. "]),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    ),
    max_size=6,
).map(lambda parts: "\n\n".join(mark + " ".join(words) for mark, words in parts))


def ids(hits) -> list[str]:
    return [hit.page_id for hit in hits]


def shown(pieces) -> str:
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in pieces)


# --------------------------------------------------------------------------- what is found


@settings(max_examples=40)
@given(st.lists(bodies, min_size=1, max_size=4), st.data())
def test_every_word_of_a_page_finds_it_and_so_does_its_beginning(texts, data):
    pages = [page(f"p{n}", f"Page {n}", text) for n, text in enumerate(texts)]
    search = PageSearch(pages)
    one = data.draw(st.sampled_from(pages))
    words = re.findall(r"\w+", f"{one.title} {one.body}".replace("1. ", ""))
    word = data.draw(st.sampled_from(words))
    assert one.id in ids(search.search(word))
    beginning = word[: data.draw(st.integers(min(2, len(word)), len(word)))]
    assert one.id in ids(search.search(beginning, typing=True))


def test_every_word_of_an_example_finds_its_page(any_pack):
    drawn = random.Random(7)
    search = PageSearch(any_pack.pages.values())
    for one in any_pack.pages.values():
        plain = "\n".join(f"{p.title} {p.heading} {p.text}" for p in passages_of(one))
        for word in drawn.sample(sorted(set(re.findall(r"\w+", plain))), 3):
            assert one.id in ids(search.search(word, limit=len(any_pack.pages))), word


def test_a_title_finds_its_page_first(any_pack):
    search = PageSearch(any_pack.pages.values())
    for one in any_pack.pages.values():
        assert search.search(one.title)[0].page_id == one.id


@settings(max_examples=30)
@given(
    st.lists(bodies, min_size=2, max_size=4),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    st.randoms(),
)
def test_results_are_the_same_whatever_order_pages_come_in(texts, words, shuffled):
    pages = [page(f"p{n}", f"Page {n}", text) for n, text in enumerate(texts)]
    query = " ".join(words)
    first = PageSearch(pages).search(query)
    shuffled.shuffle(pages)
    assert PageSearch(pages).search(query) == first


def test_the_best_section_is_named_and_its_hits_are_marked(search):
    hit = search.search("restore archived")[0]
    assert shown(hit.title) == "[Restore] an [archived] issue"
    hit = search.search("guest reload page role")[0]
    assert (hit.page_id, hit.anchor, shown(hit.heading)) == (
        "roles",
        "what-happens-next",
        "What happens next",
    )
    assert "[reload] the page" in shown(hit.snippet)


def test_a_half_written_word_is_found_while_typing_only(search):
    assert ids(search.search("keyboard sh", typing=True))[0] == "shortcut-help"
    assert not search.search("notific")
    assert not search.search("notific ", typing=True)


def test_what_is_being_written_is_marked_where_it_is_a_word_and_not_half_the_language(search):
    for query in ("archive iss", "archive issue"):
        assert {"archive", "issue", "issues"} <= search.search(query, typing=True)[0].forms
    for query in ("archive th", "archive the"):
        assert "the" not in search.search(query, typing=True)[0].forms


def test_another_ending_is_the_same_word(search):
    for query in ("archive issues", "archiving issue", "archived issues"):
        assert {"auto-archive", "bulk-archive", "restore-archived"} == set(
            ids(search.search(query, limit=3))
        )


def test_most_of_a_query_must_be_on_a_page():
    search = PageSearch(
        [
            page("one", "Boil water", "x"),
            page("two", "Boil eggs", "x"),
            page("three", "Tea", "water"),
        ]
    )
    assert ids(search.search("boil water")) == ["one"]
    assert ids(search.search("boil water zzz")) == ["one"]
    assert search.search("boil yyy zzz qqq") == ()
    assert search.search("zzz") == search.search("?!") == search.search("") == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("課題", ["ja"]),
        ("題をア", ["ja"]),
        ("アーカイブ", ["ja"]),
        ("归档", ["zh"]),
        ("档", ["zh"]),
        ("問題", []),
    ],
)
def test_parts_of_unspaced_words_are_found(query, found):
    search = PageSearch(
        [
            page("ja", "課題をアーカイブする", "ガイド"),
            page("zh", "归档问题", "指南"),
            page("en", "Archive", "guide"),
        ]
    )
    hits = search.search(query, typing=True)
    assert ids(hits) == found
    assert all(f"[{query}]" in shown(hit.title) for hit in hits)


def test_a_question_in_an_unspaced_script_finds_what_it_is_about():
    search = PageSearch([page("ja", "課題をアーカイブする", "x"), page("two", "通知を減らす", "x")])
    assert ids(search.search("課題をまとめてアーカイブするには"))[:1] == ["ja"]


def test_a_link_to_a_page_is_not_the_page():
    search = PageSearch(
        [
            page(
                "two",
                "Descale",
                "Use vinegar.\n\n## More\n\n- [Boil](https://kettle.example/help/one)",
            ),
            page("one", "Boil", "Switch it on."),
        ]
    )
    assert ids(search.search("boil")) == ["one", "two"]
    assert shown(search.search("boil")[1].snippet) == "[Boil]"


def test_another_ranker_takes_the_place_of_words():
    class Fixed:
        def __init__(self, passages):
            self.most = len(passages) - 1

        def rank(self, query, *, typing=False):
            return Ranked({self.most: 1.0, 0: 0.5}, frozenset({query}))

    search = PageSearch([page("a", "One", "x"), page("b", "Two", "x\n## Deep\ny")], Fixed)
    assert [(h.page_id, h.anchor) for h in search.search("deep")] == [("b", "deep"), ("a", "")]


@given(st.text(max_size=60))
def test_any_query_can_be_asked(search, query):
    for hit in search.search(query, typing=True):
        assert hit.score > 0
        assert "\n" not in shown(hit.snippet)


# --------------------------------------------------------------------------- snippets and leads


def test_a_snippet_is_short_and_shows_the_hits_that_stand_together():
    body = "Water is wet. " * 40 + "Descale with vinegar now. " + "Water is wet. " * 40
    (hit,) = PageSearch([page("one", "Kettle", body)]).search("descale vinegar")
    text = shown(hit.snippet)
    assert text.startswith("… Water is wet.")
    assert "[Descale] with [vinegar] now." in text
    assert text.endswith("…")
    assert len(text) < 170


def test_a_short_text_is_shown_whole():
    (hit,) = PageSearch([page("one", "Kettle", "- First\n- Then boil it")]).search("boil")
    assert shown(hit.snippet) == "First · Then [boil] it"


def test_leads_are_how_pages_begin(search, pack):
    leads = search.leads()
    assert set(leads) == set(pack.pages)
    assert leads["shortcut-help"].startswith("Press ? to see all keyboard shortcuts.")
    assert PageSearch([page("one", "Empty", "")]).leads() == {}
