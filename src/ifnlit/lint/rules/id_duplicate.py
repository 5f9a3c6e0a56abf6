"""Two references with one citation key.

Why: a citation means one of them, and programs silently take the first or the last.

Bad:

    @article{li2019, ...}     @article{li2019, ...}

Good:

    @article{li2019interleukin, ...}     @article{li2019adar1, ...}

What to do: give one of them another key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, one in enumerate(subject.references):
        if one.id and one.id in seen:
            yield Fault(
                f'the key "{one.id}" is used twice', text=one.id, hint="give one another key", at=at
            )
        seen.add(one.id)


RULE = Rule(Severity.ERROR, whole=_faults)
