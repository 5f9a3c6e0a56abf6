"""JUnit XML as Ant wrote it and CI services read it: a finding that fails is a failed test.

Findings below what fails the run stand in the suite's output; a reference without a failure is a
test that passed. No clock: the same findings give the same bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.report.plain import message, one_line, spot, subject

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding
    from ifnlit.report.report import Report

_NO_TIME = "1970-01-01T00:00:00"  # the schema wants one; reports must be reproducible
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
# Characters that XML 1.0 forbids even as references (production 2).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """One suite: a test for each failure, and one for all that passed."""
    failures = [finding for finding in report.findings if report.fails(finding)]
    others = [finding for finding in report.findings if not report.fails(finding)]
    passed = max(report.references - len({finding.ref for finding in failures if finding.ref}), 1)
    cases = [_failure(finding, report) for finding in failures]
    if not failures or report.references:
        cases.append(
            f'    <testcase name="{passed} of {report.references} references without failure" '
            f'classname="ifnlit.{report.command}" time="0"/>'
        )
    counts = f'tests="{len(cases)}" failures="{len(failures)}" errors="0" time="0"'
    origin = f'package="ifnlit" id="0" timestamp="{_NO_TIME}" hostname="localhost"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<testsuites>",
        f'  <testsuite name="ifnlit {report.command}" {origin} {counts}>',
        "    <properties/>",
        *cases,
        f"    <system-out>{_escaped(_output(others, report))}</system-out>",
        f"    <system-err>{_escaped(' '.join(map(one_line, report.remarks)))}</system-err>",
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _failure(finding: Finding, report: Report) -> str:
    where = spot(finding, report)
    said = _escaped(message(finding))
    place = _escaped(f"{where.path}:{where.line}:{where.column}")
    name = _escaped(f"{finding.rule}: {subject(finding, report) or 'the list'} ({where.line})")
    return (
        f'    <testcase name="{name}" classname="ifnlit.{report.command}" time="0">\n'
        f'      <failure message="{said}" type="{_escaped(finding.rule)}">'
        f"{place}: {said}</failure>\n    </testcase>"
    )


def _output(findings: list[Finding], report: Report) -> str:
    lines: list[str] = []
    for finding in findings:
        where = spot(finding, report)
        lines.append(
            f"{where.path}:{where.line}: {finding.severity}: {finding.rule}: {message(finding)}"
        )
    return "\n".join(lines)


def _escaped(text: str) -> str:
    allowed = _FORBIDDEN.sub("\ufffd", text)
    return "".join(_ESCAPES.get(character, character) for character in allowed)
