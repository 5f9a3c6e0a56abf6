"""A reference beside a record, field by field, each with a likeness, a reason and a bearing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.match.container import containers_alike
from ifnlit.match.coordinate import issues_alike, pages_alike, volumes_alike, years_alike
from ifnlit.match.kind import kind, kinds_alike
from ifnlit.match.likeness import SAME, UNSAID, Likeness
from ifnlit.match.people import authors_alike, shown
from ifnlit.match.title import titles_alike
from ifnlit.model.evidence import GOOD, Bearing, Comparison, Difference, Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from ifnlit.model.reference import Reference

# What each field counts for in the likeness of the whole, which only sorts candidates.
_WEIGHTS = {
    "title": 40,
    "author": 20,
    "container-title": 12,
    "page": 10,
    "issued": 8,
    "volume": 8,
    "issue": 2,
}
_SILENT_LIKENESS = 0.4  # what a field counts for that only one side has
_AGAINST_KIND = 0.3  # taken off for a record of another kind of work


def compare(reference: Reference, record: Record) -> Comparison:
    """The two side by side; a field that neither has is left out."""
    rows = (field(reference, record) for field in _FIELDS)
    fields = _in_context(tuple(row for row in rows if row.ours or row.theirs))
    return Comparison(record, fields, _whole(fields))


def _title(reference: Reference, record: Record) -> Difference:
    ours = (reference.title, reference.title_short)
    found = titles_alike(ours, record.titles + record.short_titles, record.subtitles)
    return _row("title", reference.title, record.title, found)


def _author(reference: Reference, record: Record) -> Difference:
    ours = reference.author or reference.editor
    theirs = record.authors or record.editors
    found = authors_alike(ours, theirs, reference.et_al)
    return _row("author", shown(ours, reference.et_al), shown(theirs), found)


def _container(reference: Reference, record: Record) -> Difference:
    ours = (reference.container_title, reference.container_title_short)
    theirs = record.container_titles
    found = containers_alike(ours, theirs)
    if reference.issn and reference.issn in record.issns and found.bearing not in GOOD:
        found = Likeness(0.95, "the same ISSN", Bearing.AGREES)
    return _row("container-title", next(filter(None, ours), ""), next(iter(theirs), ""), found)


def _issued(reference: Reference, record: Record) -> Difference:
    year = reference.issued.year if reference.issued else None
    is_placed = bool(reference.volume or reference.page)
    theirs = ", ".join(map(str, record.years))
    found = years_alike(year, record.years, is_placed)
    return _row("issued", "" if year is None else str(year), theirs, found)


def _volume(reference: Reference, record: Record) -> Difference:
    found = volumes_alike(reference.volume, record.volume, reference.issue, record.issue)
    return _row("volume", reference.volume, record.volume, found)


def _issue(reference: Reference, record: Record) -> Difference:
    found = issues_alike(reference.issue, record.issue)
    return _row("issue", reference.issue, record.issue, found)


def _page(reference: Reference, record: Record) -> Difference:
    ours, theirs = (reference.page, reference.number), (record.page, record.number)
    found = pages_alike(ours, theirs, record.doi)
    return _row("page", next(filter(None, ours), ""), next(filter(None, theirs), ""), found)


def _type(reference: Reference, record: Record) -> Difference:
    theirs = f"{record.type} ({record.subtype})" if record.subtype else record.type
    return _row("type", kind(reference), theirs, kinds_alike(reference, record))


def _pmid(reference: Reference, record: Record) -> Difference:
    ours, theirs = reference.pmid, record.pmid
    found = UNSAID
    if ours and theirs:
        other = Likeness(0.0, "another PubMed record", Bearing.DIFFERS)
        found = SAME if ours == theirs else other
    return _row("PMID", ours, theirs, found)


_FIELDS: tuple[Callable[[Reference, Record], Difference], ...] = (
    _title,
    _author,
    _container,
    _issued,
    _volume,
    _issue,
    _page,
    _type,
    _pmid,
)


def _row(variable: str, ours: str, theirs: str, found: Likeness) -> Difference:
    return Difference(variable, ours, theirs, round(found.value, 3), found.reason, found.bearing)


# A conflict of the first may be an error in one of the two when all the others agree: a journal
# renamed or translated, a misprinted volume or year. Pages are not softened: the neighbours of an
# article agree with it in all the rest.
_EXPLAINED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("container-title", ("volume", "page", "issued")),
    ("volume", ("page", "issued", "container-title")),
    ("issued", ("volume", "page")),
)


def _in_context(fields: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """The fields with the bearings that they have beside each other."""
    bearings = {field.variable: field.bearing for field in fields}
    changed: dict[str, Bearing] = {
        variable: Bearing.DIFFERS
        for variable, others in _EXPLAINED
        if bearings.get(variable) is Bearing.CONFLICTS
        and all(bearings.get(other) in GOOD for other in others)
    }
    half_agreeing = {Bearing.NEAR, Bearing.DIFFERS}
    if bearings.get("issue") is Bearing.DIFFERS and bearings.get("page") in half_agreeing:
        changed["page"] = Bearing.CONFLICTS  # another issue has another page of that number
    return tuple(
        replace(field, bearing=changed[field.variable]) if field.variable in changed else field
        for field in fields
    )


def _whole(fields: tuple[Difference, ...]) -> float:
    """The mean likeness of what we say, by weight; less for a record of another kind."""
    total = sum(_WEIGHTS.get(field.variable, 0) for field in fields if field.ours)
    reached = sum(
        _WEIGHTS.get(field.variable, 0) * _counted(field) for field in fields if field.ours
    )
    against = any(
        field.variable == "type" and field.bearing is Bearing.CONFLICTS for field in fields
    )
    likeness = (reached / total if total else 0.0) - (_AGAINST_KIND if against else 0.0)
    return round(max(0.0, likeness), 4)


def _counted(field: Difference) -> float:
    return _SILENT_LIKENESS if field.bearing is Bearing.SILENT else field.likeness
