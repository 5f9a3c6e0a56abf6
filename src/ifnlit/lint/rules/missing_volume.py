"""A journal article without volume and issue, in a list that gives them.

Why: pages alone do not find an article.

Bad:

    - {id: x, type: article-journal, container-title: J Virol, issued: "2020", page: 18-22}

Good:

    - {id: x, type: article-journal, container-title: J Virol, issued: "2020", volume: "94"}

Not reported of newspapers, yearbooks and the reports of societies.

What to do: add the volume; where another journal counts by year alone, ignore the rule for this
entry.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import MOST, is_article
from ifnlit.lint.journals import is_newspaper
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


_VOLUME = re.compile(r"\d\s?\((?!(?:19|20)\d\d\))\w{1,9}\)|\bvol", re.IGNORECASE)
_BY_YEAR = re.compile(
    r"\b(?:annua\w*|year\w*|annuaire|anuario|annuario|\w*jahr\w*|\w*berichte?|\w*abhandlungen)\b",
    re.IGNORECASE,
)


def _has_volume(reference: Reference) -> bool:
    return bool(reference.volume)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if not is_article(reference) or reference.volume or reference.issue or not reference.page:
        return
    at = subject.at(reference)
    if not subject.says_type(at) and not _VOLUME.search(subject.raws[at]):
        return  # it may be a paper of a conference
    if _BY_YEAR.search(reference.container_title) or is_newspaper(reference.container_title):
        return
    if subject.share(is_article, _has_volume) >= MOST:
        yield Fault("no volume", hint="add the volume that the journal's page gives")


RULE = Rule(Severity.INFO, each=_faults)
