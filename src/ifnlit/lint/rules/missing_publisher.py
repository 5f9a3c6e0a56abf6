"""A book without its publisher, or a thesis without its university.

Why: editions differ by publisher, and a thesis is found at its university.

Bad:

    - {id: x, type: thesis, title: Meta-analysis of interferon alpha, issued: "2018"}

Good:

    - {id: x, type: thesis, title: ..., publisher: Shihezi University, issued: "2018"}

What to do: add `publisher`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_PUBLISHERS = {"book": "publisher", "thesis": "university"}


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if reference.type not in _PUBLISHERS or reference.publisher:
        return
    if subject.says_type(subject.at(reference)):
        yield Fault(f"no {_PUBLISHERS[reference.type]} is named", hint="add publisher")


RULE = Rule(Severity.WARNING, each=_faults)
