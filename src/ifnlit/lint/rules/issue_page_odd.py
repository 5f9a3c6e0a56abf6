"""Pages that are too high for the first issue of a monthly.

Why: issue "01" of a journal that counts its issues in two digits would have more than 200 pages:
the issue, the pages or the volume may be wrong.

Bad:

    Chinese Journal of Animal Infectious Diseases, 2019, 30(01):211-218.

Good:

    Chinese Journal of Animal Infectious Diseases, 2019, 30(01):11-18.

What to do: compare issue and pages with the work.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import before_repair, is_article
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

# A zero in front says that the issues reach ten, so ten of this size make 2,000 pages a year.
_THICK = 200
_FIRST = re.compile(r"(\d{1,5})[-–]\d")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    issue = before_repair(reference, "issue") or reference.issue
    first = _FIRST.match(reference.page)
    if issue == "01" and first is not None and is_article(reference) and int(first[1]) > _THICK:
        yield Fault(
            f"page {first[1]} in issue {issue}: the issue would have more than {_THICK} pages",
            variable="page",
            text=reference.page,
            hint="compare issue and pages with the work",
        )


RULE = Rule(Severity.INFO, each=_faults)
