"""What a push would do: new, changed, in conflict, already there, gone, or nothing.

Three states are compared, as in a merge: what we sent last, what our reference says now, and what
Zotero holds now. Only what we changed and its user did not is written; what both changed is shown
and left alone. Notes, tags and collections of the user are never read nor written.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ifnlit.push.told import is_listing, listing, mapping
from ifnlit.push.twin import twins

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ifnlit.push.item import Item
    from ifnlit.push.schema import ItemType, Schema

_APART = frozenset({"tags", "collections", "relations", "key", "version"})


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
    items: Mapping[str, Item], sent: Mapping[str, Sent], held: Sequence[Held], schema: Schema
) -> tuple[Step, ...]:
    """A step for each of our items, by the citation key that it stands under.

    What was sent without learning its key is looked for like what was never sent.
    """
    by_key = {one.key: one for one in held}
    keys = {ref: it.key for ref, it in sent.items() if it.key}
    ours = set(keys.values())
    others = [one for one in held if one.key not in ours]
    found = twins({ref: it for ref, it in items.items() if ref not in keys}, others)
    return tuple(
        _step(ref, item, sent.get(ref), by_key.get(keys.get(ref, "")) or found.get(ref), schema)
        for ref, item in items.items()
    )


def known(
    parts: Mapping[str, Mapping[str, Sent]],
    library: str,
    items: Mapping[str, Item],
    held: Sequence[Held],
) -> dict[str, Sent]:
    """What was sent to a library; of what was sent before its name was known, what is there."""
    road, _, name = library.partition(":")
    unnamed: Mapping[str, Sent] = parts.get(road, {}) if name else {}
    keys = {one.key for one in held}
    keyless = {ref: items[ref] for ref, it in unnamed.items() if not it.key and ref in items}
    found = twins(keyless, held)
    there = {ref: it for ref, it in unnamed.items() if it.key in keys or ref in found}
    return {**there, **parts.get(library, {})}


def settled(steps: Sequence[Step], sent: Mapping[str, Sent]) -> dict[str, Sent]:
    """What both sides agree on now is the new base; a field in conflict keeps its old one."""
    found: dict[str, Sent] = {}
    for step in steps:
        if step.held is None or step.action is Action.PRESENT:
            continue
        base = dict(sent[step.ref].item if step.ref in sent else step.item)
        for name in {*base, *step.item}:
            if value(step.item.get(name)) == value(step.held.item.get(name)):
                base[name] = step.item.get(name, "")
        found[step.ref] = Sent(step.held.key, base, step.held.version)
    return found


def _step(ref: str, item: Item, before: Sent | None, held: Held | None, schema: Schema) -> Step:
    if before is not None:
        return (
            _merged(ref, item, before.item, held, schema) if held else Step(ref, Action.GONE, item)
        )
    if held is None:
        return Step(ref, Action.CREATE, item)
    # An interrupted push left it, or its user has the very same: nothing is lost by keeping it up.
    is_same = all(_is_held(name, item[name], held.item.get(name)) for name in item.keys() - _APART)
    return Step(ref, Action.SAME if is_same else Action.PRESENT, item, held)


def _is_held(name: str, mine: object, theirs: object) -> bool:
    """Whether Zotero has our value; lines of its user's in Extra are no matter."""
    if name == "extra":
        return set(str(mine).splitlines()) <= set(str(theirs or "").splitlines())
    return value(mine) == value(theirs)


def _merged(ref: str, ours: Item, base: Item, held: Held, schema: Schema) -> Step:
    changes: Item = {}
    conflicts: list[Conflict] = []
    for name in sorted({*ours, *base} - _APART, key=lambda one: (one != "itemType", one)):
        mine, was, theirs = (value(it.get(name)) for it in (ours, base, held.item))
        if mine in (theirs, was):
            continue
        if name == "extra":
            merged = _merged_lines(mine, was, theirs)
            if merged is not None:
                changes[name] = merged
                continue
        becomes = changes.get("itemType", held.item.get("itemType"))
        is_theirs = becomes != ours["itemType"]  # a type that its user chose
        fits = _fits(name, schema.types.get(str(becomes)), is_theirs=is_theirs)
        if theirs == was and fits:
            changes[name] = ours.get(name, [] if name == "creators" else "")
        elif fits or mine:  # a field that the new type does not have goes by itself
            conflicts.append(Conflict(name, shown(ours.get(name)), shown(held.item.get(name))))
    if conflicts:
        return Step(ref, Action.CONFLICT, ours, held, changes, tuple(conflicts))
    return Step(ref, Action.UPDATE if changes else Action.SAME, ours, held, changes)


def _merged_lines(mine: str, was: str, theirs: str) -> str | None:
    """Extra with our lines brought up to date, beside those of its user; `None` for a conflict."""
    now, before, there = mine.splitlines(), was.splitlines(), theirs.splitlines()
    ended = [line for line in before if line not in now]
    if any(line not in there for line in ended):
        return None
    new = [line for line in now if line not in before and line not in there]
    return "\n".join([*(line for line in there if line not in ended), *new])


def _fits(name: str, known: ItemType | None, *, is_theirs: bool) -> bool:
    """Whether a field can be written to an item of a type; creators of another type cannot."""
    if name == "creators":
        return not is_theirs
    return known is None or name == "itemType" or name in known.fields


def value(held: object) -> str:
    """A form in which equal values are equal: no blanks at the ends, creators in one order."""
    if isinstance(held, str):
        return held.strip()
    return json.dumps(held, sort_keys=True, ensure_ascii=False) if held else ""


def edits(base: Item, theirs: Item) -> dict[str, object]:
    """The fields that were changed in Zotero since we sent them, with what they hold now."""
    return {
        name: theirs.get(name, "")
        for name in sorted({*base, *theirs} - _APART)
        if value(theirs.get(name)) != value(base.get(name))
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
