"""Given name first in some names, family name first in others; or the two parts swapped.

Why: a program takes "J. Smith" for a person of the family J.

Bad:

    author: [{family: Smith, given: J.}, {family: M., given: Jones}]

Good:

    author: [{family: Smith, given: J.}, {family: Jones, given: M.}]

What to do: put each part into its place. Only the first name of a list may be inverted alone
("Smith, John, and Mary Jones").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?)+")
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]{2,}(?:[\s'’-][^\W\d_][^\W\d_.]+)*")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    swapped = False
    for at, name in enumerate(reference.author):
        if _INITIALS.fullmatch(name.family) and _WORD.fullmatch(name.given):
            swapped = True
            yield Fault(
                f'family name "{name.family}" and given name "{name.given}" look swapped',
                variable=f"author[{at}]",
                text=name.family,
                changes=(
                    Change(f"author[{at}].family", name.family, name.given, safe=False),
                    Change(f"author[{at}].given", name.given, name.family, safe=False),
                ),
            )
    orders = [name.family_first for name in subject.names[subject.at(reference)] if name.given]
    rest = orders[1:] if orders[:1] == [True] else orders
    if not swapped and len(set(orders)) > 1 and len(set(rest)) > 1:
        yield Fault("some names begin with the family name, others with the given", "author")


RULE = Rule(Severity.WARNING, each=_faults)
