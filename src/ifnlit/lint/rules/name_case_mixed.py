"""Some family names of one entry in capitals, others not.

Why: capitals mark the family name in some conventions; half-way they mark nothing.

Bad:

    LI Yimin, Yuan Lin, Yang Shengyong, et al. ...

Good:

    Li Yimin, Yuan Lin, Yang Shengyong, et al. ...

What to do: write all of them in one way.
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
    names = [name for name in subject.names[subject.at(reference)] if name.given]
    capitals = [name.family for name in names if _is_capitals(name.family)]
    if capitals and any(name.family != name.family.upper() for name in names):
        yield Fault(
            f"{', '.join(capitals)} in capitals, the other family names are not",
            variable="author",
            text=capitals[0],
        )


def _is_capitals(family: str) -> bool:
    """Whether a family name is in capitals: "LI", not "G.", which is an initial."""
    return family.isupper() and sum(map(str.isalpha, family)) > 1


RULE = Rule(Severity.INFO, each=_faults)
