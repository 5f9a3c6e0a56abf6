"""One line a finding: `path:line:column: severity: rule: message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.report.plain import message, spot, subject
from ifnlit.report.summary import summary

if TYPE_CHECKING:
    from ifnlit.report.report import Report


def render(report: Report) -> str:
    """The lines, then the summary."""
    lines: list[str] = []
    for finding in report.findings:
        where = spot(finding, report)
        place = f"{where.path}:{where.line}:{where.column}" if finding.place else where.path
        about = subject(finding, report)
        said = f"{about}: {message(finding)}" if about else message(finding)
        lines.append(f"{place}: {finding.severity}: {finding.rule}: {said}")
    return "\n".join([*lines, summary(report)]) + "\n"
