"""Help pages in words, without a window."""

from __future__ import annotations

import datetime as dt

import pytest

from supportbot.knowledge import PageSearch
from supportbot.product.links import LinkPolicy
from supportbot.product.schema import HelpPage
from supportbot.ui.markdown import is_intricate
from supportbot.ui.pages import count_line, page_of, plain, row_of, rows_of

NOWHERE = LinkPolicy(frozenset(), frozenset())


def page(title: str, body: str = "Words.", page_id: str = "one") -> HelpPage:
    return HelpPage(
        id=page_id,
        title=title,
        url="https://kettle.example/help/one",
        updated=dt.date(2026, 1, 31),
        body=body,
    )


def test_rows_are_ordered_as_a_dictionary_is():
    titles = ["zebra", "Émile", "Emil", "apple", "Ärger"]
    pages = [page(title, page_id=f"p{n}") for n, title in enumerate(titles)]
    rows = rows_of(pages, {"p3": "How it begins."})
    assert [plain(row.title) for row in rows] == ["apple", "Ärger", "Emil", "Émile", "zebra"]
    assert rows[0].spoken == "apple. How it begins."
    assert rows[1].spoken == "Ärger"


def test_a_found_page_says_where_and_what():
    search = PageSearch([page("Kettle", "Lead.\n\n## Steps\n\nDescale it with vinegar.")])
    row = row_of(search.search("vinegar")[0])
    assert (row.anchor, row.forms) == ("steps", {"vinegar"})
    assert row.spoken == "Kettle. Steps. Descale it with vinegar."


def test_a_page_is_dated_and_leads_to_the_web_only_where_allowed():
    allowed = LinkPolicy(frozenset({"kettle.example"}), frozenset())
    shown = page_of(page("Kettle"), allowed)
    assert shown.facts.startswith("Facts as of 31 ")
    assert (shown.url, shown.excuse) == ("https://kettle.example/help/one", "")
    assert page_of(page("Kettle"), NOWHERE).url == ""


@pytest.mark.parametrize("body", ["", "  ", "|a" * 2_000 + "\n" + "|-" * 2_000, "*a* " * 15_000])
def test_a_page_that_cannot_be_shown_says_so(body):
    shown = page_of(page("Kettle", body), NOWHERE)
    assert shown.markdown == ""
    assert shown.excuse.endswith(".")


@pytest.mark.parametrize(
    "part",
    ["`X` ", "a\n\n", "---\n\n", "|a|b|\n", "w", "<", "a**b", "|a|b|\n|-|-|\n|a|b|\n\n", "["],
)
def test_what_would_hold_the_window_up_is_intricate(part):
    assert is_intricate(part * (60_000 // len(part)))


def test_what_people_write_is_not_intricate(pack):
    bodies = [one.body for one in pack.pages.values()]
    assert not any(is_intricate(body) for body in bodies)
    assert not is_intricate("\n\n".join(bodies[:12]))
    assert not is_intricate("")


def test_counting():
    assert (count_line(1), count_line(12)) == ("1 page found", "12 pages found")
