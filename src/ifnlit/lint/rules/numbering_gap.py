"""A number is missing in a numbered list.

Why: an entry was lost, or citations in the text point one too far.

Bad:

    [6] ...     [8] ...

Good:

    [6] ...     [7] ...     [8] ...

What to do: find the lost entry, or number the list again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    before: int | None = None
    for at, one in enumerate(subject.references):
        n = one.origin.n if one.origin else None
        if n is not None and before is not None and n > before + 1:
            yield Fault(
                f"the numbering jumps from {before} to {n}", variable="custom.n", text=str(n), at=at
            )
        before = n if n is not None else before


RULE = Rule(Severity.WARNING, whole=_faults)
