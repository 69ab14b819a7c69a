"""Loading a product pack: a folder somebody else wrote, checked before anything of it is used.

Owns which files a pack is made of and how a fault in one is told: file, key, remedy. ``load_pack`` stops at the first
fault, ``check_pack`` collects all of them and looks harder (``supportbot.product.checks``). What the keys mean stands
in ``supportbot.product.schema``; nothing here knows a particular product, a model or the network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from supportbot.errors import PackError
from supportbot.product import checks
from supportbot.product.files import LOGO_BYTES, PackFolder
from supportbot.product.links import LinkPolicy, links_stand
from supportbot.product.logo import logo_fault
from supportbot.product.schema import (
    Deflections,
    HelpPage,
    Probe,
    Probes,
    Product,
    Rules,
    Topic,
    Topics,
    VerifiedAnswer,
)
from supportbot.product.weights import LIMIT_BYTES, RuleWeights

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

PRODUCT, TOPICS, RULES, VERIFIED = "product.toml", "topics.toml", "rules.toml", "verified.jsonl"
PROBES, DEFLECTIONS, WEIGHTS = "probes.toml", "deflections.toml", "rules.weights"

_LEARN = "Run: python -m supportbot.training rules --pack FOLDER"

_Model = TypeVar("_Model", bound=BaseModel)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class ProductPack:
    """A checked product pack.

    Attributes:
        root: Its folder; paths in ``product`` are relative to it.
        product: ``product.toml``.
        topics: What it answers.
        pages: Help pages by id (the stem of the file).
        deflections: What it must not answer, and how a refusal is recognised.
        rules: When a person is needed.
        weights: What the rules learned from written messages; ``None`` where ``rules.toml`` has no ``learned``.
        verified: Vetted answers.
        probes: QA's questions.
    """

    root: Path
    product: Product
    topics: tuple[Topic, ...]
    pages: Mapping[str, HelpPage]
    deflections: Deflections
    rules: Rules
    weights: RuleWeights | None
    verified: tuple[VerifiedAnswer, ...]
    probes: tuple[Probe, ...]

    @property
    def logo(self) -> Path:
        """The logo's file."""
        return self.root / self.product.brand.logo

    @property
    def link_policy(self) -> LinkPolicy:
        """Where links in answers may lead."""
        return LinkPolicy.of(self.product, self.deflections, self.rules)

    def topic(self, topic_id: str) -> Topic | None:
        """The topic called ``topic_id``."""
        return next((topic for topic in self.topics if topic.id == topic_id), None)


def load_pack(root: Path, *, unlearned: bool = False) -> ProductPack:
    """Read the pack in ``root``.

    Args:
        root: The pack's folder.
        unlearned: Leave ``rules.weights`` alone: it is about to be learned anew.

    Raises:
        PackError: The first thing that is wrong with it.
    """
    pack, problems = _read(root, unlearned=unlearned)
    if problems:
        raise problems[0]
    if pack is None:  # cannot be: whatever keeps a pack from being built is a problem
        raise PackError(str(root), "", "cannot be read", "Check the pack.")
    return pack


def check_pack(root: Path) -> list[PackError]:
    """Everything that is wrong with the pack in ``root``: what ``load_pack`` refuses, and what an author must mend."""
    pack, problems = _read(root)
    if pack is not None:
        folder = PackFolder(root)
        problems += checks.answers_carry_facts(pack.topics, pack.verified)
        problems += checks.questions_differ(pack.verified)
        problems += checks.nothing_near_a_probe(pack.product, pack.verified, pack.probes)
        problems += checks.carried_files(folder, pack.product)
    return problems


def _read(root: Path, *, unlearned: bool = False) -> tuple[ProductPack | None, list[PackError]]:
    try:
        reading = _Reading(PackFolder(root), unlearned=unlearned)
    except PackError as err:
        return None, [err]
    return reading.pack(), reading.problems


