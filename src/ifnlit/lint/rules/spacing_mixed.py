"""A blank before the pages in some entries, none in others.

Why: a list is set in one way.

Bad:

    2021, 71(3): 209-249.     2019, 41(14):1336-1342.

Good:

    2021, 71(3): 209-249.     2019, 41(14): 1336-1342.

What to do: nothing in the library, which keeps values alone; a style sets them alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_mixed
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_COLON = re.compile(r"\d\)?:(\s?)[A-Za-z]?\d[\w\s-]*\.?(?:\s*\([^()]*\))?\.?$")


def _faults(subject: Subject) -> Iterator[Fault]:
    found = [one for one in map(_COLON.search, subject.raws) if one is not None]
    spaced = [one for one in found if one[1]]
    tight = [one for one in found if not one[1]]
    if is_mixed(spaced, tight):
        yield Fault(
            f"a blank after the colon before the pages in {len(spaced)} entries, "
            f"none in {len(tight)}"
        )


RULE = Rule(Severity.INFO, whole=_faults)
