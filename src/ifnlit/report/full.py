"""The line of the file with a mark under the fault, as good compilers show it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from ifnlit.model.finding import Severity
from ifnlit.report.plain import one_line, place_of, shortened, spot, subject
from ifnlit.report.summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.model.finding import Finding
    from ifnlit.report.plain import Spot
    from ifnlit.report.report import Report

_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_WIDTH = 76  # characters of the source line that are shown
_BEFORE = 30  # of these, at most so many in front of the fault


def render(report: Report) -> str:
    """Findings with their source lines, then the summary."""
    blocks = ["\n".join(_block(finding, report)) for finding in report.findings]
    return "\n\n".join([*blocks, summary(report)]) + "\n"


def _block(finding: Finding, report: Report) -> Iterator[str]:
    where = spot(finding, report)
    colour, bold, dim, plain = _styles(finding, report)
    about = subject(finding, report)
    code = report.rules[finding.rule].code if finding.rule in report.rules else ""
    name = f"{finding.rule} ({code})" if code else finding.rule
    yield f"{bold}{place_of(finding, where)}{plain}: {colour}{finding.severity}{plain}: {name}"
    gutter = " " * len(str(where.line))
    said = one_line(shortened(finding.message))
    yield f"{gutter} {dim}|{plain} {f'{about}: ' if about else ''}{said}"
    source = _source(finding, report, where)
    if source is not None:
        shown, mark = source
        yield f"{dim}{where.line} |{plain} {shown}"
        yield f"{gutter} {dim}|{plain} {colour}{mark}{plain}"
    if finding.hint:
        fixable = " (--fix does it)" if finding.fix is not None and finding.fix.safe else ""
        yield f"{gutter} {dim}={plain} {one_line(shortened(finding.hint))}{fixable}"


def _styles(finding: Finding, report: Report) -> tuple[str, str, str, str]:
    if not report.colour:
        return "", "", "", ""
    return _COLOURS[finding.severity], _BOLD, _DIM, _PLAIN


def _source(finding: Finding, report: Report, where: Spot) -> tuple[str, str] | None:
    """The part of the line around the fault, and the mark under it; `None` for no known line."""
    lines = report.lines.get(finding.place.path, ()) if finding.place else ()
    if not finding.ref or where.line > len(lines):
        return None
    line = lines[where.line - 1]
    start = min(where.column - 1, len(line))
    left = max(0, start - _BEFORE) if len(line) > _WIDTH else 0
    left += len(line[left:]) - len(line[left:].lstrip(" ")) if left == 0 else 0
    right = min(len(line), left + _WIDTH)
    lead = "…" if left > 0 and line[:left].strip() else ""
    shown = lead + one_line(line[left:right]) + ("…" if right < len(line) else "")
    stop = max(start + 1, min(where.end - 1, right))
    indent = _columns(lead + line[left:start])
    return shown, " " * indent + "^" * max(1, _columns(line[start:stop]))


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character, none for an accent."""
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)
