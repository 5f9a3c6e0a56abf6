"""An ISSN whose check digit is wrong.

Why: a digit was mistyped or lost; the number names another journal or none.

Bad:

    ISSN: 0022-5380

Good:

    ISSN: 0022-538X

What to do: copy it from the journal's page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity
from ifnlit.model.identifier import ISSN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_LABEL = re.compile(r"\((?:print|online|electronic|linking)\)", re.IGNORECASE)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if not reference.issn or ISSN.parse(reference.issn) is not None:
        return
    for part in re.split(r"[,;/\s]+", _LABEL.sub("", reference.issn)):
        if part and ISSN.parse(part) is None:
            yield Fault(
                f'no ISSN: "{part}" (its check digit or its length is wrong)',
                variable="ISSN",
                text=part,
                hint="copy it from the journal's page",
            )


RULE = Rule(Severity.WARNING, each=_faults)
