"""One line a finding: `path:line:column: severity: rule: message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.report.plain import place_of, said, spot
from ifnlit.report.summary import summary

if TYPE_CHECKING:
    from ifnlit.report.report import Report


def render(report: Report) -> str:
    """The lines, then the summary."""
    lines: list[str] = []
    for finding in report.findings:
        where = spot(finding, report)
        place = place_of(finding, where)
        lines.append(f"{place}: {finding.severity}: {finding.rule}: {said(finding, report)}")
    return "\n".join([*lines, summary(report)]) + "\n"
