"""An academic degree in a name.

Why: it is no part of the name: "MD" is printed as two initials, or as the family.

Bad:

    {family: Smith, given: "John, PhD"}

Good:

    {family: Smith, given: John}

What to do: delete the degree.
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

_DEGREE = re.compile(
    r"(?:(?<=[\w.] )|(?<=, )|(?<=,)|^)"
    r"(?:Ph\.?\s?D|M\.D|Dr\.? (?:med|rer)|D\.?Phil|M\.?Sc|B\.?Sc|MPH|FRC[SP]|FACS|MBBS|PharmD"
    r"|Prof)\b\.?"
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    for at, name in enumerate(reference.author):
        for part in (name.given, name.family, name.suffix):
            found = _DEGREE.search(part)
            if found is not None:
                yield Fault(
                    f'"{found[0]}" is a degree, no part of the name of {name.full_family}',
                    variable=f"author[{at}]",
                    text=found[0],
                    hint="delete it",
                )


RULE = Rule(Severity.INFO, each=_faults)
