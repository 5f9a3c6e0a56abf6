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

import re
from typing import TYPE_CHECKING

from ifnlit.lint.mending import is_broken
from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_HYPHEN = re.compile(r"(?<![\w-])([^\W\d_]{2,})-([a-zà-ÿ]{2,})(?![\w-])")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    title = reference.title
    if "-" not in title:
        return
    for found in _HYPHEN.finditer(title):
        whole = found[1] + found[2]
        if is_broken(found[1], found[2]):
            yield Fault(
                f'"{found[0]}" holds the hyphen of a line break',
                variable="title",
                text=found[0],
                hint=f"write {whole}",
                changes=(Change("title", title, title.replace(found[0], whole), safe=False),),
            )


RULE = Rule(Severity.WARNING, each=_faults)
