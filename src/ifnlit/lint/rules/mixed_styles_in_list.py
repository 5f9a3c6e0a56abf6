"""Printed references of several conventions in one list.

Why: entries were copied from several places; nobody has gone over the list.

Bad:

    Sung H, et al. ... [J]. CA Cancer J Clin, 2021, 71(3): 209-249.
    Cheng J, ... J Virol., 2020 Aug 17; 94(17):e00442-20.
    Hu, B., Yu, M., ... Cancer Discovery, 2022, 12, 1718-1741.

Good:

    all of them in one style

What to do: let a citation style write the list: `ifnlit export --style`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.lint.style import STYLES
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    if subject.is_mixed:
        ways = subject.ways.most_common()
        told = ", ".join(f"{STYLES[style]}: {times}" for style, times in ways)
        yield Fault(f"{len(ways)} ways of writing in one list ({told})")


RULE = Rule(Severity.WARNING, whole=_faults)
