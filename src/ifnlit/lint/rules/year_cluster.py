"""Many entries of one past year, far more than of any other.

Why: a year that was filled in by habit or by a faulty import looks like this; so does a list made
from one issue of a database.

Bad:

    10 of 24 entries are of 2019, no other year has more than four, the newest is of 2023

Good:

    years spread as the literature does

What to do: check these years first, with `ifnlit check`. Where the field had a great year, ignore
the rule.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_FEWEST = 8  # entries of the year
_SHARE = 0.4
_TIMES = 2  # as many as the next year
_AGO = 3  # years before the newest entry; recent years are always well cited


def _faults(subject: Subject) -> Iterator[Fault]:
    years = Counter(
        one.issued.year for one in subject.references if one.issued is not None and is_article(one)
    )
    if not years:
        return
    (year, times), *rest = years.most_common(2)
    second = rest[0][1] if rest else 0
    if times < _FEWEST or times < _SHARE * years.total() or times < _TIMES * second:
        return
    if max(years) - year >= _AGO:
        yield Fault(
            f"{times} of {len(subject.references)} entries are of {year}, "
            f"no other year has more than {second}",
            variable="issued",
            hint="check these years first",
        )


RULE = Rule(Severity.WARNING, whole=_faults)
