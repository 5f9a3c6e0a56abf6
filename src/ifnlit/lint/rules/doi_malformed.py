"""A DOI that is no DOI.

Why: no resolver and no registry can follow it; most such values are cut off or are something else.

Bad:

    DOI: 10.1128

Good:

    DOI: 10.1128/jvi.00442-20

What to do: copy it from the work; `ifnlit resolve` may find it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity
from ifnlit.model.identifier import DOI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if reference.doi and DOI.parse(reference.doi) is None:
        yield Fault(
            f'no DOI: "{reference.doi}"',
            variable="DOI",
            text=reference.doi,
            hint='a DOI is "10.", a number, "/" and a name without blanks',
        )


RULE = Rule(Severity.ERROR, each=_faults)
