"""A published work without a date.

Why: every style prints the year, and two works of one author are told apart by it.

Bad:

    - {id: x, type: article-journal, title: ..., volume: "41"}

Good:

    - {id: x, type: article-journal, title: ..., volume: "41", issued: "2019"}

What to do: add `issued`; for a work not yet out say `status: in press`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_YEAR = re.compile(r"(?<![\d–-])(?:1\d|20)\d\d(?![\d–-])")
# "n.d." is right for many works of other types.
_DATED = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "book", "chapter", "patent"}
    | {"paper-conference", "report", "thesis"}
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    raw = subject.raws[subject.at(reference)]
    if reference.issued is None and not reference.status and reference.type in _DATED:
        if any(name == "issued" for name, _ in reference.extra):
            return  # there is one that could not be read: the reader has said so
        if _YEAR.search(raw):
            return  # it stands in the text, and was not understood
        yield Fault("no year", hint="add issued, or status: in press")


RULE = Rule(Severity.WARNING, each=_faults)
