"""A table in Markdown: for a comment, or the summary of a job."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.report.plain import message, spot, subject
from ifnlit.report.summary import summary

if TYPE_CHECKING:
    from ifnlit.report.report import Report

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~@&:$])")
_MOST = 500  # rows; a job summary may have 1 MiB


def render(report: Report) -> str:
    """A heading, the table, the summary."""
    head, *rest = summary(report).split("\n")
    lines = [f"### ifnlit {report.command}", "", escaped(head)]
    if report.findings:
        lines += ["", "| | where | reference | rule | what |", "|---|---|---|---|---|"]
    for finding in report.findings[:_MOST]:
        where = spot(finding, report)
        place = f"{where.path}:{where.line}"
        cells = (
            finding.severity.value,
            place,
            subject(finding, report),
            finding.rule,
            message(finding),
        )
        lines.append(f"| {' | '.join(map(escaped, cells))} |")
    if len(report.findings) > _MOST:
        lines.append(f"\nand {len(report.findings) - _MOST} more")
    lines += [f"\n{escaped(line)}" for line in rest]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no mention, no cell border."""
    return _MARKS.sub(lambda found: f"&#{ord(found[1])};", text)
