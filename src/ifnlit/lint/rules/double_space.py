"""Two blanks in a row.

Why: a slip of typing that comparisons and exact searches trip over.

Bad:

    title: "Regulation of  interferon alpha"

Good:

    title: Regulation of interferon alpha

What to do: `ifnlit lint --fix` leaves one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.lint.values import texts
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_BLANKS = re.compile(r" {2,}")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if "  " not in subject.all_texts[subject.at(reference)]:
        return
    for variable, value in texts(reference):
        if "  " in value:
            at = value.index("  ")
            yield Fault(
                "two blanks in a row",
                variable=variable,
                text=value[max(at - 4, 0) : at + 6],
                hint="leave one",
                changes=(Change(variable, value, _BLANKS.sub(" ", value)),),
            )


RULE = Rule(Severity.INFO, each=_faults)
