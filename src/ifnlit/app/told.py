"""Findings of a reader as lines for a person: what is the same of many records, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.model.finding import Finding

_UNKNOWN = "unknown-field"
_AT_MOST = 40  # lines of one rule; a file of 10,000 odd records would scroll everything away


def told(findings: Sequence[Finding]) -> Iterator[str]:
    """A line for each finding, those of one rule and variable together when there are many."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        name = finding.variable if finding.rule == _UNKNOWN else ""
        groups.setdefault((finding.rule, name), []).append(finding)
    for (rule, _), found in groups.items():
        if rule == _UNKNOWN:
            yield _line(found[0], len(found))
            continue
        for finding in found[:_AT_MOST]:
            yield _line(finding, 1)
        if len(found) > _AT_MOST:
            yield f"... and {len(found) - _AT_MOST} more of {rule}"


def _line(finding: Finding, count: int) -> str:
    place = f"{finding.place}: " if finding.place else ""
    ref = f"{finding.ref}: " if finding.ref and count == 1 else ""
    times = f" (in {count} records)" if count > 1 else ""
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{place}{finding.severity}[{finding.rule}] {ref}{finding.message}{times}{hint}"
