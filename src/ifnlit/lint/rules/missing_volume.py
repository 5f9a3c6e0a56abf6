"""A journal article without volume and issue, in a list that gives them.

Why: pages alone do not find an article.

Bad:

    - {id: x, type: article-journal, container-title: J Virol, issued: "2020", page: 18-22}

Good:

    - {id: x, type: article-journal, container-title: J Virol, issued: "2020", volume: "94"}

What to do: add the volume; where a journal counts by year alone, ignore the rule for this entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import MOST, is_article
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _has_volume(reference: Reference) -> bool:
    return bool(reference.volume)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if not is_article(reference) or reference.volume or reference.issue or not reference.page:
        return
    if subject.share(is_article, _has_volume) >= MOST:
        yield Fault("no volume", hint="add the volume that the journal's page gives")


RULE = Rule(Severity.INFO, each=_faults)
