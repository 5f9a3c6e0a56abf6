"""A work that somebody wrote, without author and without editor.

Why: the reference cannot be cited by name, and a search for it loses its best support.

Bad:

    - {id: x, type: thesis, title: A retrospective study, issued: "2023"}

Good:

    - {id: x, type: thesis, title: A retrospective study, author: [{family: Zhang}], issued: "2023"}

What to do: add the author; a body that wrote it is `literal: World Health Organization`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.journals import is_newspaper
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.csl import OTHER_NAMES
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

# Works of these types have authors; news, charters, webpages, laws, standards often name none.
_WRITTEN = frozenset(
    {"article", "article-journal", "book", "chapter", "paper-conference", "thesis"}
)

# Works that are known by their title.
_OF_NOBODY = re.compile(
    r"\b(?:bible|biblia|bibel|qur.?an|koran|talmud|torah|beowulf|gilgamesh|manual|handbook|handbuch"
    r"|dictionary|dictionnaire|wörterbuch|thesaurus|encyclop\w+|enzyklop\w+|atlas|almanac|code"
    r"|guidelines?|pharmacop\w+|yearbook|jahrbuch|proceedings|festschrift|anonymous)\b",
    re.IGNORECASE,
)
_BETWEEN = 12  # characters: a stop, a type mark, "In"


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if reference.type not in _WRITTEN or reference.author or reference.editor:
        return
    if reference.translator or any(name in OTHER_NAMES for name, _ in reference.extra):
        return
    if is_newspaper(reference.container_title) or _OF_NOBODY.search(reference.title):
        return
    raw = subject.raws[subject.at(reference)]
    if raw and not _begins(raw, reference):
        return  # who wrote it stands in the text, and was not understood
    yield Fault(
        f"no author and no editor of a work of type {reference.type}",
        hint="add the author; a body is a literal name",
    )


_BODY = re.compile(r"[^\W\d_]{3,}[.,:] [A-Z]")  # of a body that stands before the title


def _begins(raw: str, reference: Reference) -> bool:
    """Whether the text begins with the title, and goes on with where it appeared."""
    if _BODY.search(reference.title):
        return False
    where = reference.container_title if reference.volume else reference.publisher
    title = len(reference.title)
    follows = raw.find(where, title, title + _BETWEEN + len(where)) if where else -1
    return raw.startswith(reference.title) and follows >= 0


RULE = Rule(Severity.WARNING, each=_faults)
