"""An English name for a journal in another language.

Why: the entry says "(in Chinese)" but names the journal in English. Many such names are made up
by the citing authors: the journal calls itself something else, and is not found by this one.

Bad:

    Advances in Veterinary Medicine, 2019, 41(2):18-22. (in Chinese)

Good:

    Progress in Veterinary Medicine (动物医学进展), 2019, 41(2):18-22. (in Chinese)

What to do: look up how the journal calls itself in English, or give its own name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article
from ifnlit.lint.journals import LANGUAGE_NOTE
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_OFFICIAL = "Chinese Journal of "  # how journals of Chinese societies call themselves
_ENGLISH = re.compile(
    r"\b(?:journal|chinese|advances|current|medicine|medical|research|science|of|in|and)\b",
    re.IGNORECASE,
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    name = reference.container_title
    if name.startswith(_OFFICIAL):
        return
    if not is_article(reference) or not name.isascii() or not _ENGLISH.search(name):
        return
    note = LANGUAGE_NOTE.search(subject.raws[subject.at(reference)])
    if note is not None and note[1].lower() != "english":
        yield Fault(
            f'"{name}" is an English name for a journal in {note[1]}',
            variable="container-title",
            text=name,
            hint="look up how the journal calls itself",
        )


RULE = Rule(Severity.INFO, each=_faults)