class _Reading:
    """One pass over a pack: what could be read, and the problems met on the way."""

    def __init__(self, folder: PackFolder, *, unlearned: bool) -> None:
        self.folder = folder
        self.unlearned = unlearned
        self.problems: list[PackError] = []

    def pack(self) -> ProductPack | None:
        """The pack, if every file of it could be read; cross checks run on whatever could."""
        product = self._toml(PRODUCT, Product)
        topics = self._toml(TOPICS, Topics)
        pages = self._pages()
        deflections = self._toml(DEFLECTIONS, Deflections)
        rules = self._toml(RULES, Rules)
        verified = self._verified()
        probes = self._toml(PROBES, Probes)
        if topics is not None:
            self.problems += checks.topics_stand(self.folder, topics.topic, verified)
        if deflections is not None:
            self.problems += checks.deflections_stand(deflections)
        if rules is not None:
            self.problems += checks.rules_stand(rules)
        if probes is not None:
            self.problems += checks.probes_stand(probes.probe)
        if product is not None:
            self.problems += checks.models_stand(product)
            self.problems += links_stand(product, pages, deflections, rules, verified)
            self._attempt(lambda: self._logo(product))
        if not (product and topics and deflections and rules and probes):
            return None
        return ProductPack(
            root=self.folder.root,
            product=product,
            topics=topics.topic,
            pages=MappingProxyType({page.id: page for page in pages}),
            deflections=deflections,
            rules=rules,
            weights=self._attempt(lambda: self._weights(rules)),
            verified=tuple(verified),
            probes=probes.probe,
        )

    def _attempt(self, read: Callable[[], _Value]) -> _Value | None:
        try:
            return read()
        except PackError as err:
            self.problems.append(err)
            return None

    def _toml(self, name: str, model: type[_Model]) -> _Model | None:
        raw = self._attempt(lambda: self.folder.read_toml(name))
        return None if raw is None else self._model(model, raw, name, "")

    def _weights(self, rules: Rules) -> RuleWeights | None:
        if rules.learned is None or self.unlearned:
            return None
        try:
            weights = RuleWeights.of(self.folder.read_bytes(WEIGHTS, LIMIT_BYTES))
        except ValueError as err:
            raise PackError(WEIGHTS, "", str(err), _LEARN) from err
        for unknown in set(weights.header.rules) - {rule.id for rule in rules.rule}:
            raise PackError(WEIGHTS, unknown, "is no rule of rules.toml", _LEARN)
        return weights

    def _pages(self) -> list[HelpPage]:
        pages = []
        for name in self._attempt(self.folder.pages) or ():
            read = self._attempt(lambda name=name: self.folder.read_page(name))  # type: ignore[misc]
            if read is not None:
                front, body = read
                given = {**front, "id": Path(name).stem, "body": body}
                if page := self._model(HelpPage, given, name, ""):
                    pages.append(page)
        return pages

    def _verified(self) -> list[VerifiedAnswer]:
        answers = []
        for line, value in self._attempt(lambda: list(self.folder.read_rows(VERIFIED))) or ():
            if isinstance(value, PackError):
                self.problems.append(value)
            elif answer := self._model(VerifiedAnswer, value, VERIFIED, f"line {line}"):
                answers.append(answer)
        return answers

    def _logo(self, product: Product) -> None:
        name = product.brand.logo
        if fault := logo_fault(self.folder.read_text(name, LOGO_BYTES)):
            raise PackError(
                name,
                "",
                f"the logo {fault}",
                "Use a plain SVG of shapes, without scripts or references.",
            )

    def _model(self, model: type[_Model], raw: Any, file: str, where: str) -> _Model | None:  # noqa: ANN401
        try:
            return model.model_validate(raw)
        except ValidationError as err:
            for detail in _own(err.errors(include_url=False)):
                key = ": ".join(part for part in (where, _key(detail["loc"], raw)) if part)
                self.problems.append(PackError(file, key, _problem(detail), _remedy(detail)))
            return None


def _key(location: tuple[int | str, ...], raw: Any) -> str:  # noqa: ANN401 - any TOML value
    """A place in a document as a person would name it: ``topic[bulk-archive].facts[0].any``."""
    key = ""
    for part in location:
        if isinstance(part, str):
            raw = raw.get(part) if isinstance(raw, Mapping) else None
            key += f".{part}" if key else part
            continue
        raw = raw[part] if isinstance(raw, list) and part < len(raw) else None
        name = raw.get("id") or raw.get("number") if isinstance(raw, Mapping) else None
        key += f"[{part if name is None else name}]"
    return key


def _own(details: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that only follow from others: a list is too short when its one item is wrong."""

    def follows(detail: ErrorDetails) -> bool:
        place = detail["loc"]
        return any(
            other["loc"] != place and other["loc"][: len(place)] == place for other in details
        )

    return [d for d in details if d["type"] != "too_short" or not follows(d)]


def _problem(detail: ErrorDetails) -> str:
    message = detail["msg"].removeprefix("Value error, ")
    return {
        "missing": "the key is missing",
        "extra_forbidden": "there is no such key",
    }.get(detail["type"], f"{message[:1].lower()}{message[1:]}")


def _remedy(detail: ErrorDetails) -> str:
    kind = detail["type"]
    if kind == "missing":
        return "Add the key."
    if kind == "extra_forbidden":
        return "Remove it, or correct its spelling."
    if kind == "string_pattern_mismatch":
        return f"Write it as {detail.get('ctx', {}).get('pattern')}."
    if kind.startswith(("too_short", "string_too_short")):
        return "Fill it in."
    if kind.startswith(("too_long", "string_too_long")):
        return "Shorten it."
    return "Correct the value."
