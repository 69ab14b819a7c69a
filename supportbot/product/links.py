"""Where a pack may lead a customer: https on its allowed hosts, or mail to its own addresses.

Owns finding the links in every part of a pack and judging them; ``LinkPolicy`` is the same judgement for a
link in an answer that a model wrote. Opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from supportbot.errors import PackError

if TYPE_CHECKING:
    from supportbot.product.schema import (
        Deflections,
        HelpPage,
        Product,
        Rules,
        RuleSpec,
        ThirdTry,
        VerifiedAnswer,
    )

_MARKDOWN_TARGET = re.compile(r"\]\(\s*<?([^()\s<>]+)")
_BARE_TARGET = re.compile(r"\b(?:[a-z][a-z0-9+.-]{1,15}://|mailto:)[^\s()<>\"'`\]]+", re.IGNORECASE)
_MAIL = "mailto:"

Found = Iterator[tuple[str, str, str]]  # file, key, link


@dataclass(frozen=True, slots=True)
class LinkPolicy:
    """Where links may lead.

    Attributes:
        hosts: Host names, case-folded.
        addresses: The pack's own mail addresses, case-folded: of its channels, its links and its next steps.
    """

    hosts: frozenset[str]
    addresses: frozenset[str]

    @classmethod
    def of(
        cls, product: Product, deflections: Deflections | None, rules: Rules | None
    ) -> LinkPolicy:
        """The policy a pack declares."""
        steps = [category.next_step.url for category in deflections.category] if deflections else []
        steps += [rule.next_step.url for rule in _every(rules)]
        links = (product.links.security, product.links.legal, *steps)
        own = {link.removeprefix(_MAIL) for link in links if link and link.startswith(_MAIL)}
        own.update(channel.address for channel in product.handoff.channels if channel.address)
        return cls(
            frozenset(host.casefold() for host in product.links.allowed_hosts),
            frozenset(address.casefold() for address in own),
        )

    def fault(self, link: str) -> str:
        """Why ``link`` must not be opened, as the end of a sentence; empty when it may."""
        if link.casefold().startswith(_MAIL):
            own = link[len(_MAIL) :].casefold() in self.addresses
            return "" if own else "writes to an address that is not the pack's"
        try:
            parts = urlsplit(link)
            host = parts.hostname
        except ValueError:
            return "is no address"
        if parts.scheme != "https" or not host or "@" in parts.netloc:
            return "is not an https:// address"
        return "" if host in self.hosts else "leads to a host that is not allowed"


def links_stand(
    product: Product,
    pages: Iterable[HelpPage],
    deflections: Deflections | None,
    rules: Rules | None,
    verified: Iterable[VerifiedAnswer],
) -> list[PackError]:
    """The links of a pack that a customer must not be led to."""
    policy = LinkPolicy.of(product, deflections, rules)
    found = [*_of_product(product), *_of_pages(pages), *_of_answers(verified), *_of_rules(rules)]
    if deflections is not None:
        found += _of_deflections(deflections)
    return [
        PackError(
            file,
            key,
            f"the link {link[:200]!r} {fault}",
            "Correct it, or add its host to links.allowed_hosts.",
        )
        for file, key, link in found
        if (fault := policy.fault(link))
    ]


def links_in(markdown: str) -> tuple[str, ...]:
    """Every link in a text: Markdown targets and bare addresses, each once, in order."""
    bare = (link.rstrip(".,;:!?*_") for link in _BARE_TARGET.findall(markdown))
    return tuple(dict.fromkeys((*_MARKDOWN_TARGET.findall(markdown), *bare)))


def _of_product(product: Product) -> Found:
    keys = ("docs", "status", "pricing", "changelog", "feature_request", "security", "legal")
    for key in keys:
        if link := getattr(product.links, key):
            yield "product.toml", f"links.{key}", link
    for number, channel in enumerate(product.handoff.channels):
        if channel.url:
            yield "product.toml", f"handoff.channels[{number}].url", channel.url


def _of_pages(pages: Iterable[HelpPage]) -> Found:
    for page in pages:
        yield f"docs/{page.id}.md", "url", page.url
        for link in links_in(page.body):
            yield f"docs/{page.id}.md", "body", link


def _of_deflections(deflections: Deflections) -> Found:
    for category in deflections.category:
        if category.next_step.url:
            yield (
                "deflections.toml",
                f"category[{category.id}].next_step.url",
                category.next_step.url,
            )


def _of_rules(rules: Rules | None) -> Found:
    for rule in _every(rules):
        if rule.next_step.url:
            yield "rules.toml", f"rule[{rule.id}].next_step.url", rule.next_step.url
        for link in links_in(rule.answer):
            yield "rules.toml", f"rule[{rule.id}].answer", link


def _of_answers(verified: Iterable[VerifiedAnswer]) -> Found:
    for answer in verified:
        for link in links_in(answer.answer):
            yield "verified.jsonl", answer.topic, link


def _every(rules: Rules | None) -> tuple[RuleSpec | ThirdTry, ...]:
    return (*rules.rule, rules.third_try) if rules else ()
