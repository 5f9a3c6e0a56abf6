"""An article without DOI, though other articles of the same journal in the list have one.

Why: the journal registers DOIs, so this article most likely has one as well.

Bad:

    - {id: a, container-title: J Virol, DOI: 10.1128/jvi.00442-20}
    - {id: b, container-title: J Virol}

Good:

    - {id: b, container-title: J Virol, DOI: 10.1128/jvi.00546-22}

Entries of a printed list are not judged: `doi-absent` speaks of the list.

What to do: `ifnlit resolve` finds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import DIGITAL, is_article, key_of
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    since: dict[str, int] = {}
    for one in subject.references:
        if one.doi and one.issued and is_article(one):
            key = key_of(one.container_title)
            since[key] = min(since.get(key, one.issued.year), one.issued.year)
    for at, one in enumerate(subject.references):
        if one.doi or one.issued is None or not is_article(one) or subject.raws[at]:
            continue
        first = since.get(key_of(one.container_title))
        if first is not None and one.issued.year >= max(first, DIGITAL):
            yield Fault(
                f"no DOI, but other articles in {one.container_title} have one here",
                hint="run ifnlit resolve",
                at=at,
            )


RULE = Rule(Severity.INFO, whole=_faults)
