"""Some issue numbers with a leading zero, others without.

Why: "01" and "1" are one issue and sort as two.

Bad:

    39(01):1-5     41(2):18-22

Good:

    39(1):1-5      41(2):18-22

What to do: leave the zero out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import before_repair
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_BARE = re.compile(r"[1-9]")


def _faults(subject: Subject) -> Iterator[Fault]:
    issues = [before_repair(one, "issue") or one.issue for one in subject.references]
    padded = [issue for issue in issues if re.fullmatch(r"0[1-9]", issue)]
    bare = [issue for issue in issues if _BARE.fullmatch(issue)]
    if padded and bare:
        yield Fault(
            f'{len(padded)} issue numbers with a leading zero ("{padded[0]}"), '
            f'{len(bare)} without ("{bare[0]}")',
            variable="issue",
            hint="leave the zero out",
        )


RULE = Rule(Severity.INFO, whole=_faults)
