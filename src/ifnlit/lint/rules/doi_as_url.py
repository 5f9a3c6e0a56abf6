"""A DOI written as an address or with a label in front.

Why: the field holds the DOI itself; programs that put "https://doi.org/" in front get it twice.

Bad:

    DOI: https://doi.org/10.1128/jvi.00442-20

Good:

    DOI: 10.1128/jvi.00442-20

What to do: `ifnlit lint --fix` takes the address off.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_LEAD = re.compile(
    r"[\"'{\s]*((?:https?://(?:dx\.)?doi\.org/|doi:\s*|(?:dx\.)?doi\.org/)[^\s\"'}]+)",
    re.IGNORECASE,
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if not reference.doi:
        return
    written = _LEAD.match(subject.source(subject.at(reference), "DOI"))
    if written is not None:
        yield Fault(
            f'the DOI is written as "{written[1]}"',
            variable="DOI",
            text=written[1],
            hint=f"write {reference.doi}",
            changes=(Change("DOI", written[1], reference.doi),),
        )


RULE = Rule(Severity.INFO, each=_faults)
