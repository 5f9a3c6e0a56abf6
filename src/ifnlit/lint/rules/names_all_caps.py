"""Names of a record in capitals.

Why: no program can turn "MCDONALD" into McDonald again; every style prints the capitals.

Bad:

    author: [{family: MCDONALD, given: JOHN}]

Good:

    author: [{family: McDonald, given: John}]

What to do: write the names as the work does; `--fix --unsafe-fixes` makes "Mcdonald", which you
then have to look through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_SHORTEST = 3  # letters; "WU" may be written so by itself


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    people = [name for name in reference.author if name.family and name.given]
    if not people or not all(name.family.isupper() for name in people):
        return
    if max(len(name.family) for name in people) < _SHORTEST:
        return
    changes = tuple(
        Change(f"author[{at}].family", name.family, name.family.title(), safe=False)
        for at, name in enumerate(reference.author)
        if name.family and name.given
    )
    yield Fault(
        "family names in capitals",
        variable="author",
        text=people[0].family,
        hint="write them as the work does",
        changes=changes,
    )


RULE = Rule(Severity.INFO, each=_faults)
