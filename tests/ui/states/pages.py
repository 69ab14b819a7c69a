"""The help pages."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING

from tests.ui.states.registry import area

if TYPE_CHECKING:
    from supportbot.product.pack import ProductPack
    from tests.ui.scene import Scene

state = area("Help pages")


def list_pages(scene: Scene):
    """The list of pages."""
    reading = scene.stage.presenter.reading
    reading.open_list()
    view = reading.reader.list
    scene.until(lambda: any(part.text for row in view.rows.rows for part in row.text))
    view.search.edit.setCursorPosition(0)
    return view


def search(scene: Scene, query: str):
    """The list, with what was found."""
    view = list_pages(scene)
    before = view.rows.rows
    view.search.edit.setText(query)
    scene.until(lambda: view.rows.rows != before)
    return view


@state("All help pages")
def pages(scene: Scene) -> None:
    list_pages(scene)


@state("Help pages, searched; hits are marked")
def pages_found(scene: Scene) -> None:
    search(scene, "archive iss")


@state("No help page was found")
def pages_none(scene: Scene) -> None:
    search(scene, "invoices")


@state("A help page")
def page(scene: Scene) -> None:
    list_pages(scene)
    scene.stage.presenter.reading.open_page("bulk-archive")


@state("A help page opened at the section that was found")
def page_section(scene: Scene) -> None:
    search(scene, "guest privat").rows.choose_first()


def _with_everything() -> ProductPack:
    from tests.ui.scene import pack_called

    pack = pack_called("linear")
    whole = pack.pages["roles"].model_copy(
        update={
            "title": "A page with everything that Markdown may hold in it",
            "body": "Lead with `Ctrl+K`, **bold**, *italic* and [a link](https://linear.app/docs/roles).\n\n"
            "# First\n\nText, then <menu> and [elsewhere](https://evil.example).\n\n"
            "```\ngit checkout -b fix/login\n```\n\n## Second with `X` and [a link](https://linear.app/docs/roles)\n\n"
            "| Role | May |\n|---|---|\n| Guest | see teams |\n| Member | edit |\n\n### Third\n\n- one\n- two\n  - nested\n\n"
            "> A word of care.\n\n## Fourth\n\n![a picture](https://evil.example/x.png)",
        }
    )
    return dataclasses.replace(pack, pages=MappingProxyType({"roles": whole}))


@state("A help page with everything Markdown may hold", pack=_with_everything)
def page_everything(scene: Scene) -> None:
    scene.stage.presenter.reading.open_page("roles")
