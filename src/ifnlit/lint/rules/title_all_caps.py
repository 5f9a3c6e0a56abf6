"""A title in capitals.

Why: no style can turn it into sentence case again (is "WHO" a word or a body?), and it shouts in a
list.

Bad:

    title: EFFECT OF INTERFERON ON HEPATITIS B

Good:

    title: Effect of interferon on hepatitis B

What to do: write it in sentence case. `--fix --unsafe-fixes` makes all of it small but the first
letter: names and acronyms then have to be looked through.
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

_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST = 3  # words; "DNA" and "SARS-CoV" are right in capitals


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    title = reference.title
    if not title.isupper() or len(_WORD.findall(title)) < _FEWEST:
        return
    if 2 * sum(map(str.isupper, title)) < sum(map(str.isalpha, title)):
        return  # Chinese has no capitals: an acronym in it is no shouting
    yield Fault(
        "the title is in capitals",
        variable="title",
        text=title,
        hint="write it in sentence case",
        changes=(Change("title", title, title.capitalize(), safe=False),),
    )


RULE = Rule(Severity.WARNING, each=_faults)
