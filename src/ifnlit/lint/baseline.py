"""A file of findings that an old list is let have: only new ones are reported.

A finding is known again by rule, reference, variable and text, so lines may move.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.finding import Finding

VERSION = 1
_KEYS = ("rule", "key", "variable", "text")
Baseline = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Parted:
    """Findings that are new; how many were known; how many of the baseline are gone."""

    findings: tuple[Finding, ...]
    known: int
    gone: int


def encoded(findings: Sequence[Finding]) -> str:
    """The baseline of these findings as JSON, sorted, one finding a line."""
    rows = sorted(finding.identity for finding in findings)
    lines = [json.dumps(dict(zip(_KEYS, row, strict=True)), ensure_ascii=False) for row in rows]
    body = ",\n    ".join(lines)
    listed = f"[\n    {body}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {listed}\n}}\n'


def decoded(text: str, path: str) -> Baseline:
    """The baseline that text holds; raises `UnreadableInput` for another kind of file."""
    try:
        data = cast("dict[str, Any]", json.loads(text))
        if data["version"] != VERSION:
            raise UnreadableInput(
                f"a baseline of version {data['version']}, which this ifnlit does not know",
                place=Place(path, 1, 1),
                hint="write it again with --write-baseline",
            )
        return Counter(tuple(str(row[key]) for key in _KEYS) for row in data["findings"])
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno, error.colno)
    except (KeyError, TypeError):
        place = Place(path, 1, 1)
    raise UnreadableInput(
        "no baseline of ifnlit lint", place=place, hint="write one with --write-baseline"
    )


def parted(findings: Sequence[Finding], baseline: Baseline) -> Parted:
    """The findings that the baseline does not hold."""
    left = baseline.copy()
    new: list[Finding] = []
    for finding in findings:
        key = finding.identity
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    return Parted(tuple(new), len(findings) - len(new), sum(left.values()))
