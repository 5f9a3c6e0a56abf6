"""A journal article without pages and article number, in a list that gives them.

Why: the place in the volume is what libraries and readers go by.

Bad:

    - {id: x, type: article-journal, container-title: J Virol, volume: "94", issue: "17"}

Good:

    - {id: x, type: article-journal, container-title: J Virol, volume: "94", number: e00442-20}

What to do: add `page`, or `number` for an article number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import MOST, is_article
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

# Pages or an article number in the text that were not read.
_UNREAD = re.compile(r"\d\s?[-–]{1,2}\s?\d|\bpp?\.\s?\w*\d|\bart(?:icle|\.)", re.IGNORECASE)


def _has_pages(reference: Reference) -> bool:
    return bool(reference.page or reference.number)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if not is_article(reference) or not reference.volume or _has_pages(reference):
        return
    if _UNREAD.search(subject.raws[subject.at(reference)]):
        return
    if subject.share(is_article, _has_pages) >= MOST:
        yield Fault("no pages and no article number", hint="add page, or number")


RULE = Rule(Severity.INFO, each=_faults)
