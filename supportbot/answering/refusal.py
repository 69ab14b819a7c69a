"""Judges a written answer: does it defer, and where can the customer go on?

Owns the markers by which a refusal is known, and the choice of its next step: the deflection category whose words match
the question, else an allowed link in the answer, else the pack's way to support. The model's prose decides
nothing else; whether a person is needed at all is for the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.answering.matching import normalise
from supportbot.answering.patterns import Finder, Pattern, PatternError, Phrasebook, compile_pattern
from supportbot.answering.words import Vocabulary
from supportbot.contracts import NextStep
from supportbot.errors import PackError
from supportbot.product.links import links_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supportbot.product.pack import ProductPack
    from supportbot.product.schema import DeflectionCategory

_FILE = "deflections.toml"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that defers.

    Attributes:
        markers: The markers found in it, in the pack's order.
        category: What kind of question it was, when the question's words tell.
        offered: Whether a person is offered.
        next_step: Where the customer can go on.
        team: Who takes it, when the category says so.
    """

    markers: tuple[str, ...]
    category: str | None
    offered: bool
    next_step: NextStep | None
    team: str | None

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons a reply carries."""
        kinds = (f"category:{self.category}",) if self.category else ()
        return (*(f"marker:{marker}" for marker in self.markers), *kinds)


class RefusalJudge:
    """A pack's markers and categories, compiled once.

    Raises:
        PackError: A marker or a category's word cannot be read.
    """

    def __init__(self, pack: ProductPack) -> None:
        deflections = pack.deflections
        self._markers = [
            (name, _markers(name, texts)) for name, texts in deflections.markers.items()
        ]
        self._nobody = frozenset(deflections.nobody_markers)
        self._categories = [(one, _patterns(one)) for one in deflections.category]
        self._links = pack.link_policy
        self._titles = {page.url: page.title for page in pack.pages.values()}
        self._titles.update(
            (one.next_step.url, one.next_step.title)
            for one in deflections.category
            if one.next_step.url
        )
        self._support = support_step(pack)
        self._reader = Vocabulary((), (), {}, ())
        self._book = Phrasebook({})

    def judge(self, question: str, answer: str, *, own_links_only: bool = False) -> Refusal | None:
        """The refusal that ``answer`` is, or ``None`` when it answers.

        Args:
            question: The customer's words; they choose the category.
            answer: The model's words.
            own_links_only: Name a next step only if its link stands in the answer.
        """
        plain = normalise(answer)
        markers = tuple(
            name for name, forms in self._markers if any(form.search(plain) for form in forms)
        )
        if not markers:
            return None
        nobody = bool(self._nobody.intersection(markers))
        category = self.category(question, nobody=nobody)
        written = self._written_step(answer)
        step = written
        if not own_links_only:
            step = next_step(category) if category else written or self._support
        return Refusal(
            markers,
            category.id if category else None,
            category.offered if category else not nobody,
            step,
            category.team if category else None,
        )

    def category(self, question: str, *, nobody: bool = False) -> DeflectionCategory | None:
        """The first category whose words match; one that offers nobody first, where ``nobody`` says so."""
        finder = Finder(self._book, self._reader.read(question))
        matching = [one for one, patterns in self._categories if any(map(finder.has, patterns))]
        if nobody:
            matching.sort(key=lambda one: one.offered)
        return matching[0] if matching else None

    def _written_step(self, answer: str) -> NextStep | None:
        plain = answer.casefold()
        links = [link for link in links_in(answer) if not self._links.fault(link)]
        links += [
            f"mailto:{address}" for address in sorted(self._links.addresses) if address in plain
        ]
        if not links:
            return None
        shown = links[0].removeprefix("https://").removeprefix("mailto:").rstrip("/")
        return NextStep(self._titles.get(links[0], shown), links[0])


def next_step(category: DeflectionCategory) -> NextStep:
    """Where a category sends the customer."""
    return NextStep(category.next_step.title, category.next_step.url)


def support_step(pack: ProductPack) -> NextStep:
    """The pack's own way to a person: its first channel."""
    channel = pack.product.handoff.channels[0]
    url = f"mailto:{channel.address}" if channel.address else channel.url
    return NextStep(channel.title, url)


def _markers(name: str, texts: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(text) for text in texts)
    except re.error as err:
        raise PackError(
            _FILE, f"markers.{name}", f"is no regular expression: {err}", "Mend the pattern."
        ) from err


def _patterns(category: DeflectionCategory) -> tuple[Pattern, ...]:
    try:
        return tuple(compile_pattern(text) for text in category.words)
    except PatternError as err:
        raise PackError(
            _FILE, f"category.{category.id}.words", str(err), "Write words, * and '..' only."
        ) from err
