"""Help pages for searching."""

from __future__ import annotations

import datetime as dt

import pytest

from supportbot.knowledge import PageSearch
from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from supportbot.product.schema import HelpPage


def page(page_id: str, title: str, body: str, url: str = "") -> HelpPage:
    """A help page with these words."""
    return HelpPage(
        id=page_id,
        title=title,
        url=url or f"https://kettle.example/help/{page_id}",
        updated=dt.date(2026, 1, 31),
        body=body,
    )


@pytest.fixture(scope="session", params=["linear", "emberloaf"])
def any_pack(request):
    """Each example pack."""
    return load_pack(bundled_pack_dir().parent / request.param)


@pytest.fixture(scope="session")
def pack():
    """The worked example."""
    return load_pack(bundled_pack_dir())


@pytest.fixture(scope="session")
def search(pack):
    """Its pages, searchable."""
    return PageSearch(pack.pages.values())
