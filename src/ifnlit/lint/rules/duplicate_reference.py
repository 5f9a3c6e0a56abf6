"""The same work twice in one list.

Why: it is numbered and counted twice, and the two entries drift apart.

Bad:

    - {id: sung2021, title: Global cancer statistics 2020, issued: "2021"}
    - {id: sung2021a, title: "Global Cancer Statistics, 2020", issued: "2021"}

Good:

    - {id: sung2021, title: Global cancer statistics 2020, issued: "2021"}

What to do: keep the better one, and cite it under its id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import key_of
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_SHORTEST = 12  # characters; "Editorial" and "Reply" are titles of many works


def _faults(subject: Subject) -> Iterator[Fault]:
    known: dict[str, list[Reference]] = {}
    for at, one in enumerate(subject.references):
        key = key_of(one.title)
        if len(key) < _SHORTEST:
            continue
        others = known.setdefault(key, [])
        twin = next((other for other in others if _is_same(one, other)), None)
        if twin is not None:
            yield Fault(
                f"the same work as {twin.id}",
                variable="title",
                text=one.title,
                hint="keep one of the two",
                at=at,
            )
        others.append(one)


def _is_same(one: Reference, other: Reference) -> bool:
    """With one title: the same year, type, first author and place, as far as they are given."""
    if one.type != other.type:
        return False
    first, second = (it.author[0].full_family.lower() if it.author else "" for it in (one, other))
    pairs = [
        (first, second),
        (_year(one), _year(other)),
        (one.volume, other.volume),
        (one.page, other.page),
        (one.number, other.number),
        (one.edition, other.edition),
    ]
    if not (one.volume and one.page and other.volume and other.page):
        pairs.append((one.doi.lower(), other.doi.lower()))  # else one of two DOIs is wrong
    return all(ours == theirs or not ours or not theirs for ours, theirs in pairs)


def _year(reference: Reference) -> str:
    return str(reference.issued.year) if reference.issued else ""


RULE = Rule(Severity.WARNING, whole=_faults)
