"""No reference of the list has a DOI, PMID or address.

Why: a reader cannot go from the reference to the work, and nothing can be checked against a
registry without searching for it first.

Bad:

    [1] Sung H, Ferlay J, et al. Global cancer statistics 2020. CA Cancer J Clin, 2021, 71(3): 209.

Good:

    [1] Sung H, ... CA Cancer J Clin, 2021, 71(3): 209-249. doi:10.3322/caac.21660

A library made from a printed list is judged by the printed text, as its readers see it.

What to do: `ifnlit resolve` finds the DOIs of most journal articles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import DIGITAL, is_article
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_FEW = 3  # articles
_LINK = re.compile(r"10\.\d{4,9}/|https?://|www\.|\bPMID|\bPMC\d|arxiv", re.IGNORECASE)


def _faults(subject: Subject) -> Iterator[Fault]:
    if any(
        ("10." in raw or "://" in raw or "P" in raw or "www." in raw) and _LINK.search(raw)
        if raw
        else one.doi or one.pmid or one.pmcid or one.url or one.arxiv
        for one, raw in zip(subject.references, subject.raws, strict=True)
    ):
        return
    recent = [
        one
        for one in subject.references
        if is_article(one) and one.issued and one.issued.year >= DIGITAL
    ]
    if len(recent) >= _FEW:
        gives = "prints" if all(subject.raws) else "gives"
        yield Fault(
            f"none of {len(subject.references)} references {gives} a DOI, PMID or address",
            variable="DOI",
            hint="run ifnlit resolve",
        )


RULE = Rule(Severity.WARNING, whole=_faults)
