"""The rules as a list, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.app.listing import aligned
from ifnlit.lint import RULES, code
from ifnlit.lint.manual import body

if TYPE_CHECKING:
    from collections.abc import Sequence


def listing() -> str:
    """One line a rule: code, name, severity, what it finds."""
    rows = [
        (code(name), name, RULES.load(name).severity.value, RULES.entry(name).summary)
        for name in RULES
    ]
    return aligned(rows)


def plain(names: Sequence[str]) -> list[dict[str, object]]:
    """Name, code, other names, severity, summary and page of each."""
    return [
        {
            "name": name,
            "code": code(name),
            "also": list(RULES.entry(name).aliases[1:]),
            "severity": RULES.load(name).severity.value,
            "summary": RULES.entry(name).summary,
            "page": body(name),
        }
        for name in names
    ]
