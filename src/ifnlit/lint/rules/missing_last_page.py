"""A journal article with its first page alone, in a list that gives ranges.

Why: the reader cannot tell an article of one page from a range that was cut off.

Bad:

    Journal of Clinical Hepatobiliary Diseases, 2019, 36(06):1355.

Good:

    Journal of Clinical Hepatobiliary Diseases, 2019, 36(06):1355-1359.

Reported where the same journal has ranges elsewhere in the list, and in printed lists of mixed
styles; elsewhere a lone number is taken for an article number. The pages of a record with a DOI are
compared with the registry's by `ifnlit check`.

What to do: look the last page up; for an article number use `number` instead of `page`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import MOST, is_article, is_range, key_of
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_ONE_PAGE = re.compile(r"[1-9]\d{0,3}")
# Journals and houses whose "pages" are article numbers.
_NUMBERED = re.compile(
    r"plos|public library of science|sci(?:\.|entific)? rep|nat(?:\.|ure)? commun|elife|peerj|f1000"
    r"|sci(?:\.|ence)? adv|\bbmc\b|\bbmj\b|frontiers|^front\.? |phys(?:\.|ical)? rev|cell rep"
    r"|heliyon"
    r"|j(?:\.|ournal of)? high energy|new j(?:\.|ournal of)? phys|appl(?:\.|ied) phys|\baip\b"
    r"|commun(?:\.|ications) (?:biol|chem|phys|med)|\bnpj\b"
    r"|cureus|microbiome|genome biol|medicine \(|iscience",
    re.IGNORECASE,
)


def _is_paged(reference: Reference) -> bool:
    return is_article(reference) and bool(reference.page)


def _has_range(reference: Reference) -> bool:
    return is_range(reference.page)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if not is_article(reference) or not _ONE_PAGE.fullmatch(reference.page):
        return
    if not reference.issue or _NUMBERED.search(reference.container_title):
        return  # a number in a volume without issues is an article number
    if reference.doi and not subject.raws[subject.at(reference)]:
        return
    known = key_of(reference.container_title) in subject.journals_with_ranges
    if known or (subject.is_mixed and subject.share(_is_paged, _has_range) >= MOST):
        yield Fault(
            f"only the first page ({reference.page}) is given",
            variable="page",
            text=reference.page,
            hint="look the last page up; an article number goes into number",
        )


RULE = Rule(Severity.INFO, each=_faults)
