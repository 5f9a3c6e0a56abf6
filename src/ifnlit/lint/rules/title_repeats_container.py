"""The title of an article is the name of its journal.

Why: one of the two was put into the wrong field.

Bad:

    - {id: x, type: article-journal, title: J Virol, container-title: J Virol}

Good:

    - {id: x, type: article-journal, title: Interferon alpha induces ..., container-title: J Virol}

What to do: take the title from the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article, key_of
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    title, journal = reference.title, reference.container_title
    if title and is_article(reference) and key_of(title) == key_of(journal):
        yield Fault(
            "the title is the name of the journal",
            variable="title",
            text=title,
            hint="take the title from the article",
        )


RULE = Rule(Severity.WARNING, each=_faults)
