"""Diagnostics for reviewdog: its Reviewdog Diagnostic Format as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.finding import Severity
from ifnlit.report.plain import json_text, said, spot

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding
    from ifnlit.report.report import Report

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report) -> str:
    """The findings as {"source": ..., "diagnostics": [...]}."""
    return json_text(
        {
            "source": {"name": "ifnlit"},
            "diagnostics": [_diagnostic(finding, report) for finding in report.findings],
        }
    )


def _diagnostic(finding: Finding, report: Report) -> dict[str, object]:
    where = spot(finding, report)
    return {
        "message": said(finding, report),
        "location": {
            "path": where.path,
            "range": {
                "start": {"line": where.line, "column": _bytes(finding, report, where.column)},
                "end": {"line": where.line, "column": _bytes(finding, report, where.end)},
            },
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }


def _bytes(finding: Finding, report: Report, column: int) -> int:
    """A column as reviewdog counts it: from 1, in bytes of UTF-8."""
    place = finding.place
    lines = report.lines.get(place.path, ()) if place else ()
    if place is None or not 0 < place.line <= len(lines):
        return column
    before = lines[place.line - 1][: column - 1]
    return len(before.encode("utf-8", "surrogatepass")) + 1
