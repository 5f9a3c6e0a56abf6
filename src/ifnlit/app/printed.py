"""A printed list as a library: parsed, each value with its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.app.parsing import parsed
from ifnlit.model.finding import Place
from ifnlit.parse.split import items
from ifnlit.store.library import Library

if TYPE_CHECKING:
    from ifnlit.model.parsed import Parsed
    from ifnlit.store.library import Location

_RAW = "custom.raw"


def library_of(text: str, location: Location) -> Library:
    """The references of the list with the lines they stand in; raises `UnreadableInput`."""
    from ifnlit.app.source import tagger

    path = location.refs
    found = parsed(text, path, tagger=tagger("full"))
    lines = text.removeprefix("\ufeff").splitlines()
    starts = [item.line for item in items(text)]
    places: dict[tuple[int, str], Place] = {}
    if len(starts) == len(found.items):
        for at, (item, line) in enumerate(zip(found.items, starts, strict=True)):
            places.update(_places(at, item, path, line, lines[line - 1]))
    told = (*found.findings, *(finding for item in found.items for finding in item.findings))
    references = tuple(item.reference for item in found.items)
    return Library(references, path, "printed", told, places, location)


def _places(at: int, item: Parsed, path: str, line: int, text: str) -> dict[tuple[int, str], Place]:
    """Places of one reference; those past the end of its first line are told as that line's."""
    raw = item.reference.origin.raw if item.reference.origin else ""
    head = raw[:20]
    column = max(text.find(head), 0) + 1
    places = {(at, ""): Place(path, line, 1), (at, _RAW): Place(path, line, column)}
    for field in item.fields:
        variable = field.variable.partition("[")[0]
        inside = column + field.start <= len(text)
        places.setdefault((at, variable), Place(path, line, column + field.start if inside else 0))
    return places
