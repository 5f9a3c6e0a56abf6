"""CSL-JSON as other programs write it: Zotero, Crossref, pandoc, hand-edited files."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ifnlit.formats import csl_variables
from ifnlit.formats.csl import from_csl
from ifnlit.formats.csl_repair import repaired
from ifnlit.formats.faults import Faults, problem_rule
from ifnlit.formats.json_place import JsonPlaces
from ifnlit.formats.json_text import decoded
from ifnlit.formats.text_lines import Lines
from ifnlit.model.csl import attribute
from ifnlit.model.reading import Reading

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference

_SAME = frozenset({"journalAbbreviation", "shortTitle", "article-number", "event", "citation-key"})


def read(text: str, path: str) -> Reading:
    """The references of CSL-JSON text with their places; never raises."""
    faults = Faults(path)
    whole, values = decoded(text, faults)
    lines = Lines(whole)
    items: list[tuple[int, dict[str, object]]] = []
    for start, value in values:
        if isinstance(value, dict) and _says_something(cast("dict[str, object]", value)):
            items.append((start, cast("dict[str, object]", value)))
        else:
            where = faults.at(*lines.at(start))
            faults.broken(
                "a record must be a map with variables of CSL",
                where,
                'write {"id": ..., "type": ..., "title": ...}',
            )
    places = JsonPlaces(whole, path, [start for start, _ in items])
    references: list[Reference] = []
    first: dict[str, int] = {}
    for index, (_, item) in enumerate(items):
        reference = _reference(item, index, places, faults)
        references.append(reference)
        if reference.id and first.setdefault(reference.id, index) != index:
            faults.doubled(reference.id, places[first[reference.id], ""], places[index, ""])
    return Reading(tuple(references), tuple(faults.found), places)


def _says_something(item: dict[str, object]) -> bool:
    """Whether a map has any name that records have: a settings file is none."""
    names = {"id", "type", "custom"} | _SAME
    return any(name in names or attribute(name) is not None for name in item)


def _reference(
    item: dict[str, object], index: int, places: JsonPlaces, faults: Faults
) -> Reference:
    reference, problems = from_csl(repaired(item))
    for variable, message in problems:
        bare = variable.partition("[")[0]
        where = places.get((index, bare)) or places[index, ""]
        faults.odd(
            problem_rule(variable),
            message,
            where,
            "it is kept as it is; mend it in the file",
            reference.id,
        )
    kept = dict(reference.extra)
    for name, value in item.items():
        known = attribute(name) is not None or name in _SAME
        if name in kept and not known and not csl_variables.fits(name, value):
            where = places.get((index, name)) or places[index, ""]
            faults.unknown(name, where, reference.id)
    return reference
