"""Which help page a link leads to, so that it can be read here and not only on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supportbot.product.schema import HelpPage


class Addresses:
    """The web addresses of a pack's pages.

    Args:
        pages: The pages; of two with one address the first counts.
    """

    def __init__(self, pages: Iterable[HelpPage]) -> None:
        self._ids: dict[tuple[str, str, str], str] = {}
        for page in pages:
            if (key := _key(page.url)) is not None:
                self._ids.setdefault(key, page.id)

    def find(self, link: str) -> tuple[str, str] | None:
        """The id of the page a link leads to and the anchor on it, or ``None`` when it is no page of the pack."""
        key = _key(link)
        page_id = self._ids.get(key) if key is not None else None
        if page_id is None:
            return None
        return page_id, unquote(urlsplit(link).fragment).casefold()


def _key(link: str) -> tuple[str, str, str] | None:
    """Host, path and query as they are compared; ``None`` for what is no web address."""
    try:
        parts = urlsplit(link)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme != "https" or not host or "@" in parts.netloc:
        return None
    return host, unquote(parts.path).rstrip("/"), parts.query
