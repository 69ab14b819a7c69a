"""Searching the help pages: the best pages, on each the section that fits, and a snippet of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.knowledge.passages import Passage, passages_of
from supportbot.knowledge.ranking import Ranker, WordRanker
from supportbot.knowledge.snippets import Piece, excerpt, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from supportbot.product.schema import HelpPage

SNIPPET_CHARACTERS = 150


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that fits a query.

    Attributes:
        page_id: The page's id in the pack.
        score: Greater is better; comparable within one search only.
        title: The page's title, hits marked.
        anchor: The section that fits best; empty for the part before the first heading.
        heading: That section's heading, hits marked.
        snippet: The part of it with most hits, on one line.
        forms: The words that were found, to be marked on the page (``spans_of``).
    """

    page_id: str
    score: float
    title: tuple[Piece, ...]
    anchor: str
    heading: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    forms: frozenset[str]


class PageSearch:
    """A searchable set of help pages. Built once, which takes about a millisecond a page; any thread may ask.

    Args:
        pages: The pages, in any order: results do not depend on it.
        ranker: Builds what judges the passages.
    """

    def __init__(
        self,
        pages: Iterable[HelpPage],
        ranker: Callable[[Sequence[Passage]], Ranker] = WordRanker,
    ) -> None:
        ordered = sorted(pages, key=lambda page: page.id)
        self.passages = tuple(passage for page in ordered for passage in passages_of(page))
        self._ranker = ranker(self.passages)

    def search(self, query: str, *, limit: int = 30, typing: bool = False) -> tuple[Hit, ...]:
        """The pages that fit, best first; pages that fit equally well in the order of their ids.

        Args:
            query: Somebody's words.
            limit: How many pages at most.
            typing: Whether the last word may be half written.
        """
        ranked = self._ranker.rank(query, typing=typing)
        best: dict[str, tuple[float, int]] = {}
        for number, score in ranked.scores.items():
            page_id = self.passages[number].page_id
            better = (score, -number)
            best[page_id] = max(better, best.get(page_id, better))
        order = sorted(best.items(), key=lambda one: (-one[1][0], one[0]))
        return tuple(
            _hit(self.passages[-number], score, ranked.forms)
            for _, (score, number) in order[:limit]
        )

    def leads(self) -> dict[str, str]:
        """How each page begins, by its id: its first words before or under a heading, as plain text."""
        found: dict[str, str] = {}
        for passage in self.passages:
            if passage.text and passage.page_id not in found:
                found[passage.page_id] = passage.text.partition("\n")[0]
        return found


def _hit(passage: Passage, score: float, forms: frozenset[str]) -> Hit:
    return Hit(
        page_id=passage.page_id,
        score=score,
        title=marked(passage.title, forms),
        anchor=passage.anchor,
        heading=marked(passage.heading, forms),
        snippet=excerpt(passage.text or passage.pointers, forms, SNIPPET_CHARACTERS),
        forms=forms,
    )
