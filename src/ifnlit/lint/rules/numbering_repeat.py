"""A number stands twice in a numbered list.

Why: a citation in the text points to two entries.

Bad:

    [6] ...     [6] ...

Good:

    [6] ...     [7] ...

What to do: number the list again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    seen: dict[int, str] = {}
    for at, one in enumerate(subject.references):
        n = one.origin.n if one.origin else None
        if n is None:
            continue
        if n in seen:
            yield Fault(
                f"the number {n} is that of {seen[n]} already",
                variable="custom.n",
                text=str(n),
                at=at,
            )
        seen.setdefault(n, one.id)


RULE = Rule(Severity.WARNING, whole=_faults)
