"""A blank after a hyphen inside a word.

Why: it is damage of typesetting. The title is not found by a search, and breaks at the blank.

Bad:

    title: PEG-IFN- α antiviral therapy

Good:

    title: PEG-IFN-α antiviral therapy

What to do: `ifnlit lint --fix` closes it beside a digit or a Greek letter, with `--unsafe-fixes`
elsewhere. "Short- and long-term" is no such case.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.mending import closed
from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.csl import variable
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

# Beside a digit or a Greek letter nothing else can be meant; "NASH- possible" may be a dash.
_SURE = re.compile(r"[\dα-ωΑ-Ω]- \S|\S- [\dα-ωΑ-Ω]")
_SUSPENDED = re.compile(
    r"- (?:en|én|og|och|i|e|ja|és|a|and|or|und|oder)\b|(?:^|\s)-\w", re.IGNORECASE
)  # or "-so-", a dash on either side


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    for name in ("title", "container_title", "page"):
        value: str = getattr(reference, name)
        if "- " not in value or _SUSPENDED.search(value):
            continue
        tight = closed(value)
        if tight != value:
            at = value.index("- ")
            yield Fault(
                "a blank after a hyphen",
                variable=variable(name),
                text=value[value.rfind(" ", 0, at) + 1 : at + 6],
                hint="close it",
                changes=(Change(variable(name), value, tight, safe=_is_sure(value)),),
            )


def _is_sure(value: str) -> bool:
    return value.count("- ") == len(_SURE.findall(value))


RULE = Rule(Severity.INFO, each=_faults)
