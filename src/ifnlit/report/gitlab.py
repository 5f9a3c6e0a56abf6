"""A code quality report of GitLab (the CodeClimate subset that its documentation lists)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.finding import Severity
from ifnlit.report.fingerprint import fingerprints
from ifnlit.report.plain import json_text, said, spot

if TYPE_CHECKING:
    from ifnlit.report.report import Report

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """The findings as a JSON array; [] when there are none."""
    found: list[dict[str, object]] = []
    marks = fingerprints(report.findings)
    for finding, mark in zip(report.findings, marks, strict=True):
        where = spot(finding, report)
        found.append(
            {
                "description": said(finding, report),
                "check_name": finding.rule,
                "fingerprint": mark,
                "severity": _SEVERITIES[finding.severity],
                # GitLab takes paths from the root of the repository, without "./".
                "location": {"path": where.path.removeprefix("./"), "lines": {"begin": where.line}},
            }
        )
    return json_text(found)
