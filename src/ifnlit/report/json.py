"""Everything a report holds, for programs: {"version": 1, "findings": [...], "summary": {...}}."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.report.fingerprint import fingerprints
from ifnlit.report.plain import json_text

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding
    from ifnlit.report.report import Report


def render(report: Report) -> str:
    """The report as one JSON object."""
    marks = fingerprints(report.findings)
    found = [
        _plain(finding, mark, report) for finding, mark in zip(report.findings, marks, strict=True)
    ]
    return json_text(
        {
            "version": 1,
            "command": report.command,
            "findings": found,
            "summary": {
                "references": report.references,
                **{severity.value: number for severity, number in report.counts().items()},
                "passed_over": report.passed_over,
                "remarks": list(report.remarks),
            },
        }
    )


def _plain(finding: Finding, mark: str, report: Report) -> dict[str, object]:
    place = finding.place
    rule = report.rules.get(finding.rule)
    fix = finding.fix
    return {
        "rule": finding.rule,
        "code": rule.code if rule else "",
        "severity": finding.severity.value,
        "key": finding.ref,
        "n": report.numbers.get(finding.ref),
        "variable": finding.variable,
        "message": finding.message,
        "hint": finding.hint,
        "text": finding.text,
        "path": place.path if place else "",
        "line": (place.line or None) if place else None,
        "column": (place.column or None) if place else None,
        "fix": None
        if fix is None
        else {
            "safe": fix.safe,
            "edits": [
                {"key": one.ref, "variable": one.variable, "before": one.before, "after": one.after}
                for one in fix.edits
            ],
        },
        "fingerprint": mark,
    }
