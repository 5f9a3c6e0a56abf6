"""A bracket in a title that is never closed, or never opened.

Why: something was cut off, or a bracket was lost.

Bad:

    title: Primary liver cancer (blood stasis type

Good:

    title: Primary liver cancer (blood stasis type)

What to do: compare it with the work.
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

# "a) ..., 2) ..." number parts and need no opening bracket; ":)" and ":-(" are a joke.
_NUMBERING = re.compile(r"(?:^|[\s(])(?:\w{1,2}|[ivxIVX]+)\)|[:;]-?[()]")
_OPEN, _CLOSE = "([", ")]"


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    title = reference.title
    opened = sum(title.count(mark) for mark in _OPEN)
    closed = sum(title.count(mark) for mark in _CLOSE)
    if opened != closed and not _NUMBERING.search(title):
        what = "opened but not closed" if opened > closed else "closed but not opened"
        mark = next(one for one in (_OPEN if opened > closed else _CLOSE) if one in title)
        yield Fault(
            f"a bracket is {what}",
            variable="title",
            text=mark,
            hint="compare the title with the work",
        )


RULE = Rule(Severity.WARNING, each=_faults)
