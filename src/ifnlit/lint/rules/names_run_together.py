"""Several people in one name.

Why: a program prints them as one person and finds none of them.

Bad:

    author: [{literal: "Smith J, Jones M and Brown K"}]

Good:

    author: [{family: Smith, given: J.}, {family: Jones, given: M.}, {family: Brown, given: K.}]

What to do: one entry for each person (in BibTeX: `and` between all of them, no semicolons).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_INITIALS = r"(?:[A-Z](?![a-zà-ÿ])\.?[\s-]?){1,3}"
_APART = r"(?:[A-Z]\.\s?|[A-Z]\s){1,3}"
# Smith J, Jones M; then J. Smith and M. Jones; then Smith, John; Jones, Mary
_SEVERAL = re.compile(
    rf"\b[^\W\d_]{{2,}},?\s{_INITIALS}\s?(?:[,;&]|\sand\s)\s?(?:and\s)?[^\W\d_]{{2,}}"
    rf"|\b{_APART}[^\W\d_]{{2,}}\s?(?:[;&,]|\sand\s)\s?{_APART}[^\W\d_]{{2,}}"
    r"|\b[^\W\d_]{2,},\s[^\W\d_]{2,};\s?[^\W\d_]{2,},\s[^\W\d_]{2,}"
)
# "Smith J, Jones M" is read as the family "Smith J" with the given name "Jones M".
_PAIR = re.compile(
    rf"^[^\W\d_]{{2,}}\s(?!I{{2,3}}\b|IV\b){_INITIALS}, [^\W\d_]{{2,}},?\s{_INITIALS}"
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    for role in ("author", "editor"):
        for at, name in enumerate(getattr(reference, role)):
            text = name.literal or f"{name.family}, {name.given}"
            split = bool(name.family and name.given)
            if (_PAIR if split else _SEVERAL).search(text):
                yield Fault(
                    f'several people in one name: "{text}"',
                    variable=f"{role}[{at}]",
                    text=name.literal or name.family,
                    hint="give each person a name of their own",
                )


RULE = Rule(Severity.WARNING, each=_faults)
