"""A DOI with a piece of a publisher's address behind it.

Why: "/abstract" or "?src=..." is no part of the DOI; a registry does not know it.

Bad:

    DOI: 10.1002/hep.30251/abstract

Good:

    DOI: 10.1002/hep.30251

What to do: take the tail off; `ifnlit lint --fix --unsafe-fixes` does it.
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

_TAIL = re.compile(
    r"(?:/(?:abstract|full|fulltext|pdf|epdf|html|summary|meta)|\.pdf|\.html?|[?&#]\w+=\S*|"
    r";jsessionid\S*)$",
    re.IGNORECASE,
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    tail = _TAIL.search(reference.doi)
    if tail is not None and "/" in reference.doi[: tail.start()]:
        yield Fault(
            f'"{tail[0]}" at the end of the DOI is part of an address',
            variable="DOI",
            text=tail[0],
            hint=f"write {reference.doi[: tail.start()]}",
            changes=(Change("DOI", reference.doi, reference.doi[: tail.start()], safe=False),),
        )


RULE = Rule(Severity.WARNING, each=_faults)
