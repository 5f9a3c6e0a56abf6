"""Initials of a record in one word: RL for R. L.

Why: programs take "RL" for one given name: they print "R." and lose the L, or search for a person
called Rl.

Bad:

    {family: Siegel, given: RL}

Good:

    {family: Siegel, given: R. L.}

What to do: part them; `ifnlit lint --fix --unsafe-fixes` does it.
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

_RUN = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,4}")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    for at, name in enumerate(reference.author):
        if _RUN.fullmatch(name.given) and not name.family.isupper():
            apart = " ".join(f"{letter}." for letter in name.given)
            yield Fault(
                f'initials in one word: "{name.given}" of {name.full_family}',
                variable=f"author[{at}]",
                text=name.given,
                hint=f"write {apart}",
                changes=(Change(f"author[{at}].given", name.given, apart, safe=False),),
            )


RULE = Rule(Severity.INFO, each=_faults)
