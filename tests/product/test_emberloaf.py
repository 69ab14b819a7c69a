"""The second pack: another trade, no model, and every part of it agreeing with every other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from supportbot.product.pack import check_pack, load_pack
from supportbot.product.text import contains_any
from supportbot.ui.theme import contrast, make_theme

ASSETS = Path(__file__).parents[2] / "assets"
ROOT = ASSETS / "emberloaf"
ADDRESS = re.compile(r"(?:https://|\w@)([\w.-]+\w)")


@pytest.fixture(scope="module")
def pack():
    return load_pack(ROOT)


def test_it_is_sound():
    assert check_pack(ROOT) == []


def test_it_has_no_model_and_carries_none(pack):
    assert pack.product.models.generator is None
    assert list(ROOT.rglob("*.gguf")) == []


def test_it_says_what_it_is(pack):
    assert "worked example" in pack.product.about
    assert "invented" in pack.product.about


def test_it_looks_like_another_product(pack):
    other = load_pack(ASSETS / "linear").product
    own = pack.product
    for part in ("id", "name", "about"):
        assert getattr(own, part) != getattr(other, part)
    for part in ("accent", "greeting", "tagline", "starter_questions"):
        assert getattr(own.brand, part) != getattr(other.brand, part)
    for scheme in ("light", "dark"):
        accents = [
            make_theme(brand.accent, scheme).colours.accent for brand in (own.brand, other.brand)
        ]
        assert len(set(accents)) == 2
    assert contrast(make_theme(own.brand.accent, "light").colours.accent, "#ffffff") >= 4.5
    assert pack.logo.read_bytes() != (ASSETS / "linear" / "logo.svg").read_bytes()


def test_its_addresses_are_reserved_ones():
    files = [path for path in ROOT.rglob("*") if path.suffix in {".toml", ".md", ".jsonl"}]
    hosts = {host for file in files for host in ADDRESS.findall(file.read_text(encoding="utf-8"))}
    assert hosts
    assert all(host.endswith(".example") for host in hosts), hosts


def test_every_topic_has_a_page_with_its_facts_and_three_vetted_questions(pack):
    assert len(pack.topics) >= 10
    assert set(pack.pages) == {topic.doc for topic in pack.topics}
    for topic in pack.topics:
        page = pack.pages[topic.doc]
        assert page.title == topic.title
        lacking = [fact.any[0] for fact in topic.facts if not contains_any(page.body, fact.any)]
        assert lacking == [], topic.id
        vetted = [q for one in pack.verified if one.topic == topic.id for q in one.questions]
        assert len(vetted) >= 3, topic.id


def test_its_links_lead_to_its_own_pages(pack):
    urls = {page.url for page in pack.pages.values()}
    for page in pack.pages.values():
        linked = re.findall(r"\]\((https://help\.[^)]+)\)", page.body)
        assert linked
        assert set(linked) <= urls - {page.url}


def test_there_are_ten_probes(pack):
    assert [probe.number for probe in pack.probes] == list(range(1, 11))
