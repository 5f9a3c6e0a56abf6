"""Some journals' names abbreviated, others in full.

Why: a list gives them in one way; a reader looks for the difference.

Bad:

    CA Cancer J Clin, 2021 ...     Journal of Hepatology, 2019 ...

Good:

    CA: A Cancer Journal for Clinicians, 2021 ...     Journal of Hepatology, 2019 ...

What to do: keep full names in `container-title` and abbreviations in `container-title-short`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article, is_mixed
from ifnlit.lint.journals import is_full, is_short
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    names = [one.container_title for one in subject.references if is_article(one)]
    short = [name for name in names if is_short(name)]
    full = [name for name in names if is_full(name)]
    if is_mixed(short, full):
        yield Fault(
            f'{len(short)} journals abbreviated ("{short[0]}"), {len(full)} in full ("{full[0]}")',
            variable="container-title",
            hint="keep full names, and abbreviations in container-title-short",
        )


RULE = Rule(Severity.INFO, whole=_faults)
