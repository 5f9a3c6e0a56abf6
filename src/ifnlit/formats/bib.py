"""BibTeX: field by field as MAPPING 2 and 3 say, for LaTeX and for what imports .bib files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.formats.bib_entry import (
    MONTHS,
    article_number,
    eprint,
    more,
    names,
    notes,
    numbered,
    own_ids,
    pages,
    short_title,
)
from ifnlit.formats.bib_file import written
from ifnlit.formats.bib_types import ARTICLES, entry_type, genre
from ifnlit.formats.format import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.bib_entry import Fields, Taste
    from ifnlit.formats.format import Flavour
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

# Where the publisher of a type goes; `publisher` for the rest.
_PUBLISHER = {
    "phdthesis": "school",
    "mastersthesis": "school",
    "techreport": "institution",
    "misc": "howpublished",
    "unpublished": "howpublished",
}


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A BibTeX file; for biber and pandoc in BibLaTeX, as which both read a .bib file."""
    if flavour.consumer in {"biblatex", "pandoc"}:
        from ifnlit.formats.biblatex import write as write_biblatex

        return write_biblatex(references, flavour)
    return written(references, flavour, _entry)


def read(text: str, path: str) -> Reading:
    """References of a .bib file, whether BibTeX or BibLaTeX."""
    from ifnlit.formats.bib_read import read as read_bib

    return read_bib(text, path)


def sniff(head: str) -> float:
    """An entry or a macro at the start of a line."""
    from re import search

    found = search(r"(?mi)^\s*@\w+\s*[{(]", head)
    if not found:
        return 0.0  # after the first tag of RIS it is part of a record
    return 0.3 if search(r"(?m)^TY[ \t]{1,2}-", head[: found.start()]) else 0.9


def _entry(reference: Reference, flavour: Flavour, how: Taste) -> tuple[str, Fields]:
    zotero = flavour.consumer == "zotero"
    kind = entry_type(reference, biblatex=False, zotero=zotero)
    article = kind == "article"
    return kind, [
        ("author", names(reference.author, how, et_al=reference.et_al)),
        ("editor", names(reference.editor, how)),
        ("translator", names(reference.translator, how)),
        ("title", reference.title),
        ("shorttitle", reference.title_short),
        ("journal" if article else "booktitle", reference.container_title),
        ("shortjournal", short_title(reference, how)),
        ("eventtitle", reference.event_title),
        ("series", reference.collection_title),
        *_dates(reference),
        ("edition", reference.edition),
        ("version", reference.version),
        ("volume", reference.volume),
        *_numbers(reference, kind, how),
        ("pagetotal", reference.number_of_pages),
        *_imprint(reference, kind, zotero=zotero),
        ("type", genre(reference)),
        ("doi", reference.doi),
        ("issn", reference.issn),
        ("isbn", reference.isbn),
        ("url", reference.url),
        ("urldate", str(reference.accessed) if reference.accessed else ""),
        *eprint(reference, how),
        *own_ids(reference, how, pmcid=zotero),
        *more(reference, how),
        ("abstract", reference.abstract),
        ("keywords", reference.keyword),
        ("language", reference.language),
        ("pubstate", reference.status),
        ("note", reference.note),
        *notes(reference, flavour, how),
    ]


def _dates(reference: Reference) -> Fields:
    date = reference.issued
    if date is None:
        return []
    month = MONTHS[date.month - 1] if date.month and date.month <= len(MONTHS) else ""
    return [
        ("year", str(date.year)),
        ("month", month),
        ("day", str(date.day) if date.day and month else ""),
    ]


def _numbers(reference: Reference, kind: str, how: Taste) -> Fields:
    """Issue, number in a series or number of a report; an article number is a page (rule 1)."""
    page = pages(reference, how)
    if reference.type not in ARTICLES:
        return [*numbered(reference, kind), ("pages", page)]
    both = page and reference.number != reference.page
    return [
        *numbered(reference, kind),
        ("pages", page or article_number(reference, how)),
        ("eid", reference.number if both else ""),
    ]


def _imprint(reference: Reference, kind: str, *, zotero: bool) -> Fields:
    field = _PUBLISHER.get(kind, "publisher")
    place = reference.publisher_place
    if reference.type == "patent":
        field = "assignee"
    elif zotero and field == "howpublished":
        field = "publisher"
    if not zotero:
        return [(field, reference.publisher), ("address", place), ("venue", reference.event_place)]
    # Zotero drops `venue`; a conference paper's `location` goes to Extra as the event's place.
    away = kind == "inproceedings" and place
    return [
        (field, reference.publisher),
        ("address", place or reference.event_place),
        ("location", reference.event_place if away else ""),
    ]


FORMAT = Format("bib", (".bib", ".bibtex"), "application/x-bibtex", write, read, sniff)
