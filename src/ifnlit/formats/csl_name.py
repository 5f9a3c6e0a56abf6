"""Names in CSL items: our `Name` and the maps, text and oddities that programs write for one."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, cast

from ifnlit.formats.et_al import is_et_al
from ifnlit.model.name import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = {
    "family": "family",
    "given": "given",
    "non-dropping-particle": "non_dropping_particle",
    "dropping-particle": "dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}
_values = attrgetter(*_PARTS.values())


def _parts_of(name: Name) -> list[tuple[str, str]]:
    """The parts that a name has, each under CSL's word for it."""
    return [(key, part) for key, part in zip(_PARTS, _values(name), strict=True) if part]


def plain_names(names: Sequence[Name], kept: str = "") -> list[dict[str, object]]:
    """CSL maps of names; `kept` is the JSON of what other programs said of each (ORCID, ...)."""
    plain: list[dict[str, object]] = [dict(_parts_of(name)) for name in names]
    if not kept:
        return plain
    import json

    for more in cast("list[dict[str, object]]", json.loads(kept)):
        who = more.pop("name")
        for name in plain:
            if who in (name.get("family"), name.get("literal")):
                name.update(more)
                break
    return plain


def names_of(
    value: object,
) -> tuple[tuple[Name, ...], bool, list[dict[str, object]], list[tuple[str, str]]]:
    """Names of a CSL list; whether it goes on ("et al."); unknown parts; (path, fault) pairs."""
    names: list[Name] = []
    kept: list[dict[str, object]] = []
    faults: list[tuple[str, str]] = []
    et_al = False
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    for index, item in enumerate(items):
        name = _name(item)
        if name is None:
            faults.append((f"[{index}]", "a name is a map with family and given, or literal"))
        elif is_et_al(name.literal or name.family) and not name.given:
            et_al = True
        elif name != Name():
            names.append(name)
            more = _more(item)
            if more:
                kept.append({"name": name.literal or name.family, **more})
    return tuple(names), et_al, kept, faults


def _name(item: object) -> Name | None:
    if isinstance(item, str):
        family, comma, given = item.partition(",")
        if comma:
            return Name(family=family.strip(), given=given.strip())
        return Name(literal=item.strip())
    if not isinstance(item, dict):
        return None
    named = cast("dict[str, object]", item)
    parts: dict[str, str] = {}
    for key, part in named.items():
        attribute = _PARTS.get(key)
        if attribute is None or part is None:
            continue
        if not isinstance(part, str):
            return None
        parts[attribute] = part.strip()
    body = named.get("name")  # Crossref's spelling of a literal
    if "literal" not in parts and isinstance(body, str):
        parts["literal"] = body
    return Name(**parts)


def _more(item: object) -> dict[str, object]:
    if not isinstance(item, dict):
        return {}
    known = {*_PARTS, "name"}
    return {
        str(key): part
        for key, part in cast("dict[object, object]", item).items()
        if key not in known and part not in (None, "", [])
    }
