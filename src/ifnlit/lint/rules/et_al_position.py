"""An author list that is cut after another number of names than the others.

Why: a list should follow one convention.

Bad:

    Liu Q, Rong G, Li Wei, Hu Jianwei, et al. ...     (all others: three names, et al.)

Good:

    Liu Q, Rong G, Li Wei, et al. ...

What to do: cut it as the others are, or complete it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    cut, count = subject.cut_after, len(reference.author)
    if cut and reference.et_al and count != cut:
        yield Fault(
            f'"et al." after {count} names; the other lists are cut after {cut}',
            variable="author",
            hint="cut it as the others are, or complete it",
        )


RULE = Rule(Severity.INFO, each=_faults)
