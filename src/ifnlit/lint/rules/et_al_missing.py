"""An author list that may be cut without et al.

Why: where most lists are cut after three names and some are complete, three names without
"et al." may be all of them or not: the reader cannot tell.

Bad:

    Dubrot J, Du PP, Lane-Reticker SK. In vivo CRISPR screens ...     (the article has 33 authors)

Good:

    Dubrot J, Du PP, Lane-Reticker SK, et al. In vivo CRISPR screens ...

What to do: look the article up; where the list is complete, ignore the rule for this entry.
`ifnlit check` reports the same when a registry names more authors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    cut = subject.cut_after
    if not cut or reference.et_al or len(reference.author) != cut:
        return
    if subject.longest_complete > subject.longest_allowed:
        yield Fault(
            f'{cut} authors and no "et al.", where most lists here are cut after {cut}: '
            "nothing says whether the list is complete",
            variable="author",
            hint="look the work up",
        )


RULE = Rule(Severity.INFO, each=_faults)
