"""What recorded DOIs tell by themselves: two that are one, and characters that are not their own.

Apart from the machines, for it needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.finding import Finding, Severity
from ifnlit.model.identifier import DOI
from ifnlit.resolve.recorded import recorded, recorded_doi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ifnlit.model.reference import Reference


def duplicates(references: Iterable[Reference]) -> Iterator[Finding]:
    """A finding for each reference whose DOI another one has too."""
    holders: dict[str, list[Reference]] = {}
    for reference in references:
        found = recorded_doi(reference)
        if found is not None:
            holders.setdefault(found.key, []).append(reference)
    for same in holders.values():
        for reference in same if len(same) > 1 else ():
            others = ", ".join(other.id for other in same if other is not reference)
            yield Finding(
                "doi-duplicate",
                f"{recorded(reference)} is also the DOI of {others}",
                Severity.ERROR,
                reference.id,
                "DOI",
                hint="they are one work twice, or one of the DOIs is wrong",
            )


def misspelled(references: Iterable[Reference]) -> Iterator[Finding]:
    """A finding for each DOI that is right but for what copying has put into it."""
    for reference in references:
        found = recorded_doi(reference)
        if reference.doi and found is not None and DOI.parse(reference.doi) != found:
            yield Finding(
                "doi-malformed",
                f'the DOI is recorded as "{reference.doi}", which leads nowhere',
                Severity.WARNING,
                reference.id,
                "DOI",
                hint=f"write {found}",
            )
