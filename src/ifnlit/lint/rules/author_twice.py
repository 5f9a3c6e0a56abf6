"""The same person twice among the authors of one work.

Why: mostly a slip of copying; the number and order of authors is wrong then.

Bad:

    author: [{family: Smith, given: John}, {family: Lee, given: M.}, {family: Smith, given: John}]

Good:

    author: [{family: Smith, given: John}, {family: Lee, given: M.}]

What to do: delete one. Names with initials alone are not judged, as two people may share them.
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
    from ifnlit.model.name import Name
    from ifnlit.model.reference import Reference

_FULL = re.compile(r"[^\W\d_]{3,}")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    seen: set[tuple[str, ...]] = set()
    for at, name in enumerate(reference.author):
        key = (name.family, name.given, name.literal, name.suffix)
        if key in seen and (name.literal or _is_telling(name)):
            whole = f"{name.given} {name.full_family}".strip()
            yield Fault(
                f"{whole} is named twice",
                variable=f"author[{at}]",
                text=name.literal or name.family,
                hint="delete one of them",
            )
        seen.add(key)


def _is_telling(name: Name) -> bool:
    """Whether a second person of that name among few authors would be a rare chance."""
    return _FULL.search(name.given) is not None and not is_chinese(name.family)


RULE = Rule(Severity.WARNING, each=_faults)
