"""The hyphen of a line break kept inside a word.

Why: the word is not found by a search, and is printed wrong for ever.

Bad:

    title: Proliferation of multiple mye-loma cells

Good:

    title: Proliferation of multiple myeloma cells

What to do: take it out; `ifnlit lint --fix --unsafe-fixes` does.
A word list decides, so look at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.finding import Severity
from ifnlit.parse import mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    title = reference.title
    if "-" not in title:
        return
    mended, changes = mend.title(title)
    for change in changes:
        if " " not in change.before and "-" in change.before:
            yield Fault(
                f'"{change.before}" holds the hyphen of a line break',
                variable="title",
                text=change.before,
                hint=f"write {change.after}",
                changes=(Change("title", title, mended, safe=False),),
            )


RULE = Rule(Severity.WARNING, each=_faults)
