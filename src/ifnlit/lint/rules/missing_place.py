"""A thesis or book without its place, where the convention of the list asks for one.

Why: GB/T 7714 prints the place before the publisher; other lists that give places give all.

Bad:

    Zhang C Y. Meta-analysis of interferon alpha [D]. Shihezi University, 2018.

Good:

    Zhang C Y. Meta-analysis of interferon alpha [D]. Shihezi: Shihezi University, 2018.

What to do: add `publisher-place` from the work itself; do not guess it from the publisher's name.
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

_PLACED = frozenset({"thesis", "book"})


def _is_placed(reference: Reference) -> bool:
    return reference.type in _PLACED


def _has_place(reference: Reference) -> bool:
    return bool(reference.publisher_place)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    if not _is_placed(reference) or reference.publisher_place:
        return
    at = subject.at(reference)
    if subject.raws[at]:
        asked = subject.styles[at] == "gbt7714"
    else:
        asked = subject.share(_is_placed, _has_place) >= MOST
    if asked:
        yield Fault(
            "no place of publication",
            variable="publisher",
            hint="add publisher-place from the work itself",
        )


RULE = Rule(Severity.INFO, each=_faults)
