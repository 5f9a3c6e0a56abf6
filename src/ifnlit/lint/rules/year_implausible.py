"""A year in which such a work cannot have appeared.

Why: a digit was mistyped, or a page number stands in the field of the year.

Bad:

    - {id: x, type: article-journal, issued: "0209"}

Good:

    - {id: x, type: article-journal, issued: "2009"}

What to do: look the year up. The first journal appeared in 1665, printing began about 1450.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_FIRST_JOURNAL = 1665  # Journal des sçavans, Philosophical Transactions
_FIRST_PRINTED = 1450  # Gutenberg's press
_EARLIEST = {
    "article-journal": _FIRST_JOURNAL,
    "article-newspaper": 1600,
    "patent": _FIRST_PRINTED,
    "paper-conference": 1700,
    "report": _FIRST_PRINTED,
    "software": 1940,
    "webpage": 1990,
}


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if reference.issued is None:
        return
    year = reference.issued.year
    earliest = _EARLIEST.get(reference.type)
    if earliest is not None and year < earliest:
        yield Fault(
            f"the year {year} is too early for a work of type {reference.type}",
            variable="issued",
            text=str(year),
            hint="look the year up",
        )


RULE = Rule(Severity.ERROR, each=_faults)
