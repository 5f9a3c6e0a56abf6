"""A comma between family and given name, where the list has none (or the other way round).

Why: in "Hu, B., Yu, M." a comma does not always part two authors; in one list only one of the two
ways of writing can be told apart safely.

Bad:

    Hu, B., Yu, M., Ma, X., et al. ...     (others: Hu B, Yu M, Ma X, et al.)

Good:

    Hu B, Yu M, Ma X, et al. ...

What to do: write names as in the other entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.printed import form_of
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    first = [
        next((it for it in names if it.family_first and form_of(it) not in {"", "full"}), None)
        if raw
        else None
        for names, raw in zip(subject.names, subject.raws, strict=True)
    ]
    for at, one in subject.unlike_most(first, lambda one: one.comma):
        what = "a comma" if one.comma else "no comma"
        yield Fault(
            f'{what} inside each name ("{one.written}"), unlike the other entries',
            variable="author",
            at=at,
        )


RULE = Rule(Severity.INFO, whole=_faults)
