"""Year and volume of an article do not go with other articles of the same journal.

Why: a journal's volumes rise with the years. Where a later volume has an earlier year, or where
several articles show one volume a year and one does not fit, a year or a volume is wrong.

Bad:

    J Virol, 2020, 94 ...     J Virol, 2022, 96 ...     J Virol, 2021, 91 ...

Good:

    J Virol, 2020, 94 ...     J Virol, 2022, 96 ...     J Virol, 2021, 95 ...

What to do: look the article up. `ifnlit check` compares it with the registry's record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article, key_of
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.lint.subject import Subject

_Point = tuple[int, int, int]  # year, volume, index of the reference
_SEVERAL = 3  # years that show one volume a year
_YEARS_OF_A_VOLUME = 2


def _faults(subject: Subject) -> Iterator[Fault]:
    journals: dict[str, list[_Point]] = defaultdict(list)
    for at, one in enumerate(subject.references):
        if is_article(one) and one.issued is not None and one.volume.isdecimal():
            key = key_of(one.container_title)
            journals[key].append((one.issued.year, int(one.volume), at))
    for key, points in journals.items():
        if not key or any(year == volume for year, volume, _ in points):  # it counts by years
            continue
        told = _off_the_line(points) or _out_of_order(sorted(points))
        for (year, volume, at), why in told.items():
            yield Fault(
                f"{subject.references[at].container_title} {year}, volume {volume}: {why}",
                variable="issued",
                text=str(year),
                hint="look year and volume up",
                at=at,
            )


def _off_the_line(points: Sequence[_Point]) -> dict[_Point, str]:
    """The one article apart from the one-volume-a-year line of all the others."""
    lines = Counter(year - volume for year, volume, _ in points)
    first, _ = lines.most_common(1)[0]
    years = {year for year, volume, _ in points if abs(year - volume - first) <= 1}
    apart = [point for point in points if abs(point[0] - point[1] - first) > 1]
    if len(apart) != 1 or len(years) < _SEVERAL or not min(years) <= apart[0][0] <= max(years):
        return {}
    return {
        one: f"volume {one[0] - first} would be that of {one[0]} by the others" for one in apart
    }


def _out_of_order(points: Sequence[_Point]) -> dict[_Point, str]:
    """Pairs where the later year has the earlier volume, or one volume lasts for years."""
    told: dict[_Point, str] = {}
    for before, after in pairwise(points):
        if after[0] > before[0] and after[1] < before[1]:
            told[after] = f"{before[0]} has volume {before[1]} already"
        elif after[1] == before[1] and after[0] - before[0] >= _YEARS_OF_A_VOLUME:
            told[after] = f"the same volume as in {before[0]}"
    return told


RULE = Rule(Severity.WARNING, whole=_faults)
