"""One journal under two names in one list.

Why: it is counted and sorted as two journals; a list has one name for it.

Bad:

    J Virol ...     Journal of Virology ...     J. Virol. ...

Good:

    J Virol ...     J Virol ...

What to do: choose one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article
from ifnlit.lint.journals import is_same, outline
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject


def _faults(subject: Subject) -> Iterator[Fault]:
    known: dict[str, list[str]] = {}  # by outline, so that few are compared
    told: set[str] = set()
    for at, one in enumerate(subject.references):
        name = one.container_title
        if not name or not is_article(one) or name in told:
            continue
        others = known.setdefault(outline(name), [])
        same = next((other for other in others if other != name and is_same(name, other)), "")
        if same:
            told.add(name)
            yield Fault(
                f'"{name}" is called "{same}" elsewhere in the list',
                variable="container-title",
                text=name,
                hint="choose one of the two",
                at=at,
            )
        elif name not in others:
            others.append(name)


RULE = Rule(Severity.INFO, whole=_faults)
