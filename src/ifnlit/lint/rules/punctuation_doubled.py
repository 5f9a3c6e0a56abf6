"""Two marks of punctuation where one belongs.

Why: a value was lost between them, or a mark was typed twice.

Bad:

    Curr Opin Virol, 2018,, 18-23.

Good:

    Curr Opin Virol, 2018, 30: 18-23.

What to do: compare it with the work.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import PRINTED, Fault, Rule
from ifnlit.lint.values import texts
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_DOUBLED = re.compile(r"(?:,\s?,|;\s?;|:\s?:|,\s?;|;\s?,|(?<!\.)\.\.(?!\.)|\(\s*\)|\[\s*\])")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    at = subject.at(reference)
    raw = subject.raws[at]
    if _DOUBLED.search(raw or subject.all_texts[at]) is None:
        return
    for variable, value in [(PRINTED, raw)] if raw else texts(reference):
        found = _DOUBLED.search(value)
        if found is not None and "://" not in value and "::" not in value:
            yield Fault(
                f'doubled punctuation: "{_shown(value, found)}"',
                variable=variable,
                text=_shown(value, found),
                hint="compare it with the work",
            )


def _shown(value: str, found: re.Match[str]) -> str:
    """The marks with the word in front of them."""
    return value[value.rfind(" ", 0, found.start()) + 1 : found.end()]


RULE = Rule(Severity.INFO, each=_faults)
