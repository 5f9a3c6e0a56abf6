"""A short name in several entries that need not be the same person.

Why: "Li Y" stands for thousands of people. Whoever counts authors, or looks for conflicts of
interest, must not join them.

Bad:

    [11] Li Y, He M, Gong R ...     [12] Luo H, Hu X, Li Y ...     (two people)

Good:

    [11] Li Yi, He Min ...     [12] Luo Huan, Hu Xin, Li Yadi ...

What to do: add full given names, or an ORCID, where it matters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from ifnlit.lint.printed import is_chinese
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_INITIAL = re.compile(r"[A-Z]\.?")


def _faults(subject: Subject) -> Iterator[Fault]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(subject.references):
        if not subject.raws[at]:
            continue
        for name in one.author:
            if _INITIAL.fullmatch(name.given) and is_chinese(name.family):
                places[name.family, name.given].append(at)
    for (family, given), where in places.items():
        for first, second in pairwise(where):
            if first != second and not _are_colleagues(subject, first, second):
                refs = subject.references
                yield Fault(
                    f'"{family} {given}" in {refs[first].id} and in {refs[second].id} need not be '
                    "one person: no other author is common to both",
                    variable="author",
                )


def _are_colleagues(subject: Subject, first: int, second: int) -> bool:
    """Whether the two entries share at least two authors."""
    one, other = (
        {(name.family, name.given) for name in subject.references[at].author}
        for at in (first, second)
    )
    return len(one & other) > 1


RULE = Rule(Severity.WARNING, whole=_faults)
