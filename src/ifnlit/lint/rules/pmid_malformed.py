"""A PMID that is no number of PubMed.

Why: PubMed numbers have at most nine digits; anything else finds nothing or another article.

Bad:

    PMID: PMC9278149

Good:

    PMID: "35678901"
    PMCID: PMC9278149

What to do: put each number into its own field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity
from ifnlit.model.identifier import PMCID, PMID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if reference.pmid and PMID.parse(reference.pmid) is None:
        central = PMCID.parse(reference.pmid)
        hint = f"{central} is a PMCID" if central else "a PMID is a number of at most 9 digits"
        yield Fault(f'no PMID: "{reference.pmid}"', variable="PMID", text=reference.pmid, hint=hint)


RULE = Rule(Severity.WARNING, each=_faults)
