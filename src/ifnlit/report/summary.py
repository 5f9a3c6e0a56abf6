"""The last line: how many of what, and what else the reader should know of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.report.plain import one_line

if TYPE_CHECKING:
    from ifnlit.report.report import Report


def summary(report: Report) -> str:
    """How many references, how many findings of each severity; then remarks, a line each."""
    counts = [
        counted(number, severity.value) for severity, number in report.counts().items() if number
    ]
    told = ", ".join(counts) if counts else "nothing to report"
    lines = [f"{counted(report.references, 'reference')}: {told}"]
    safe = sum(one.fix is not None and one.fix.safe for one in report.findings)
    unsafe = sum(one.fix is not None and not one.fix.safe for one in report.findings)
    if report.passed_over:
        lines[0] += f"; {report.passed_over} passed over (ignored, or in the baseline)"
    if safe:
        lines.append(f"{safe} can be mended by ifnlit {report.command} --fix")
    if unsafe:
        lines.append(f"{unsafe} can be mended, and then looked through, with --fix --unsafe-fixes")
    return "\n".join([*lines, *(one_line(remark) for remark in report.remarks)])


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it has to be."""
    return (
        f"{number} {noun}"
        if number == 1
        else f"{number} {noun}{'es' if noun.endswith('x') else 's'}"
    )
