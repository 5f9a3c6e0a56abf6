"""A shortened last page, in a list that gives last pages in full.

Why: a list should be written in one way, and "40" may be read as page 40.

Bad:

    Clin Gastroenterol Hepatol, 2021, 19(9): 1933-40 e1.

Good:

    Clin Gastroenterol Hepatol, 2021, 19(9): 1933-1940.e1.

What to do: write the last page in full; `ifnlit lint --fix` does so in the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import completed, is_abbreviated, is_article, printed_page
from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    kinds = subject.page_kinds
    if kinds["full"] <= kinds["abbreviated"]:
        return
    for at, one in enumerate(subject.references):
        page = printed_page(one)
        if not is_article(one) or not is_abbreviated(page):
            continue
        full = completed(one.page)
        yield Fault(
            f'the last page of "{page}" is shortened',
            variable="page",
            text=one.page,
            hint="look the pages up" if is_abbreviated(full) else f"write {full}",
            at=at,
            changes=(Change("page", one.page, full),) if full != one.page else (),
        )


RULE = Rule(Severity.INFO, whole=_faults)
