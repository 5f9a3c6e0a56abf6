"""Given names of the list in several forms: RL, H S J, B. and Yimin.

Why: a reader takes the forms for a meaning; a program cannot tell initials from short names.

Bad:

    Sung H, Siegel RL ...     Choi H S J ...     Hu, B. ...     LI Yimin ...

Good:

    Sung H, Siegel RL ...     Choi HSJ ...     Hu B ...     Li Y ...

What to do: nothing in the library, which keeps one form; a style prints them alike.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ifnlit.lint.printed import FORMS, is_one_form
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_SLIP = 0.1  # the share of names below which a form is a slip, told with its entry


def _faults(subject: Subject) -> Iterator[Fault]:
    counts = Counter(
        form
        for raw, forms in zip(subject.raws, subject.form_of_each, strict=True)
        if raw
        for form in filter(None, forms)
    )
    ways = {form: times for form, times in counts.items() if times > counts.total() * _SLIP}
    if counts["dotted"] > counts["single"]:
        ways.pop("single", None)  # the stop of a last initial may be that of the list
    if not is_one_form(frozenset(ways)):
        told = ", ".join(f"{FORMS[form]}: {times}" for form, times in sorted(counts.items()))
        yield Fault(f"given names of the list in several forms ({told})", variable="author")


RULE = Rule(Severity.WARNING, whole=_faults)
