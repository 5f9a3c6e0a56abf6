"""A page that was visited before it was published.

Why: one of the two dates is wrong.

Bad:

    issued: "2021"
    accessed: "2019-05-02"

Good:

    issued: "2021"
    accessed: "2021-05-02"

What to do: correct the wrong one.
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
    del subject
    issued, accessed = reference.issued, reference.accessed
    # A year ahead is let pass: articles are online before the year of their volume.
    if issued is not None and accessed is not None and accessed.year < issued.year - 1:
        yield Fault(
            f"visited in {accessed.year}, but published in {issued.year}",
            variable="accessed",
            text=str(accessed),
        )


RULE = Rule(Severity.WARNING, each=_faults)
