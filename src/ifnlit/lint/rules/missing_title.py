"""A reference without a title.

Why: nobody can find or cite it, and no registry can be searched for it.

Bad:

    - {id: lan2019, type: article-journal, title: ""}

Good:

    - {id: lan2019, type: article-journal, title: Regulation of interferon alpha in mice}

What to do: take the title from the work itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_UNTITLED = frozenset({"personal_communication", "interview", "legal_case", "bill", "review"})


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if not reference.title and reference.type not in _UNTITLED:
        yield Fault("no title", hint="take it from the work itself")


RULE = Rule(Severity.ERROR, each=_faults)
