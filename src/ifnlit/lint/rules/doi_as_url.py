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
from ifnlit.model.identifier import DOI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_OPENING = "\"'{ \t\r\n"  # what formats put before a value
_REST = re.compile(r"[^\s\"'}]*")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if not reference.doi:
        return
    source = subject.source(subject.at(reference), "DOI").lstrip(_OPENING)
    lead = DOI.lead(source)
    rest = _REST.match(source, len(lead))
    if lead and rest is not None:
        written = f"{lead}{rest[0]}"
        yield Fault(
            f'the DOI is written as "{written}"',
            variable="DOI",
            text=written,
            hint=f"write {reference.doi}",
            changes=(Change("DOI", written, reference.doi),),
        )


RULE = Rule(Severity.INFO, each=_faults)
