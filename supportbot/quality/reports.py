"""Writes a probe report for people (HTML) and for build servers (JUnit XML).

Owns the two layouts; every word of a question or an answer is escaped. Must not judge anything or touch the disk.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from supportbot.quality.probes import engine_fault

if TYPE_CHECKING:
    from supportbot.quality.probes import ProbeReport, ProbeResult

# Characters that no XML 1.0 document may hold, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_STYLE = """
:root { color-scheme: light dark; --line: #e6e8ec; --muted: #626874; --good: #1a7f4b; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --line: #30333b; --muted: #a0a5b1; --good: #5fd39a; --bad: #ff8a80; } }
body { font: 14px/21px system-ui, sans-serif; max-width: 760px; margin: 32px auto; padding: 0 16px; }
h1 { font-size: 22px; line-height: 29px; } h2 { font-size: 14px; margin: 0; }
article { border: 1px solid var(--line); border-radius: 11px; padding: 16px; margin: 16px 0; }
blockquote { margin: 8px 0; padding-left: 12px; border-left: 3px solid var(--line); white-space: pre-wrap; }
ul { margin: 8px 0 0; padding: 0; list-style: none; } .muted { color: var(--muted); }
.good { color: var(--good); } .bad { color: var(--bad); }
"""


def probe_html(report: ProbeReport, *, product: str) -> str:
    """One self-contained page: no script, nothing loaded from elsewhere."""
    verdict = "Good enough" if report.verdict == "good" else "Needs work"
    css = "good" if report.verdict == "good" else "bad"
    mend = (
        f" Mend the bucket <strong>{escape(report.bucket_to_mend)}</strong> first."
        if report.bucket_to_mend
        else ""
    )
    model = f"Model {escape(report.model.id)}" if report.model else "No model"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Probes of {escape(product)}</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>Probes of {escape(product)}</h1>\n"
        f'<p><strong class="{css}">{verdict}</strong>: {report.passed} of {len(report.probes)} passed.{mend}<br>\n'
        f'<span class="muted">{model}</span></p>\n'
        + "".join(_article(probe) for probe in report.probes)
        + "</body></html>\n"
    )


def _article(probe: ProbeResult) -> str:
    mark, css = ("Passed", "good") if probe.passed else ("Failed", "bad")
    criteria = "".join(
        f'<li><span class="{"good" if c.passed else "bad"}">{"✓" if c.passed else "✗"}</span> {escape(c.text)}</li>'
        for c in probe.criteria
    )
    return (
        f"<article><h2>{probe.number}. {escape(probe.question)}</h2>\n"
        f"<blockquote>{escape(probe.answer) or '<em>no answer</em>'}</blockquote>\n"
        f'<p class="muted"><span class="{css}">{mark}</span> · tier {escape(probe.tier)}'
        f" · {'refused' if probe.refused else 'answered'} · from {escape(probe.served_from)}</p>\n"
        f"<ul>{criteria}</ul></article>\n"
    )


def probe_junit(report: ProbeReport, *, product: str) -> str:
    """JUnit XML, one test case a probe; a probe the engine could not answer is an error, not a failure."""
    errors = sum(engine_fault(probe.reasons) is not None for probe in report.probes)
    name = quoteattr(_xml(f"{product} probes"))
    cases = "".join(_case(probe, product) for probe in report.probes)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites><testsuite name={name} tests="{len(report.probes)}" '
        f'failures="{report.failed - errors}" errors="{errors}">\n'
        f"{cases}</testsuite></testsuites>\n"
    )


def _case(probe: ProbeResult, product: str) -> str:
    name = quoteattr(_xml(f"{probe.number}. {probe.question}"))
    head = f"  <testcase classname={quoteattr(_xml(f'{product}.probes'))} name={name}"
    if probe.passed:
        return f"{head}/>\n"
    fault = engine_fault(probe.reasons)
    kind = "error" if fault else "failure"
    missed = fault or "; ".join(c.text for c in probe.criteria if not c.passed)
    return (
        f"{head}>\n    <{kind} message={quoteattr(_xml(missed))}>{escape(_xml(probe.answer))}</{kind}>\n"
        "  </testcase>\n"
    )


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
