"""A title that was translated word by word, by the marks it bears.

Why: the journal prints another English title, so a search by this one finds nothing.

Bad:

    Combination of interferon and nucleoside (acid) analogues

Good:

    Combination of interferon and nucleos(t)ide analogues

What to do: take the title that the journal prints.
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

# Renderings that follow a Chinese term character by character, and what is written in English.
_LITERAL = (
    (re.compile(r"\bnucleoside \(acid\)", re.IGNORECASE), "nucleos(t)ide"),
    (re.compile(r"\bcurative effects?\b", re.IGNORECASE), "efficacy"),
    (re.compile(r"\b(?:hepatitis B )?big three positive\b", re.IGNORECASE), "HBeAg-positive"),
    (re.compile(r"\b(?:hepatitis B )?small three positive\b", re.IGNORECASE), "HBeAg-negative"),
    (re.compile(r"\bsevere syndrome pneumonia\b", re.IGNORECASE), "severe pneumonia"),
)

_WORDS = ("(acid)", "(Acid)", "urative", "three positive", "syndrome pneumonia")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    title = reference.title
    if not any(word in title for word in _WORDS):
        return
    for pattern, usual in _LITERAL:
        found = pattern.search(title)
        if found is not None:
            yield Fault(
                f'"{found[0]}" is a literal translation; English titles say "{usual}"',
                variable="title",
                text=found[0],
                hint="take the title that the journal prints",
            )


RULE = Rule(Severity.INFO, each=_faults)
