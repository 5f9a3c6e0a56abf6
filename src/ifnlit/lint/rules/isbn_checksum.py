"""An ISBN whose check digit is wrong.

Why: a digit was mistyped or lost; no library will find the book by it.

Bad:

    ISBN: 978-3-16-148410-1

Good:

    ISBN: 978-3-16-148410-0

What to do: copy it from the book.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity
from ifnlit.model.identifier import ISBN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if not reference.isbn or ISBN.parse(reference.isbn) is not None:
        return
    whole = re.sub(r"\([^()]*\)", "", reference.isbn)
    separator = r"[,;/]+" if re.search(r"[,;/]", whole) else r"\s+"
    for part in (part.strip() for part in re.split(separator, whole)):
        if part and ISBN.parse(part) is None:
            yield Fault(
                f'no ISBN: "{part}" (its check digit or its length is wrong)',
                variable="ISBN",
                text=part,
                hint="copy it from the book",
            )


RULE = Rule(Severity.WARNING, each=_faults)
