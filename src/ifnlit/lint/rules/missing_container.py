"""An article without its journal, or a chapter or paper without the book it is in.

Why: the reader does not learn where to look.

Bad:

    - {id: x, type: article-journal, title: ..., volume: "41", page: 18-22}

Good:

    - {id: x, type: article-journal, title: ..., container-title: J Virol, volume: "41"}

What to do: add `container-title`; for a preprint use the type `article`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_HOLDERS = {
    "article-journal": "journal",
    "article-magazine": "magazine",
    "article-newspaper": "newspaper",
    "chapter": "book",
    "paper-conference": "proceedings",
}


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    holder = _HOLDERS.get(reference.type)
    if holder is None or reference.container_title or reference.container_title_short:
        return
    if reference.event_title or (reference.type != "article-journal" and _is_online(reference)):
        return
    if not reference.volume and not subject.says_type(subject.at(reference)):
        return  # where it is stands in the text, and was not understood
    yield Fault(
        f"no {holder} is named",
        hint="add container-title, or correct the type",
    )


def _is_online(reference: Reference) -> bool:
    """Whether it is found without the book that it is in."""
    return bool(reference.arxiv or reference.url or reference.doi)


RULE = Rule(Severity.WARNING, each=_faults)
