"""A registry's record as the few fields that evidence keeps of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ifnlit.model.evidence import Record

_LONGEST = 300  # characters of a field
_AUTHORS = 3


def fields(record: Record) -> tuple[tuple[str, str], ...]:
    """(CSL variable, text) pairs of what was compared, in reading order; absent ones left out."""
    pairs = (
        ("DOI", record.doi),
        ("type", f"{record.type} ({record.subtype})" if record.subtype else record.type),
        ("title", record.title),
        ("author", _authors(record)),
        ("container-title", record.container_titles[0] if record.container_titles else ""),
        ("issued", ", ".join(map(str, record.years))),
        ("volume", record.volume),
        ("issue", record.issue),
        ("page", record.page),
        ("number", record.number),
        ("publisher", record.publisher),
        ("PMID", record.pmid),
        ("PMCID", record.pmcid),
    )
    return tuple((name, value[:_LONGEST]) for name, value in pairs if value)


def _authors(record: Record) -> str:
    names = record.authors or record.editors
    shown = [
        f"{name.full_family}, {name.given}" if name.given else name.full_family
        for name in names[:_AUTHORS]
    ]
    more = f"{len(names) - _AUTHORS} more" if len(names) > _AUTHORS else ""
    return "; ".join([*shown, more] if more else shown)
