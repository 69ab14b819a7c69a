"""Runs QA's probes of a pack and says whether the answers are good enough.

Owns the checking of a probe's criteria and the verdict over all of them. How a question is answered is handed in, so
that the runner works for the whole road, the model alone, and a check after an update. Must not print or write files.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from supportbot.contracts import NO_GENERATOR
from supportbot.product.text import contains_any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from supportbot.contracts import Handoff, ModelInfo, Reply
    from supportbot.product.schema import Criterion, Probe

FAILURES_TO_MEND = 3
Bucket = Literal["docs", "tickets", "refuse"]
# Where as many probes of two buckets fail, the refusals are mended first: they are the usual weak spot.
_MEND_ORDER: tuple[Bucket, ...] = ("refuse", "docs", "tickets")

_CODE = re.compile(
    r"```|~~~|^\s*(?:#!|(?:import|def|class|function|const|let|var|curl|pip|npm|mutation|query)\s+\S)"
    r"|^\s*(?:from\s+\S+\s+import\b|for\s.+:\s*$|while\s.+:\s*$|if\s.+:\s*$|return\b.*;?\s*$|SELECT\s.+\sFROM\s)"
    r"|\w+\([^)\n]*\)\s*[;{]|=>\s*[{(]|</?(?:script|div|html)\b",
    re.MULTILINE,
)
_URL = re.compile(r"https?://\S+|mailto:\S+|\S+@\S+\.\w+")
_LIST_MARK = re.compile(r"^\s*(?:\d+[.)]|[-*\u2022])\s+", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"\u201d\u2019)]*\s+|[\u3002\uff01\uff1f]|\n+")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|approx|no)\.(?=\s|,|\))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion and whether the reply met it."""

    text: str
    passed: bool


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """One probe, the reply to it, and how it did."""

    number: int
    question: str
    answer: str
    passed: bool
    criteria: tuple[CriterionResult, ...]
    tier: str
    refused: bool
    bucket: Bucket
    served_from: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """All probes and the verdict."""

    probes: tuple[ProbeResult, ...]
    model: ModelInfo | None

    @property
    def passed(self) -> int:
        """How many probes passed."""
        return sum(probe.passed for probe in self.probes)

    @property
    def failed(self) -> int:
        """How many probes failed."""
        return len(self.probes) - self.passed

    @property
    def verdict(self) -> Literal["good", "needs_work"]:
        """``needs_work`` as soon as three or more fail."""
        return "needs_work" if self.failed >= FAILURES_TO_MEND else "good"

    @property
    def bucket_to_mend(self) -> Bucket | None:
        """The bucket of training rows most failures point to; ``None`` when nothing failed."""
        failures = Counter(probe.bucket for probe in self.probes if not probe.passed)
        if not failures:
            return None
        return max(_MEND_ORDER, key=failures.__getitem__)

    def to_dict(self) -> dict[str, Any]:
        """The document of ``probe --json``."""
        return {
            "probes": [
                {
                    "number": probe.number,
                    "question": probe.question,
                    "answer": probe.answer,
                    "passed": probe.passed,
                    "criteria": [{"text": c.text, "passed": c.passed} for c in probe.criteria],
                    "tier": probe.tier,
                    "refused": probe.refused,
                    "served_from": probe.served_from,
                    "reasons": list(probe.reasons),
                }
                for probe in self.probes
            ],
            "passed": self.passed,
            "verdict": self.verdict,
            "bucket_to_mend": self.bucket_to_mend,
            "model": None
            if self.model is None
            else {"id": self.model.id, "sha256": self.model.sha256, "backend": self.model.backend},
        }


def run_probes(
    probes: Sequence[Probe],
    ask: Callable[[str], Reply],
    *,
    link_in_answer_only: bool = False,
    on_result: Callable[[ProbeResult], None] | None = None,
) -> ProbeReport:
    """Ask every probe and check the replies.

    Args:
        probes: The pack's probes.
        ask: Answers one question, each in a fresh conversation.
        link_in_answer_only: Whether a link counts only where it stands in the answer (the model's own words), and
            not in the sources or the next step.
        on_result: Told of each probe as it is done.
    """
    results: list[ProbeResult] = []
    model: ModelInfo | None = None
    for probe in probes:
        reply = ask(probe.question)
        model = model or reply.model
        result = check_probe(probe, reply, link_in_answer_only=link_in_answer_only)
        results.append(result)
        if on_result is not None:
            on_result(result)
    return ProbeReport(tuple(results), model)


def check_probe(probe: Probe, reply: Reply, *, link_in_answer_only: bool = False) -> ProbeResult:
    """Check one reply against its probe. A reply that the engine failed to give passes nothing."""
    failed = engine_fault(reply.handoff.reasons) is not None
    links = reply.answer if link_in_answer_only else _all_links(reply)
    criteria = tuple(
        CriterionResult(criterion.text, not failed and _meets(criterion, reply, links))
        for criterion in probe.criteria
    )
    return ProbeResult(
        number=probe.number,
        question=probe.question,
        answer=reply.answer,
        passed=all(criterion.passed for criterion in criteria),
        criteria=criteria,
        tier=reply.tier,
        refused=reply.refused,
        bucket=probe.bucket,
        served_from=reply.served_from,
        reasons=reply.handoff.reasons,
    )


def engine_fault(reasons: Iterable[str]) -> str | None:
    """The engine's failure (``engine:<code>``) among a reply's reasons. That the pack has no generator is none."""
    faults = (reason for reason in reasons if reason.startswith("engine:"))
    return next((fault for fault in faults if fault != f"engine:{NO_GENERATOR}"), None)


def holds_code(answer: str) -> bool:
    """Whether an answer holds program code: a fenced block, or lines that read like one."""
    return _CODE.search(answer) is not None


def count_sentences(answer: str) -> int:
    """The number of sentences; dots in addresses, numbers and abbreviations end none."""
    text = _LIST_MARK.sub("", _ABBREVIATION.sub("x", _URL.sub("x", answer)))
    return sum(1 for piece in _SENTENCE_END.split(text) if re.search(r"\w", piece))


def _meets(criterion: Criterion, reply: Reply, links: str) -> bool:
    answer = reply.answer
    return all(
        (
            not criterion.any or contains_any(answer, criterion.any),
            not contains_any(answer, criterion.none),
            criterion.refused is None or criterion.refused == reply.refused,
            criterion.person is None or criterion.person == _person(reply.handoff),
            not (criterion.no_code and holds_code(answer)),
            criterion.max_sentences is None
            or 0 < count_sentences(answer) <= criterion.max_sentences,
            criterion.link is None or _has_link(links, criterion.link),
        )
    )


def _person(handoff: Handoff) -> str:
    return "required" if handoff.required else "offered" if handoff.offered else "none"


def _has_link(text: str, link: str) -> bool:
    """Whether the address stands there whole, and not as the start of a longer one."""
    return re.search(re.escape(link.rstrip("/")) + r"/?(?![\w/-])", text) is not None


def _all_links(reply: Reply) -> str:
    step = reply.handoff.next_step
    urls: Iterable[str] = (source.url for source in reply.sources or ())
    return "\n".join((reply.answer, *urls, (step.url or "") if step else ""))
