"""A web page without its address.

Why: nothing else finds a web page.

Bad:

    - {id: x, type: webpage, title: Hepatitis B}

Good:

    - {id: x, type: webpage, title: Hepatitis B, URL: "https://www.who.int/hepatitis-b"}

What to do: add `URL`, and `accessed` for a page that changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if reference.type in {"webpage", "post-weblog", "post"} and not (
        reference.url or reference.doi
    ):
        yield Fault("a web page without its address", hint="add URL")


RULE = Rule(Severity.WARNING, each=_faults)
