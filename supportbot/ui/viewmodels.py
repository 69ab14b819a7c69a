"""What the window shows of a reply, in words; testable without a window.

Owns the sentences for reasons and failures. A reply goes in, a frozen value comes out; views only lay it
out. Reads the pack for titles, opens nothing and keeps nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.contracts import NO_GENERATOR
from supportbot.errors import (
    ModelFileError,
    NotInstalledError,
    SupportbotError,
    UsageError,
)
from supportbot.knowledge import Addresses
from supportbot.ui.condition import UNVERIFIED
from supportbot.ui.error_words import engine_remedy, said_of
from supportbot.ui.first_words import facts_line, page_line
from supportbot.ui.markdown import closed
from supportbot.ui.restoring import engine_code
from supportbot.ui.wording import filled, joined

if TYPE_CHECKING:
    import datetime as dt

    from supportbot.contracts import NextStep, Reply
    from supportbot.product.links import LinkPolicy
    from supportbot.product.pack import ProductPack


# Who writes what nobody vetted, and how of it the customer has seen something already.
_GENERATED = ("model", "knowledge")
_SEEN = ("streamed", "folded")
LOST_MODEL = frozenset({"model_file", "adapter"})
"""The engine's codes for a model that was there when the app was opened, and cannot be read any more."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something that opens: a help page in the reader, the rest in the browser or the mail program.

    ``facts`` says how old a help page is.
    """

    title: str
    url: str
    facts: str = ""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Why a person, and what is next. ``place`` is a next step that is no link."""

    title: str
    reason: str
    next_step: Link | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """What happened and what to do, each one sentence.

    Attributes:
        message: What happened.
        remedy: What to do.
        can_retry: Whether asking again may help, now or later.
        person_first: Whether asking again helps only later, so that a person comes first.
        of_model: Whether the answer model should be checked.
    """

    message: str
    remedy: str
    can_retry: bool = True
    person_first: bool = False
    of_model: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that stands under a question.

    Attributes:
        reply_id: Of the reply it was made of; empty where there is none to be judged.
        markdown: The answer; empty when there is none, or none that may be shown.
        folded: Whether it is shown only on demand: it had streamed, and then failed.
        doubt: The sentence of the banner, or empty; a person's button belongs to it.
        sources: Help pages that may be opened.
        facts: How old the pages are that it rests on, where the pack as a whole is not as old.
        more: The next step of an answer that needs no person.
        person: The highlighted card.
        failure: Why there is no answer.
        note: A word about the answer: that it was stopped.
        kept: Whether it stays because another one could not be written.
        can_regenerate: Whether a model wrote it, so that it may write another.
        helpful: What the customer said of it; ``None`` for nothing.
    """

    reply_id: str = ""
    markdown: str = ""
    folded: bool = False
    doubt: str = ""
    sources: tuple[Link, ...] = ()
    facts: str = ""
    more: Link | None = None
    person: PersonCard | None = None
    failure: Failure | None = None
    note: str = ""
    kept: bool = False
    can_regenerate: bool = False
    helpful: bool | None = None


def answer_of(
    reply: Reply,
    pack: ProductPack,
    *,
    remedy: str = "",
    model_problem: SupportbotError | None = None,
) -> Answer:
    """What to show of a reply.

    Args:
        reply: The verdict on a question.
        pack: Names titles and allowed links.
        remedy: What the engine said can be done about its failure.
        model_problem: Why there is no model, when there is none.
    """
    code = engine_code(reply)
    if code is not None and code != NO_GENERATOR:
        return Answer(failure=_engine_failure(code, remedy, model_problem))
    cancelled = "cancelled" in reply.handoff.reasons
    if cancelled and not reply.answer.strip():
        return stopped()
    links = pack.link_policy
    unsure = reply.tier == "check" and not reply.refused
    doubted = reply.tier == "human" and not reply.refused and reply.served_from in _GENERATED
    if doubted and reply.shown not in _SEEN:
        return Answer(person=_person_card(reply, pack, links))
    wanted = reply.tier == "human" or (reply.handoff.offered and not unsure)
    card = _person_card(reply, pack, links, seen=doubted) if wanted else None
    sources, facts = _sources(reply, pack, links)
    return Answer(
        reply_id=reply.id if reply.answer.strip() else "",
        markdown=closed(reply.answer) if cancelled else reply.answer,
        folded=doubted,
        doubt=_doubt(has_page=bool(sources)) if unsure else "",
        sources=sources,
        facts=facts,
        more=None if card else _link(reply.handoff.next_step, links),
        person=card,
        note=QCoreApplication.translate("Answer", "Stopped.") if cancelled else "",
        can_regenerate=reply.served_from == "model",
    )


def another_failed(answer: Answer) -> Answer:
    """An answer that stays because another one could not be written."""
    note = QCoreApplication.translate(
        "Answer", "No new answer this time – the earlier one is kept."
    )
    return replace(answer, note=note, kept=True)


def stopped() -> Answer:
    """What stands under a question that was stopped before its answer began, or never answered."""
    translate = QCoreApplication.translate
    return Answer(
        failure=Failure(
            translate("Failure", "This question has no answer yet."),
            translate("Failure", "Ask again, or talk to a human."),
        )
    )


def rejected(error: SupportbotError) -> Answer:
    """What stands under a question that cannot be answered as it stands."""
    said = said_of(error)
    return Answer(
        failure=Failure(said.message, said.remedy, can_retry=not isinstance(error, UsageError))
    )


def _sources(reply: Reply, pack: ProductPack, links: LinkPolicy) -> tuple[tuple[Link, ...], str]:
    """The pages that may be opened, and how old the oldest is if that is not what the footer says already."""
    addresses = Addresses(pack.pages.values())
    shown: list[Link] = []
    dates: list[dt.date] = []
    for source in reply.sources or ():
        if links.fault(source.url):
            continue
        found = addresses.find(source.url)
        updated = pack.pages[found[0]].updated if found is not None else None
        shown.append(Link(source.title, source.url, facts_line(updated) if updated else ""))
        dates += [updated] if updated else []
    oldest = min(dates, default=pack.product.facts_as_of)
    return tuple(shown), "" if oldest == pack.product.facts_as_of else page_line(oldest, len(dates))


# --------------------------------------------------------------------------- the person


def _person_card(
    reply: Reply, pack: ProductPack, links: LinkPolicy, *, seen: bool = False
) -> PersonCard:
    """The card; ``seen``: there is a doubtful answer behind it, of which something was seen already."""
    translate = QCoreApplication.translate
    if seen:
        title = translate("PersonCard", "We are not sure about this answer")
    elif reply.handoff.required:
        title = translate("PersonCard", "A person should look at this")
    else:
        title = translate("PersonCard", "A person can help with this")
    step = reply.handoff.next_step
    link = _link(step, links)
    promise = translate("PersonCard", "You see the text before it goes.")
    return PersonCard(
        title=title,
        reason=joined(_reason(reply, pack, seen=seen), promise),
        next_step=link,
        place=step.title if step is not None and link is None else "",
    )


def _reason(reply: Reply, pack: ProductPack, *, seen: bool) -> str:
    translate = QCoreApplication.translate
    known = {
        "rule:human": translate("PersonCard", "You asked for a person."),
        "rule:security": translate("PersonCard", "Security matters go straight to a person."),
        "rule:legal": translate("PersonCard", "Legal and privacy matters go to a person."),
        "rule:threat": translate("PersonCard", "This is too important to leave to a program."),
        "rule:danger": translate("PersonCard", "You should not be alone with this."),
        "rule:third_try": translate("PersonCard", "You have tried this more than once."),
        f"engine:{NO_GENERATOR}": translate(
            "PersonCard",
            "Nobody has checked an answer to this yet, and the helper does not guess.",
        ),
        "low_confidence": translate("PersonCard", "The helper is not sure of this answer."),
    }
    if seen:  # the title says it
        known["low_confidence"] = translate("PersonCard", "A person can tell you for certain.")
    for reason in reply.handoff.reasons:
        if reason in known:
            return known[reason]
    if reply.tier == "human" and not reply.refused:
        return known["low_confidence"]
    title = _category_title(reply, pack)
    if title:
        text = translate("PersonCard", "This is about something only a person can look into: %1.")
        return filled(text, title[:1].lower() + title[1:] if title[1:2].islower() else title)
    return translate(
        "PersonCard", "The helper cannot see your account, so it cannot settle this itself."
    )


def _category_title(reply: Reply, pack: ProductPack) -> str:
    names = {
        reason.partition(":")[2] for reason in reply.handoff.reasons if reason.startswith("rule:")
    }
    titles = {rule.id: rule.title for rule in pack.rules.rule}
    titles |= {category.id: category.title for category in pack.deflections.category}
    for name in (*names, reply.category or ""):
        if name in titles:
            return titles[name]
    return ""


def _link(step: NextStep | None, links: LinkPolicy) -> Link | None:
    if step is None or step.url is None or links.fault(step.url):
        return None
    return Link(step.title, step.url)


def _doubt(*, has_page: bool) -> str:
    translate = QCoreApplication.translate
    if has_page:
        return translate("Answer", "Please double-check this one with the help page or a person.")
    return translate("Answer", "Please double-check this one before you rely on it.")


# --------------------------------------------------------------------------- failures


def _engine_failure(code: str, remedy: str, model_problem: SupportbotError | None) -> Failure:
    translate = QCoreApplication.translate
    again = translate("Failure", "Your question is kept: ask again, or talk to a human.")
    if code == "not_installed" or model_problem is not None:
        return _model_failure(model_problem)
    lost = (
        translate("Failure", "The answer model cannot be read any more."),
        translate("Failure", "Check the model in the settings, then ask again."),
    )
    told = dict.fromkeys(LOST_MODEL, lost) | {
        "out_of_memory": (
            translate("Failure", "This computer ran out of memory while answering."),
            translate("Failure", "Close other programs, then ask again."),
        ),
        "crashed": (translate("Failure", "The answer model stopped."), again),
        "hang": (translate("Failure", "The answer model did not respond."), again),
        "cpu_unsupported": (
            translate("Failure", "This computer's processor cannot run the answer model."),
            translate("Failure", "Checked answers and a human are still here for you."),
        ),
    }
    unknown = (
        translate("Failure", "The answer could not be written."),
        engine_remedy(code) or remedy or again,
    )
    return Failure(
        *told.get(code, unknown),
        can_retry=code != "cpu_unsupported",
        person_first=code == "cpu_unsupported",
        of_model=code in LOST_MODEL,
    )


def _model_failure(problem: SupportbotError | None) -> Failure:
    translate = QCoreApplication.translate
    if problem is not None and problem.code == UNVERIFIED:
        return Failure(
            translate("Failure", "The answer model is still being checked."),
            translate("Failure", "Ask again in a moment, or talk to a human."),
        )
    if problem is None or isinstance(problem, NotInstalledError):
        return Failure(
            translate(
                "Failure",
                "This one needs the answer model, which is not installed on this computer.",
            ),
            translate("Failure", "Talk to a human, or ask again once it is installed."),
            person_first=True,
        )
    if isinstance(problem, ModelFileError):
        return Failure(
            translate("Failure", "This one needs the answer model, which cannot be used."),
            translate("Failure", "Talk to a human, or ask again once it can."),
            person_first=True,
        )
    said = said_of(problem)
    return Failure(said.message, said.remedy)
