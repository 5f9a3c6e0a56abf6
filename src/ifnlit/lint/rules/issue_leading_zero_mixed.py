"""Some issue numbers with a leading zero, others without.

Why: "01" and "1" are one issue and sort as two.

Bad:

    39(01):1-5     41(2):18-22

Good:

    39(1):1-5      41(2):18-22

Not reported where one journal alone pads its numbers, and always does: that is its way.

What to do: leave the zero out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import before_repair, key_of
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_BARE, _PADDED = re.compile(r"[1-9]"), re.compile(r"0[1-9]")


def _faults(subject: Subject) -> Iterator[Fault]:
    issues = [
        (before_repair(one, "issue") or one.issue, key_of(one.container_title))
        for one in subject.references
    ]
    padded = [(issue, journal) for issue, journal in issues if _PADDED.fullmatch(issue)]
    bare = [(issue, journal) for issue, journal in issues if _BARE.fullmatch(issue)]
    journals = {journal for _, journal in padded}
    its_way = len(journals) == 1 and journals.isdisjoint({"", *(journal for _, journal in bare)})
    if padded and bare and not its_way:
        yield Fault(
            f'{len(padded)} issue numbers with a leading zero ("{padded[0][0]}"), '
            f'{len(bare)} without ("{bare[0][0]}")',
            variable="issue",
            hint="leave the zero out",
        )


RULE = Rule(Severity.INFO, whole=_faults)
