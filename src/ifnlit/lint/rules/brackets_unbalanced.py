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


def _counts(text: str) -> tuple[int, int]:
    """How many brackets are opened, and how many closed."""
    return sum(map(text.count, _OPEN)), sum(map(text.count, _CLOSE))


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    raw = subject.raws[subject.at(reference)]
    title = reference.title
    opened, closed = _counts(title)
    if raw and len(set(_counts(raw))) == 1:
        return  # the title was not read to its end
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
