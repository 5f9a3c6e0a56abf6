"""Whether a library still is what the parser makes of its printed list."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, cast

from ifnlit.model.csl import attribute
from ifnlit.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.model.reference import Origin, Reference

# What a person may write under `custom:`; each entry names the field it speaks for.
_RECORDED = ("corrections", "evidence")
# Not the parser's to give: the pinned key and the person's own keys.
_OWN = frozenset({"id", "custom"})


def drift(references: Sequence[Reference], printed: str) -> Iterator[str]:
    """A sentence for each field that differs from the parser's and is not recorded.

    Under `custom:` a person records `corrections: [{field, from, to, why}]` and, for a value that
    is not printed at all, `evidence: [{field, source, matched}]`.
    """
    origins = ((item.reference.origin, item.reference) for item in parse(printed).items)
    parsed = {_name(origin): reference for origin, reference in origins if origin is not None}
    for reference in references:
        name = _name(reference.origin) if reference.origin is not None else "number None"
        theirs = parsed.pop(name, None)
        if theirs is None:
            yield f"{reference.id}: the printed list has no {name}"
            continue
        yield from _differences(reference, theirs)
    for name in parsed:
        yield f"{name} of the printed list is not in the library"


def _name(origin: Origin) -> str:
    """What tells a reference from others in the list: its number, or else its text."""
    return f"number {origin.n}" if origin.n is not None else f'"{origin.raw}"'


def _differences(ours: Reference, theirs: Reference) -> Iterator[str]:
    recorded = _recorded(ours)
    for field in fields(ours):
        mine: object = getattr(ours, field.name)
        parsed: object = getattr(theirs, field.name)
        if field.name not in _OWN and field.name not in recorded and mine != parsed:
            yield (
                f"{ours.id}: {field.name} is {mine!r}, the parser gives {parsed!r}: "
                "record the correction under custom, or run the parser again"
            )
    for name, before in recorded.items():
        if before is not None and str(getattr(theirs, name) or "") != before:
            yield f"{ours.id}: the correction of {name} starts from {before!r}, not what is printed"


def _recorded(reference: Reference) -> dict[str, str | None]:
    """Attributes that a person vouches for; with the value corrected, None for added ones."""
    found: dict[str, str | None] = {}
    for name, text in reference.custom:
        if name not in _RECORDED:
            continue
        entries: object = json.loads(text)
        for entry in cast("list[dict[str, str]]", entries if isinstance(entries, list) else []):
            known = attribute(entry.get("field", "").partition("[")[0])
            if known is not None:
                plain = name == "corrections" and "[" not in entry["field"]
                found[known] = entry.get("from") if plain else None
    return found
