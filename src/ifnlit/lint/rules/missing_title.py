"""A reference without a title.

Why: nobody can find or cite it, and no registry can be searched for it.

Bad:

    - {id: lan2019, type: article-journal, title: ""}

Good:

    - {id: lan2019, type: article-journal, title: Regulation of interferon alpha in mice}

In a printed list only articles are judged whose journal and place were read, and where most others
have titles: some styles print none.

What to do: take the title from the work itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import MOST
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_UNTITLED = frozenset({"personal_communication", "interview", "legal_case", "bill", "review"})


def _is_placed(reference: Reference) -> bool:
    return bool(reference.container_title and (reference.volume or reference.page))


def _has_title(reference: Reference) -> bool:
    return bool(reference.title)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if reference.title or reference.type in _UNTITLED:
        return
    if subject.raws[subject.at(reference)] and not (
        _is_placed(reference) and subject.share(_is_placed, _has_title) >= MOST
    ):
        return  # what stands in the text was not understood
    yield Fault("no title", hint="take it from the work itself")


RULE = Rule(Severity.ERROR, each=_faults)
