"""Pages of the list in several forms.

Why: full ranges, shortened ranges, first pages alone and ranges with a blank in one list.

Bad:

    209-249     1933-40 e1     1355     64- 66

Good:

    209-249     1933-1940.e1   1355-1359     64-66

What to do: give full ranges; an article number ("e00442-20") is no page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import PAGE_KINDS
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_FEW = 3  # full ranges


def _faults(subject: Subject) -> Iterator[Fault]:
    kinds = subject.page_kinds
    odd = kinds["abbreviated"] + kinds["spaced"]
    if kinds["full"] >= _FEW and odd:
        told = ", ".join(f"{PAGE_KINDS[kind]}: {times}" for kind, times in sorted(kinds.items()))
        yield Fault(f"pages in several forms ({told})", variable="page", hint="give full ranges")


RULE = Rule(Severity.INFO, whole=_faults)
