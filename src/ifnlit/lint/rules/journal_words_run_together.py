"""Two words of a journal's name without a blank between them.

Why: the name is not found in any list of journals.

Bad:

    container-title: CurrOpin Virol

Good:

    container-title: Curr Opin Virol

What to do: `ifnlit lint --fix` puts the blank back. Only words that stand in titles of journals
are parted: "BioMed" and "NeuroImage" stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.mending import parted
from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    name = reference.container_title
    spaced = parted(name)
    if spaced != name:
        old = next(word for word in name.split() if word not in spaced.split())
        yield Fault(
            f'"{old}" is two words',
            variable="container-title",
            text=old,
            hint=f"write {spaced}",
            changes=(Change("container-title", name, spaced),),
        )


RULE = Rule(Severity.WARNING, each=_faults)
