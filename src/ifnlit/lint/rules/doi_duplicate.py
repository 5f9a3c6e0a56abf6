"""Two references with one DOI.

Why: they are the same work twice, or one of them has a DOI that is not its own.

Bad:

    - {id: a, title: Cancer statistics 2020, DOI: 10.3322/caac.21590}
    - {id: b, title: Cancer statistics 2021, DOI: 10.3322/caac.21590}

Good:

    - {id: b, title: Cancer statistics 2021, DOI: 10.3322/caac.21654}

What to do: remove one of the two, or correct its DOI (`ifnlit check` says whose it is).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for at, one in enumerate(subject.references):
        key = one.doi.lower()
        if key and key in seen:
            yield Fault(
                f"{seen[key]} has the same DOI, {one.doi}",
                variable="DOI",
                text=one.doi,
                hint="remove one of the two, or correct its DOI",
                at=at,
            )
        elif key:
            seen[key] = one.id


RULE = Rule(Severity.ERROR, whole=_faults)
