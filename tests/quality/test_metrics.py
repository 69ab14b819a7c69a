"""What each figure counts, one reply at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.errors import UsageError
from supportbot.quality.metrics import (
    LabelledRow,
    Verdict,
    figures,
    judge,
    missing_facts,
    score_rows,
    summary,
    summary_text,
    wilson,
)

if TYPE_CHECKING:
    from supportbot.contracts import Reply
    from supportbot.product.schema import Deflections, Topic

Judge = Callable[..., Verdict]
ANSWERABLE = {"topic": "bulk-archive"}


@pytest.fixture
def judged(
    reply: Callable[..., Reply], topics: dict[str, Topic], deflections: Deflections
) -> Callable[..., Verdict]:
    def make(label: dict[str, str], *args: str, **changes: Any) -> Verdict:
        row = LabelledRow(id="r", question="q", **label)
        return judge(row, reply(*args, **changes).to_dict(), topics, deflections)

    return make


def test_all_facts_shown_is_resolved(judged: Judge) -> None:
    verdict = judged(ANSWERABLE)
    assert verdict.resolved
    assert not verdict.sure_and_wrong
    assert verdict.deflected is None


def test_facts_are_found_under_markdown_and_other_forms(topics: dict[str, Topic]) -> None:
    topic = topics["bulk-archive"]
    assert missing_facts("Use **Shift-click**, then `Archive`.", topic) == ()
    assert missing_facts("Press Xylophone and archived", topic) == (0, 1)


@pytest.mark.parametrize(
    "changes",
    [{"refused": True}, {"shown": "folded"}, {"shown": "none"}, {"tier": "human"}],
    ids=lambda c: next(iter(c)) + "-" + str(next(iter(c.values()))),
)
def test_what_keeps_a_right_answer_from_being_resolved(
    judged: Judge, changes: dict[str, Any]
) -> None:
    assert judged(ANSWERABLE, **changes).resolved is False


def test_a_held_answer_with_tier_check_is_resolved(judged: Judge) -> None:
    assert judged(ANSWERABLE, shown="held", tier="check").resolved


def test_a_missing_fact_without_a_person_is_sure_and_wrong(judged: Judge) -> None:
    verdict = judged(ANSWERABLE, "Press X.")
    assert verdict.missing == (1,)
    assert verdict.sure_and_wrong
    assert verdict.resolved is False
    assert not judged(ANSWERABLE, "Press X.", offered=True).sure_and_wrong
    assert judged(ANSWERABLE, "Press X.", shown="folded").sure_and_wrong
    assert not judged(ANSWERABLE, "Press X.", shown="none").sure_and_wrong


def test_an_answer_to_what_should_be_deflected_is_sure_and_wrong(judged: Judge) -> None:
    verdict = judged({"category": "off_topic"}, "It was founded in 1999.")
    assert verdict.sure_and_wrong
    assert verdict.deflected is False
    refused = judged({"category": "off_topic"}, "I am here to help.", refused=True)
    assert refused.deflected
    assert not refused.sure_and_wrong


def test_nothing_shown_counts_as_deflected_and_folded_does_not(judged: Judge) -> None:
    assert judged({"category": "billing"}, shown="none").deflected
    assert judged({"category": "billing"}, shown="folded").deflected is False


def test_over_offered_and_wrongly_refused_count_answerable_only(judged: Judge) -> None:
    assert judged(ANSWERABLE, offered=True).over_offered
    assert judged(ANSWERABLE, refused=True).wrongly_refused
    other = judged({"category": "billing"}, offered=True, refused=True)
    assert other.over_offered is None
    assert other.wrongly_refused is None


@pytest.mark.parametrize(
    ("category", "required", "offered"),
    [
        ("security", True, True),
        ("human", True, True),
        ("danger", True, True),
        ("billing", None, True),
        ("off_topic", None, None),
    ],
)
def test_who_needs_a_person(
    judged: Judge, category: str, required: bool | None, offered: bool | None
) -> None:
    verdict = judged({"category": category}, offered=True, required=True, refused=True)
    assert (verdict.person_required, verdict.person_offered) == (required, offered)


def test_a_look_alike_sent_to_a_person_by_a_rule_is_counted(judged: Judge) -> None:
    assert judged({}, served_from="rules").ruled_in_vain
    assert judged({}, served_from="model").ruled_in_vain is False
    assert judged(ANSWERABLE, served_from="rules").ruled_in_vain
    assert judged({"category": "security"}, served_from="rules").ruled_in_vain is None


def test_unknown_labels_are_an_error_that_names_the_row(judged: Judge) -> None:
    with pytest.raises(UsageError, match="row r names the topic 'nope'"):
        judged({"topic": "nope"})
    with pytest.raises(UsageError, match="row r names the category 'nope'"):
        judged({"category": "nope"})


def test_figures_stand_in_total_and_by_what_served(judged: Judge) -> None:
    verdicts = [
        judged(ANSWERABLE),
        judged(ANSWERABLE, "no", served_from="verified", shown="held"),
        judged({"category": "billing"}, refused=True),
    ]
    document = summary(verdicts)
    assert document["questions"] == 3
    assert document["served_from"] == {"model": 2, "verified": 1}
    assert document["total"]["resolved"]["hits"] == 1
    assert document["total"]["resolved"]["total"] == 2
    assert document["by_served_from"]["model"]["resolved"]["share"] == 1.0
    assert document["by_served_from"]["verified"]["deflected"]["share"] is None
    assert figures(verdicts)["sure_and_wrong"].total == 3
    assert "resolved" in summary_text(verdicts)


def test_rows_and_replies_must_match(reply: Callable[..., Reply], topics: dict[str, Topic]) -> None:
    row = {"id": "1", "question": "q", "topic": "bulk-archive"}
    assert score_rows([row], [reply().to_dict()], topics.values())[0].resolved
    with pytest.raises(UsageError):
        score_rows([row], [], topics.values())


def test_wilson_of_a_known_case() -> None:
    rate = wilson(9, 10)
    assert rate.share == 0.9
    assert math.isclose(rate.low or 0, 0.5958, abs_tol=1e-4)
    assert math.isclose(rate.high or 0, 0.9821, abs_tol=1e-4)
    assert wilson(0, 0).share is None


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    rate = wilson(*counts)
    assert rate.low is not None
    assert rate.high is not None
    assert rate.share is not None
    assert 0 <= rate.low <= rate.share + 1e-12
    assert rate.share - 1e-12 <= rate.high <= 1
