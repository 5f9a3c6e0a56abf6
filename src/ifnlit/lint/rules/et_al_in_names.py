"""A name that is no person but et al. or others.

Why: it is no person. Styles print "al., E." and sort by it, and searches ask for an author Al.

Bad:

    author: [{family: Lan, given: Y. R.}, {literal: et al.}]

Good:

    author: [{family: Lan, given: Y. R.}]
    custom: {et-al: true}

What to do: delete the name and set `custom: et-al: true` (in BibTeX: `and others`).
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

_ET_AL = re.compile(
    r"(?:\b|^)et[.\s]+al\b\.?|^(?:and\s+)?others\.?$|^al\.$|等[.。]?$", re.IGNORECASE
)

_WRITTEN = re.compile(r"\bet\.?\s?al\b\.?|\bothers\b|等", re.IGNORECASE)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    for role in ("author", "editor"):
        for at, name in enumerate(getattr(reference, role)):
            text = name.literal or f"{name.given} {name.family}".strip()
            found = _ET_AL.search(text) or _ET_AL.search(name.family)
            if found is not None:
                yield _no_name(text, f"{role}[{at}]", found[0])
    if reference.et_al:
        yield from _understood(subject.at(reference), len(reference.author), subject)


def _understood(at: int, count: int, subject: Subject) -> Iterator[Fault]:
    """The mark as a last name, which readers understand: other programs print it as a person."""
    written = subject.source(at, f"author[{count}]")
    found = _WRITTEN.search(written)
    if found is not None:
        yield _no_name(found[0], f"author[{count}]", found[0])


def _no_name(said: str, variable: str, mark: str) -> Fault:
    hint = "delete it and set custom: et-al: true"
    return Fault(f'"{said}" is no name', variable=variable, text=mark, hint=hint)


RULE = Rule(Severity.ERROR, each=_faults)
