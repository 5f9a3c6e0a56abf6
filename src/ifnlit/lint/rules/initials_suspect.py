"""Three initials of a Chinese name with Sh, Zh or Ch in them.

Why: a given name of two syllables has two initials. "SHS" may be "Sh." and "S.", with the
first syllable counted as two letters.

Bad:

    Zhu SHS, Dong Yi, Zhang Hongfei, et al.     (perhaps Zhu Shi-Shu)

Good:

    Zhu SS, Dong Y, Zhang HF, et al.

What to do: look the full name up; nothing is changed without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.printed import is_chinese
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_SYLLABLE = re.compile(r"(?:[SZC]H[A-Z]|[A-Z][SZC]H)")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    for name in subject.names[subject.at(reference)]:
        letters = re.sub(r"[\s.]", "", name.given)
        if _SYLLABLE.fullmatch(letters) and is_chinese(name.family):
            yield Fault(
                f'"{name.given}" may be the initials of two syllables, one of them counted as two',
                variable="author",
                text=f"{name.family} {name.given}",
                hint="look the full name up",
            )


RULE = Rule(Severity.WARNING, each=_faults)
