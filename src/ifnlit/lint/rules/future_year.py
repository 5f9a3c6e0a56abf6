"""A year that has not come yet.

Why: a digit was mistyped. Next year is let pass: journals date their issues ahead.

Bad:

    issued: "2109"

Good:

    issued: "2019"

What to do: look the year up; for a work not yet out say `status: in press`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if reference.issued is not None and reference.issued.year > subject.year + 1:
        yield Fault(
            f"the year {reference.issued.year} has not come yet",
            variable="issued",
            text=str(reference.issued.year),
            hint="look the year up",
        )


RULE = Rule(Severity.ERROR, each=_faults)
