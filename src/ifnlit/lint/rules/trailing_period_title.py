"""A title that ends with a full stop.

Why: the style puts the stop; with one in the title two are printed, or one in the wrong place.

Bad:

    title: Regulation of interferon alpha in mice.

Good:

    title: Regulation of interferon alpha in mice

What to do: `ifnlit lint --fix` takes it off.
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

# After a word in small letters that is no abbreviation, or a bracket or quote.
_STOP = re.compile(r"(?:[^\W\d_A-Z]{3,}|\d|[)\]\"'’”])\.$")
_ABBREVIATION = re.compile(
    r"\b(?:etc|spp|ssp|var|vol|inc|ltd|aff|gen|nov|spec|subsp|vars?|corp|bros|dept|univ|proc|conf|eds|incl|approx)\.$",
    re.IGNORECASE,
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    title = reference.title
    if title.endswith(".") and _STOP.search(title) and not _ABBREVIATION.search(title):
        yield Fault(
            "the title ends with a full stop",
            variable="title",
            text=title[-12:],
            hint="take it off: the style puts it",
            changes=(Change("title", title, title[:-1]),),
        )


RULE = Rule(Severity.INFO, each=_faults)
