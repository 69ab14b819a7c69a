"""The road one question travels, stage by stage, around the engine.

Owns the order of the stages, which of them run, and the ``Reply`` each can end with. Stages that are not built leave
``None``. It must not know how an answer is drawn, shown or kept.

    1 rules     words alone: a person is needed
    4 verified  the very question was vetted
    7 engine    (``supportbot.answering.conversation`` runs it)
    8 refusal   the written answer defers
"""

from __future__ import annotations

import math
import time
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from supportbot.answering.matching import near_copy, normalise, trigram_similarity, trigrams
from supportbot.answering.refusal import RefusalJudge, next_step, support_step
from supportbot.answering.rules import RuleBook, RuleMatch
from supportbot.answering.verified import VerifiedAnswers
from supportbot.contracts import (
    NO_GENERATOR,
    GenerationFinished,
    Handoff,
    HostContext,
    ModelInfo,
    NextStep,
    Reply,
    Source,
    Timings,
    TokenCounts,
)
from supportbot.errors import QuestionError

if TYPE_CHECKING:
    from supportbot.product.pack import ProductPack
    from supportbot.product.schema import VerifiedAnswer

NOT_INSTALLED = "not_installed"
QUESTION_LENGTH = 4000
_THIRD = 2  # earlier messages that make this one the third
_OPENING = 8  # tokens of an answer that decide which one it is

StageName = Literal["verified", "cache", "rules", "policy", "knowledge", "gate"]


