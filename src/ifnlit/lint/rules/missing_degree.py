"""A thesis that does not say for which degree.

Why: styles print "PhD thesis" or "Master's thesis"; "[D]" says neither.

Bad:

    - {id: x, type: thesis, title: ..., publisher: Shihezi University, issued: "2018"}

Good:

    - {id: x, type: thesis, genre: Master's thesis, publisher: Shihezi University, issued: "2018"}

GB/T 7714 asks for place, university and year, and prints no degree: a printed thesis with all of
them is let pass.

What to do: add `genre` from the title page; do not guess it.
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
    if reference.type != "thesis" or reference.genre:
        return
    at = subject.at(reference)
    if subject.raws[at] and reference.publisher_place:
        return
    if subject.says_type(at):
        yield Fault(
            "a thesis without its degree",
            variable="type",
            hint="add genre (PhD thesis, Master's thesis) from its title page",
        )


RULE = Rule(Severity.INFO, each=_faults)
