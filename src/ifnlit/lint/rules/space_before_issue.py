"""A blank between volume and issue, where the list has none (or the other way round).

Why: a list is set in one way; programs that read it may take the bracket for a note.

Bad:

    2022 Oct; 23 (10): 1495-1506.     (others: 71(3): 209-249)

Good:

    2022 Oct; 23(10): 1495-1506.

What to do: write it as in the other entries.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import PRINTED, Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_ISSUE = re.compile(r"\d{1,4}(\s*)\([\w/–-]{1,9}\)\s?[:,]")


def _faults(subject: Subject) -> Iterator[Fault]:
    found = [_ISSUE.search(raw) for raw in subject.raws]
    for at, one in subject.unlike_most(found, lambda one: bool(one[1])):
        what = "a blank" if one[1] else "no blank"
        yield Fault(
            f"{what} between volume and issue, unlike the other entries",
            variable=PRINTED,
            text=one[0],
            at=at,
        )


RULE = Rule(Severity.INFO, whole=_faults)