@dataclass(frozen=True, slots=True)
class Stages:
    """Which stages run: the whole ``road``, or the ``model`` judged by stage 8 alone; ``without`` leaves some out."""

    only: Literal["road", "model"] = "road"
    without: frozenset[str] = frozenset()

    def run(self, stage: StageName) -> bool:
        """Whether a stage besides the engine and its judge runs."""
        return self.only == "road" and stage not in self.without


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on its way.

    Attributes:
        id: The reply's id, and the engine's request id.
        question: The customer's words, as written.
        earlier: The customer's earlier messages in this conversation, oldest first.
        context: What the host knows.
        started: ``time.perf_counter()`` when it was asked.
    """

    id: str
    question: str
    earlier: tuple[str, ...] = ()
    context: HostContext = field(default_factory=HostContext)
    started: float = field(default_factory=time.perf_counter)


def check_question(question: str) -> None:
    """Refuse what cannot be a question; nothing is ever cut.

    Raises:
        QuestionError: It is empty, holds what is no text, or is too long.
    """
    if any(unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\r\t" for c in question):
        raise QuestionError(
            "The question holds characters that are no text.",
            "Type it as plain text.",
            code="question_binary",
        )
    if not any(unicodedata.category(c)[0] not in "ZC" for c in question):
        raise QuestionError("The question is empty.", "Write a question.", code="question_empty")
    if len(question) > QUESTION_LENGTH:
        raise QuestionError(
            f"The question is longer than {QUESTION_LENGTH:,} characters.",
            "Ask it in fewer words, or in several questions.",
            code="question_too_long",
            length=QUESTION_LENGTH,
        )


class Road:
    """A pack's stages, compiled once and used for every conversation.

    Raises:
        PackError: A pattern of the pack cannot be read.
    """

    def __init__(self, pack: ProductPack) -> None:
        self._pack = pack
        self._rules = RuleBook(pack.rules, pack.weights)
        self._verified = VerifiedAnswers(pack.verified)
        self._refusals = RefusalJudge(pack)

    def before_the_model(self, asked: Asked, stages: Stages) -> Reply | None:
        """The reply of the stages that need no model, or ``None`` when the model is to answer."""
        if stages.run("rules") and (match := self._rule(asked)):
            return _ruled(asked, match)
        if stages.run("verified") and (vetted := self._verified.find(asked.question)):
            return self._vetted(asked, vetted)
        return None

    def after_the_model(
        self,
        asked: Asked,
        done: GenerationFinished,
        first_token_ms: float | None,
        model: ModelInfo | None,
        stages: Stages,
    ) -> Reply:
        """The reply that a written answer makes; one that was cancelled keeps what was written.

        A refusal that defers to a person, or that meets words which call a rule, becomes that rule's reply.
        """
        answer = done.text.strip()
        refusal = self._refusals.judge(
            asked.question, answer, own_links_only=stages.only == "model"
        )
        certainty = math.exp(sum(done.logprobs[:_OPENING])) if done.logprobs else 0.0
        if (
            refusal
            and stages.run("rules")
            and (match := self._rules.refused(asked.question, answer, certainty))
        ):
            timings = Timings(first_token=first_token_ms, total=_elapsed_ms(asked))
            return replace(
                _ruled(asked, match, refusal.reasons),
                timings_ms=timings,
                model=model,
                tokens=done.tokens,
            )
        offered = refusal is not None and refusal.offered
        reasons = refusal.reasons if refusal else ()
        if done.reason == "cancelled":
            reasons = (*reasons, "cancelled")
        return Reply(
            id=asked.id,
            question=asked.question,
            answer=answer,
            tier="check" if offered else "auto",
            shown="streamed" if answer else "none",
            refused=refusal is not None,
            handoff=Handoff(
                offered,
                False,
                reasons,
                refusal.next_step if refusal else None,
                refusal.team if refusal else None,
            ),
            sources=None,
            served_from="model",
            timings_ms=Timings(first_token=first_token_ms, total=_elapsed_ms(asked)),
            model=model,
            tokens=done.tokens,
        )

    def without_an_answer(
        self, asked: Asked, code: str, model: ModelInfo | None, tokens: TokenCounts | None = None
    ) -> Reply:
        """The reply when the engine was needed and could not answer: nothing shown, a person offered."""
        return Reply(
            id=asked.id,
            question=asked.question,
            answer="",
            tier="human",
            shown="none",
            refused=False,
            handoff=Handoff(True, False, (f"engine:{code}",), support_step(self._pack)),
            sources=None,
            served_from="model",
            timings_ms=Timings(total=_elapsed_ms(asked)),
            model=model,
            tokens=tokens,
        )

    def without_a_model(self, asked: Asked) -> Reply:
        """The reply when a model was needed and there is none: it is not installed, or the pack has none.

        Without a generator nobody vetted the question and nobody will write an answer: the pack's deflections then
        name a next step by the question's words.
        """
        if self._pack.product.models.generator is not None:
            return self.without_an_answer(asked, NOT_INSTALLED, None)
        reply = self.without_an_answer(asked, NO_GENERATOR, None)
        category = self._refusals.category(asked.question)
        if category is None:
            return reply
        handoff = replace(
            reply.handoff,
            reasons=(*reply.handoff.reasons, f"category:{category.id}"),
            next_step=next_step(category),
            team=category.team,
        )
        return replace(reply, handoff=handoff)

    def _rule(self, asked: Asked) -> RuleMatch | None:
        third = self._rules.third_try
        if match := self._rules.match(asked.question):
            return match
        if asked.context.attempts >= third.attempts:
            return RuleMatch(third, "attempts")
        if len(asked.earlier) < _THIRD:
            return None
        if any(_repeats(asked.question, before, third.similarity) for before in asked.earlier):
            return RuleMatch(third, "repeats")
        return self._rules.says_still_broken(asked.question)

    def _vetted(self, asked: Asked, vetted: VerifiedAnswer) -> Reply:
        topic = self._pack.topic(vetted.topic)
        page = self._pack.pages.get(topic.doc) if topic else None
        return Reply(
            id=asked.id,
            question=asked.question,
            answer=vetted.answer,
            tier="auto",
            shown="held",
            refused=False,
            handoff=Handoff(False, False),
            sources=(Source(page.title, page.url),) if page else (),
            served_from="verified",
            timings_ms=Timings(total=_elapsed_ms(asked)),
        )


def _ruled(asked: Asked, match: RuleMatch, reasons: tuple[str, ...] = ()) -> Reply:
    rule = match.rule
    return Reply(
        id=asked.id,
        question=asked.question,
        answer=rule.answer,
        tier="human",
        shown="none",
        refused=True,
        handoff=Handoff(
            True,
            True,
            (match.reason, *reasons),
            NextStep(rule.next_step.title, rule.next_step.url),
            rule.team,
        ),
        sources=(),
        served_from="rules",
        timings_ms=Timings(total=_elapsed_ms(asked)),
    )


def _repeats(question: str, before: str, similarity: float) -> bool:
    if near_copy(question, before):
        return True
    return (
        trigram_similarity(trigrams(normalise(question)), trigrams(normalise(before))) >= similarity
    )


def _elapsed_ms(asked: Asked) -> float:
    return (time.perf_counter() - asked.started) * 1000
