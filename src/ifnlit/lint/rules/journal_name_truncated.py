"""A journal's name that was cut off.

Why: nobody knows which journal is meant, and no registry finds it.

Bad:

    Virol, 2023 Feb; 579:84-93.

Good:

    Virology, 2023 Feb; 579:84-93.

What to do: look the journal up. ISO 4 never abbreviates a title of one word, so an abbreviation
alone ("Virol") is the rest of a longer name; so is a name that ends in "of" or "and".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.journals import BOTH
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity
from ifnlit.model.iso4 import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

# Abbreviations that are words as well, and so names of journals.
_WORDS = BOTH | {"Am", "Cogn", "Lett"}
_OPEN_END = re.compile(r"\b(?:of|and|for|in|the|on|&|de|der|für|et)$|[-:,(]$", re.IGNORECASE)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    name = reference.container_title
    if reference.type not in {"article-journal", "article-magazine"} or not name:
        return
    bare = name.rstrip(".")
    alone = len(bare.split()) == 1 and is_abbreviated(bare) and bare not in _WORDS
    if alone or _OPEN_END.search(bare):
        why = "is an abbreviation of a word, no journal's name" if alone else "ends too early"
        yield Fault(
            f'"{name}" {why}: the name is cut off',
            variable="container-title",
            text=name,
            hint="look the journal up",
        )


RULE = Rule(Severity.WARNING, each=_faults)
