"""No comma before et al., where the list has one (or the other way round).

Why: a list should be written in one way; a lost comma also joins the last name to "et al".

Bad:

    Li Jie, Yan Kun, Yang Yi et al. Interleukin-17 promotes ...     (others: ", et al.")

Good:

    Li Jie, Yan Kun, Yang Yi, et al. Interleukin-17 promotes ...

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

_ET_AL = re.compile(r"(,?)\s+et\.?\s+al\b\.?")


def _faults(subject: Subject) -> Iterator[Fault]:
    found = [_ET_AL.search(raw) if "al" in raw else None for raw in subject.raws]
    for at, one in subject.unlike_most(found, lambda one: bool(one[1])):
        what = "a comma" if one[1] else "no comma"
        yield Fault(
            f'{what} before "et al.", unlike the other entries',
            variable=PRINTED,
            text=_shown(one),
            at=at,
        )


def _shown(found: re.Match[str]) -> str:
    """The mark with the name in front of it."""
    before = found.string[: found.start()]
    return before[before.rfind(" ") + 1 :] + found[0]


RULE = Rule(Severity.INFO, whole=_faults)
