"""A journal article with volume and pages but no issue, in a list that gives issues.

Why: a list should say the same of each article. The journal may have no issues, so none may be
made up.

Bad:

    Seeger C. ... Curr Opin Virol, 2018, 30: 18-23.      (others: 71(3): 209-249)

Good:

    Cheng J. ... J Virol, 2020, 94(17): 18-23.

Reported where the same journal has issues elsewhere in the list, and in printed lists of mixed
styles; in a list of one style it is taken for the journal's own way.

What to do: look the article up; where its journal has no issues, ignore the rule for this entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import MOST, is_article, is_range, key_of
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _is_placed(reference: Reference) -> bool:
    """In a volume, by pages: an article number needs no issue."""
    return is_article(reference) and bool(reference.volume) and is_range(reference.page)


def _has_issue(reference: Reference) -> bool:
    return bool(reference.issue)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if not _is_placed(reference) or reference.issue:
        return
    known = key_of(reference.container_title) in subject.journals_with_issues
    if known or (subject.is_mixed and subject.share(_is_placed, _has_issue) >= MOST):
        yield Fault(
            "no issue, where the list gives issues",
            variable="volume",
            hint="look it up; add none if the journal has none",
        )


RULE = Rule(Severity.INFO, each=_faults)
