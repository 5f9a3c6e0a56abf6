"""A last page before the first.

Why: one of the two is wrong.

Bad:

    page: 1342-1336

Good:

    page: 1336-1342

What to do: look the pages up. A shortened last page ("1933-40") is another matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_RANGE = re.compile(r"(?<![\w.])([A-Za-z]?)(\d+)\s?[-–]{1,2}\s?([A-Za-z]?)(\d+)(?![\w-])")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    for found in _RANGE.finditer(reference.page):
        lead, first, other, last = found.groups()
        if other not in {"", lead} or len(last) < len(first):
            continue
        if int(last) < int(first):
            yield Fault(
                f"the last page, {last}, comes before the first, {first}",
                variable="page",
                text=found[0],
                hint="look the pages up",
            )


RULE = Rule(Severity.WARNING, each=_faults)
