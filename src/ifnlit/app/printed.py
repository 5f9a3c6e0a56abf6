"""A printed list as a library: parsed, each value with its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.app.parsing import parsed
from ifnlit.model.finding import Place
from ifnlit.parse.document import regions
from ifnlit.parse.split import Item, items
from ifnlit.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.app.source import Source
    from ifnlit.model.parsed import Parsed
    from ifnlit.model.reference import Reference
    from ifnlit.store.library import Location

PRINTED = "printed"  # the format of such a library
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
    return Library(references, path, PRINTED, told, places, location)


def listed(source: Source, references: Sequence[Reference]) -> str:
    """The list as printed, and as the parser reads it again: a part of the text where it can be.

    Else (a list out of a PDF, one that page numbers cut) each reference in a paragraph of its own,
    behind its number if it has one.
    """
    origins = [it.origin for it in references if it.origin is not None]
    raws = [origin.raw for origin in origins]
    if source.exact:
        parts = (
            "\n".join(line.text for line in it.lines).strip("\n") for it in regions(source.text)
        )
        text = "\n\n".join(part for part in parts if part) + "\n"
        if _raws(text) == raws:
            return text
    lines = (it.raw if it.n is None else f"[{it.n}] {it.raw}" for it in origins)
    return "\n\n".join(lines) + "\n"


def _raws(text: str) -> list[str]:
    pieces = (piece for region in regions(text) for piece in region.pieces())
    return [piece.raw for piece in pieces if isinstance(piece, Item)]


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
