"""Which references of a library a command works on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ifnlit.errors import UsageFault
from ifnlit.registry import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.reference import Reference


def chosen(references: Sequence[Reference], keys: Sequence[str]) -> tuple[Reference, ...]:
    """The references with these keys, in the order asked; all of them when none is asked.

    A key may also be a number in the printed list ("8"). Raises `UsageFault` for one that is
    neither, naming the nearest.
    """
    if not keys:
        return tuple(references)
    by_key = {reference.id: reference for reference in references}
    for reference in references:
        if reference.origin is not None and reference.origin.n is not None:
            by_key.setdefault(str(reference.origin.n), reference)
    for key in keys:
        if key not in by_key:
            ids = tuple(reference.id for reference in references)
            raise UsageFault(f'no reference has the key "{key}"', hint=did_you_mean(key, ids))
    return tuple(dict.fromkeys(by_key[key] for key in keys))


def distinct(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references with keys of their own: formats without keys may give one twice, or none."""
    from dataclasses import replace

    seen: Counter[str] = Counter()
    found: list[Reference] = []
    for reference in references:
        seen[reference.id] += 1
        count = seen[reference.id]
        is_first = count == 1 and reference.id
        found.append(reference if is_first else replace(reference, id=f"{reference.id}#{count}"))
    return tuple(found)
