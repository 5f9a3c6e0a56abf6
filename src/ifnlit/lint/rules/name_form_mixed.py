"""Given names of one entry in several forms: initials beside full names, DD beside L D.

Why: readers and programs take the forms for different conventions, and people for others.

Bad:

    Wang H, Li Yan-Chun, Gao Qiu-Ying, et al. ...

Good:

    Wang H, Li Y-C, Gao Q-Y, et al. ...

What to do: write all of them in the form that the work itself prints. Records without a printed
text are not judged: a style prints them all in one form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.printed import FORMS, is_one_form
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    at = subject.at(reference)
    forms = subject.forms[at]
    if not subject.raws[at] or is_one_form(forms):
        return
    examples: dict[str, str] = {}
    for name, form in zip(subject.names[at], subject.form_of_each[at], strict=True):
        if form:
            examples.setdefault(form, f'"{name.written}"')
    told = "; ".join(f"{FORMS[form]}: {example}" for form, example in examples.items())
    yield Fault(f"given names in several forms ({told})", variable="author")


RULE = Rule(Severity.INFO, each=_faults)
