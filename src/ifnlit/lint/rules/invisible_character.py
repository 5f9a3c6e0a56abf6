r"""A character that nobody sees, and that breaks searches.

Why: searches and comparisons fail without a visible reason; direction marks reorder what is shown.

Bad:

    title: "Inter\u00ADferon alpha"

Good:

    title: Interferon alpha

What to do: `ifnlit lint --fix` takes them out. Joiners inside Arabic, Persian or Indic text stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.lint.values import texts
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    whole = subject.all_texts[subject.at(reference)]
    if _INVISIBLE.search(whole) is None:
        return
    for variable, value in texts(reference):
        found = _INVISIBLE.search(value)
        if found is not None:
            yield Fault(
                f"the invisible character U+{ord(found[0]):04X}",
                variable=variable,
                text=found[0],
                hint="take it out",
                changes=(Change(variable, value, _INVISIBLE.sub("", value)),),
            )


RULE = Rule(Severity.WARNING, each=_faults)
