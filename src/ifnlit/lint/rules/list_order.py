"""A numbered list of several styles, sorted neither by name nor by year.

Why: nothing but the numbers carries the order, so they must be kept when entries move.

Bad:

    [1] Sung 2021   [2] Dai 2021   [3] Cheng 2020     in a list of mixed styles

Good:

    [1] Cheng 2020  [2] Dai 2021   [3] Sung 2021      or one style that numbers by citation

What to do: keep `custom: n`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_FEW = 5  # entries; fewer show no order


def _faults(subject: Subject) -> Iterator[Fault]:
    references = subject.references
    numbers = [one.origin.n if one.origin else None for one in references]
    if None in numbers or len(references) < _FEW or not subject.is_mixed:
        return
    names = [one.author[0].full_family.lower() if one.author else "" for one in references]
    years = [one.issued.year if one.issued else 0 for one in references]
    if all(order not in (sorted(order), sorted(order, reverse=True)) for order in (names, years)):
        yield Fault(
            "numbered, and sorted neither by name nor by year: the numbers carry the order",
            hint="keep custom.n",
        )


RULE = Rule(Severity.INFO, whole=_faults)
