"""Passages, anchors and addresses of pages."""

from __future__ import annotations

import pytest

from supportbot.knowledge import Addresses, anchors_of, passages_of
from tests.knowledge.conftest import page


def test_a_passage_is_a_section():
    made = passages_of(
        page(
            "one",
            "Kettle",
            "lead\n\n## Boil it\n\nOn.\n\n- [Tea](https://kettle.example)\n\n## Boil it\n",
        )
    )
    assert [(p.anchor, p.heading, p.text, p.pointers) for p in made] == [
        ("", "", "lead", ""),
        ("boil-it", "Boil it", "On.", "Tea"),
        ("boil-it-1", "Boil it", "", ""),
    ]


def test_anchors_are_words_of_any_script():
    assert anchors_of(["What's **next**?", "手順", "!?", "?!"]) == (
        "what-s-next",
        "手順",
        "section",
        "section-1",
    )


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://kettle.example/help/one", ("one", "")),
        ("https://KETTLE.example/help/one/", ("one", "")),
        ("https://kettle.example/help/one#Steps", ("one", "steps")),
        ("https://kettle.example/help/one#%E6%89%8B%E9%A0%86", ("one", "手順")),
        ("https://kettle.example/help/one?from=mail", None),
        ("https://kettle.example/help/ONE", None),
        ("http://kettle.example/help/one", None),
        ("https://evil.example/help/one", None),
        ("https://kettle.example@evil.example/help/one", None),
        ("https://[broken", None),
        ("mailto:support@kettle.example", None),
        ("one", None),
        ("", None),
    ],
)
def test_a_link_to_a_page_is_recognised(link, found):
    addresses = Addresses(
        [page("one", "One", ""), page("two", "Two", "", "https://kettle.example/help/one")]
    )
    assert addresses.find(link) == found
