"""Printed references, from any text, as records with the place and the certainty of each field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.errors import UnreadableInput
from ifnlit.formats.csl import to_csl
from ifnlit.model.finding import Place
from ifnlit.parse import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.parsed import Parsed, ParsedList
    from ifnlit.parse.span import Tagger

# A record below this is told to be looked at (docs/parsing.md has the reliability figures).
DOUBTFUL = 0.5


def parsed(
    text: str, path: str, *, lines: bool, independent: bool, tagger: Tagger | None
) -> ParsedList:
    """The references of a text, with citation keys; raises `UnreadableInput` when it has none.

    With `lines`, each line is one reference and nothing is refused.
    """
    found = parse(text, lines=lines, independent=independent, tagger=tagger)
    if not lines:
        _refuse_nothing(text, path, found)
    return _with_keys(found)


def records(items: Sequence[Parsed]) -> list[dict[str, object]]:
    """CSL-JSON items; under `custom.parse` the style, fields, residue and findings of each."""
    return [_record(item) for item in items]


def doubtful(items: Sequence[Parsed], least: float) -> list[tuple[str, str, str]]:
    """(number or key, variable, value with confidence) of each field less sure than `least`."""
    rows: list[tuple[str, str, str]] = []
    for item in items:
        name = _name(item)
        rows.extend(
            (name, field.variable, f"{field.confidence:.2f}  {field.value}")
            for field in item.fields
            if field.confidence < least
        )
        rows.extend((name, "residue", f"0.00  {rest.text}") for rest in item.residue)
        if not item.fields:
            raw = item.reference.origin.raw if item.reference.origin else ""
            rows.append((name, "record", f"{item.confidence:.2f}  {raw}"))
    return rows


def table(items: Sequence[Parsed]) -> list[tuple[str, ...]]:
    """Rows for people: number, key, confidence, style, type, and the reference in short."""
    return [
        (
            _number(item),
            item.reference.id,
            f"{item.confidence:.2f}",
            item.style or "-",
            item.reference.type,
            _short(item),
        )
        for item in items
    ]


def _refuse_nothing(text: str, path: str, found: ParsedList) -> None:
    if not text.strip():
        raise UnreadableInput(
            "the list is empty",
            place=Place(path, 1, 1),
            hint="give a text with one reference a line, or numbered ones",
        )
    if not any(_is_recognised(item) for item in found.items):
        raise UnreadableInput(
            "no reference is recognised",
            place=Place(path, 1, 1),
            hint="a reference needs an author, a year or an identifier; --lines takes each line",
        )


def _is_recognised(item: Parsed) -> bool:
    """At least two of author, date, container and locator, or an identifier, were placed."""
    reference = item.reference
    if reference.doi or reference.pmid or reference.arxiv or reference.isbn:
        return True
    placed = (
        bool(reference.author or reference.editor),
        reference.issued is not None,
        bool(reference.container_title or reference.publisher),
        bool(reference.volume or reference.page or reference.number),
    )
    return sum(placed) >= 2  # noqa: PLR2004  # see the docstring


def _with_keys(found: ParsedList) -> ParsedList:
    from ifnlit.label import keys

    references = [item.reference for item in found.items]
    named = keys(references, ())
    items = tuple(
        replace(item, reference=replace(item.reference, id=key))
        for item, key in zip(found.items, named, strict=True)
    )
    return replace(found, items=items)


def _record(item: Parsed) -> dict[str, object]:
    record = to_csl(item.reference)
    custom = record.setdefault("custom", {})
    if isinstance(custom, dict):
        custom["parse"] = {
            "style": item.style,
            "confidence": round(item.confidence, 3),
            "fields": [
                {
                    "variable": field.variable,
                    "start": field.start,
                    "end": field.end,
                    "value": field.value,
                    "confidence": round(field.confidence, 3),
                    "by": field.by,
                }
                for field in item.fields
            ],
            "residue": [
                {"start": rest.start, "end": rest.end, "text": rest.text} for rest in item.residue
            ],
            "findings": [
                {
                    "rule": finding.rule,
                    "severity": finding.severity.value,
                    "variable": finding.variable,
                    "message": finding.message,
                }
                for finding in item.findings
            ],
        }
    return record


def _number(item: Parsed) -> str:
    origin = item.reference.origin
    return str(origin.n) if origin is not None and origin.n is not None else ""


def _name(item: Parsed) -> str:
    return _number(item) or item.reference.id


def _short(item: Parsed) -> str:
    reference = item.reference
    authors = reference.author[0].full_family if reference.author else ""
    if len(reference.author) > 1 or reference.et_al:
        authors += " et al."
    year = str(reference.issued.year) if reference.issued else ""
    title = reference.title or (reference.origin.raw if reference.origin else "")
    where = reference.container_title or reference.publisher
    locator = reference.volume + (f"({reference.issue})" if reference.issue else "")
    pages = reference.page or reference.number
    place = f"{locator}:{pages}" if locator and pages else locator or pages
    parts = [part for part in (authors, year, title, where, place) if part]
    return " | ".join(parts)
