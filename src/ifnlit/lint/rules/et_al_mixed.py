"""Author lists are cut in several ways.

Why: in one list some entries stop after three names, some after four, some name all ten.

Bad:

    Sung H, Ferlay J, Siegel RL, et al. ...
    Li Y, He M, Gong R, Wang Z, Lu L, Peng S, Duan Z, Feng Y, Liu Y, Gao B. ...

Good:

    Sung H, Ferlay J, Siegel RL, et al. ...
    Li Y, He M, Gong R, et al. ...

What to do: keep all names in the library and let the citation style cut them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_FEW = 3  # cut lists


def _faults(subject: Subject) -> Iterator[Fault]:
    cuts = Counter(len(one.author) for one in subject.references if one.et_al)
    if cuts.total() < _FEW:
        return
    longest = subject.longest_complete
    if len(cuts) > 1 or longest > subject.longest_allowed:
        ways = ", ".join(f"after {count} names: {times}" for count, times in sorted(cuts.items()))
        yield Fault(
            f'"et al." {ways}; the longest complete list has {longest} names',
            variable="author",
            hint="keep all names, and let the style cut them",
        )


RULE = Rule(Severity.INFO, whole=_faults)
