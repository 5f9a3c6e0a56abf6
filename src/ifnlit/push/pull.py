"""What was edited in Zotero since a push, as changes of our references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.formats.locator import one_dash
from ifnlit.model.csl import variable
from ifnlit.model.date import edtf
from ifnlit.model.identifier import IDENTIFIERS
from ifnlit.push.item import attribute_of, item
from ifnlit.push.plan import edits, shown
from ifnlit.push.schema import BUILT_IN
from ifnlit.push.told import listing, mapping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ifnlit.model.reference import Reference
    from ifnlit.push.item import Item
    from ifnlit.push.plan import Sent

# Not a person's words: keys, and the note that we write ourselves.
_OURS = frozenset({"extra", "citationKey"})


@dataclass(frozen=True, slots=True)
class Change:
    """`variable` of the reference `ref` becomes `value`; `None` takes it out.

    `field` is Zotero's. `hint` is not "" for what a person must see to: why, and both values.
    """

    ref: str
    field: str
    variable: str
    value: str | None
    hint: str = ""


def changes(
    references: Sequence[Reference], sent: Mapping[str, Sent], held: Mapping[str, Item]
) -> tuple[Change, ...]:
    """Edits made in Zotero; one that we made differently too is a hint, not a change."""
    found: list[Change] = []
    for reference in references:
        if reference.id not in sent or reference.id not in held:
            continue
        base, theirs = sent[reference.id].item, held[reference.id]
        known = {*base, *item(reference, BUILT_IN)}
        is_retyped = theirs.get("itemType") != base.get("itemType")
        told = {name: it for name, it in theirs.items() if name in known or attribute_of(name)}
        for field, value in edits(base, told).items():
            if field == "itemType":
                hint = f"Zotero says {value}: set the type by hand"
                found.append(Change(reference.id, field, "type", None, hint))
            elif field == "creators":
                found += _people(reference, value, base.get(field))
            elif field not in _OURS and (value or not is_retyped):  # a new type drops fields itself
                found += _change(reference, field, value, base.get(field))
    return tuple(found)


def _change(reference: Reference, field: str, value: object, base: object) -> list[Change]:
    attribute = attribute_of(field)
    if attribute is None:
        return []
    if attribute == "page" and not reference.page and reference.number:
        attribute = "number"
    name = variable(attribute)
    mine = str(getattr(reference, attribute) or "")
    theirs = _spelt(attribute, str(value).strip())
    if theirs == mine:
        return []
    if mine != str(base or ""):
        hint = f"changed here to {mine!r} and in Zotero to {theirs!r}: choose one"
        return [Change(reference.id, field, name, None, hint)]
    if attribute in {"issued", "accessed"} and theirs:
        try:
            theirs = str(edtf(theirs))
        except ValueError:
            hint = f"Zotero says {theirs!r}: write it as 2019, 2019-06 or 2019-06-05"
            return [Change(reference.id, field, name, None, hint)]
    return [Change(reference.id, field, name, theirs or None)]


def _spelt(attribute: str, text: str) -> str:
    """A value in the spelling that our records have."""
    kind = IDENTIFIERS.get(attribute)
    if kind is not None:
        return kind.parse(text) or text
    return one_dash(text) if attribute == "page" else text


def _people(reference: Reference, value: object, base: object) -> list[Change]:
    """Edits of single names, where their number and kind is still the same."""
    theirs, mine, before = (
        _names(it) for it in (value, item(reference, BUILT_IN)["creators"], base)
    )
    if len(theirs) != len(mine) or mine != before:
        hint = f"the names are now {shown(value)}: edit them by hand"
        return [Change(reference.id, "creators", "author", None, hint)]
    found: list[Change] = []
    for index, (ours, their) in enumerate(zip(mine, theirs, strict=True)):
        if ours == their:
            continue
        if (
            index >= len(reference.author)
            or set(ours) != set(their)
            or _is_joined(reference, index)
        ):
            hint = f"{shown([ours])!r} is now {shown([their])!r}: edit it by hand"
            found.append(Change(reference.id, "creators", "author", None, hint))
            continue
        parts = {"lastName": "family", "firstName": "given", "name": "literal"}
        found += [
            Change(reference.id, "creators", f"author[{index}].{part}", str(their[key]))
            for key, part in parts.items()
            if key in their and their[key] != ours[key]
        ]
    return found


def _names(creators: object) -> list[dict[str, str]]:
    """Names without their roles, whose words depend on the type of the item."""
    people = [mapping(one) for one in listing(creators)]
    return [{part: str(it) for part, it in one.items() if part != "creatorType"} for one in people]


def _is_joined(reference: Reference, index: int) -> bool:
    """Whether Zotero holds several parts of our name in one field."""
    name = reference.author[index]
    return bool(name.non_dropping_particle or name.dropping_particle or name.suffix) or (
        bool(name.family) and not name.given
    )
