"""The address is that of a DOI, but there is no DOI.

Why: programs look for a DOI in its field: without it nothing is checked, and styles print an
address where a DOI belongs.

Bad:

    URL: https://doi.org/10.1128/jvi.00442-20

Good:

    DOI: 10.1128/jvi.00442-20

What to do: `ifnlit lint --fix` adds the DOI.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.finding import Severity
from ifnlit.model.identifier import DOI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if reference.doi or not DOI.lead(reference.url):
        return
    found = DOI.parse(reference.url)
    if found is not None:
        yield Fault(
            f"the address is that of the DOI {found}, but there is no DOI",
            variable="URL",
            text=reference.url,
            hint=f"add DOI {found}",
            changes=(Change("DOI", "", found),),
        )


RULE = Rule(Severity.INFO, each=_faults)
