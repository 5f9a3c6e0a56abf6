"""What a push would do: new, changed, in conflict, already there, gone, or nothing.

Three states are compared, as in a merge: what we sent last, what our reference says now, and what
Zotero holds now. Only what we changed and its user did not is written; what both changed is shown
and left alone. Notes, tags and collections of the user are never read nor written.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ifnlit.push.told import is_listing, listing, mapping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ifnlit.push.item import Item

_WORD = re.compile(r"\w+")
_APART = frozenset({"itemType", "tags", "collections", "relations", "key", "version"})


class Action(StrEnum):
    """What is to be done with one reference."""

    CREATE = "create"
    UPDATE = "update"
    CONFLICT = "conflict"  # some fields were changed here and there; the others are updated
    SAME = "same"
    PRESENT = "present"  # an item that we did not send looks like it: not doubled
    GONE = "gone"  # its user took it out of Zotero: not put back


@dataclass(frozen=True, slots=True)
class Sent:
    """What we sent for one reference, and under which key of Zotero it is kept."""

    key: str
    item: Item
    version: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """An item as Zotero holds it now."""

    key: str
    version: int
    item: Item


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field changed on both sides since the last push."""

    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Step:
    """One reference: what to do, the item of Zotero concerned, and the fields to write."""

    ref: str
    action: Action
    item: Item
    held: Held | None = None
    changes: Item = field(default_factory=dict[str, object])
    conflicts: tuple[Conflict, ...] = ()


def plan(
    items: Mapping[str, Item], sent: Mapping[str, Sent], held: Sequence[Held]
) -> tuple[Step, ...]:
    """A step for each of our items, by the citation key that it stands under."""
    by_key = {one.key: one for one in held}
    ours = {it.key for it in sent.values()}
    others = [one for one in held if one.key not in ours]
    steps: list[Step] = []
    for ref, item in items.items():
        before = sent.get(ref)
        if before is None:
            twin = next((one for one in others if is_like(ref, item, one.item)), None)
            steps.append(Step(ref, Action.PRESENT if twin else Action.CREATE, item, twin))
        elif before.key not in by_key:
            steps.append(Step(ref, Action.GONE, item))
        else:
            steps.append(_merged(ref, item, before.item, by_key[before.key]))
    return tuple(steps)


def is_like(ref: str, ours: Item, theirs: Item) -> bool:
    """Whether an item is this reference: its citation key, its DOI, or title and year."""
    if ref in (theirs.get("citationKey"), _line(theirs, "Citation Key")):
        return True
    doi = str(ours.get("DOI", "")).lower()
    if doi and doi == str(theirs.get("DOI", "")).lower():
        return True
    title = _folded(ours.get("title"))
    return bool(title) and (title, _year(ours)) == (_folded(theirs.get("title")), _year(theirs))


def _merged(ref: str, ours: Item, base: Item, held: Held) -> Step:
    changes: Item = {}
    conflicts: list[Conflict] = []
    for name in sorted({*ours, *base} - _APART):
        mine, was, theirs = (_value(it.get(name)) for it in (ours, base, held.item))
        if mine in (theirs, was):
            continue
        if theirs == was:
            changes[name] = ours.get(name, [] if name == "creators" else "")
        else:
            conflicts.append(Conflict(name, shown(ours.get(name)), shown(held.item.get(name))))
    if conflicts:
        return Step(ref, Action.CONFLICT, ours, held, changes, tuple(conflicts))
    return Step(ref, Action.UPDATE if changes else Action.SAME, ours, held, changes)


def edits(base: Item, theirs: Item) -> dict[str, object]:
    """The fields that were changed in Zotero since we sent them, with what they hold now."""
    return {
        name: theirs.get(name, "")
        for name in sorted({*base, *theirs} - _APART)
        if _value(theirs.get(name)) != _value(base.get(name))
    }


def shown(value: object) -> str:
    """A field's value for a person."""
    if is_listing(value):
        return "; ".join(_person(one) for one in listing(value))
    return str(value or "")


def _person(value: object) -> str:
    told = mapping(value)
    if not told:
        return str(value)
    parts = (told.get("lastName"), told.get("firstName"), told.get("name"))
    return ", ".join(str(part) for part in parts if part)


def _value(value: object) -> str:
    """A form in which equal values are equal: no blanks at the ends, creators in one order."""
    if isinstance(value, str):
        return value.strip()
    return json.dumps(value, sort_keys=True, ensure_ascii=False) if value else ""


def _line(item: Item, name: str) -> str:
    found = re.search(rf"(?mi)^{name}:[ ]*(\S+)[ ]*$", str(item.get("extra", "")))
    return found[1] if found else ""


def _folded(title: object) -> str:
    return " ".join(_WORD.findall(str(title or "").casefold()))


def _year(item: Item) -> str:
    found = re.search(r"\d{4}", str(item.get("date", "")))
    return found[0] if found else ""
