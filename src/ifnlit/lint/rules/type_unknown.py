"""A type that CSL 1.0.2 does not have.

Why: the entry is treated as a document of any kind: no style prints it as what it is.

Bad:

    type: journal-article

Good:

    type: article-journal

What to do: write the type as CSL spells it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    for name, text in reference.custom:
        if name == "type-as-read":
            yield Fault(
                f"no type of CSL 1.0.2: {json.loads(text)}",
                variable="type",
                hint="write it as CSL spells it",
            )


RULE = Rule(Severity.WARNING, each=_faults)
