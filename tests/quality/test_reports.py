"""Reports that stay well-formed whatever an answer holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from supportbot.contracts import ModelInfo
from supportbot.quality.probes import CriterionResult, ProbeReport, ProbeResult
from supportbot.quality.reports import probe_html, probe_junit


def report_of(text: str, *reasons: str, passed: bool = False) -> ProbeReport:
    result = ProbeResult(
        number=1,
        question=text,
        answer=text,
        passed=passed,
        criteria=(CriterionResult(text, passed),),
        tier="auto",
        refused=False,
        bucket="docs",
        served_from="model",
        reasons=reasons,
    )
    return ProbeReport((result,), ModelInfo(text, None, None))


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def tags_of(page: str) -> list[str]:
    parser = Tags()
    parser.feed(page)
    return parser.tags


@given(st.text(max_size=60))
def test_junit_is_xml_whatever_the_answer(text: str) -> None:
    root = ET.fromstring(probe_junit(report_of(text), product=text))
    assert len(root.findall(".//testcase")) == 1
    assert len(root.findall(".//failure")) == 1


def test_no_words_of_an_answer_become_markup() -> None:
    page = probe_html(report_of("<script>alert(1)</script>\"'&"), product="<b>x</b>")
    assert tags_of(page) == tags_of(probe_html(report_of("plain"), product="plain"))
    assert "<script" not in page


def test_junit_tells_engine_errors_from_failures() -> None:
    root = ET.fromstring(probe_junit(report_of("x", "engine:crashed"), product="p"))
    suite = root.find("testsuite")
    assert suite is not None
    assert (suite.get("failures"), suite.get("errors"), suite.get("tests")) == ("0", "1", "1")
    none = ET.fromstring(probe_junit(report_of("x", "engine:no_generator"), product="p"))
    assert len(none.findall(".//failure")) == 1
    assert none.find(".//error") is None
    passed = ET.fromstring(probe_junit(report_of("x", passed=True), product="p"))
    assert passed.find(".//failure") is None
