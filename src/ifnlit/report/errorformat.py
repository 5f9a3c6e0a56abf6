r"""For the quickfix list of an editor: `path:line:column: severity: message [rule]`, no more.

In vim: `set errorformat=%f:%l:%c:\ %t%*[^:]:\ %m`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.report.plain import message, spot

if TYPE_CHECKING:
    from ifnlit.report.report import Report


def render(report: Report) -> str:
    """One line a finding, always with line and column."""
    lines: list[str] = []
    for finding in report.findings:
        where = spot(finding, report)
        lines.append(
            f"{where.path}:{where.line}:{where.column}: {finding.severity}: "
            f"{message(finding)} [{finding.rule}]\n"
        )
    return "".join(lines)
